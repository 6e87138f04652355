import { BODY_NOUNS, DOCUMENT_NOUNS, isPersonNoun, PUBLICATION_NOUNS } from '../actors/source-nouns.ts';
import type { TokenRange } from './attribution.ts';
import { sentenceAround, tagOf, trimmed, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import type { Tree } from './tree.ts';

/**
 * Adds what somebody is cited for: ", citing two pilots," and "which cited a pilot": the one cited said what the sentence
 * reports, through the one who cites. The words of the citation are no part of what is reported.
 */
export function withCited(scene: Scene, reports: readonly Report[]): Report[] {
  const { tree } = scene;
  const bySentence = new Map<number, Report>();
  for (const report of reports) {
    const sentence = tree.language.sentences.of[report.head];
    if (mayCite(tree, report) && !bySentence.has(sentence)) bySentence.set(sentence, report);
  }
  const cited: Report[] = [];
  const cut = new Map<Report, Report>();
  for (let token = 0; token < tree.language.tokens.count; token++) {
    if (!cites(tree, token)) continue;
    const source = citedSource(tree, token);
    const main = bySentence.get(tree.language.sentences.of[token]);
    if (!main || !source) continue;
    const content = main.content.flatMap((range) => before(tree, range, token));
    if (content.length === 0) continue;
    cut.set(main, { ...main, content });
    cited.push({
      ...main,
      content,
      head: token,
      cue: [{ first: token, end: token + 1 }],
      source: [source],
      through: [...main.through, ...main.source],
      act: 'statement',
    });
  }
  return [...cited, ...reports.map((report) => cut.get(report) ?? report)];
}

const CITES = /^(?:citing|quoting)$/;

/** Whether a word opens a citation: "citing", ", quoting", or "which cited" of an outlet. */
function cites(tree: Tree, token: number): boolean {
  const word = wordOf(tree, token);
  const previous = wordOf(tree, token - 1);
  if (word === 'citing') return true;
  if (word === 'quoting') return previous === ',' || sentenceAround(tree, token).first === token;
  return previous === 'which' && /^(?:cited|quoted)$/.test(word);
}

/** Whether a report may be the one that a citation in its sentence is for. */
function mayCite(tree: Tree, { kind, source, head }: Report): boolean {
  if (kind === 'narration' || source.length === 0 || head < 0) return false;
  return !CITES.test(wordOf(tree, head)) && !cites(tree, head);
}

/** A range up to the comma before a citation that it holds. */
function before(tree: Tree, range: TokenRange, citing: number): TokenRange[] {
  if (citing < range.first || citing >= range.end || wordOf(tree, citing - 1) !== ',') return [range];
  const left = trimmed(tree, { first: range.first, end: citing - 1 });
  return left.end > left.first ? [left] : [];
}

/** Who is cited, in the words up to the next clause; null for what is cited and nobody's: "citing the cost". */
function citedSource(tree: Tree, citing: number): TokenRange | null {
  const sentence = sentenceAround(tree, citing);
  let end = citing + 1;
  while (
    end < sentence.end &&
    !/^[,;:.]$/.test(wordOf(tree, end)) &&
    !/^(?:VB[DZP]|WP|WDT|WRB)$/.test(tagOf(tree, end))
  )
    end++;
  const range = trimmed(tree, { first: citing + 1, end });
  for (let token = range.first; token < range.end; token++) {
    if (/^NNP/.test(tagOf(tree, token)) || speaks(tree.language.lemma[token])) return range;
  }
  return null;
}

function speaks(noun: string): boolean {
  return (
    BODY_NOUNS.has(noun) ||
    DOCUMENT_NOUNS.has(noun) ||
    PUBLICATION_NOUNS.has(noun) ||
    isPersonNoun(noun) ||
    noun === 'people'
  );
}
