import { type Model, readAnalysed } from '@hearsay/reader';
import { type Body, readBody } from '../stance/body.ts';
import { readClaim } from '../stance/claim.ts';
import { judgeBody } from '../stance/stance.ts';
import type { StanceModel } from '../stance/stance-model.ts';
import { pairsOfSplit, readStanceCorpus } from './stance-corpus.ts';
import { scoreStances } from './stance-score.ts';

export interface StanceReport {
  task: 'stance';
  /** How many pairs were scored. */
  items: number;
  metrics: Record<string, number>;
}

/** The side of the split that nothing was learnt from. */
const REPORTED = 'dev';

/**
 * Scores the judgement of stance on the pairs of the folder's `dev` topics; where no body is `dev`, on all of its pairs.
 * @throws {Error} naming the file and line that is not in the corpus's format.
 */
export function evaluateStance(folder: string, reader: Model, model: StanceModel): StanceReport {
  const corpus = readStanceCorpus(folder);
  const isSplit = [...corpus.bodies.values()].some(({ split }) => split === REPORTED);
  const pairs = isSplit ? pairsOfSplit(corpus, REPORTED) : corpus.pairs;
  const bodies = new Map<number, Body>();
  const items = pairs.map(({ headline, body: id, stance }) => {
    const text = corpus.bodies.get(id)?.text ?? '';
    const body = bodies.get(id) ?? readBody(readAnalysed({ id: String(id), text }, reader));
    bodies.set(id, body);
    return { gold: stance, predicted: judgeBody(readClaim(headline), body, model).stance };
  });
  return { task: 'stance', items: items.length, metrics: scoreStances(items) };
}
