import { createReadStream } from 'node:fs';
import type { Incoming, Source } from '@hearsay/ledger/ingest/source';
import { openSource } from '@hearsay/ledger/ingest/sources/open-source';
import { skip } from '@hearsay/ledger/ingest/sources/skip';
import { streamArticles } from '@hearsay/ledger/ingest/sources/stream';
import type { Begun } from './begun.ts';

/** Bytes of a file read at a time. */
const CHUNK_BYTES = 262_144;
/** Where a pasted text stood, as what is skipped of it says. */
const PASTED = 'pasted text';

export interface SourceLimits {
  readonly allowPrivate: boolean;
  readonly articles: number;
  readonly milliseconds: number;
}

/** The articles of what the desk was asked to take in, without what was said beside them. Files go by the names that they had at the reader's. */
export async function* begunSource(begun: Begun, limits: SourceLimits): Source {
  const end = performance.now() + limits.milliseconds;
  let count = 0;
  for await (const incoming of everything(begun, limits.allowPrivate)) {
    yield incoming;
    count++;
    const reason =
      count >= limits.articles
        ? `the desk takes in ${limits.articles} articles at once; take the rest in with "hearsay ingest"`
        : performance.now() > end
          ? 'it took too long; what came before is kept: take the rest in with "hearsay ingest"'
          : undefined;
    if (reason === undefined) continue;
    const place = incoming.place;
    yield { kind: 'skipped', input: place, place, code: 'limit', reason };
    return;
  }
}

async function* everything(begun: Begun, allowPrivate: boolean): AsyncGenerator<Incoming> {
  switch (begun.kind) {
    case 'address':
      yield* openSource([begun.url], { allowPrivate });
      return;
    case 'text': {
      const { text, title } = begun;
      yield { kind: 'article', input: { text, title }, place: PASTED };
      return;
    }
    case 'files':
      for (const { path, name } of begun.files) {
        try {
          const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: CHUNK_BYTES });
          yield* streamArticles(chunks, { name, allowPrivate });
        } catch (error) {
          yield skip(error, { input: name, place: name });
        }
      }
  }
}
