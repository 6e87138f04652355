import { NAME_TYPES } from '../language/names.ts';
import type { Block } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { blockRanges } from './block-ranges.ts';
import { cueVerb } from './cue-verbs.ts';
import { cueAround, isDocumentWord, isVerb, nounPhrase, subjectOf, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';

const SCORE = 0.7;
/** A paragraph that announces a text is short: who, how, and a colon. */
const LONGEST = 25;

/**
 * Texts announced by a paragraph that ends in a colon ("The letter reads:"). What follows without marks is the text: the
 * blocks marked as quotations, else all to the end, to the next announcement or, of a letter but not of an outlet's own
 * report, to where somebody else "said" something.
 */
export function findAnnounced(scene: Scene, blocks: readonly Block[]): Report[] {
  const { tree } = scene;
  const ranges = blockRanges(tree.language.tokens, blocks);
  const reports: Report[] = [];
  for (let index = 0; index + 1 < ranges.length; index++) {
    const { first, end } = ranges[index];
    const next = ranges[index + 1];
    if (end - first < 2 || end - first > LONGEST || wordOf(tree, end - 1) !== ':' || scene.opening.has(next.first))
      continue;
    const verb = reportingVerb(scene, first, end);
    const subject = verb >= 0 ? subjectOf(tree, verb) : -1;
    if (subject < first || !isPublished(scene, subject)) continue;
    const isDocument = isDocumentWord(tree, subject);
    const last = lastAnnounced(scene, blocks, ranges, index + 1, isDocument);
    reports.push({
      head: verb,
      cue: [cueAround(tree, verb)],
      source: [nounPhrase(tree, subject)],
      content: [{ first: next.first, end: ranges[last].end }],
      through: [],
      act: 'statement',
      kind: 'direct',
      score: SCORE,
    });
    index = last;
  }
  return reports;
}

const ORGANIZATION = NAME_TYPES.indexOf('ORGANIZATION');

/** Whether a subject is a body or a document, of which whole paragraphs are quoted; people are quoted in marks. */
function isPublished({ tree }: Scene, subject: number): boolean {
  return tree.language.name[subject] === ORGANIZATION || isDocumentWord(tree, subject);
}

function reportingVerb(scene: Scene, first: number, end: number): number {
  const { tree } = scene;
  for (let token = end - 1; token >= first; token--) {
    if (isVerb(tree, token) && cueVerb(tree.language.lemma[token])?.act === 'statement') return token;
  }
  return -1;
}

function lastAnnounced(
  scene: Scene,
  blocks: readonly Block[],
  ranges: readonly TokenRange[],
  from: number,
  isDocument: boolean,
): number {
  const marked = blocks[from].kind === 'quotation';
  let last = from;
  while (last + 1 < ranges.length) {
    const next = ranges[last + 1];
    const goesOn = marked
      ? blocks[last + 1].kind === 'quotation'
      : !announces(scene, next) && !(isDocument && isReporters(scene, next));
    if (!goesOn) break;
    last++;
  }
  return last;
}

function announces({ tree }: Scene, { end }: TokenRange): boolean {
  return wordOf(tree, end - 1) === ':';
}

/** Whether somebody "said" something in a paragraph. */
function isReporters({ tree }: Scene, { first, end }: TokenRange): boolean {
  for (let token = first; token < end; token++)
    if (/^(?:according|said|says|tells|told)$/.test(wordOf(tree, token))) return true;
  return false;
}
