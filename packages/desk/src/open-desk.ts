import type { AddressInfo } from 'node:net';
import type { Change } from '@hearsay/ledger/questions/answers';
import { LedgerError } from '@hearsay/ledger/store/ledger-error';
import { openStore } from '@hearsay/ledger/store/open-store';
import { type ServerType, serve } from '@hono/node-server';
import { deskApp } from './app.ts';
import { Editor } from './edits/editor.ts';
import { EventStream } from './events/event-stream.ts';
import { Ingests } from './ingests/ingests.ts';
import { LedgerVersion } from './ledger-version.ts';
import { LIMITS, type Limits } from './limits.ts';
import { builtPagesFolder } from './pages/build-pages.ts';
import { BuiltPages } from './pages/built-pages.ts';
import { QuestionPool } from './questions/question-pool.ts';
import { loopbackAddress } from './security/loopback.ts';

export interface DeskOptions {
  /** The file of the ledger, or the `postgres://` address of its database. */
  readonly ledger: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** `127.0.0.1`, or `::1`. */
  readonly host?: string;
  /** Lets addresses on this machine and its network be taken in. */
  readonly allowPrivate?: boolean;
  readonly limits?: Partial<Limits>;
}

/** A desk that is open. */
export interface Desk {
  /** Where it is: `http://127.0.0.1:4400`. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Opens the desk of a ledger.
 *
 *     const desk = await openDesk({ ledger: 'news.db', port: 4400 });
 *
 * @throws {RangeError} for a host that is not loopback, {LedgerError} where the ledger cannot be opened or brought to this
 * version, and what Node throws where the port is taken (`EADDRINUSE`).
 */
export async function openDesk({
  ledger,
  port,
  host = '127.0.0.1',
  allowPrivate = false,
  limits: given,
}: DeskOptions): Promise<Desk> {
  const hostname = loopbackAddress(host);
  const limits: Limits = { ...LIMITS, ...given };
  // What is wrong with a ledger is told best before threads have it.
  await bringUp(ledger);
  const pages = new BuiltPages(await builtPagesFolder());
  const version = new LedgerVersion();
  const events = new EventStream();
  const onChange = (change: Change): void => {
    version.advance();
    events.publish('change', change);
  };
  const questions = new QuestionPool(ledger, limits);
  const editor = new Editor(ledger, limits, onChange);
  const ingests = new Ingests(ledger, limits, allowPrivate, (progress) => {
    // Its batches are in the ledger before it tells of them; which pages they touch is told by the next look at it.
    version.advance();
    events.publish('ingest', progress);
  });
  const closeParts = async (): Promise<void> => {
    await Promise.all([questions.close(), editor.close(), ingests.close()]);
  };
  let server: ServerType | undefined;
  let listening = 0;
  const app = deskApp({ version, questions, editor, ingests, events, pages, limits, port: () => listening });
  try {
    await Promise.all([questions.start(), editor.start()]);
    server = await listen(app.fetch, hostname, port);
    listening = (server.address() as AddressInfo).port;
  } catch (error) {
    await closeParts();
    throw error;
  }
  const open = server;
  return {
    address: `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${listening}`,
    close: async () => {
      const closed = new Promise((resolve) => open.close(resolve));
      if ('closeAllConnections' in open) open.closeAllConnections();
      await Promise.all([closed, closeParts()]);
    },
  };
}

/**
 * Looks whether a ledger can be opened, and brings one of an older version to this version's schema.
 * @throws {LedgerError}
 */
async function bringUp(ledger: string): Promise<void> {
  try {
    await (await openStore(ledger, { access: 'read' })).close();
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'older') throw error;
    await migrated(ledger);
  }
}

async function migrated(ledger: string): Promise<void> {
  try {
    await (await openStore(ledger, { access: 'write', create: false, name: 'hearsay desk' })).close();
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'locked') throw error;
    const message = `${error.message}. It is of an older version, and the desk cannot bring it up meanwhile`;
    throw new LedgerError('locked', message, { cause: error });
  }
}

function listen(fetch: ReturnType<typeof deskApp>['fetch'], hostname: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port, overrideGlobalObjects: false }, () => resolve(server));
    server.once('error', reject);
  });
}
