import type { Change, IngestProgress } from '@hearsay/ledger/questions/answers';

/** Events kept for a page that was cut off. */
const MOST_KEPT = 500;
/** A comment this often keeps a connection from being taken for dead, in milliseconds. */
const ALIVE_EVERY = 15_000;
/** How soon a page that was cut off comes back, in milliseconds. */
const RETRY = 2000;

interface Kinds {
  ingest: IngestProgress;
  change: Change;
}

interface Kept {
  number: number;
  kind: keyof Kinds;
  text: string;
}

/**
 * What happens, told to every page that listens (server-sent events, HTML Living Standard 9.2). A page that was cut off
 * names the last event it heard, and is told those since; where they are not kept any more, or the desk was started anew,
 * it is told of a change without ids, at which it asks for everything again.
 */
export class EventStream {
  /** Identifiers of another run of the desk are told apart by it. */
  readonly #run = Date.now().toString(36);
  readonly #kept: Kept[] = [];
  readonly #listeners = new Set<(text: string) => void>();
  #last = 0;

  get listeners(): number {
    return this.#listeners.size;
  }

  publish<Kind extends keyof Kinds>(kind: Kind, event: Kinds[Kind]): void {
    const number = ++this.#last;
    const text = `id: ${this.#run}-${number}\nevent: ${kind}\ndata: ${JSON.stringify(event)}\n\n`;
    this.#kept.push({ number, kind, text });
    if (this.#kept.length > MOST_KEPT) this.#kept.shift();
    for (const listener of this.#listeners) listener(text);
  }

  /** The stream of one page; `running` are the ingests that it should know of, `lastHeard` its `Last-Event-ID`. */
  open(running: readonly IngestProgress[], lastHeard: string | undefined): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    let close = (): void => {};
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          const send = (text: string): void => {
            // A page that does not read is let go: it comes back and asks for what it missed.
            if ((controller.desiredSize ?? 0) < -1_000_000) {
              close();
              controller.close();
            } else controller.enqueue(encoder.encode(text));
          };
          const alive = setInterval(() => send(': alive\n\n'), ALIVE_EVERY);
          alive.unref();
          close = () => {
            clearInterval(alive);
            this.#listeners.delete(send);
          };
          send(`retry: ${RETRY}\n\n`);
          for (const text of this.#missed(lastHeard)) send(text);
          for (const progress of running) send(`event: ingest\ndata: ${JSON.stringify(progress)}\n\n`);
          this.#listeners.add(send);
        },
        cancel: () => close(),
      },
      { highWaterMark: 65_536, size: (bytes) => bytes?.length ?? 0 },
    );
  }

  #missed(lastHeard: string | undefined): string[] {
    if (lastHeard === undefined) return [];
    const number = lastHeard.startsWith(`${this.#run}-`) ? Number(lastHeard.slice(this.#run.length + 1)) : Number.NaN;
    const first = this.#kept[0]?.number ?? this.#last + 1;
    if (number >= first - 1 && number <= this.#last) {
      return this.#kept.filter((kept) => kept.number > number).map(({ text }) => text);
    }
    const nothing: Change = { stories: [], claims: [], articles: [] };
    return [`id: ${this.#run}-${this.#last}\nevent: change\ndata: ${JSON.stringify(nothing)}\n\n`];
  }
}
