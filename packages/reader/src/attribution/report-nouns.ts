import { NAME_TYPES } from '../language/names.ts';
import type { Assertion } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { finiteVerb, newClause } from './contents.ts';
import { isOutletWord } from './outlets.ts';
import { isVerb, nounPhrase, sentenceAround, subjectOf, tagOf, trimmed, wordOf } from './phrases.ts';
import type { Report, Scene } from './reports.ts';
import { dependant, relationOf, type Tree } from './tree.ts';

/** A noun that names what somebody says: how firm it is where nobody owns it, the act and the stance. */
interface NounSense {
  act: Assertion['act'];
  certainty: Assertion['certainty'];
  stance: NonNullable<Assertion['stance']>;
}

/** What an unnamed source is worth that is itself only a report: "reports said", "according to rumours". */
export function senseOfSource(tree: Tree, source: TokenRange | undefined): NounSense | undefined {
  if (!source) return undefined;
  const noun = headOf(tree, source);
  const lemma = tree.language.lemma[noun];
  if (!/^NNS?$/.test(tagOf(tree, noun)) || !HEARSAY.has(lemma)) return undefined;
  for (let token = source.first; token < source.end; token++)
    if (/^NNP|^PRP/.test(tagOf(tree, token))) return undefined;
  if (lemma === 'report' && isCertainReport(tree, source.first, noun)) return undefined;
  const [act, certainty, stance] = NOUNS[lemma];
  return { act, certainty, stance };
}

/** "the report", "a police report": a document that the article has named, or that somebody answers for. */
function isCertainReport(tree: Tree, first: number, noun: number): boolean {
  if (AUTHORITY.test(wordOf(tree, noun - 1))) return true;
  return tagOf(tree, noun) === 'NN' && /^(?:its|that|the|their|this)$/.test(wordOf(tree, first));
}

const AUTHORITY =
  /^(?:audit|autopsy|coroner|court|government|hospital|incident|intelligence|laboratory|medical|police)$/;

/** The token of a phrase that depends on none in it. */
function headOf(tree: Tree, { first, end }: TokenRange): number {
  for (let token = first; token < end; token++) {
    const over = tree.language.head[token];
    if ((over < first || over >= end) && /^NN|^PRP/.test(tagOf(tree, token))) return token;
  }
  return end - 1;
}

const HEARSAY: ReadonlySet<string> = new Set([
  'allegation',
  'claim',
  'gossip',
  'report',
  'rumor',
  'rumour',
  'speculation',
  'theory',
]);

const NOUNS: Readonly<Record<string, readonly [NounSense['act'], NounSense['certainty'], NounSense['stance']]>> = {
  accusation: ['statement', 'PS+', 'distances'],
  admission: ['statement', 'CT+', 'endorses'],
  allegation: ['statement', 'PS+', 'distances'],
  announcement: ['statement', 'CT+', 'acknowledges'],
  assertion: ['statement', 'PS+', 'distances'],
  belief: ['knowledge', 'PR+', 'acknowledges'],
  claim: ['statement', 'PS+', 'distances'],
  concern: ['knowledge', 'PS+', 'acknowledges'],
  confirmation: ['statement', 'CT+', 'endorses'],
  conspiracy: ['statement', 'PS+', 'distances'],
  denial: ['statement', 'CT-', 'acknowledges'],
  expectation: ['knowledge', 'PR+', 'acknowledges'],
  fear: ['knowledge', 'PS+', 'acknowledges'],
  gossip: ['statement', 'PS+', 'distances'],
  hope: ['knowledge', 'PS+', 'acknowledges'],
  insistence: ['statement', 'CT+', 'acknowledges'],
  report: ['statement', 'PR+', 'acknowledges'],
  rumor: ['statement', 'PS+', 'distances'],
  rumour: ['statement', 'PS+', 'distances'],
  speculation: ['statement', 'PS+', 'distances'],
  suggestion: ['statement', 'PS+', 'acknowledges'],
  suspicion: ['knowledge', 'PS+', 'acknowledges'],
  theory: ['statement', 'PS+', 'distances'],
  warning: ['statement', 'CT+', 'acknowledges'],
};

/** What is reported by these of something ("rumours of his death") is the thing itself. */
const OF_THINGS: ReadonlySet<string> = new Set([
  'accusation',
  'allegation',
  'claim',
  'report',
  'rumor',
  'rumour',
  'speculation',
  'suspicion',
]);

const SCORE = 0.8;

/** Reports around nouns: "reports that X", "rumours of X", "the claim by G to X", "G's claim that X". */
export function findNounReports(scene: Scene): Report[] {
  const { tree } = scene;
  const reports: Report[] = [];
  for (let noun = 0; noun < tree.language.tokens.count; noun++) {
    if (!/^NNS?$/.test(tagOf(tree, noun))) continue;
    const lemma = tree.language.lemma[noun];
    const sense = Object.hasOwn(NOUNS, lemma) ? NOUNS[lemma] : undefined;
    if (!sense) continue;
    const report = reportAround(tree, noun, lemma, sense);
    if (report) reports.push(report);
  }
  return reports;
}

function reportAround(tree: Tree, noun: number, lemma: string, sense: (typeof NOUNS)[string]): Report | null {
  const owner = ownerOf(tree, noun);
  const after = owner && owner.first > noun ? owner.end : noun + 1;
  const content = nounContent(tree, noun, lemma, after);
  if (!content || content.end <= content.first) return null;
  const made = owner && owner.first < noun ? makerVerb(tree, noun, owner) : -1;
  const cue =
    made >= 0 ? { first: made, end: noun + 1 } : owner ? { first: noun, end: noun + 1 } : phraseBefore(tree, noun);
  const [act, certainty, stance] = sense;
  return {
    head: noun,
    cue: [cue],
    source: [owner ?? cue],
    content: [content],
    through: [],
    act,
    certainty: owner && /^P[RS]\+$/.test(certainty) && act === 'statement' ? 'CT+' : certainty,
    stance,
    score: SCORE,
  };
}

function phraseBefore(tree: Tree, noun: number): TokenRange {
  let first = noun;
  while (first > 0 && /^(?:JJ|VBG|VBN)/.test(tagOf(tree, first - 1)) && tree.language.head[first - 1] === noun) first--;
  return { first, end: noun + 1 };
}

/** Who makes the claim: "G's claim", "the claim by G", "a report from G". */
function ownerOf(tree: Tree, noun: number): TokenRange | null {
  const possessor = dependant(tree, noun, 'nmod:poss');
  if (possessor >= 0 && tree.end[possessor] <= noun + 1) {
    const range = nounPhrase(tree, possessor);
    const end = /^'s?$/.test(wordOf(tree, range.end - 1)) ? range.end - 1 : range.end;
    return { first: range.first, end };
  }
  const maker = outletOf(tree, noun) ?? makerOf(tree, noun) ?? holderOf(tree, noun);
  if (maker) return maker;
  if (/^(?:by|from)$/.test(wordOf(tree, noun + 1))) {
    let end = noun + 2;
    const sentence = sentenceAround(tree, noun);
    while (end < sentence.end && /^(?:NN|DT|JJ|PRP|CD|POS|IN$)/.test(tagOf(tree, end)) && wordOf(tree, end) !== 'that')
      end++;
    return end > noun + 2 ? { first: noun + 2, end } : null;
  }
  return null;
}

/** "A Velden Herald report": whose report it is. */
function outletOf(tree: Tree, noun: number): TokenRange | null {
  const isOutlet = isOutletWord(wordOf(tree, noun - 1)) || tree.language.name[noun - 1] === ORGANIZATION;
  if (!isOutlet || tree.language.lemma[noun] !== 'report') return null;
  let first = noun;
  while (/^NNP/.test(tagOf(tree, first - 1))) first--;
  return first < noun ? { first, end: noun } : null;
}

const ORGANIZATION = NAME_TYPES.indexOf('ORGANIZATION');

const SPREADING = /^(?:abound|appear|arise|begin|circulate|emerge|grow|mount|persist|spread|surface|swirl)$/;
const REACH = 7;

/** Where the content begins behind what may stand between: "speculation began that", "a rumour on the radio that". */
function contentStart(tree: Tree, noun: number, after: number): number {
  const sentence = sentenceAround(tree, noun);
  for (let token = after; token < Math.min(sentence.end, after + REACH); token++) {
    if (wordOf(tree, token) === 'that' && relationOf(tree, token) === 'mark') return token;
    const verb = /^(?:VB|MD)/.test(tagOf(tree, token));
    if (
      /^[,;:]$/.test(wordOf(tree, token)) ||
      (verb && !SPREADING.test(tree.language.lemma[token]) && !/^(?:have|be)$/.test(tree.language.lemma[token]))
    )
      break;
  }
  return after;
}

function makerVerb(tree: Tree, noun: number, owner: TokenRange): number {
  const verb = tree.language.head[noun];
  return relationOf(tree, noun) === 'obj' && verb >= owner.end && MAKING.test(tree.language.lemma[verb]) ? verb : -1;
}

const MAKING = /^(?:circulate|express|float|have|issue|launch|make|post|raise|repeat|spread|start|voice)$/;

/** "supporters launched a rumour": who does the verb makes the claim. */
function makerOf(tree: Tree, noun: number): TokenRange | null {
  const verb = tree.language.head[noun];
  if (verb < 0 || relationOf(tree, noun) !== 'obj' || !MAKING.test(tree.language.lemma[verb])) return null;
  const subject = subjectOf(tree, verb);
  return subject >= 0 && subject < verb ? nounPhrase(tree, subject) : null;
}

/** "He wrote in the hope that": who does what the hope goes with has it. */
function holderOf(tree: Tree, noun: number): TokenRange | null {
  if (!/^(?:belief|expectation|hope)$/.test(tree.language.lemma[noun])) return null;
  const before = wordOf(tree, noun - 1) === 'the' ? noun - 2 : noun - 1;
  if (wordOf(tree, before) !== 'in') return null;
  let verb = tree.language.head[noun];
  if (verb >= 0 && !isVerb(tree, verb)) verb = tree.language.head[verb];
  const subject = verb >= 0 ? subjectOf(tree, verb) : -1;
  return subject >= 0 && subject < noun ? nounPhrase(tree, subject) : null;
}

function nounContent(tree: Tree, noun: number, lemma: string, from: number): TokenRange | null {
  const after = contentStart(tree, noun, from);
  const word = wordOf(tree, after);
  const sentence = sentenceAround(tree, noun);
  if (/^(?:that|whether|to)$/.test(word) && !/^W/.test(tagOf(tree, after))) {
    if (word === 'to' && !/^VB/.test(tagOf(tree, after + 1))) return null;
    const clause = tree.language.head[after];
    if (clause < after || relationOf(tree, after) === 'nsubj') return null;
    const end = Math.min(tree.end[clause], sentence.end);
    if (word === 'to') return trimmed(tree, { first: after, end: newClause(tree, after, end) });
    const whole = finiteVerb(tree, after, end) >= 0 ? end : sentence.end;
    return trimmed(tree, { first: after, end: beforeVerdict(tree, after, whole) });
  }
  if (OF_THINGS.has(lemma) && /^(?:of|about)$/.test(word)) {
    const object = tree.language.head[after];
    if (object > after) return trimmed(tree, { first: after + 1, end: endOfThing(tree, noun, tree.end[object]) });
  }
  return null;
}

/** The end of a thing with what the parser gave to the report of it: "a crack | in the dam", but not "a crack | in the Herald". */
function endOfThing(tree: Tree, noun: number, from: number): number {
  const { head, name } = tree.language;
  let end = from;
  for (let token = end + 1; token < Math.min(tree.end[noun], from + LONGEST_REPORTED); token++) {
    if (head[token] !== noun || tree.first[token] !== end) continue;
    if (!/^(?:above|at|below|in|inside|near|on|outside|under)$/.test(tree.word[end])) break;
    if (name[token] === ORGANIZATION || isOutletWord(tree.word[token])) break;
    end = tree.end[token];
  }
  return end;
}

/** The end of what is reported before what it is called: "reports that it was hit | as nonsense". */
function beforeVerdict(tree: Tree, first: number, end: number): number {
  for (let token = first + 1; token + 1 < Math.min(end, first + LONGEST_REPORTED); token++) {
    if (wordOf(tree, token) !== 'as') continue;
    let verdict = token + 1;
    while (/^(?:an?|pure|total|complete|utter|sheer|[“"‘`]+)$/.test(wordOf(tree, verdict))) verdict++;
    if (VERDICT.test(wordOf(tree, verdict))) return token;
  }
  return end;
}

/** Text made to be slow goes on for ever. */
const LONGEST_REPORTED = 80;
const VERDICT =
  /^(?:absurd|baseless|bogus|fabrications?|fake|false|fantasy|fiction|hoax|lies?|nonsense|propaganda|ridiculous|rubbish|unfounded|untrue)$/;
