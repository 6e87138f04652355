import type { Frame } from './cue-frame.ts';
import { bucket, type FeatureRows } from './cue-rows.ts';
import type { CueText } from './cue-text.ts';

/** Features of the words around a token. */
export function neighbourFeatures(text: CueText, token: number, rows: FeatureRows): void {
  const { lemma, wordClass } = text;
  const { tag, name, sentences } = text.language;
  const first = sentences.first[sentences.of[token]];
  const end = sentences.end[sentences.of[token]];
  const lemmaAt = (at: number) => (at < first ? 1 : at < end ? lemma[at] : 2);
  const tagAt = (at: number) => (at < first || at >= end ? 99 : tag[at]);
  const nameAt = (at: number) => (at < first || at >= end ? 0 : name[at]);
  const word = lemma[token];
  const own = wordClass[token];
  const ownTag = tag[token];
  const before = lemmaAt(token - 1);
  const after = lemmaAt(token + 1);
  const tagBefore = tagAt(token - 1);
  const tagAfter = tagAt(token + 1);
  rows.add(100, word, before, 0);
  rows.add(101, word, after, 0);
  rows.add(102, word, after, lemmaAt(token + 2));
  rows.add(103, word, lemmaAt(token - 2), before);
  rows.add(104, own, before, 0);
  rows.add(105, own, after, 0);
  rows.add(106, ownTag, tagBefore, tagAfter);
  rows.add(107, word, tagBefore, tagAfter);
  rows.add(108, ownTag, tagAfter, tagAt(token + 2));
  rows.add(109, word, tagAfter, tagAt(token + 2));
  rows.add(110, ownTag, tagAt(token - 2), tagBefore);
  rows.add(111, word, tagAt(token - 2), tagBefore);
  rows.add(112, ownTag, after, lemmaAt(token + 2));
  rows.add(113, ownTag * 128 + tagAfter, tagAt(token + 2), tagAt(token + 3));
  rows.add(114, ownTag, lemmaAt(token - 2), before);
  rows.add(115, word, nameAt(token - 1), nameAt(token + 1));
}

const MARK_REACH = 8;

/** The nearest quotation mark on a side, within the paragraph: which one and how far; 0 for none. */
export function nearestMark({ mark, paragraph }: CueText, token: number, step: 1 | -1): number {
  for (let distance = 1; distance <= MARK_REACH; distance++) {
    const at = token + step * distance;
    if (at < 0 || at >= mark.length || paragraph[at] !== paragraph[token]) return 0;
    if (mark[at] > 0) return mark[at] * 8 + Math.min(distance < 4 ? distance : distance < 6 ? 4 : 5, 5);
  }
  return 0;
}

/** Features of the quotation marks near a token. */
export function markFeatures(text: CueText, token: number, rows: FeatureRows): void {
  const left = nearestMark(text, token, -1);
  const right = nearestMark(text, token, 1);
  const word = text.lemma[token];
  const own = text.wordClass[token];
  const quoted = text.quoted[token];
  rows.add(120, left, right, own);
  rows.add(121, word, left, right);
  rows.add(122, left, own, quoted);
  rows.add(123, right, own, quoted);
  rows.add(124, word, left, 0);
  rows.add(125, word, right, 0);
}

/** Features of where a token stands in its sentence, paragraph and text. */
export function placeFeatures(text: CueText, token: number, frame: Frame, rows: FeatureRows): void {
  const { lemma, wordClass, paragraph, quoted, mark, quotedSentence } = text;
  const { sentences, tag } = text.language;
  const sentence = sentences.of[token];
  const first = sentences.first[sentence];
  const end = sentences.end[sentence];
  const word = lemma[token];
  const own = wordClass[token];
  const number = paragraph[token];
  const remaining = paragraph[paragraph.length - 1] - number;
  rows.add(130, bucket(token - first), own, 0);
  rows.add(131, bucket(end - token), own, 0);
  rows.add(132, bucket(token - first), word, 0);
  rows.add(133, bucket(end - token), word, 0);
  rows.add(134, bucket((end - first) >> 1), own, quotedSentence[token]);
  rows.add(135, Math.min(number, 4), own, 0);
  rows.add(136, Math.min(number, 3), word, 0);
  rows.add(137, Math.min(remaining, 2), own, 0);
  rows.add(138, token === text.paragraphFirst[token] ? 1 : 0, own, 0);
  rows.add(139, text.quotedShare, own, 0);
  rows.add(140, text.quotedShare, word, 0);
  rows.add(141, text.quotedShare, frame.core, own);
  rows.add(142, text.firstPersonShare, own, 0);
  rows.add(143, text.firstPersonShare, word, 0);
  rows.add(144, text.firstPersonShare, own, quoted[token]);
  if (first === 0) return;
  const previous = first - 1;
  rows.add(145, tag[previous], mark[previous], own);
  rows.add(146, word, mark[previous] * 3 + quoted[previous], token - first < 4 ? 1 : 0);
}
