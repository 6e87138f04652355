import type { TokenRange } from '../attribution/attribution.ts';
import type { UnresolvedAssertion } from '../attribution/unresolved.ts';
import type { Language } from '../language/language.ts';
import { TAGS } from '../language/tags.ts';
import type { Actor, Assertion, Span } from '../reading.ts';
import { isGoingOn, keepOutlets } from './kept-outlets.ts';
import { type Referent, textOf } from './referents.ts';
import { comparableWord } from './same-name.ts';
import { SourceResolver } from './source-resolver.ts';

/**
 * Says who each source is: joins names, surnames, pronouns, titles and descriptions of one person or body into one
 * actor, and gives every assertion its chain and speaker as actor ids. Nobody is invented: a pronoun without a fitting
 * antecedent gives no speaker, at half the confidence.
 *
 * @param quotationDepth for each token how many quotations it stands in
 * @param outlet the publishing outlet: it is no link of a chain
 * @returns the actors in the order in which they are first mentioned, and the assertions in the order of `found`
 */
export function resolveActors(
  language: Language,
  quotationDepth: Uint8Array,
  found: readonly UnresolvedAssertion[],
  outlet?: string,
): { actors: Actor[]; assertions: Assertion[] } {
  const resolver = new SourceResolver(language, quotationDepth);
  const chains: number[][] = found.map(() => []);
  const speakers: number[] = found.map(() => -1);
  const order = outermostFirst(found);
  for (const index of order) {
    const assertion = found[index];
    const nested = assertion.within >= 0;
    const outer = nested ? speakers[assertion.within] : -1;
    const quoter = quoterOf(found, quotationDepth, index);
    const context = {
      outer,
      quoter: quoter < 0 ? -1 : speakers[quoter],
      content: assertion.content,
      nested,
      goesOn: !nested && isGoingOn(language, assertion.cue),
    };
    const last = assertion.chain.length - 1;
    const links = assertion.chain.map((link, at) =>
      resolver.resolve(link, { ...context, nested: nested || at < last }),
    );
    speakers[index] = assertion.speaker ? resolver.resolve(assertion.speaker, context) : -1;
    chains[index] = withoutRepetition(links);
  }

  const kept = keepOutlets(language, found, order, speakers, chains);

  const { all } = resolver.referents;
  const isPublisher = all.map((referent) => outlet !== undefined && isNamed(referent, outlet));
  const used = new Set(kept.flat().concat(speakers));
  const listed = all.map((_, index) => index).filter((index) => used.has(index) || isWorthListing(all[index]));
  listed.sort((a, b) => firstMention(all[a]) - firstMention(all[b]));
  const ids = new Map(listed.map((index, at) => [index, `a${at + 1}`]));
  const idOf = (index: number): string => ids.get(index) ?? '';

  const assertions = found.map(({ within, chain: _chain, told: _told, speaker, ...assertion }, index): Assertion => {
    const spans = (ranges: readonly TokenRange[]) => ranges.map((range) => spanOf(language, range));
    const links = kept[index].filter((link, at, { length }) => !isPublisher[link] || at === length - 1);
    const lost = speaker !== null && speakers[index] < 0;
    return {
      id: `s${index + 1}`,
      ...(within >= 0 ? { within: `s${within + 1}` } : {}),
      ...assertion,
      content: spans(assertion.content),
      cue: spans(assertion.cue),
      source: spans(assertion.source),
      interpolations: spans(assertion.interpolations),
      chain: links.map(idOf),
      speaker: speakers[index] < 0 ? null : idOf(speakers[index]),
      confidence: lost ? assertion.confidence / 2 : assertion.confidence,
    };
  });
  return { actors: listed.map((index) => actorOf(language, idOf(index), all[index])), assertions };
}

/**
 * The assertion whose quoted words one stands in: the nearest one around it whose speaker is named outside the quotation
 * in which the inner source stands; -1 for none. "We were asked whether they knew" inside a quotation is the quoted one's.
 */
function quoterOf(found: readonly UnresolvedAssertion[], depth: Uint8Array, index: number): number {
  const own = depthOf(found[index], depth);
  let quoter = found[index].within;
  for (let steps = 0; quoter >= 0 && steps < MOST_LINKS && depthOf(found[quoter], depth) >= own; steps++) {
    quoter = found[quoter].within;
  }
  return quoter;
}

/** Reports are looked through outwards so far: deeper ones only occur in texts made to be slow. */
const MOST_LINKS = 16;

function depthOf({ speaker }: UnresolvedAssertion, depth: Uint8Array): number {
  return speaker ? depth[speaker.first] : 0;
}

/** A chain that comes back to somebody ends with that one: who reports others' words on oneself speaks for oneself. */
function withoutRepetition(links: readonly number[]): number[] {
  const known = links.filter((link) => link >= 0);
  const ends = known.indexOf(known[known.length - 1]);
  return known.slice(0, ends + 1).filter((link, at) => known.indexOf(link) === at);
}

/** The order in which sources are resolved: by place in the text, what is nested right after what is around it. */
function outermostFirst(found: readonly UnresolvedAssertion[]): number[] {
  const nested = new Map<number, number[]>();
  for (const [index, { within }] of found.entries()) {
    const siblings = nested.get(within);
    if (siblings) siblings.push(index);
    else nested.set(within, [index]);
  }
  const place = ({ source, cue, content }: UnresolvedAssertion) => (source[0] ?? cue[0] ?? content[0])?.first ?? 0;
  for (const siblings of nested.values()) siblings.sort((a, b) => place(found[b]) - place(found[a]));
  const order: number[] = [];
  const waiting = [...(nested.get(-1) ?? [])];
  while (waiting.length > 0) {
    const index = waiting.pop()!;
    order.push(index);
    for (const inner of nested.get(index) ?? []) waiting.push(inner);
  }
  return order;
}

/** People and bodies with a name are listed whether or not they speak; places and described ones where they do. */
function isWorthListing({ named, type }: Referent): boolean {
  return named && (type === 'person' || type === 'organization');
}

function isNamed({ named, words, type }: Referent, outlet: string): boolean {
  const wanted = outlet
    .split(/\s+/)
    .map(comparableWord)
    .filter((word) => word !== 'the' && word !== '');
  if (!named || wanted.length === 0 || words.size > wanted.length) return false;
  if (wanted.every((word) => words.has(word))) return true;
  // "The Post" is short for the "Lowland Post".
  return type === 'organization' && words.size === 1 && words.has(wanted[wanted.length - 1]);
}

function firstMention({ mentions }: Referent): number {
  return mentions.reduce((first, mention) => Math.min(first, mention.first), Number.MAX_SAFE_INTEGER);
}

function actorOf(language: Language, id: string, { name, type, mentions }: Referent): Actor {
  const aliases = new Set<string>();
  const spans = new Map<number, Span>();
  for (const mention of mentions) {
    spans.set(mention.first, spanOf(language, mention));
    if (!isPronoun(language, mention)) aliases.add(textOf(language, mention));
  }
  aliases.delete(name);
  return { id, name, type, aliases: [...aliases], mentions: [...spans.values()].sort((a, b) => a.start - b.start) };
}

function isPronoun({ tag }: Language, { first, end }: TokenRange): boolean {
  return end - first === 1 && PRONOUN_TAGS.has(tag[first]);
}

function spanOf({ tokens }: Language, { first, end }: TokenRange): Span {
  return { start: tokens.start[first], end: tokens.end[end - 1] };
}

const PRONOUN_TAGS: ReadonlySet<number> = new Set([TAGS.indexOf('PRP'), TAGS.indexOf('WP'), TAGS.indexOf('WDT')]);
