import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngestProgress } from '@hearsay/ledger/questions/answers';
import { type Desk, type DeskOptions, openDesk } from '../src/open-desk.ts';
import { sampleLedger } from '../src/sample/sample-ledger.ts';

/** A desk on a copy of the sample ledger, or on one that is given, on a port of its own. */
export interface TestDesk extends Desk {
  readonly ledger: string;
  ask(path: string, options?: AskOptions): Promise<Answered>;
  /** A write as the pages send it. */
  write(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answered>;
  /** Waits until an ingest is over. */
  finished(id: number): Promise<IngestProgress>;
}

export interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json(): unknown;
}

export async function openTestDesk({ ledger: given, ...options }: Partial<DeskOptions> = {}): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-desk-test-'));
  const ledger = given ?? join(folder, 'sample.db');
  if (given === undefined) copyFileSync(await sampleLedger(), ledger);
  const desk = await openDesk({ ledger, port: 0, ...options });
  const ask = (path: string, asked: AskOptions = {}): Promise<Answered> => askAt(desk.address, path, asked);
  return {
    ...desk,
    ledger,
    ask,
    write: (method, path, body) =>
      ask(path, {
        method,
        headers: {
          'Hearsay-Desk': '1',
          Origin: desk.address,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    finished: async (id) => {
      for (let turn = 0; turn < 600; turn++) {
        const progress = (await ask(`/api/ingests/${id}`)).json() as IngestProgress;
        if (progress.state !== 'running') return progress;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`ingest ${id} did not end`);
    },
    close: async () => {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One request; unlike `fetch` it sends whatever `Host` and `Origin` a test gives. */
function askAt(address: string, path: string, { method = 'GET', headers = {}, body }: AskOptions): Promise<Answered> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: () => JSON.parse(text) });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
