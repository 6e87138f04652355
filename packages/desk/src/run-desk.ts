import { DeskStartError } from './desk-start-error.ts';
import { type Desk, type DeskOptions, openDesk } from './open-desk.ts';
import { keepHeapsSmall } from './small-heaps.ts';

/**
 * Opens a desk and keeps it until the person ends it (Ctrl-C), then closes it; `opened` is called in between. `portOption` is
 * how the person gives another port.
 * @throws {DeskStartError} where the port is taken or the pages cannot be built; {LedgerError} where the ledger cannot be opened.
 */
export async function runDesk(
  { portOption = '--port', ...options }: DeskOptions & { portOption?: string },
  opened: (desk: Desk) => void,
): Promise<void> {
  keepHeapsSmall();
  const desk = await openDesk(options).catch((error: unknown) => {
    throw isPortTaken(error) ? new DeskStartError(portTaken(options.port, portOption)) : error;
  });
  opened(desk);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await desk.close();
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}

function portTaken(port: number, portOption: string): string {
  return `port ${port} is taken, perhaps by a desk that is open already (http://127.0.0.1:${port}); end that one, or give another with ${portOption} ${port + 1}`;
}
