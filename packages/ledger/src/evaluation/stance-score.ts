import { STANCES, type Stance } from '../stance/stances.ts';

/** What people and the ledger say of one pair. */
export interface StanceItem {
  gold: Stance;
  predicted: Stance;
}

/**
 * Scores stances by the measures of the Fake News Challenge (FNC-1, 2017) and beyond it: `weighted` is the challenge's
 * score, 0.25 for related or not and 0.75 more for the right stance of a related pair, as a share of the best possible;
 * `f1.macro` is the mean of the four classes' F1 (Hanselowski et al. 2018). `confusion.GOLD.PREDICTED` is a share of the
 * pairs whose gold stance that is.
 */
export function scoreStances(items: readonly StanceItem[]): Record<string, number> {
  let points = 0;
  let most = 0;
  for (const { gold, predicted } of items) {
    most += gold === 'unrelated' ? FOR_RELATEDNESS : 1;
    if ((gold === 'unrelated') !== (predicted === 'unrelated')) continue;
    points += FOR_RELATEDNESS;
    if (gold === predicted && gold !== 'unrelated') points += FOR_STANCE;
  }
  const count = (gold: Stance | null, predicted: Stance | null): number =>
    items.filter((item) => (gold ?? item.gold) === item.gold && (predicted ?? item.predicted) === item.predicted)
      .length;
  const metrics: Record<string, number> = { weighted: share(points, most), 'f1.macro': 0 };
  for (const stance of STANCES) {
    const f1 = share(2 * count(stance, stance), count(stance, null) + count(null, stance));
    metrics['f1.macro'] += f1 / STANCES.length;
    metrics[`f1.${stance}`] = f1;
  }
  for (const gold of STANCES) {
    for (const predicted of STANCES) {
      metrics[`confusion.${gold}.${predicted}`] = share(count(gold, predicted), count(gold, null));
    }
  }
  return metrics;
}

const FOR_RELATEDNESS = 0.25;
const FOR_STANCE = 0.75;

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
