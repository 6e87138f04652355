import { type ChildProcess, spawn } from 'node:child_process';

/** A desk in a process of its own, as a person starts it. */
export interface DeskProcess {
  readonly child: ChildProcess;
  /** What it printed, on both ways out. */
  printed(): string;
  /** Where it says that it is open; undefined where it ended before. */
  readonly address: Promise<string | undefined>;
  /** How it ended: its exit code, or the signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts Node with these arguments, on a machine without a screen. */
export function startDeskProcess(args: readonly string[], cwd: string): DeskProcess {
  const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const address = Promise.withResolvers<string | undefined>();
  let printed = '';
  const hear = (chunk: Buffer): void => {
    printed += chunk.toString();
    const found = /is open at (http:\S+)/.exec(printed)?.[1];
    if (found !== undefined) address.resolve(found);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  void ended.then(() => address.resolve(undefined));
  return { child, printed: () => printed, address: address.promise, ended };
}
