import type { TextOptions } from './formats/text-format.ts';

/** Columns where the output is no terminal. */
const PIPE_WIDTH = 100;

/** What standard output can show: colours are off when piped, and where NO_COLOR says so (no-color.org). */
export function terminal(): TextOptions {
  const color = process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return { width: process.stdout.columns ?? PIPE_WIDTH, color };
}
