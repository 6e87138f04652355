/** Breaks text at its spaces into lines of at most `width` code points, each led by `indent`; a longer word stands alone. */
export function wrapText(text: string, width: number, indent = ''): string {
  if (text === '') return '';
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of text.split(' ')) {
    const wordLength = [...word].length;
    if (length > 0 && length + 1 + wordLength > width) {
      lines.push(line);
      line = word;
      length = wordLength;
    } else {
      line = length === 0 ? word : `${line} ${word}`;
      length += wordLength + (length === 0 ? 0 : 1);
    }
  }
  lines.push(line);
  return lines.map((each) => indent + each).join('\n');
}
