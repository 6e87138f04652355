const WIDTH = 24;
const CLEAR_LINE = '\r\u001b[K';
/** No more often than this, in milliseconds: a person reads no faster. */
const EVERY = 200;

/** How far a long run is, with its rate and the time left, on standard error where that is a terminal. */
export class ProgressBar {
  readonly #what: string;
  readonly #start = performance.now();
  #shown = 0;

  constructor(what: string) {
    this.#what = what;
  }

  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** `part` is how much of the whole is done, from 0 to 1, or undefined where the whole is not known. */
  show(count: number, part: number | undefined): void {
    const now = performance.now();
    if (!process.stderr.isTTY || now - this.#shown < EVERY) return;
    this.#shown = now;
    process.stderr.write(`${CLEAR_LINE}${progressLine(this.#what, count, part, this.seconds)}`);
  }

  clear(): void {
    if (this.#shown > 0) process.stderr.write(CLEAR_LINE);
    this.#shown = 0;
  }
}

/** One line: bar, count, rate, time left. */
export function progressLine(what: string, count: number, part: number | undefined, seconds: number): string {
  const rate = `${count} ${what}, ${Math.round(count / Math.max(seconds, 0.001))} a second`;
  if (part === undefined || part <= 0) return rate;
  const done = Math.min(part, 1);
  const filled = Math.round(done * WIDTH);
  const left = Math.ceil((seconds * (1 - done)) / done);
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor(done * 100)} %  ${rate}, ${duration(left)} left`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
