import { styleText } from 'node:util';
import { certaintyInWords } from '@hearsay/ledger/exports/assertion-line';
import { visibleText } from '@hearsay/ledger/exports/visible-text';
import type { ClaimAnswer, ClaimCard, Evidence, Polarity } from '@hearsay/ledger/questions/answers';
import type { ArticleOn } from '@hearsay/ledger/questions/articles-on';
import type { TextOptions } from './text-format.ts';
import { wrapText } from './wrap-text.ts';

/** What `hearsay claim` found. */
export interface FoundClaim {
  sentence: string;
  /** What the sentence is to the claim: `against` where it says the opposite. Null without a sentence or a claim. */
  polarity: Polarity | null;
  claim: ClaimAnswer | null;
  alike: readonly ClaimCard[];
  /** Claims that come nearest, where none says it. */
  near: readonly ClaimCard[];
  articles: readonly ArticleOn[];
}

const WIDEST = 100;
const NARROWEST = 30;
/** Pieces of evidence of a side, and articles of a stance, that are printed; the rest is counted. */
const MOST_PRINTED = 12;

const STANCE_WORDS = {
  agree: 'Articles for it',
  disagree: 'Articles against it',
  discuss: 'Articles that only discuss it',
};

const OPPOSITE = 'The sentence says the opposite of this claim: what is against the claim is for the sentence.';

/** A person's view of what the ledger knows of a sentence, in a terminal. What comes from articles is made safe to print. */
export function claimText(
  { sentence, polarity, claim, alike, near, articles }: FoundClaim,
  options: TextOptions,
): string {
  const page = new Page(options);
  if (claim === null) page.line(`No claim in the ledger says “${visibleText(sentence)}”.`);
  else {
    if (polarity === 'against') page.line(OPPOSITE);
    claimSection(claim, page);
  }
  for (const [name, cards] of [
    ['Claims that say nearly the same', alike],
    ['Claims that come nearest', near],
  ] as const) {
    if (cards.length > 0) page.heading(name);
    for (const card of cards) page.item(`${card.id}`, `${standing(card)}: ${visibleText(card.title)}`);
  }
  for (const stance of ['agree', 'disagree', 'discuss'] as const) {
    const some = articles.filter((each) => each.stance === stance);
    if (some.length === 0) continue;
    page.heading(`${STANCE_WORDS[stance]}: ${some.length}`);
    for (const { article, score } of some.slice(0, MOST_PRINTED)) {
      const { id, title, outlet, published, originId } = article;
      const parts = [outlet, published?.slice(0, 10), originId === id ? null : `copy of ${originId}`, score.toFixed(2)];
      page.item(
        `${id}`,
        `${visibleText(title)} (${parts.flatMap((part) => visibleText(part ?? '') || []).join(', ')})`,
      );
    }
    page.more(some.length - MOST_PRINTED);
  }
  return page.text;
}

function claimSection({ claim, history, evidence, graph, contradictions, verdicts }: ClaimAnswer, page: Page): void {
  page.strong(visibleText(claim.title));
  page.line(`Claim ${claim.id}. ${claim.reason}`);
  page.line(
    `${counted(claim.articles, 'article')}, ${originsInWords(claim)}; assertions: ${claim.for} for, ${claim.against} against, ${claim.observing} observing.`,
  );
  for (const { rating, author, at, note, undone } of verdicts) {
    if (undone) continue;
    page.line(visibleText(`Rated ${rating} by ${author} on ${at.slice(0, 10)}${note === '' ? '' : `: ${note}`}`));
  }
  for (const [side, name] of [
    [evidence.for, 'For'],
    [evidence.against, 'Against'],
    [evidence.observing, 'Only observing'],
  ] as const) {
    if (side.items.length === 0) continue;
    page.heading(`${name}: ${side.total}`);
    for (const piece of side.items.slice(0, MOST_PRINTED)) page.item(`${piece.articleId}`, evidenceLine(piece));
    page.more(side.total - MOST_PRINTED);
  }
  originsSection(graph, page);
  if (history.length > 0) page.heading('Status over time');
  for (const { at, isDated, reason } of history)
    page.item(minute(at), isDated ? reason : `${reason} (when it came in: the report has no date)`);
  if (contradictions.length > 0) page.heading('What does not go with it');
  for (const { text, why } of contradictions) page.item('', visibleText(`${text}: ${why}`));
}

/** Who told whom: each article that is no copy with its sources and how many repeat it. */
function originsSection({ nodes, links, leftOut }: ClaimAnswer['graph'], page: Page): void {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const origins = nodes.filter(({ kind }) => kind === 'article');
  if (origins.length === 0) return;
  page.heading(
    `Where it comes from: ${counted(origins.length, 'article')} that ${origins.length === 1 ? 'is' : 'are'} no copy`,
  );
  for (const { id, articleId, label, at } of origins.slice(0, MOST_PRINTED)) {
    const sources = links
      .filter(({ to, kind }) => to === id && kind !== 'repeats')
      .map(({ from }) => labels.get(from) ?? from);
    const copies = links.filter(({ from, kind }) => from === id && kind === 'repeats').length;
    const parts = [
      sources.length === 0 ? 'no named source' : `heard from ${sources.join('; ')}`,
      copies === 0 ? '' : `repeated by ${counted(copies, 'article')}`,
    ];
    const when = at === null ? 'undated' : minute(at);
    page.item(
      `${articleId ?? ''}`,
      visibleText(`${label}, ${when}: ${parts.filter((part) => part !== '').join(', ')}`),
    );
  }
  page.more(origins.length - MOST_PRINTED);
  if (leftOut > 0) page.line(`${counted(leftOut, 'article')} more were left out of this list.`);
}

/** A time in UTC without its seconds. */
function minute(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

function evidenceLine({
  kind,
  speaker,
  source,
  chain,
  cue,
  words,
  certainty,
  stance,
  outlet,
  published,
}: Evidence): string {
  const through = chain.filter(({ id }) => id !== speaker?.id).map(({ name }) => name);
  const who = [
    speaker?.name ?? source ?? (kind === 'narration' ? 'the reporter' : '(no source named)'),
    through.length === 0 ? '' : `through ${through.join(' > ')}`,
  ];
  const how = [
    certaintyInWords(certainty),
    stance === 'acknowledges' ? '' : (stance ?? ''),
    outlet ?? '',
    published?.slice(0, 10) ?? 'undated',
  ];
  const said = `${who.filter((part) => part !== '').join(' ')} (${cue || 'no cue'}): ${words}`;
  return visibleText(`${said} [${how.filter((part) => part !== '').join(' · ')}]`);
}

function standing(card: ClaimCard): string {
  return `${card.status}, ${counted(card.articles, 'article')}, ${originsInWords(card)}`;
}

/** How many stand for it and against it, so told apart as its status counts them. */
function originsInWords({ origins, firmOrigins, takenBackOrigins, denyingOrigins }: ClaimCard): string {
  const parts = [
    `${firmOrigins} for`,
    `${origins - firmOrigins - takenBackOrigins} hedged`,
    `${takenBackOrigins} taken back`,
    `${denyingOrigins} against`,
  ];
  const some = parts.filter((part) => !part.startsWith('0 '));
  return some.length === 0 ? 'no independent origin' : `independent origins: ${some.join(', ')}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Lines under one another, wrapped to the terminal. */
class Page {
  text = '';
  readonly #width: number;
  readonly #color: boolean;

  constructor({ width, color }: TextOptions) {
    this.#width = Math.max(NARROWEST, Math.min(WIDEST, width));
    this.#color = color;
  }

  strong(words: string): void {
    this.text += `${this.#styled('bold', wrapText(words, this.#width))}\n`;
  }

  heading(words: string): void {
    this.text += `\n${this.#styled('bold', wrapText(words, this.#width))}\n`;
  }

  line(words: string): void {
    this.text += `${wrapText(words, this.#width)}\n`;
  }

  /** A number or time at the margin, the words beside and under one another. */
  item(mark: string, words: string): void {
    const indent = ' '.repeat(mark.length > MARK_WIDTH ? mark.length + 2 : MARK_WIDTH + 2);
    const block = wrapText(words, this.#width - indent.length, indent);
    this.text += `${mark.padStart(MARK_WIDTH)}${block.slice(Math.max(mark.length, MARK_WIDTH))}\n`;
  }

  more(count: number): void {
    if (count > 0) this.line(`${' '.repeat(MARK_WIDTH + 2)}and ${count} more`);
  }

  #styled(style: 'bold', words: string): string {
    return this.#color ? styleText(style, words, { validateStream: false }) : words;
  }
}

const MARK_WIDTH = 5;
