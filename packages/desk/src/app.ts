import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { openApiDocument } from './api/openapi.ts';
import { byId, decisionBody, eventsAsked, OPERATIONS, OTHERS } from './api/operations.ts';
import { jsonBody, valid } from './api/request-body.ts';
import type { Editor } from './edits/editor.ts';
import type { EventStream } from './events/event-stream.ts';
import { exportAsked } from './exports/export-asked.ts';
import { EXPORT_TYPES } from './exports/export-types.ts';
import { begunByJson } from './ingests/begun.ts';
import type { Ingests } from './ingests/ingests.ts';
import { receiveUpload } from './ingests/receive-upload.ts';
import type { LedgerVersion } from './ledger-version.ts';
import type { Limits } from './limits.ts';
import type { BuiltPages } from './pages/built-pages.ts';
import { personAsking } from './person.ts';
import { DeskProblem, problemResponse } from './problem.ts';
import { AnswerCache } from './questions/answer-cache.ts';
import type { QuestionPool } from './questions/question-pool.ts';
import { QUESTIONS } from './questions/questions.ts';
import { ownRequestsOnly } from './security/own-requests.ts';
import { responseHeaders } from './security/response-headers.ts';

/** What the routes stand on. */
export interface DeskParts {
  readonly version: LedgerVersion;
  readonly questions: QuestionPool;
  readonly editor: Editor;
  readonly ingests: Ingests;
  readonly events: EventStream;
  readonly pages: BuiltPages;
  readonly limits: Limits;
  /** Known once the server listens. */
  port(): number;
}

type Env = { Bindings: HttpBindings };
type Ask = Context<Env>;

/** Every route of the desk: what asks the ledger, what changes it, what happens, and the pages. */
export function deskApp(desk: DeskParts): Hono<Env> {
  const app = new Hono<Env>();
  app.use(responseHeaders());
  app.use(ownRequestsOnly(desk.port));
  addQuestions(app, desk);
  addDecisions(app, desk);
  addIngests(app, desk);
  addFiles(app, desk);
  app.get(OTHERS.events.path, (context) => events(context, desk));
  const document = JSON.stringify(openApiDocument('1'));
  app.get('/openapi.json', () => json(document));
  refuseOtherMethods(app);
  app.get('*', (context) => {
    const { path } = context.req;
    if (path.startsWith('/api/')) return notFound(path);
    const { pages } = desk;
    return (
      pages.answer(path, context.req.header('if-none-match')) ??
      pages.missing(context.req.header('accept')) ??
      notFound(path)
    );
  });
  app.notFound((context) => notFound(context.req.path));
  app.onError((error) => {
    if (error instanceof DeskProblem) return problemResponse(error.kind, error.detail);
    process.stderr.write(`hearsay desk: ${error.stack ?? error.message}\n`);
    return problemResponse('internal', 'Where the desk was started it says why; report it with that.');
  });
  return app;
}

function addQuestions(app: Hono<Env>, { version, questions }: DeskParts): void {
  const cache = new AnswerCache();
  for (const [name, { path, asked, lane, missing }] of Object.entries(QUESTIONS)) {
    app.get(routeOf(path), async (context) => {
      const now = version.current;
      const etag = `"${now}"`;
      const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
      const parameters = valid(asked, { ...context.req.query(), ...context.req.param() }, 'the address');
      if (hasEtag(context, etag)) return new Response(null, { status: 304, headers });
      const address = `${name} ${JSON.stringify(parameters)}`;
      const answer = await cache.get(now, address, () => questions.ask(lane, { name, asked: parameters }));
      if (answer === undefined) throw new DeskProblem('not-found', missing ?? 'The ledger has nothing of this number.');
      return json(answer, headers);
    });
  }
}

function addDecisions(app: Hono<Env>, { editor, limits }: DeskParts): void {
  app.post(OTHERS.decide.path, async (context) => {
    const decision = await jsonBody(context, decisionBody, limits.jsonBytes);
    const id = await editor.decide(personAsking().name, decision);
    return json(JSON.stringify({ id }), { 'Cache-Control': 'no-store' }, OTHERS.decide.status);
  });
  app.delete(routeOf(OTHERS.undo.path), async (context) => {
    const { id } = valid(byId, context.req.param(), 'the address');
    return json(JSON.stringify({ id: await editor.undo(personAsking().name, id) }), { 'Cache-Control': 'no-store' });
  });
}

function addIngests(app: Hono<Env>, { ingests, limits }: DeskParts): void {
  app.post(OTHERS.beginIngest.path, async (context) => {
    ingests.checkRoom();
    const isUpload = /^multipart\/form-data\b/i.test(context.req.header('content-type') ?? '');
    const id = isUpload ? await beginUpload(context.env.incoming) : await beginByJson(context);
    const headers = { 'Cache-Control': 'no-store', Location: `${OTHERS.beginIngest.path}/${id}` };
    return json(JSON.stringify({ id }), headers, OTHERS.beginIngest.status);
  });
  app.get(routeOf(OTHERS.ingest.path), (context) => {
    const { id } = valid(byId, context.req.param(), 'the address');
    const progress = ingests.progress(id);
    if (progress === undefined)
      throw new DeskProblem('not-found', 'There is no ingest of this number since the desk was started.');
    return json(JSON.stringify(progress), { 'Cache-Control': 'no-store' });
  });

  async function beginUpload(request: IncomingMessage): Promise<number> {
    return ingests.begin(await receiveUpload(request, limits));
  }

  async function beginByJson(context: Ask): Promise<number> {
    const body = await jsonBody(context, begunByJson, limits.jsonBytes);
    return ingests.begin('url' in body ? { kind: 'address', ...body } : { kind: 'text', ...body });
  }
}

function addFiles(app: Hono<Env>, { questions, editor }: DeskParts): void {
  app.get(routeOf(OTHERS.export.path), async (context) => {
    const asked = valid(exportAsked, { ...context.req.query(), ...context.req.param() }, 'the address');
    const { type, extension } = EXPORT_TYPES[asked.format];
    return streamed(type, `hearsay.${extension}`, context.req.method, (send, signal) =>
      questions.export(asked, send, signal),
    );
  });
  app.get(OTHERS.corrections.path, async () => {
    return file('application/jsonl', 'corrections.jsonl', await editor.corrections());
  });
}

/** Answers once the first part is there, so that what goes wrong before is told as a problem. */
async function streamed(
  type: string,
  name: string,
  method: string,
  ask: (
    send: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<Uint8Array | undefined>,
): Promise<Response> {
  const gone = new AbortController();
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>>(undefined, undefined, {
    highWaterMark: 1,
  });
  const writer = writable.getWriter();
  const begun = Promise.withResolvers<void>();
  const ended = ask(async (bytes) => {
    begun.resolve();
    try {
      await writer.write(bytes);
    } catch {
      gone.abort();
    }
  }, gone.signal);
  ended.then(
    (found) => {
      if (found === undefined)
        begun.reject(new DeskProblem('not-found', 'The ledger has nothing of this number to export.'));
      else begun.resolve();
      writer.close().catch(() => {});
    },
    (error: unknown) => {
      begun.reject(error);
      writer.abort(error).catch(() => {});
    },
  );
  await begun.promise;
  if (method === 'HEAD') gone.abort();
  return file(type, name, readable);
}

function events(context: Ask, { events, ingests, limits }: DeskParts): Response {
  const { after } = valid(eventsAsked, context.req.query(), 'the address');
  if (events.listeners >= limits.listeners)
    throw new DeskProblem('busy', `${events.listeners} pages listen; close some.`);
  const headers = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' };
  if (context.req.method === 'HEAD') return new Response(null, { headers });
  const lastHeard = context.req.header('last-event-id') ?? after;
  return new Response(events.open(ingests.running(), lastHeard), { headers });
}

/** What is known and asked for in another way is told so, with the ways there are. */
function refuseOtherMethods(app: Hono<Env>): void {
  const methods = Map.groupBy(OPERATIONS, ({ path }) => path);
  for (const [path, operations] of methods) {
    const allowed = operations
      .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
      .join(', ');
    app.all(routeOf(path), () =>
      problemResponse('method-not-allowed', `Here the desk takes ${allowed}.`, { Allow: allowed }),
    );
  }
}

function json(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, status = 200): Response {
  return new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

function file(type: string, name: string, body: string | ReadableStream): Response {
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  };
  return new Response(body, { headers });
}

function notFound(path: string): Response {
  const way = path.startsWith('/api/') ? '/openapi.json lists what can be asked' : 'the desk itself is at /';
  return problemResponse('not-found', `There is nothing at ${path.slice(0, 200)}; ${way}.`);
}

function hasEtag(context: Ask, etag: string): boolean {
  const given = context.req.header('if-none-match');
  return given?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag) === true;
}

/** `/api/claims/{id}` as Hono writes it. */
function routeOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
