const ENTITIES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Text as it stands between tags or in a quoted attribute; control characters, which HTML forbids, become spaces. */
export function escapeHtml(text: string): string {
  return text
    .replace(/["&'<>]/g, (character) => ENTITIES[character])
    .replace(/[^\P{Cc}\t\n\r]|\p{Bidi_Control}/gu, ' ');
}
