/** Whether the first line is a record for `--jsonl`: an object with a "text" or "html", which no report begins with. */
export function isJsonLines(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x7b) return false;
  const end = bytes.indexOf(0x0a);
  const line = Buffer.from(bytes.subarray(0, end === -1 ? bytes.length : end)).toString('utf8');
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && ('text' in value || 'html' in value);
  } catch {
    return false;
  }
}
