import { correctReading } from '@hearsay/ledger/edits/correct-reading';
import { decisionsOf } from '@hearsay/ledger/edits/decisions';
import { readArticle } from '@hearsay/ledger/ingest/read-article';
import type { Store } from '@hearsay/ledger/store/store';
import { loadModel } from '@hearsay/reader/model/load-model';
import type { Assertion, Reading } from '@hearsay/reader/reading';

/** One correction as training data; spans are UTF-16 code units into `text`. */
export interface CorrectionLine {
  decision: number;
  at: string;
  author: string;
  action: 'edit' | 'delete' | 'add';
  article: number;
  revision: number;
  reader: Reading['reader'];
  text: string;
  /** What the machine reads there; null for what it does not read. */
  machine: NamedAssertion | null;
  /** What the editor says in its place; null for what was deleted. */
  editor: NamedAssertion | null;
}

type NamedAssertion = Pick<Assertion, 'act' | 'kind' | 'content' | 'cue' | 'source' | 'certainty' | 'stance'> & {
  speaker: string | null;
};

/** The corrections in force, beside what this version of the reader says of the same words without them. */
export async function correctionLines(store: Store): Promise<CorrectionLine[]> {
  const model = loadModel();
  const lines: CorrectionLine[] = [];
  const byRevision = Map.groupBy(
    await decisionsOf(store, 'assertion-correction'),
    ({ payload }) => payload.at.revision,
  );
  for (const [revision, decisions] of byRevision) {
    const row = await store.db
      .selectFrom('revision')
      .select(['reading', 'input_type'])
      .where('id', '=', revision)
      .executeTakeFirst();
    if (!row?.reading) continue;
    const { reading: machine } = readArticle(
      { kind: 'again', reading: row.reading, inputType: row.input_type, corrections: [] },
      model,
    );
    let corrected = machine;
    for (const { id, at, author, payload } of decisions) {
      const before = corrected;
      corrected = correctReading(corrected, [payload]);
      const stood = assertionAt(before, payload.at);
      const moved = payload.action === 'delete' ? undefined : (payload.set.span ?? payload.at);
      lines.push({
        decision: id,
        at,
        author,
        action: payload.action,
        article: payload.at.article,
        revision,
        reader: machine.reader,
        text: machine.text,
        machine: stood === undefined ? null : named(before, stood),
        editor: moved === undefined ? null : named(corrected, assertionAt(corrected, moved)),
      });
    }
  }
  return lines;
}

function assertionAt(reading: Reading, { start, end }: { start: number; end: number }): Assertion | undefined {
  return reading.assertions.find(({ content }) => content[0]?.start === start && content[0]?.end === end);
}

function named(reading: Reading, assertion: Assertion | undefined): NamedAssertion | null {
  if (assertion === undefined) return null;
  const { act, kind, content, cue, source, certainty, stance } = assertion;
  const speaker = reading.actors.find(({ id }) => id === assertion.speaker)?.name ?? null;
  return { act, kind, speaker, content, cue, source, certainty, stance };
}
