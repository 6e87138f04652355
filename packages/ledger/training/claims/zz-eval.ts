import { readFileSync } from 'node:fs';
import { loadModel } from '@hearsay/reader/model/load-model';
import { decodeClaimModel } from '../../src/claims/claim-model.ts';
import { claimMetrics } from '../../src/evaluation/claims-score.ts';
import { countSets } from './score-sets.ts';
import { readTuningSets } from './tuning-sets.ts';
import { TUNE } from '../../src/claims/tune.ts';
const sets = readTuningSets('/work/shared/corpora', loadModel());
const models = [0, 1, 2, 3, 4, 5].map((f) => decodeClaimModel(readFileSync(`/tmp/fold-${f}.bin`)));
const old = new Set(['desk', 'fnc-394', 'fnc-2188', 'fnc-715', 'fnc-534']);
for (const once of process.argv[2].split(',').map(Number)) for (const after of process.argv[3].split(',').map(Number)) {
  TUNE.once = once; TUNE.after = after;
  const t = Date.now();
  const cs = sets.map((s, i) => countSets([s], models[i % 6])[0]);
  const m = claimMetrics(cs), nw = claimMetrics(cs.filter((_, i) => !old.has(sets[i].name)));
  const f = (x: number) => x.toFixed(3);
  console.log(once, after, 'P', f(m['pairs.precision']), 'R', f(m['pairs.recall']), 'F1', f(m['pairs.f1']), 'NEW', f(nw['pairs.f1']), 'pol', f(nw.polarity), 'mean', f(cs.map((c) => claimMetrics([c])['pairs.f1']).reduce((a, b) => a + b) / cs.length), Date.now() - t, 'ms');
}
