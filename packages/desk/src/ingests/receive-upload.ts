import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { valid } from '../api/request-body.ts';
import type { Limits } from '../limits.ts';
import { DeskProblem } from '../problem.ts';
import { type Begun, saidBeside } from './begun.ts';

type Upload = Extract<Begun, { kind: 'files' }>;

/**
 * Writes the files of a `multipart/form-data` body (RFC 7578) to a folder of their own as they come, whatever their field is
 * called, and takes its fields `outlet` and `published`. The folder is gone again where anything is wrong.
 * @throws {DeskProblem} for a body that is no such thing, has no file, or is more than is taken in.
 */
export async function receiveUpload(request: IncomingMessage, limits: Limits): Promise<Upload> {
  if (Number(request.headers['content-length'] ?? 0) > limits.uploadBytes) throw tooLarge(limits);
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-desk-'));
  try {
    const fields = new Map<string, string>();
    const files = await writeFiles(request, folder, limits, fields);
    if (files.length === 0)
      throw new DeskProblem('bad-request', 'No file was sent; send at least one as multipart/form-data.');
    return { kind: 'files', folder, files, ...valid(saidBeside, Object.fromEntries(fields), 'the form') };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (error instanceof DeskProblem) throw error;
    throw new DeskProblem(
      'bad-request',
      `The files could not be taken out of the request (${messageOf(error)}); send them as multipart/form-data.`,
    );
  }
}

async function writeFiles(
  request: IncomingMessage,
  folder: string,
  limits: Limits,
  fields: Map<string, string>,
): Promise<Upload['files']> {
  const type = request.headers['content-type'] ?? '';
  const parser = new Busboy({
    headers: { ...request.headers, 'content-type': type },
    limits: {
      files: limits.uploadFiles,
      fileSize: limits.uploadBytes,
      fields: 20,
      fieldSize: 1000,
      parts: limits.uploadFiles + 20,
    },
  });
  const files: { path: string; name: string }[] = [];
  const written: Promise<void>[] = [];
  let bytes = 0;
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  const timer = setTimeout(
    () =>
      failed.reject(
        new DeskProblem(
          'too-large',
          `The upload did not arrive within ${limits.uploadTime / 1000} seconds; send less at once.`,
        ),
      ),
    limits.uploadTime,
  );
  parser.on('filesLimit', () =>
    failed.reject(
      new DeskProblem(
        'too-large',
        `More than ${limits.uploadFiles} files; send them in several parts, or put the articles into one file of JSON lines.`,
      ),
    ),
  );
  parser.on('field', (name, value) => fields.set(name, value));
  parser.on('file', (_field, stream, filename) => {
    const path = join(folder, String(files.length));
    files.push({ path, name: shownName(filename) });
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.uploadBytes) failed.reject(tooLarge(limits));
    });
    const writing = pipeline(stream, createWriteStream(path));
    writing.catch((error: unknown) => failed.reject(error));
    written.push(writing);
  });
  try {
    await Promise.race([pipeline(request, parser), failed.promise]);
    await Promise.race([Promise.all(written), failed.promise]);
    return files;
  } catch (error) {
    request.unpipe(parser);
    request.resume();
    await Promise.allSettled(written);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The name that a file had, as skips tell it: the last part of its path. */
function shownName(filename: string | undefined): string {
  const name = (filename ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  return name === '' ? 'file' : name.slice(0, 200);
}

function tooLarge({ uploadBytes }: Limits): DeskProblem {
  return new DeskProblem(
    'too-large',
    `More than ${uploadBytes / 1e6} MB; send it in parts, or take it in with "hearsay ingest FILE --ledger …", which has no limit.`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
