/**
 * What Stanford CoreNLP printed for the PolNeAR articles, in the words of this project: its tokens, sentences, tags,
 * names and dependencies as a `Language`. A silver standard, wrong in about one head in ten.
 *
 *     for (const { id, text, language } of readSilver('../shared/corpora', 'dev')) {
 *       const { tokens, tag, head, relation } = language;
 *       text.slice(tokens.start[7], tokens.end[7]); // the eighth token
 *       TAGS[tag[7]]; RELATIONS[relation[7]]; head[7]; // "VBD", "ccomp", the token index of its head or -1
 *     }
 *
 * The tokens are CoreNLP's, not those of `src/language/tokens.ts`: "President-elect" is one token, markup such as
 * `<tweet ...>` and ". . ." too, although they hold white space.
 */

import { z } from 'zod';
import type { Language, Sentences, Tokens } from '../../src/language/language.ts';
import { NAME_TYPES, type NameType } from '../../src/language/names.ts';
import { RELATIONS, type Relation } from '../../src/language/relations.ts';
import { TAGS, type Tag } from '../../src/language/tags.ts';
import { utf16Offsets } from '../code-points.ts';
import { type Part, readLines } from './corpora.ts';

export interface SilverArticle {
  id: string;
  /** The PolNeAR text. */
  text: string;
  language: Language;
}

const articleLine = z.object({ id: z.string(), text: z.string() });

/** Start and end in code points, lemma, tag, name, head counted from 1 or 0 for the root, relation. */
const silverToken = z.tuple([z.int(), z.int(), z.string(), z.string(), z.string(), z.int(), z.string()]);
const silverLine = z.object({ id: z.string(), sentences: z.array(z.array(silverToken)) });
type SilverToken = z.infer<typeof silverToken>;

/** The articles of one part for which CoreNLP's output is there, in the order of its file. */
export function* readSilver(corpora: string, part: Part): Generator<SilverArticle> {
  const texts = new Map<string, string>();
  for (const line of readLines(corpora, `attribution/polnear.${part}.jsonl.gz`)) {
    const { id, text } = articleLine.parse(JSON.parse(line));
    texts.set(id, text);
  }
  for (const line of readLines(corpora, `syntax/polnear-corenlp.${part}.jsonl.gz`)) {
    const { id, sentences } = silverLine.parse(JSON.parse(line));
    const text = texts.get(id);
    if (text === undefined) throw new Error(`no PolNeAR text for the parsed article "${id}"`);
    yield { id, text, language: silverLanguage(text, sentences) };
  }
}

function silverLanguage(text: string, parsed: readonly SilverToken[][]): Language {
  const count = parsed.reduce((sum, sentence) => sum + sentence.length, 0);
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const tag = new Uint8Array(count);
  const name = new Uint8Array(count);
  const head = new Int32Array(count);
  const relation = new Uint8Array(count);
  const lemma: string[] = [];
  const first = new Int32Array(parsed.length);
  const sentenceEnd = new Int32Array(parsed.length);
  const of = new Int32Array(count);

  const utf16 = utf16Offsets(text);
  let at = 0;
  for (const [index, sentence] of parsed.entries()) {
    first[index] = at;
    for (const [place, token] of sentence.entries()) {
      const [from, to, base, pos, entity, governor] = token;
      start[at] = utf16[from];
      end[at] = utf16[to];
      lemma.push(base.toLowerCase());
      tag[at] = TAGS.indexOf(base === 'to' ? 'TO' : silverTag(pos));
      name[at] = NAME_TYPES.indexOf(NAMES[entity] ?? 'O');
      head[at] = governor === 0 ? -1 : first[index] + governor - 1;
      relation[at] = RELATIONS.indexOf(silverRelation(sentence, place));
      of[at] = index;
      at++;
    }
    sentenceEnd[index] = at;
  }
  attachCoordinators(head, relation);
  const tokens: Tokens = { text, count, start, end };
  const sentences: Sentences = { count: parsed.length, first, end: sentenceEnd, of };
  return { tokens, sentences, tag, lemma, name, head, relation };
}

/** A coordinating conjunction depends on the conjunct after it (UD v2), not on the first one (UD v1). */
function attachCoordinators(head: Int32Array, relation: Uint8Array): void {
  const cc = RELATIONS.indexOf('cc');
  const conj = RELATIONS.indexOf('conj');
  // The nearest conjunct after each token that depends on the same head.
  const next = new Map<number, number>();
  for (let i = head.length - 1; i >= 0; i--) {
    if (relation[i] === conj) next.set(head[i], i);
    else if (relation[i] === cc) head[i] = next.get(head[i]) ?? head[i];
  }
}

/** CoreNLP's times and quantities are no names. */
const NAMES: Readonly<Record<string, NameType>> = {
  PERSON: 'PERSON',
  ORGANIZATION: 'ORGANIZATION',
  LOCATION: 'LOCATION',
  MISC: 'MISC',
};

function silverTag(tag: string): Tag {
  if (tag === '#') return 'SYM';
  const known = TAGS.find((each) => each === tag);
  if (known === undefined) throw new Error(`unknown tag "${tag}"`);
  return known;
}

/** UD v1 to v2, one to one. */
const RENAMED: Readonly<Record<string, Relation>> = {
  'cc:preconj': 'cc',
  'det:predet': 'det',
  auxpass: 'aux:pass',
  csubjpass: 'csubj',
  dobj: 'obj',
  mwe: 'fixed',
  nsubjpass: 'nsubj:pass',
};

function silverRelation(sentence: readonly SilverToken[], place: number): Relation {
  const [, , , , , governor, relation] = sentence[place];
  const clausal = governor > 0 && /^(?:VB|MD|JJ|RB)/.test(sentence[governor - 1][3]);
  if (relation === 'nmod') return clausal ? (isAgent(sentence, place) ? 'obl:agent' : 'obl') : 'nmod';
  if (relation === 'nmod:tmod' || relation === 'nmod:npmod') return clausal ? 'obl:unmarked' : 'nmod:unmarked';
  const known = RENAMED[relation] ?? RELATIONS.find((each) => each === relation);
  if (known === undefined) throw new Error(`unknown relation "${relation}"`);
  return known;
}

/** Whether a token is the "by" phrase of a passive verb. */
function isAgent(sentence: readonly SilverToken[], place: number): boolean {
  const governor = sentence[place][5];
  const [, , , tag, , , relation] = sentence[governor - 1];
  if (tag !== 'VBN') return false;
  const by = sentence.some((token) => token[5] === place + 1 && token[6] === 'case' && token[2] === 'by');
  return by && (relation === 'acl' || sentence.some((token) => token[5] === governor && token[6] === 'auxpass'));
}
