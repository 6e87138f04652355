import type { Weights } from '../../src/copies/copy-weights.ts';
import type { ReuseMeasures } from '../../src/copies/reuse-measures.ts';

const MOST_STEPS = 50;

/** A measured pair, and whether it is of the class. */
export interface Row {
  measures: ReuseMeasures;
  is: boolean;
}

/**
 * Logistic regression by Newton's method, with an L2 `penalty` on the weights of standardised measures. The same rows give the
 * same weights.
 */
export function regress(rows: readonly Row[], names: readonly (keyof ReuseMeasures)[], penalty: number): Weights {
  const scales = names.map((name) => {
    const values = rows.map(({ measures }) => measures[name]);
    const mean = sum(values) / values.length;
    const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
    return { mean, deviation: deviation === 0 ? 1 : deviation };
  });
  const table = rows.map(({ measures }) => [
    1,
    ...names.map((name, at) => (measures[name] - scales[at].mean) / scales[at].deviation),
  ]);
  const weights = new Float64Array(names.length + 1);
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = Array.from(weights, (weight, at) => (at === 0 ? 0 : -penalty * weight));
    const hessian = gradient.map((_, i) => gradient.map((__, j) => (i === j && i > 0 ? penalty : 0)));
    table.forEach((row, at) => {
      const probability = 1 / (1 + Math.exp(-sum(row.map((value, of) => value * weights[of]))));
      const left = Number(rows[at].is) - probability;
      const curvature = probability * (1 - probability);
      row.forEach((value, i) => {
        gradient[i] += left * value;
        row.forEach((other, j) => {
          hessian[i][j] += curvature * value * other;
        });
      });
    });
    const change = solve(hessian, gradient);
    change.forEach((value, at) => {
      weights[at] += value;
    });
    if (Math.max(...change.map(Math.abs)) < 1e-9) break;
  }
  const of = Object.fromEntries(names.map((name, at) => [name, weights[at + 1] / scales[at].deviation]));
  return { bias: weights[0] - sum(names.map((name, at) => of[name] * scales[at].mean)), of };
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      for (let at = column; at <= size; at++) rows[row][at] -= factor * rows[column][at];
    }
  }
  return rows.map((row, at) => row[size] / row[at]);
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
