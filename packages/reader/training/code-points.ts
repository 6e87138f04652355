/** UTF-16 offset of each code point of a text, and of its end: the corpora count code points. */
export function utf16Offsets(text: string): Int32Array {
  const offsets = new Int32Array(text.length + 1);
  let points = 0;
  let units = 0;
  for (const character of text) {
    offsets[points++] = units;
    units += character.length;
  }
  offsets[points] = units;
  return offsets;
}
