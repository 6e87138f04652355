import { hasNegation, isVerb, lemmaOf, wordOf } from './phrases.ts';
import type { Report } from './reports.ts';
import type { Tree } from './tree.ts';

/** Whether a report says that its source does not do what the cue names: "no longer believes", "has yet to confirm". */
export function isDenied(tree: Tree, report: Report): boolean {
  const { head, cue, source } = report;
  if (!isVerb(tree, head)) return head >= 0 && hasNegation(tree, head);
  if (hasNegation(tree, head) || lacksEvidence(tree, head) || isLeftOpen(tree, head)) return true;
  for (const { first, end } of cue) {
    for (let token = first; token < end; token++) {
      if (wordOf(tree, token + 1) === 'to' && isUndone(tree, token)) return true;
      if (token >= head) continue;
      if (wordOf(tree, token) === 'no' && wordOf(tree, token + 1) === 'longer') return true;
      if (/^(?:barely|hardly|rarely|scarcely|seldom)$/.test(wordOf(tree, token))) return true;
    }
  }
  return source.length > 0 && isNobody(tree, source[0].first);
}

/** "nobody", "no official", "none of them", "few": whose word it is said not to be; but "No. 10" is an address. */
function isNobody(tree: Tree, first: number): boolean {
  if (wordOf(tree, first) === 'no') return !/^(?:\.|\d.*)$/.test(wordOf(tree, first + 1));
  return /^(?:few|neither|nobody|none|nothing)$/.test(wordOf(tree, first));
}

/** "Found no evidence that": what is looked for and not found. */
function lacksEvidence(tree: Tree, head: number): boolean {
  return wordOf(tree, head + 1) === 'no' && EVIDENCE.test(wordOf(tree, head + 2));
}

const EVIDENCE = /^(?:evidence|hint|indications?|proof|signs?|traces?)$/;

/** "Refused to confirm or deny", "would neither confirm nor deny". */
function isLeftOpen(tree: Tree, head: number): boolean {
  return (
    /^den(?:y|ied)$/.test(wordOf(tree, head)) &&
    /^n?or$/.test(wordOf(tree, head - 1)) &&
    /^confirm/.test(wordOf(tree, head - 2))
  );
}

const LEFT_UNDONE = /^(?:decline|fail|hesitate|refuse|reluctant|unable|unwilling|yet)$/;
const ATTEMPTED = /^(?:aim|attempt|hope|seek|struggle|try|work)$/;
const OF_FACTS = /^(?:ascertain|confirm|corroborate|determine|establish|find_out|learn|see|understand|verify)$/;

/** "failed to confirm", "is trying to verify": one who tries to find out does not know; one who tries to argue has argued. */
function isUndone(tree: Tree, over: number): boolean {
  const lemma = tree.language.lemma[over];
  return LEFT_UNDONE.test(lemma) || (ATTEMPTED.test(lemma) && OF_FACTS.test(lemmaOf(tree, over + 2)));
}
