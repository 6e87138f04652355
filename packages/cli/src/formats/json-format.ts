import type { Format } from '@hearsay/ledger/exports/format';

/** One object for one input, an array for several. */
export function jsonFormat(several: boolean): Format {
  if (!several) {
    return { open: '', reading: (reading) => `${JSON.stringify(reading, null, 2)}\n`, close: '' };
  }
  return {
    open: '[',
    reading: (reading, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(reading, null, 2)}`,
    close: '\n]\n',
  };
}

/** One reading a line. */
export const jsonlFormat: Format = { open: '', reading: (reading) => `${JSON.stringify(reading)}\n`, close: '' };
