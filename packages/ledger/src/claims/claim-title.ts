/** What joins a clause to the one before it and says nothing of its own. */
const CONJUNCTION = /^(?:and|but|or)\s+/iu;
/** After it, "that" begins a clause; before a bare noun it points: "that night". */
const CLAUSE =
  /^[Tt]hat\s+(?=["“‘\p{Lu}\p{N}]|(?:he|she|it|they|we|you|i|there|this|these|those|the|an?|no|some|all|any|every|each|both|most|many|more|few|several|at|about|up|only|his|her|its|their|our|my|your|nobody|nothing|someone|somebody|people|one|two|three|four|five|six|seven|eight|nine|ten|under|in|on|if|when|as|is|was|were|will|would)\b)/u;
const WHETHER = /^whether\s+/iu;
/** "iPhone" stays. */
const CAPITAL_INSIDE = /^\p{Ll}+\p{Lu}/u;

/**
 * A claim's words as a title: without what joins them to a sentence that is not there, and with a capital. Evidence keeps the
 * exact words; this is for reading only. Pure.
 */
export function claimTitle(text: string): string {
  const clause = text.trim().replace(CONJUNCTION, '').replace(CLAUSE, '').replace(WHETHER, '');
  if (clause === '' || CAPITAL_INSIDE.test(clause)) return clause || text;
  return clause.replace(/^["“‘'[(]*\p{Ll}/u, (start) => start.toUpperCase());
}
