import { crashIngest } from '../../packages/ledger/test/crash.ts';
import { random, variedArticles } from '../../packages/ledger/test/varied-articles.ts';
import { stanceBodies } from './corpora.ts';
import type { Row } from './measure.ts';

const KILLS = 200;
const ARTICLES = 4000;
/** Milliseconds from a start to the latest kill: about half fall after the first batch. */
const LONGEST = 9000;
/** `check` runs after every tenth kill and at the end of every ledger; losses and doubles are counted after each. */
const CHECK_EVERY = 10;

/** Ends an ingest with SIGKILL two hundred times and looks at what is left. */
export async function benchCrash(): Promise<Row[]> {
  const bodies = stanceBodies();
  if (bodies.length === 0) return [];
  const articles = [...variedArticles(bodies, ARTICLES)];
  const options = { kills: KILLS, longest: LONGEST, next: random(1), checkEvery: CHECK_EVERY };
  const { kills, lost, doubled, problems, reached } = await crashIngest(articles, options);
  for (const problem of problems.slice(0, 10)) process.stderr.write(`${problem}\n`);
  const amid = reached.filter((count) => count > 0 && count < ARTICLES).length;
  return [
    { section: 'crash', what: 'kills during ingest', value: kills, unit: '', target: `≥ ${KILLS}` },
    { section: 'crash', what: 'of them with a part of the articles in', value: amid, unit: '' },
    { section: 'crash', what: 'articles lost of finished batches', value: lost, unit: '', target: '≤ 0' },
    { section: 'crash', what: 'articles doubled', value: doubled, unit: '', target: '≤ 0' },
    { section: 'crash', what: 'faults that hearsay check finds', value: problems.length, unit: '', target: '≤ 0' },
  ];
}
