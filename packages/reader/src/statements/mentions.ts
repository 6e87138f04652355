import { relationOf } from '../attribution/tree.ts';
import type { Language } from '../language/language.ts';
import { NAME_TYPES } from '../language/names.ts';
import { RELATIONS } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import {
  dependantBy,
  dependantsOf,
  isVerbAt,
  lemmaAt,
  prepositionOf,
  type Scene,
  sentenceStart,
  tagAt,
  wordAt,
} from './scene.ts';
import {
  type Form,
  MASS_NOUNS,
  MEDIUM_MODIFIERS,
  type Medium,
  POSTING_VERBS,
  REQUIRED_MODIFIERS,
  STATEMENT_NOUNS,
} from './statement-nouns.ts';

/** How the words that name a statement stand to the verb over them. */
export type Role = 'subject' | 'passive' | 'object' | 'frame' | 'other';

/** Words that name an utterance or a document: "a new audio message". */
export interface Mention {
  /** Token range of the noun phrase, from its article to its noun. */
  first: number;
  end: number;
  noun: number;
  lemma: string;
  medium: Medium;
  forms: readonly Form[];
  strength: 'strong' | 'weak';
  /** `possessive`: "his speech", "Vell's letter". */
  reference: 'definite' | 'possessive' | 'indefinite';
  /** "another", "an earlier": it is not the one spoken of before. */
  other: boolean;
  /** The verb over it, -1 for none, and how it stands to it. */
  verb: number;
  role: Role;
}

/** The tokens that may name a statement, in the order of the text: nouns for utterances, verbs of posting. */
export function candidateTokens({ tag, lemma, name, relation }: Language): number[] {
  const found: number[] = [];
  for (let token = 0; token < tag.length; token++) {
    if (IS_NOUN[tag[token]] === 1) {
      if (STATEMENT_NOUNS.has(lemma[token]) && name[token] !== PERSON && relation[token] !== COMPOUND)
        found.push(token);
    } else if (IS_VERB[tag[token]] === 1 && POSTING_VERBS.has(lemma[token])) found.push(token);
  }
  return found;
}

const IS_NOUN = Uint8Array.from(TAGS, (tag) => (tag === 'NN' || tag === 'NNS' ? 1 : 0));
const IS_VERB = Uint8Array.from(TAGS, (tag) => (tag.startsWith('VB') ? 1 : 0));
const PERSON = NAME_TYPES.indexOf('PERSON');
const COMPOUND = RELATIONS.indexOf('compound');

/** Reads the phrase around a noun; null where it names no single utterance ("no statement", "videos", "video games"). */
export function mentionAt(scene: Scene, noun: number): Mention | null {
  const lemma = lemmaAt(scene, noun);
  const known = STATEMENT_NOUNS.get(lemma);
  if (!known) return null;
  if (tagAt(scene, noun + 1).startsWith('NN') && scene.tree.language.head[noun + 1] <= noun) return null;
  const first = tidyStart(scene, phraseStart(scene, noun), noun);
  const required = REQUIRED_MODIFIERS.get(lemma);
  let { medium, strength } = known;
  let sure = required === undefined;
  let forms = known.forms;
  let reference: Mention['reference'] = 'indefinite';
  let other = false;
  let bare = true;
  for (let token = first; token < noun; token++) {
    const word = lemmaAt(scene, token);
    if (REFUSED.has(word)) return null;
    // Whose it is inside a quotation hangs on who speaks.
    if (scene.depth[token] > 0 && OWN.has(wordAt(scene, token))) return null;
    if (DEFINITE.has(word)) reference = 'definite';
    const tag = tagAt(scene, token);
    if (tag === 'PRP$') reference = 'possessive';
    // "Friday's speech" is nobody's.
    if (tag === 'POS') reference = scene.timeAt[token - 1] >= 0 ? 'definite' : 'possessive';
    if (OTHERS.has(word)) other = true;
    if (tag === 'DT' || tag === 'PRP$' || tag === 'POS' || tag === 'CD') bare = false;
    if (required?.has(word)) sure = true;
    const said = MEDIUM_MODIFIERS.get(word);
    if (said === undefined) continue;
    strength = 'strong';
    if (said === 'sure' || said === medium || medium === 'interview' || (said === 'post' && medium !== 'text'))
      continue;
    medium = said;
    forms = [...FORMS_OF_MEDIUM[said], ...forms.filter((form) => lemma === 'message' && form === 'spoken')];
  }
  if (!sure) return null;
  // "his statement that" is any assertion of his.
  if (lemma === 'statement' && reference !== 'indefinite' && CLAIMED.has(lemmaAt(scene, noun + 1))) return null;
  // "The clip is a video of" says again what was named.
  if (reference === 'indefinite' && dependantBy(scene, noun, 'cop') >= 0) return null;
  // "at the address"
  if (lemma === 'address' && lemmaAt(scene, first - 1) === 'at') return null;
  // "on a lighter note"
  if (lemma === 'note' && lemmaAt(scene, first - 1) === 'on') return null;
  const { series, top } = climb(scene, noun);
  if (tagAt(scene, noun) === 'NNS' && lemma !== 'remark' && !series && !isCounted(scene, first, noun)) return null;
  const { verb, role } = verbOver(scene, top, forms);
  if (reference === 'indefinite' && WANTING_PREPOSITIONS.has(prepositionOf(scene, top))) return null;
  if (bare && !series && reference === 'indefinite' && tagAt(scene, noun) === 'NN') {
    if (!MASS_NOUNS.has(lemma) && !(role === 'passive' || role === 'subject')) return null;
    if (role === 'frame' && lemma !== 'testimony') return null;
  }
  return { first, end: noun + 1, noun, lemma, medium, forms, strength, reference, other, verb, role };
}

const FORMS_OF_MEDIUM: Readonly<Record<Medium, readonly Form[]>> = {
  audio: ['audio', 'spoken'],
  video: ['video'],
  speech: ['spoken'],
  interview: ['interview'],
  text: ['letter'],
  post: ['post'],
  document: ['document'],
  broadcast: ['broadcast'],
  other: [],
};

/** Longest phrase looked at before a noun. */
const LONGEST_PHRASE = 14;

function phraseStart(scene: Scene, noun: number): number {
  const { head, sentences } = scene.tree.language;
  const border = Math.max(noun - LONGEST_PHRASE, sentences.first[sentences.of[noun]]);
  let first = noun;
  while (first > border) {
    const token = first - 1;
    // A genitive ending hangs on the word before it.
    const isGenitive = tagAt(scene, token) === 'POS';
    const within = head[token] > token && head[token] <= noun && PHRASE_RELATIONS.has(relationOf(scene.tree, token));
    if (!isGenitive && !within) break;
    first = token;
  }
  return first;
}

const PHRASE_RELATIONS: ReadonlySet<string> = new Set([
  'acl',
  'advmod',
  'amod',
  'compound',
  'conj',
  'dep',
  'det',
  'neg',
  'nmod:poss',
  'nmod:unmarked',
  'nummod',
  'obl:unmarked',
  'punct',
]);

/** The phrase without what the parser took into it: stray marks, a verb behind "to", words before a second article. */
function tidyStart(scene: Scene, from: number, noun: number): number {
  let first = from;
  for (let token = from + 1; token < noun; token++) {
    const opens = tagAt(scene, token) === 'DT' || tagAt(scene, token) === 'PRP$';
    if (opens || lemmaAt(scene, token) === ',' || lemmaAt(scene, token - 1) === 'to') first = token;
  }
  while (first < noun && STRAY_TAGS.has(tagAt(scene, first))) first++;
  if (first < noun && lemmaAt(scene, first - 1) === 'to' && tagAt(scene, first) === 'NN') first++;
  if (tagAt(scene, first) === 'POS') {
    while (first > sentenceStart(scene, noun) && tagAt(scene, first - 1).startsWith('NNP')) first--;
    if (tagAt(scene, first) === 'POS') first++;
  }
  return first;
}

const STRAY_TAGS: ReadonlySet<string> = new Set(["''", ',', '-LRB-', '-RRB-', ':', '``']);

function isCounted(scene: Scene, first: number, noun: number): boolean {
  for (let token = first; token < noun; token++) if (FEW.has(lemmaAt(scene, token))) return true;
  return false;
}

/** From a noun to the one it stands for in its clause: over conjuncts, and over "a series of". */
function climb(scene: Scene, noun: number): { series: boolean; top: number } {
  const { head } = scene.tree.language;
  let top = noun;
  let series = false;
  for (let step = 0; step < 3; step++) {
    const over = head[top];
    if (over < 0) break;
    const relation = relationOf(scene.tree, top);
    if (relation === 'nmod' && SERIES.has(lemmaAt(scene, over)) && prepositionOf(scene, top) === 'of') series = true;
    else if (relation !== 'conj' || isVerbAt(scene, over)) break;
    top = over;
  }
  return { series, top };
}

function verbOver(scene: Scene, noun: number, forms: readonly Form[]): { verb: number; role: Role } {
  const { head } = scene.tree.language;
  const preposition = prepositionOf(scene, noun);
  const isHeardOn = preposition === 'on' && forms.some((form) => HEARD_ON.has(form));
  if (FRAME_PREPOSITIONS.has(preposition) || isHeardOn) {
    let verb = head[noun];
    for (let step = 0; step < 4 && verb >= 0 && !isVerbAt(scene, verb); step++) verb = head[verb];
    return isVerbAt(scene, verb) ? { verb, role: 'frame' } : { verb: -1, role: 'frame' };
  }
  const verb = head[noun];
  const relation = relationOf(scene.tree, noun);
  if (!isVerbAt(scene, verb)) return { verb: -1, role: 'other' };
  if (relation === 'nsubj:pass') return { verb, role: 'passive' };
  if (relation === 'nsubj') {
    const passive = tagAt(scene, verb) === 'VBN' && dependantBy(scene, verb, 'aux:pass') >= 0;
    return { verb, role: passive ? 'passive' : 'subject' };
  }
  if (relation === 'obj' || (preposition === '' && relation !== 'obl:unmarked')) return { verb, role: 'object' };
  return { verb, role: 'other' };
}

/** The verbs that hang on a noun behind it: "a letter [written] by", "the video, [posted] on". */
export function verbsBehind(scene: Scene, { noun }: Mention): { verb: number; role: Role }[] {
  const found: { verb: number; role: Role }[] = [];
  for (const verb of dependantsOf(scene, noun)) {
    const relation = relationOf(scene.tree, verb);
    if (verb < noun || !isVerbAt(scene, verb) || !VERB_RELATIONS.has(relation)) continue;
    const subject = dependantBy(scene, verb, 'nsubj', 'nsubj:pass');
    const participle = tagAt(scene, verb) === 'VBN' || tagAt(scene, verb) === 'VBD';
    const relative = subject < 0 || RELATIVE.has(lemmaAt(scene, subject));
    const auxiliary = dependantBy(scene, verb, 'aux:pass') >= 0;
    const passive = participle && relative && (relation === 'acl' || auxiliary);
    // A subject taken for the head of its sentence has its verb in one of these relations.
    if (relation !== 'acl' && relation !== 'acl:relcl' && !passive) continue;
    found.push({ verb, role: passive ? 'passive' : relative ? 'subject' : 'object' });
    const next = dependantBy(scene, verb, 'conj');
    if (passive && tagAt(scene, next) === 'VBN') found.push({ verb: next, role: 'passive' });
  }
  return found;
}

const VERB_RELATIONS: ReadonlySet<string> = new Set(['acl', 'acl:relcl', 'conj', 'dep', 'parataxis']);

/** Whether what a verb says has happened: not denied, not only possible, planned or asked for. */
export function hasHappened(scene: Scene, verb: number): boolean {
  if (verb < 0) return true;
  const { tree } = scene;
  const start = Math.max(sentenceStart(scene, verb), verb - 5);
  let does = false;
  for (let token = start; token < verb; token++) {
    if (tree.language.head[token] !== verb) continue;
    const relation = relationOf(tree, token);
    if (relation === 'neg') return false;
    if (relation === 'aux' && tagAt(scene, token) === 'MD') return false;
    if (relation === 'aux' && lemmaAt(scene, token) === 'do') does = true;
    if (relation === 'mark' && lemmaAt(scene, token) === 'to') return false;
    if (relation === 'mark' && UNREAL_MARKS.has(lemmaAt(scene, token))) return false;
  }
  return tagAt(scene, verb) !== 'VB' || does;
}

const CLAIMED: ReadonlySet<string> = new Set(['about', 'that']);
const DEFINITE: ReadonlySet<string> = new Set(['that', 'the', 'these', 'this', 'those']);
const FEW: ReadonlySet<string> = new Set(['2', '3', 'two', 'three']);
const FRAME_PREPOSITIONS: ReadonlySet<string> = new Set(['at', 'during', 'in', 'through', 'via']);
const HEARD_ON: ReadonlySet<string> = new Set(['audio', 'broadcast', 'post', 'video']);
const OTHERS: ReadonlySet<string> = new Set([
  'another',
  'different',
  'earlier',
  'other',
  'previous',
  'second',
  'separate',
]);
const REFUSED: ReadonlySet<string> = new Set([
  'any',
  'each',
  'either',
  'every',
  'free',
  'hate',
  'neither',
  'no',
  'possible',
  'some',
  'stump',
  'such',
  'what',
  'whatever',
  'which',
]);
const OWN: ReadonlySet<string> = new Set(['my', 'our', 'your']);
const RELATIVE: ReadonlySet<string> = new Set(['that', 'which', 'who']);
const SERIES: ReadonlySet<string> = new Set(['flurry', 'number', 'pair', 'series', 'string']);
const WANTING_PREPOSITIONS: ReadonlySet<string> = new Set(['for', 'without']);
const UNREAL_MARKS: ReadonlySet<string> = new Set(['if', 'unless', 'whether']);
