import { loadModel } from '@hearsay/reader/model/load-model';
import { READER_VERSION } from '@hearsay/reader/read';
import { print } from './output.ts';

/** Prints the versions that every reading names: what read it, and with which weights. */
export async function printVersion(): Promise<void> {
  await print(`hearsay ${READER_VERSION}, model ${loadModel().version}\n`);
}
