import { NAME_TYPES } from '../language/names.ts';
import type { Block } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { blockRanges } from './block-ranges.ts';
import { wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';

const SCORE = 0.8;
/** One label alone may be a heading ("Note:"); so many make a transcript. */
const FEWEST_TURNS = 3;
/** "MARA VELL (on the phone):" */
const LONGEST_LABEL = 8;

/** The turns of a transcript: paragraphs that each begin with who speaks and a colon, as `VELL: We saw it.` */
export function findTurns(scene: Scene, blocks: readonly Block[]): Report[] {
  const { tree } = scene;
  const turns: Report[] = [];
  for (const { first, end } of blockRanges(tree.language.tokens, blocks)) {
    const colon = labelEnd(scene, first, end);
    if (colon < 0 || colon + 1 >= end) continue;
    const label = { first, end: bracketOf(scene, first, colon) };
    if (!isSpeaker(scene, label)) continue;
    const last = wordOf(tree, end - 1) === '.' && scene.depth[end - 1] === 0 ? end - 1 : end;
    if (last <= colon + 1) continue;
    turns.push({
      head: colon,
      cue: [{ first: colon, end: colon + 1 }],
      source: [label],
      content: [{ first: colon + 1, end: last }],
      through: [],
      act: 'statement',
      kind: 'direct',
      score: SCORE,
    });
  }
  return turns.length < FEWEST_TURNS || !speaksAgain(scene, turns) ? [] : turns;
}

/** Whether somebody has two turns: the headings and captions of a list are all different. */
function speaksAgain({ tree }: Scene, turns: readonly Report[]): boolean {
  const labels = turns.map(({ source: [{ first, end }] }) => tree.word.slice(first, end).join(' '));
  return new Set(labels).size < labels.length;
}

/** Quotations signed behind a dash: `"We saw it." — Mara Vell`, to the end of the paragraph. */
export function findSigned(scene: Scene, blocks: readonly Block[]): Report[] {
  const { tree } = scene;
  const signed: Report[] = [];
  for (const { first, end } of blockRanges(tree.language.tokens, blocks)) {
    const dash = lastDash(scene, first, end);
    const quotation = dash > first ? scene.closing.get(dash) : undefined;
    if (!quotation?.speech || quotation.first < first) continue;
    const name = { first: dash + 1, end: nameEnd(scene, dash + 1, end) };
    const isLast = name.end === end || /^[,.(]$/.test(wordOf(tree, name.end));
    if (name.end === name.first || !isLast) continue;
    signed.push({
      head: dash,
      cue: [{ first: dash, end: dash + 1 }],
      source: [name],
      content: [{ first: quotation.first, end: quotation.end }],
      through: [],
      act: 'statement',
      kind: 'direct',
      score: SCORE,
    });
  }
  return signed;
}

function labelEnd({ tree }: Scene, first: number, end: number): number {
  for (let token = first + 1; token < end && token - first <= LONGEST_LABEL; token++) {
    if (wordOf(tree, token) === ':') return token;
  }
  return -1;
}

function bracketOf({ tree }: Scene, first: number, end: number): number {
  for (let token = first + 1; token < end; token++) if (wordOf(tree, token) === '(') return token;
  return end;
}

/** Somebody's name, or words in capitals, as transcripts have them. */
function isSpeaker({ tree }: Scene, { first, end }: TokenRange): boolean {
  const { tokens } = tree.language;
  if (HEADINGS.has(wordOf(tree, end - 1))) return false;
  let named = false;
  let capitals = true;
  for (let token = first; token < end; token++) {
    named ||= tree.language.name[token] === PERSON;
    capitals &&= /^[\p{Lu}.'’-]+$/u.test(tokens.text.slice(tokens.start[token], tokens.end[token]));
  }
  return capitals || (named && tree.language.name[end - 1] === PERSON);
}

function lastDash({ tree }: Scene, first: number, end: number): number {
  for (let token = end - 2; token > first && end - token <= LONGEST_SIGNATURE; token--) {
    if (DASHES.has(wordOf(tree, token))) return token;
  }
  return -1;
}

function nameEnd({ tree }: Scene, first: number, end: number): number {
  let token = first;
  while (token < end && tree.language.name[token] === PERSON) token++;
  return token;
}

/** Words in capitals before a colon that head what the writer says. */
export const HEADINGS: ReadonlySet<string> = new Set([
  'also',
  'analysis',
  'claim',
  'corrected',
  'correction',
  'editor',
  'example',
  'exclusive',
  'fact',
  'fiction',
  'image',
  'more',
  'myth',
  'note',
  'opinion',
  'photo',
  'photos',
  'picture',
  'poll',
  'read',
  'related',
  'source',
  'sources',
  'story',
  'update',
  'verdict',
  'video',
  'watch',
]);

/** "— Mara Vell, who runs the bakery on the corner, in an interview" */
const LONGEST_SIGNATURE = 16;
const DASHES: ReadonlySet<string> = new Set(['-', '--', '–', '—', '―']);
const PERSON = NAME_TYPES.indexOf('PERSON');
