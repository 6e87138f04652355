import { splitSentences } from '../language/sentences.ts';
import { STARTERS } from '../language/starters.ts';
import { tokenize } from '../language/tokens.ts';
import type { Insert, Span } from '../reading.ts';
import { AGENCY_ALTERNATIVES } from './agencies.ts';
import { BRACKETED, type InsertRule, PARAGRAPHS, SENTENCES, TEASER_LABEL, UNMISTAKABLE_LABEL } from './insert-words.ts';
import { paragraphs } from './paragraphs.ts';

/** Words inside a body that are not the article's, without the white space around them. */
export interface WordInsert extends Span {
  kind: Insert['kind'];
  why: string;
}

/**
 * Finds inserts by their words alone: teasers, credits, captions, share and copyright lines. In doubt words are kept.
 * Takes one block of a page or a whole text, in which blank lines part the paragraphs; spans are UTF-16 offsets into
 * it, in order and not overlapping. Linear in the text's length.
 *
 * @example findWordInserts('It rained. (ALSO READ: Orlen wins)') // [{ start: 11, end: 34, kind: 'teaser', why: … }]
 */
export function findWordInserts(text: string): WordInsert[] {
  const found: WordInsert[] = [];
  for (const { start, end } of paragraphs(text)) found.push(...paragraphInserts(text, start, end));
  return found;
}

/** The inserts of the one paragraph from `start` to `end`, as offsets into `text`. */
export function paragraphInserts(text: string, start: number, end: number): WordInsert[] {
  const words = text.slice(start, end);
  const rule = words.length <= LONGEST_PARAGRAPH ? paragraphRule(words) : undefined;
  if (rule) return [{ start, end, kind: rule.kind, why: rule.why }];
  return inlineInserts(words).map((insert) => ({ ...insert, start: insert.start + start, end: insert.end + start }));
}

const LONGEST_PARAGRAPH = 400;
const LONGEST_SENTENCE = 300;
const LONGEST_BRACKET = 300;
const LONGEST_UNSTOPPED = 200;
/** A title with a full stop at its end is taken for one up to this many words; PolNeAR's and FNC-1's have 21 at most. */
const LONGEST_TITLE = 22;

function paragraphRule(words: string): InsertRule | undefined {
  const whole = PARAGRAPHS.find(({ pattern }) => pattern.test(words));
  if (whole || words.length > LONGEST_SENTENCE) return whole;
  return SENTENCES.find(({ pattern }) => pattern.test(words));
}

function inlineInserts(words: string): WordInsert[] {
  const found = [...bracketed(words), ...labelled(words), ...sentences(words), ...agencyAtEnd(words)];
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((insert) => {
    if (insert.start < end) return false;
    end = insert.end;
    return true;
  });
}

/** "(ALSO READ: …)", "[Photo: …]": from the bracket to the one that closes it. */
function bracketed(words: string): WordInsert[] {
  const found: WordInsert[] = [];
  for (let at = nextBracket(words, 0); at >= 0; at = nextBracket(words, at + 1)) {
    const head = words.slice(at, at + 60);
    const rule = BRACKETED.find(({ pattern }) => pattern.test(head));
    if (!rule) continue;
    const end = closingBracket(words, at);
    if (end > 0) found.push({ start: at, end, kind: rule.kind, why: rule.why });
  }
  return found;
}

function nextBracket(words: string, from: number): number {
  for (let at = from; at < words.length; at++) {
    const code = words.charCodeAt(at);
    if (code === 0x28 || code === 0x5b) return at;
  }
  return -1;
}

/** The offset after the bracket that closes the one at `at`, or 0 where none does nearby. */
function closingBracket(words: string, at: number): number {
  const limit = Math.min(words.length, at + LONGEST_BRACKET);
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = words.charCodeAt(i);
    if (code === 0x28 || code === 0x5b) depth++;
    else if ((code === 0x29 || code === 0x5d) && --depth === 0) return i + 1;
  }
  return 0;
}

/** "Also Read - …": a label and the title after it, to the next label, the next sentence or the paragraph's end. */
function labelled(words: string): WordInsert[] {
  const labels = [...words.matchAll(TEASER_LABEL)].filter(
    ({ index, 0: label }) => UNMISTAKABLE_LABEL.test(label) || startsSentence(words, index),
  );
  const found: WordInsert[] = [];
  labels.forEach(({ index, 0: label }, i) => {
    // One in brackets is the rule above's, unless its bracket never closes.
    const before = words.charCodeAt(index - 1);
    const opened = before === 0x28 || before === 0x5b;
    if (opened && closingBracket(words, index - 1) > 0) return;
    const from = index + label.length;
    const limit = i + 1 < labels.length ? labels[i + 1].index : words.length;
    const end = titleEnd(words.slice(from, limit), limit === words.length);
    if (end > 0) {
      const name = label.replace(/[\s:|»>–—-]+$/u, '');
      found.push({
        start: opened ? index - 1 : index,
        end: from + end,
        kind: 'teaser',
        why: `"${name}" leads to another story`,
      });
    }
  });
  return found;
}

/** At the paragraph's start, after a mark that ends a sentence, or on a new line. */
function startsSentence(words: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && /[\s>»*•|-]/u.test(words[i]) && at - i < 8) {
    if (words[i] === '\n') return true;
    i--;
  }
  return i < 0 || /[.!?…)\]]/u.test(words[i]) || (/[”"’]/u.test(words[i]) && /[.!?…,]/u.test(words[i - 1] ?? ''));
}

/**
 * How far the title at the start of `rest` reaches; 0 where title and article cannot be told apart. A title has no full
 * stop, so where a sentence ends inside `rest`, the article goes on after it. `last` says that the paragraph ends here.
 */
function titleEnd(rest: string, last: boolean): number {
  const trimmed = rest.trimEnd().length;
  // Headlines begin with a capital, a figure, a mark or an address; "related: the word …" is prose.
  if (/^\s{0,3}\p{Ll}/u.test(rest) && !/^\s{0,3}(?:https?:|i[A-Z]|e[A-Z])/u.test(rest)) return 0;
  const address = /^\s{0,3}https?:\/\/\S{1,300}/u.exec(rest);
  if (address) return address[0].length;
  // A title that a line break ends is parted from a sentence below it, not from its own next line.
  const lineEnd = /\S[^\n\r]*/u.exec(rest);
  const breakAt = lineEnd ? lineEnd.index + lineEnd[0].length : trimmed;
  if (breakAt < trimmed && STOP_AT_END.test(rest.slice(0, trimmed))) return titleEnd(rest.slice(0, breakAt), true);
  // Paragraphs end in a stop; one that does not is all title.
  if (last && trimmed <= LONGEST_UNSTOPPED && !STOP_AT_END.test(rest.slice(0, trimmed))) return trimmed;
  const tokens = tokenize(rest.slice(0, LONGEST_PARAGRAPH));
  if (tokens.count === 0) return 0;
  const { count, end } = splitSentences(tokens);
  const first = tokens.end[end[0] - 1];
  if (count > 1) return first > LONGEST_SENTENCE ? 0 : first;
  if (trimmed > LONGEST_SENTENCE) return 0;
  if (!last || !/[.”"]$/u.test(rest.slice(0, trimmed)) || tokens.count <= LONGEST_TITLE) return trimmed;
  return headlineEnd(rest);
}

const STOP_AT_END = /[.!?…”"’)]$/u;

/** The end of a title in capitals that a sentence follows without a stop ("… in Orlen Market The message was …"). */
function headlineEnd(rest: string): number {
  let starter = 0;
  for (const { 0: word, index } of rest.matchAll(/\S+/gu)) {
    const small = /^\p{Ll}/u.test(word);
    if (small && !/^(?:a|amid|an|and|as|at|by|for|from|in|of|on|or|over|the|to|vs|with)$/u.test(word)) break;
    if (index > 0 && STARTERS.has(word)) starter = index;
  }
  return rest.slice(0, starter).trimEnd().length;
}

/** No sentence that speaks to the reader is without a word of each: news has many of one and few of both. */
const INVITATION = /\b(?:click|follow|subscribe|sign up|share|download|join|latest|updates?)\b/i;
const INVITED_TO =
  /\b(?:apps?|article|below|channel|click (?:for|here|on|the|through)|comments|e-?mails?|facebook|google|here|inbox|instagram|newsletters?|now|page|podcast|post|story|telegram|twitter|updates|alerts|whatsapp|youtube)\b/i;

/** Sentences of a longer paragraph that speak to the reader: "Click here to …". */
function sentences(words: string): WordInsert[] {
  if (!INVITATION.test(words) || !INVITED_TO.test(words)) return [];
  const found: WordInsert[] = [];
  const tokens = tokenize(words);
  const { count, first, end } = splitSentences(tokens);
  for (let i = 0; i < count; i++) {
    const start = tokens.start[first[i]];
    const stop = tokens.end[end[i] - 1];
    if (stop - start > LONGEST_SENTENCE) continue;
    const sentence = words.slice(start, stop);
    const rule = SENTENCES.find(({ pattern }) => pattern.test(sentence));
    if (rule) found.push({ start, end: stop, kind: rule.kind, why: rule.why });
  }
  return found;
}

/** "(Reuters)" after the last sentence of a paragraph. */
function agencyAtEnd(words: string): WordInsert[] {
  const tail = words.slice(-80);
  const match = AGENCY_AT_END.exec(tail);
  if (!match) return [];
  const start = words.length - match[1].length;
  return [{ start, end: words.length, kind: 'credit', why: 'the credit of an agency after the last sentence' }];
}

const AGENCY_AT_END = new RegExp(`[.!?”"’]\\s{0,3}(\\((?:${AGENCY_ALTERNATIVES})\\)\\.?)$`, 'u');
