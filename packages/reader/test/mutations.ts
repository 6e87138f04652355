import { readFileSync } from 'node:fs';
import type { ReadInput } from '../src/read.ts';

const sample = (name: string): string => readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8');

const PAGES = [sample('dam-inspection.html'), '<p>Ida Lorn said no.</p>', ''];
const TEXTS = [sample('ferry-letter.txt'), 'LENN, April 2 (NPA) — “No,” Ida Lorn said.\n\nBy Ada Brill', ''];

/** What breaks readers: marks, tags, half characters, words that start rules, and any of them in numbers. */
const FRAGMENTS = [
  '"',
  '“',
  '”',
  '‘',
  '’',
  "'",
  '«',
  '»',
  '``',
  "''",
  '””“',
  '"'.repeat(500),
  '“'.repeat(500),
  '(',
  ')',
  '[',
  ']',
  '((((',
  '.',
  '...',
  '. . .',
  '…',
  '—',
  '--',
  ':',
  ';',
  ', ',
  '?!',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  ' '.repeat(2000),
  '\u00a0',
  '\u2028',
  '\0',
  '\u0007',
  '\u001b[31m',
  '\ufeff',
  '\ufffd',
  '\ud83d',
  '\ude00',
  '😀',
  'e\u0301',
  '\u202e',
  '\u200b',
  '\u200d',
  'ﬁ',
  'İ',
  'ß',
  '漢字',
  'العربية',
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  '<p>',
  '</p>',
  '<div>'.repeat(300),
  '</div>'.repeat(300),
  '<a href="',
  '<script>',
  '</script>',
  '<style>',
  '<table><tr><td>',
  '<template>',
  '<svg>',
  '<details>',
  '<meta charset=utf-16>',
  '<base href="//">',
  '&',
  '&#0;',
  '&#xd800;',
  '&amp;',
  '&notanentity;',
  '&#99999999;',
  '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":',
  '{"@graph":[[[[',
  '"datePublished":"2031-13-45"',
  '<time datetime="x">',
  ' said ',
  ' says that ',
  ' told reporters ',
  ' according to ',
  ' quoted him as saying ',
  ' reportedly ',
  ' denied ',
  ' he ',
  ' not ',
  ' may ',
  '(ALSO READ: ',
  ' Also Read - ',
  'READ MORE: ',
  'Advertisement',
  'Share this',
  'Photograph: ',
  'Getty Images',
  'With inputs from AP',
  'By ',
  'Monday',
  ' in May ',
  '1999-12-31',
  '31/02/2031',
  '24-minute',
  'the last few days',
  '12:75 p.m.',
  'two weeks ago',
  '9'.repeat(400),
  '-1',
  'a'.repeat(3000),
];

/** A generator of 32-bit numbers that repeats for its seed (mulberry32, Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/** The input for a seed: a page or a text with one to eight wounds, as a string or as bytes. */
export function mutatedInput(seed: number): ReadInput {
  const next = randomNumbers(seed);
  const below = (limit: number): number => (limit <= 0 ? 0 : next() % limit);
  const isPage = below(2) === 0;
  const sources = isPage ? PAGES : TEXTS;
  let body = sources[below(4) === 0 ? below(sources.length) : 0];
  for (let wounds = 1 + below(8); wounds > 0; wounds--) body = mutate(body, below);
  const options = below(3) === 0 ? { published: '2031-04-02', title: 'Bridge', url: 'https://lenn.example/a' } : {};
  const bytes = below(4) === 0 ? woundedBytes(body, below) : body;
  return isPage ? { html: bytes, ...options } : { text: bytes, ...options };
}

function mutate(body: string, below: (limit: number) => number): string {
  const at = below(body.length + 1);
  const end = Math.min(body.length, at + below(200));
  const fragment = FRAGMENTS[below(FRAGMENTS.length)];
  switch (below(7)) {
    case 0:
      return body.slice(0, at) + body.slice(end);
    case 1:
      return body.slice(0, at) + fragment + body.slice(at);
    case 2:
      return body.slice(0, at) + fragment + body.slice(end);
    case 3:
      return body.slice(0, end) + body.slice(at);
    case 4:
      return body.slice(0, at) + body.slice(at, end).repeat(1 + below(20)) + body.slice(end);
    case 5:
      return body.slice(0, at);
    default:
      return body.slice(at) + body.slice(0, at);
  }
}

function woundedBytes(body: string, below: (limit: number) => number): Uint8Array {
  const bytes = Buffer.from(body, below(3) === 0 ? 'utf16le' : 'utf8');
  for (let wounds = below(6); wounds > 0 && bytes.length > 0; wounds--) bytes[below(bytes.length)] = below(256);
  return bytes;
}
