import { RELATIONS, type Relation } from '../language/relations.ts';
import { treeScores } from '../model/boosted-trees.ts';
import { nearestMark } from './cue-context.ts';
import type { CueExtent } from './cue-extents.ts';
import { headKey } from './cue-heads.ts';
import type { CueModel } from './cue-model.ts';
import { type CueText, RELATION } from './cue-text.ts';

/** The score of a token that is no candidate, and of a token that is not there. */
export const NO_CANDIDATE = -10;
const NOTHING = -12;

/**
 * Decides anew on the candidates of a text, knowing what the first decision thinks of the words around each: whether a
 * likelier cue governs it, depends on it, or stands in its sentence. (A cue within another's content is none in PolNeAR.)
 * @param logits the first decision on each token
 * @returns the probability of each candidate to head a cue
 */
export function decideHeads(
  text: CueText,
  logits: Float32Array,
  candidates: readonly CueExtent[],
  model: Pick<CueModel, 'words' | 'decision'>,
): Float64Array {
  const table = decisionTable(text, logits, candidates, model.words);
  const change = treeScores(model.decision, table, DECISION_WIDTH);
  return change.map((value, row) => 1 / (1 + Math.exp(-logits[candidates[row].head] - value)));
}

/** The features of the second decision, `DECISION_WIDTH` to a candidate. */
export function decisionTable(
  text: CueText,
  logits: Float32Array,
  candidates: readonly CueExtent[],
  words: CueModel['words'],
): Float32Array {
  const table = new Float32Array(candidates.length * DECISION_WIDTH);
  const whole = wholeText(text, logits);
  const put = new RowWriter(table);
  for (const [row, candidate] of candidates.entries()) {
    put.at = row * DECISION_WIDTH;
    wordColumns(text, logits, candidate, words, put);
    governorColumns(text, logits, candidate.head, put);
    dependentColumns(text, logits, candidate.head, put);
    sentenceColumns(text, logits, whole, candidate.head, put);
    quotationColumns(text, candidate.head, put);
    placeColumns(text, whole, candidate.head, put);
  }
  return table;
}

/** Columns of a row: those of each group below, in their order. */
export const DECISION_WIDTH = 11 + 8 + 26 + 7 + 6 + 13;

class RowWriter {
  at = 0;
  readonly table: Float32Array;
  /** The best logit among the dependents in each relation: filled anew for each row. */
  readonly bestDependent = new Float32Array(RELATIONS.length);
  constructor(table: Float32Array) {
    this.table = table;
  }
  value(value: number): void {
    this.table[this.at++] = value;
  }
}

interface WholeText {
  /** The best logit of each sentence. */
  best: Float32Array;
  /** Share of each sentence that is quoted. */
  quoted: Float32Array;
  /** Expected cues, sure cues, doubtful cues and sure cues inside quotations per hundred tokens. */
  density: number[];
}

const SURE = 1.4;

function wholeText({ language, quoted }: CueText, logits: Float32Array): WholeText {
  const { sentences, tokens } = language;
  const best = new Float32Array(sentences.count).fill(NOTHING);
  const share = new Float32Array(sentences.count);
  const density = [0, 0, 0, 0];
  for (let token = 0; token < tokens.count; token++) {
    const sentence = sentences.of[token];
    const logit = logits[token];
    if (logit > best[sentence]) best[sentence] = logit;
    if (quoted[token] > 0) share[sentence] += 1 / (sentences.end[sentence] - sentences.first[sentence]);
    if (logit === NO_CANDIDATE) continue;
    density[0] += 1 / (1 + Math.exp(-logit));
    if (logit > SURE) density[1]++;
    else if (logit > -SURE) density[2]++;
    if (logit > 0 && quoted[token] > 0) density[3]++;
  }
  return { best, quoted: share, density: density.map((sum) => (100 * sum) / Math.max(1, tokens.count)) };
}

function wordColumns(
  text: CueText,
  logits: Float32Array,
  { head, first, end, firstShare, endShare }: CueExtent,
  words: CueModel['words'],
  put: RowWriter,
): void {
  const { tag, relation, name } = text.language;
  const { cues, tokens } = words.get(headKey(text, head)) ?? { cues: 0, tokens: 0 };
  put.value(logits[head]);
  put.value(Math.log((cues + 0.3) / (tokens - cues + 3)));
  put.value(tokens);
  put.value(text.wordClass[head]);
  put.value(tag[head]);
  put.value(relation[head]);
  put.value(name[head]);
  put.value(firstShare);
  put.value(endShare);
  put.value(head - first);
  put.value(end - head);
}

const MOST_STEPS = 12;
const OPENS_CONTENT: ReadonlySet<number> = new Set(
  (['ccomp', 'xcomp', 'advcl'] as const).map((name) => RELATION[name]),
);

function governorColumns({ language }: CueText, logits: Float32Array, token: number, put: RowWriter): void {
  const { head, relation, tag } = language;
  const above = head[token];
  let best = NOTHING;
  let bestStep = 0;
  let likely = 0;
  let clause = NOTHING;
  let clauseRelation = -1;
  for (let step = 1, below = token, h = above; step <= MOST_STEPS && h >= 0; step++, below = h, h = head[h]) {
    const logit = logits[h];
    if (logit > best) {
      best = logit;
      bestStep = step;
    }
    if (logit > 0) likely++;
    if (OPENS_CONTENT.has(relation[below]) && logit > clause) {
      clause = logit;
      clauseRelation = relation[below];
    }
  }
  put.value(above < 0 ? NOTHING : logits[above]);
  put.value(above < 0 ? -1 : tag[above]);
  put.value(above < 0 ? -1 : relation[above]);
  put.value(best);
  put.value(bestStep);
  put.value(likely);
  put.value(clause);
  put.value(clauseRelation);
}

const indices = (names: readonly Relation[]) => Int32Array.from(names, (name) => RELATION[name]);
const SCORED = indices(['ccomp', 'xcomp', 'obj', 'conj', 'advcl', 'parataxis']);
const PRESENT = indices([
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'ccomp',
  'xcomp',
  'advcl',
  'parataxis',
  'obl',
  'nmod',
  'neg',
  'mark',
  'compound:prt',
  'cop',
  'acl',
]);

function dependentColumns(text: CueText, logits: Float32Array, token: number, put: RowWriter): void {
  const { relation, name, tag, head } = text.language;
  const best = put.bestDependent.fill(NOTHING);
  let dependents = 0;
  for (let d = text.firstDependent[token]; d >= 0; d = text.nextDependent[d]) {
    dependents++;
    if (logits[d] > best[relation[d]]) best[relation[d]] = logits[d];
  }
  const subject = text.subject[token];
  for (const each of SCORED) put.value(best[each]);
  for (const each of PRESENT) put.value(best[each] > NOTHING ? 1 : 0);
  put.value(dependents);
  put.value(subject < 0 ? -1 : name[subject]);
  put.value(subject < 0 ? -1 : tag[subject]);
  put.value(subject < 0 ? 0 : token - subject);
  put.value(relation[token] === RELATION.conj ? logits[head[token]] : NOTHING);
}

const WINDOW = 60;

function sentenceColumns(
  { language }: CueText,
  logits: Float32Array,
  { best }: WholeText,
  token: number,
  put: RowWriter,
): void {
  const { sentences } = language;
  const sentence = sentences.of[token];
  const first = Math.max(sentences.first[sentence], token - WINDOW);
  const end = Math.min(sentences.end[sentence], token + WINDOW);
  let before = NOTHING;
  let beforeDistance = 0;
  let after = NOTHING;
  let afterDistance = 0;
  let likely = 0;
  for (let other = first; other < end; other++) {
    const logit = logits[other];
    if (other === token || logit === NO_CANDIDATE) continue;
    if (logit > 0) likely++;
    if (other < token && logit > before) {
      before = logit;
      beforeDistance = token - other;
    } else if (other > token && logit > after) {
      after = logit;
      afterDistance = other - token;
    }
  }
  put.value(before);
  put.value(beforeDistance);
  put.value(after);
  put.value(afterDistance);
  put.value(likely);
  put.value(sentence > 0 ? best[sentence - 1] : NOTHING);
  put.value(sentence + 1 < sentences.count ? best[sentence + 1] : NOTHING);
}

function quotationColumns(text: CueText, token: number, put: RowWriter): void {
  put.value(text.quoted[token]);
  put.value(text.quotedSentence[token]);
  put.value(text.quotedParagraph[token]);
  put.value(nearestMark(text, token, -1));
  put.value(nearestMark(text, token, 1));
  put.value(text.quotedShare);
}

function placeColumns(text: CueText, whole: WholeText, token: number, put: RowWriter): void {
  const { sentences, tag, tokens } = text.language;
  const { paragraph, paragraphFirst, firstPersonShare } = text;
  const sentence = sentences.of[token];
  const first = sentences.first[sentence];
  const end = sentences.end[sentence];
  put.value(whole.quoted[sentence]);
  put.value(token - first);
  put.value(end - token);
  put.value(paragraph[token]);
  put.value(paragraph[tokens.count - 1] - paragraph[token]);
  put.value(token - paragraphFirst[token]);
  put.value(tokens.count);
  put.value(firstPersonShare);
  for (const each of whole.density) put.value(each);
  put.value(token + 1 < end ? tag[token + 1] : -1);
}
