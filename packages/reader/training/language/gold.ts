/**
 * The gold treebanks (UD English EWT and GUM, UD v2) in the words of this project. Sentences whose text and tokens
 * cannot be brought together are left out.
 */
import type { Language } from '../../src/language/language.ts';
import { NAME_TYPES } from '../../src/language/names.ts';
import { RELATIONS, type Relation } from '../../src/language/relations.ts';
import { TAGS, type Tag } from '../../src/language/tags.ts';
import type { Span } from '../../src/reading.ts';
import { type Part, readLines } from './corpora.ts';

export interface GoldDocument {
  id: string;
  /** The sentences, joined by blank lines. */
  text: string;
  language: Language;
  /** The sentences as spans of the text. */
  blocks: Span[];
}

interface GoldToken {
  start: number;
  end: number;
  lemma: string;
  tag: Tag;
  /** Index in the sentence, -1 for the root. */
  head: number;
  relation: Relation;
}

/** The documents of one part of a treebank, in the order of its file. */
export function readGold(corpora: string, treebank: 'ewt' | 'gum', part: Part): GoldDocument[] {
  const documents: GoldDocument[] = [];
  let id = '';
  let sentences: { text: string; tokens: GoldToken[] }[] = [];
  let text = '';
  let rows: string[][] = [];
  const close = () => {
    if (sentences.length > 0) documents.push(goldDocument(id, sentences));
    sentences = [];
  };
  for (const line of [...readLines(corpora, `syntax/${treebank}.${part}.conllu.gz`), '']) {
    if (line.startsWith('# newdoc id = ')) {
      close();
      id = line.slice('# newdoc id = '.length);
    } else if (line.startsWith('# text = ')) text = line.slice('# text = '.length);
    else if (line === '' && rows.length > 0) {
      const tokens = goldSentence(text, rows);
      if (tokens !== null) sentences.push({ text, tokens });
      rows = [];
    } else if (/^\d+\t/.test(line)) rows.push(line.split('\t'));
  }
  close();
  return documents;
}

function goldSentence(text: string, rows: readonly string[][]): GoldToken[] | null {
  const tokens: GoldToken[] = [];
  let at = 0;
  for (const [, form, lemma, , tag, , head, relation] of rows) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (!text.startsWith(form, at) || relation === 'goeswith') return null;
    tokens.push({
      start: at,
      end: at + form.length,
      lemma: lemma.toLowerCase(),
      tag: lemma === 'to' ? 'TO' : goldTag(tag),
      head: Number(head) - 1,
      relation: goldRelation(relation, lemma.toLowerCase()),
    });
    at += form.length;
  }
  headNamesLast(tokens, rows);
  return tokens;
}

/** A flat name is headed by its first token in UD, by its last here. */
function headNamesLast(tokens: GoldToken[], rows: readonly string[][]): void {
  for (let first = 0; first < tokens.length; first++) {
    let last = first;
    while (last + 1 < tokens.length && rows[last + 1][7] === 'flat' && tokens[last + 1].head === first) last++;
    if (last === first) continue;
    tokens[last].head = tokens[first].head;
    tokens[last].relation = tokens[first].relation;
    for (const [place, token] of tokens.entries()) {
      if (place >= first && place < last) token.relation = 'compound';
      if ((token.head === first && place !== last) || (place >= first && place < last)) token.head = last;
    }
  }
}

function goldDocument(id: string, sentences: readonly { text: string; tokens: GoldToken[] }[]): GoldDocument {
  const text = sentences.map((sentence) => sentence.text).join('\n\n');
  const all = sentences.flatMap((sentence) => sentence.tokens);
  const count = all.length;
  const tokens = { text, count, start: new Int32Array(count), end: new Int32Array(count) };
  const first = new Int32Array(sentences.length);
  const end = new Int32Array(sentences.length);
  const of = new Int32Array(count);
  const head = new Int32Array(count);
  const blocks: Span[] = [];
  let at = 0;
  let offset = 0;
  for (const [index, sentence] of sentences.entries()) {
    first[index] = at;
    for (const token of sentence.tokens) {
      tokens.start[at] = offset + token.start;
      tokens.end[at] = offset + token.end;
      head[at] = token.head < 0 ? -1 : first[index] + token.head;
      of[at] = index;
      at++;
    }
    end[index] = at;
    blocks.push({ start: offset, end: offset + sentence.text.length });
    offset += sentence.text.length + 2;
  }
  const language: Language = {
    tokens,
    sentences: { count: sentences.length, first, end, of },
    tag: Uint8Array.from(all, (token) => TAGS.indexOf(token.tag)),
    lemma: all.map((token) => token.lemma),
    name: new Uint8Array(count).fill(NAME_TYPES.indexOf('O')),
    head,
    relation: Uint8Array.from(all, (token) => RELATIONS.indexOf(token.relation)),
  };
  return { id, text, language, blocks };
}

/** Tags that newer treebanks added to the Penn set. */
const FOLDED: Readonly<Record<string, Tag>> = {
  ADD: 'NN',
  AFX: 'JJ',
  GW: 'FW',
  HYPH: ':',
  NFP: ':',
  XX: 'FW',
};

function goldTag(tag: string): Tag {
  const known = FOLDED[tag] ?? TAGS.find((each) => each === tag);
  if (known === undefined) throw new Error(`unknown tag "${tag}"`);
  return known;
}

/** UD v2 relations that this project does not keep apart. */
const RENAMED: Readonly<Record<string, Relation>> = {
  'advcl:relcl': 'acl:relcl',
  'cc:preconj': 'cc',
  'csubj:outer': 'csubj',
  'csubj:pass': 'csubj',
  'det:predet': 'det',
  dislocated: 'dep',
  flat: 'compound',
  list: 'dep',
  'nmod:desc': 'compound',
  'nmod:npmod': 'nmod:unmarked',
  'nmod:tmod': 'nmod:unmarked',
  'nsubj:outer': 'nsubj',
  'obl:npmod': 'obl:unmarked',
  'obl:tmod': 'obl:unmarked',
  orphan: 'dep',
  reparandum: 'dep',
  vocative: 'discourse',
};

function goldRelation(relation: string, lemma: string): Relation {
  if (relation === 'advmod' && (lemma === 'not' || lemma === "n't" || lemma === 'never')) return 'neg';
  if (relation === 'det' && lemma === 'no') return 'neg';
  const known = RENAMED[relation] ?? RELATIONS.find((each) => each === relation);
  if (known === undefined) throw new Error(`unknown relation "${relation}"`);
  return known;
}
