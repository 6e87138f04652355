import type { TokenRange } from './attribution.ts';
import { nounPhrase, sentenceAround, trimmed, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import type { Tree } from './tree.ts';

const SCORE = 0.9;

/** Reports around "according to": the source follows, the content is the rest of its clause. */
export function findAccordingTo(scene: Scene): Report[] {
  const { tree } = scene;
  const reports: Report[] = [];
  for (let token = 0; token < tree.language.tokens.count; token++) {
    if (wordOf(tree, token) !== 'according' || wordOf(tree, token + 1) !== 'to') continue;
    const cue = { first: token, end: token + 2 };
    const source = sourceAfter(tree, cue.end);
    if (!source) continue;
    const content = restOfSentence(tree, { first: token, end: source.end });
    if (content.length === 0) continue;
    reports.push({ head: token, cue: [cue], source: [source], content, through: [], act: 'statement', score: SCORE });
  }
  return reports;
}

function sourceAfter(tree: Tree, first: number): TokenRange | null {
  const sentence = sentenceAround(tree, first - 1);
  let noun = tree.language.head[first - 2];
  if (noun < first) noun = first;
  if (noun >= sentence.end) return null;
  const { end } = nounPhrase(tree, noun);
  let stop = first;
  while (stop < Math.max(end, noun + 1) && !/^[,;:.]$/.test(wordOf(tree, stop))) stop++;
  const range = trimmed(tree, { first, end: stop });
  return range.end > range.first ? range : null;
}

/**
 * Gives what stands behind "According to the Herald," to its own source through the Herald, where the engine did not find
 * it to be part of what the Herald tells: 'According to the Herald, she said: "…"'.
 */
export function throughLeading(scene: Scene, reports: readonly Report[]): Report[] {
  const { sentences } = scene.tree.language;
  const leading = new Map<number, Report>();
  for (const report of reports) {
    const sentence = sentences.of[report.head];
    if (report.head >= 0 && report.head === sentences.first[sentence] && isAccording(scene, report)) {
      leading.set(sentence, report);
    }
  }
  if (leading.size === 0) return [...reports];
  const wholes = new Map<Report, TokenRange>();
  const told = reports.map((report) => {
    const outer = report.head >= 0 ? leading.get(sentences.of[report.head]) : undefined;
    if (!outer || outer === report || report.kind === 'narration' || report.through.length > 0) return report;
    const [source] = report.source;
    const isFirst = source && source.first >= outer.source[0].end && source.first - outer.source[0].end <= 1;
    if (!isFirst || scene.depth[report.head] > 0) return report;
    wholes.set(outer, { first: source.first, end: report.content.at(-1)!.end });
    return { ...report, through: [outer.source[0]] };
  });
  return told.map((report, index) => {
    const whole = wholes.get(reports[index]);
    return whole ? { ...report, content: [whole] } : report;
  });
}

function isAccording({ tree }: Scene, { head, source }: Report): boolean {
  return wordOf(tree, head) === 'according' && source.length === 1;
}

/** What follows the source, behind a remark about it in brackets. */
function behindBrackets(tree: Tree, first: number, end: number): number {
  if (wordOf(tree, first) !== '(') return first;
  for (let token = first; token < end; token++) if (wordOf(tree, token) === ')') return token + 1;
  return first;
}

function restOfSentence(tree: Tree, phrase: TokenRange): TokenRange[] {
  const sentence = sentenceAround(tree, phrase.first);
  const before = trimmed(tree, { first: sentence.first, end: phrase.first });
  const after = trimmed(tree, { first: behindBrackets(tree, phrase.end, sentence.end), end: sentence.end });
  const long = ({ first, end }: TokenRange) => end - first > 2;
  if (long(before)) {
    // What follows a closing phrase behind a comma is another clause, unless the phrase interrupts one.
    const interrupts =
      wordOf(tree, phrase.first - 1) === ',' && wordOf(tree, phrase.end) === ',' && before.end - before.first < 8;
    return interrupts && long(after) ? [before, after] : [before];
  }
  return long(after) ? [after] : [];
}
