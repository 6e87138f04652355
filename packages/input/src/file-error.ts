import { InputError } from './input-error.ts';

/** What a file that could not be read is reported with: the system's code in words, and the way out. */
export function fileError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return new InputError('missing', 'there is no such file; check the name, or begin a URL with https://');
    case 'EISDIR':
      return new InputError('directory', 'it is a directory; name the files in it, such as folder/*.html');
    case 'EACCES':
    case 'EPERM':
      return new InputError('forbidden', 'you may not read this file; change its permissions or copy it');
    default:
      return new InputError('unreadable', error instanceof Error ? error.message : String(error));
  }
}
