import { once } from 'node:events';

/** Prints to standard output and waits where its reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A reader that has seen enough (`| head`) closes the pipe: that ends the command, and is no failure. */
export function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

/** Says on standard error, in one line, what was wrong with one input. */
export function complain(input: string, message: string): void {
  const place = input === '-' ? 'standard input' : input;
  process.stderr.write(`hearsay: ${place}: ${message.replace(/\s+/g, ' ').trim()}\n`);
}
