import { visibleText } from '@hearsay/ledger/exports/visible-text';
import type { SearchAnswer } from '@hearsay/ledger/questions/answers';
import { SEARCHED, type Searched, searchAnswer } from '@hearsay/ledger/questions/search';
import { wrapText } from '../formats/wrap-text.ts';
import { print } from '../output.ts';
import { terminal } from '../terminal.ts';
import { withLedger } from './with-ledger.ts';

export interface SearchOptions {
  ledger: string;
  in?: Searched;
  json?: boolean;
}

/** Prints what a search finds: claims, quotations, articles and entities, or those of one kind alone. */
export async function runSearch(query: string, { ledger, in: kind, json }: SearchOptions): Promise<boolean> {
  return withLedger(ledger, { access: 'read' }, async (store) => {
    const answer = await searchAnswer(store, query, kind === undefined ? {} : { kind });
    const kinds = kind === undefined ? SEARCHED : [kind];
    await print(json ? `${JSON.stringify(answer)}\n` : searchText(answer, kinds, Math.min(terminal().width, WIDEST)));
    return true;
  });
}

const WIDEST = 100;
const INDENT = '       ';

const ONE = { claims: 'claim', quotations: 'quotation', articles: 'article', entities: 'entity' } as const;

function bracketed(parts: readonly (string | null | undefined)[]): string {
  const known = parts.filter(Boolean);
  return known.length === 0 ? '' : `[${known.join(', ')}]`;
}

/** What was found of each kind that was asked for; of a kind with nothing that is said. */
function searchText(answer: SearchAnswer, kinds: readonly Searched[], width: number): string {
  const { claims, quotations, articles, entities } = answer;
  if (kinds.every((kind) => answer[kind].items.length === 0)) {
    return kinds.length === 1 ? `No ${ONE[kinds[0]]} matches.\n` : 'Nothing was found.\n';
  }
  const sections = [
    section('Claims', claims, width, ({ id, status, title, articles: count }) => [
      id,
      `${title} [${status}, ${count} ${count === 1 ? 'article' : 'articles'}]`,
    ]),
    section(
      'Quotations',
      quotations,
      width,
      ({ articleId, kind, speaker, source, words, certainty, outlet, published }) => [
        articleId,
        `${speaker?.name ?? source ?? (kind === 'narration' ? 'the reporter' : '(no source named)')}: ${words} [${[certainty, outlet, published?.slice(0, 10)].filter(Boolean).join(', ')}]`,
      ],
    ),
    section('Articles', articles, width, ({ id, title, outlet, published, snippet }) => [
      id,
      [title, bracketed([outlet, published?.slice(0, 10)]), withoutTitle(snippet, title)].filter(Boolean).join(' '),
    ]),
    section('Entities', entities, width, ({ id, name, type, articles: count, assertions }) => [
      id,
      `${name} [${type}, in ${count} ${count === 1 ? 'article' : 'articles'}, speaks ${assertions} ${assertions === 1 ? 'time' : 'times'}]`,
    ]),
  ];
  return sections.filter((_, place) => kinds.includes(SEARCHED[place])).join('\n');
}

/** A text begins with its headline, where it was given with it. */
function withoutTitle(snippet: string, title: string): string {
  return snippet.startsWith(title) ? snippet.slice(title.length).trim() : snippet;
}

function section<Item>(
  name: string,
  { items, total, next }: { items: readonly Item[]; total: number; next: string | null },
  width: number,
  line: (item: Item) => [id: number, words: string],
): string {
  if (items.length === 0) return `${name}: none matches\n`;
  const rows = items.map((item) => {
    const [id, words] = line(item);
    const block = wrapText(visibleText(words), width - INDENT.length, INDENT);
    return `${String(id).padStart(INDENT.length - 2)}${block.slice(INDENT.length - 2)}`;
  });
  const more = next === null ? '' : `${INDENT}and more; --in ${name.toLowerCase()} shows more of them\n`;
  return `${name}: ${next === null ? total : `more than ${items.length}`}\n${rows.join('\n')}\n${more}`;
}
