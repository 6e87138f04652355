import type { TokenRange } from '../attribution/attribution.ts';
import { HEDGE_ADVERBS } from '../attribution/hedge-adverbs.ts';
import { cueAround } from '../attribution/phrases.ts';
import { relationOf } from '../attribution/tree.ts';
import type { Assertion } from '../reading.ts';
import { type Mention, verbsBehind } from './mentions.ts';
import { dependantBy, isVerbAt, lemmaAt, type Scene, sentenceEnd, sentenceStart, tagAt } from './scene.ts';

type Certainty = Assertion['certainty'];

/** Words that say how sure it is that a statement is what it is said to be. */
export interface Evidence extends TokenRange {
  certainty: Certainty;
  /** Somebody looked into it: verified, could not confirm, proved fake. A mere hedge ("purportedly") yields to this. */
  checked: boolean;
}

/** How far a statement is authenticated, from all that is said of it. */
export function certaintyOf(evidence: readonly Evidence[], isMakerNamed: boolean): Certainty {
  const checks = evidence.filter(({ checked }) => checked);
  if (checks.length > 0) {
    return checks.every(({ certainty }) => certainty === checks[0].certainty) ? checks[0].certainty : 'Uu';
  }
  let weakest = isMakerNamed || evidence.length > 0 ? 0 : UNMARKED_STRENGTHS.length - 1;
  for (const { certainty } of evidence) weakest = Math.max(weakest, UNMARKED_STRENGTHS.indexOf(certainty));
  return UNMARKED_STRENGTHS[weakest];
}

/** From the firmest to the weakest. */
const UNMARKED_STRENGTHS: readonly Certainty[] = ['CT+', 'PR+', 'PS+', 'Uu'];

/** The evidence that stands at one mention. */
export function evidenceAt(scene: Scene, mention: Mention): Evidence[] {
  const found: Evidence[] = [];
  for (const evidence of [
    ...inPhrase(scene, mention),
    ...behindPhrase(scene, mention),
    ...inPredicate(scene, mention),
    ...inSeeming(scene, mention),
    ...inChecks(scene, mention),
  ]) {
    if (!found.some(({ first }) => first === evidence.first)) found.push(evidence);
  }
  return found;
}

/** "a purported message", "an unverified video", "a fake letter". */
function inPhrase(scene: Scene, { first, noun }: Mention): Evidence[] {
  const found: Evidence[] = [];
  for (let token = first; token < noun; token++) {
    const word = lemmaAt(scene, token);
    const certainty = HEDGE_ADJECTIVES.get(word) ?? HEDGE_ADVERBS[word];
    if (certainty) found.push({ first: token, end: token + 1, certainty, checked: CHECKING_ADJECTIVES.has(word) });
  }
  return found;
}

/** "a message purportedly of", "a video allegedly showing", "a letter that was reportedly written", "purporting to". */
function behindPhrase(scene: Scene, mention: Mention): Evidence[] {
  const end = Math.min(sentenceEnd(scene, mention.noun), mention.end + 5);
  const governed = [mention.noun, ...verbsBehind(scene, mention).map(({ verb }) => verb)];
  if (mention.role === 'subject' || mention.role === 'passive') governed.push(mention.verb);
  for (let token = mention.end; token < end; token++) {
    const certainty = HEDGE_ADVERBS[lemmaAt(scene, token)];
    const isNext = token === mention.end;
    if (certainty && tagAt(scene, token).startsWith('RB')) {
      const over = scene.tree.language.head[token];
      if (isNext || governed.includes(over)) return [{ first: token, end: token + 1, certainty, checked: false }];
    }
    const claiming = CLAIMING.get(lemmaAt(scene, token));
    if (claiming && isVerbAt(scene, token) && lemmaAt(scene, token + 1) === 'to') {
      const own = isNext || governed.includes(token);
      if (own)
        return [{ first: cueAround(scene.tree, token).first, end: token + 2, certainty: claiming, checked: false }];
    }
  }
  return [];
}

/** "The letter is a forgery", "the video turned out to be genuine". */
function inPredicate(scene: Scene, { noun, role, verb }: Mention): Evidence[] {
  const { head } = scene.tree.language;
  const predicate = role === 'subject' || role === 'passive' ? verb : head[noun];
  if (predicate < noun || predicate > noun + PREDICATE_REACH) return [];
  for (const token of [predicate, dependantBy(scene, predicate, 'xcomp'), dependantBy(scene, predicate, 'obj')]) {
    const certainty = AUTHENTIC_PREDICATES.get(lemmaAt(scene, token));
    if (!certainty || token <= noun) continue;
    const copula = dependantBy(scene, token, 'cop');
    if (copula < 0 && token === predicate) continue;
    const from = token === predicate ? copula : cueAround(scene.tree, predicate).first;
    const first = from > noun ? from : copula > noun ? copula : token;
    const start = sentenceStart(scene, noun);
    const between = [
      ...wordsBetween(scene, Math.max(start, noun - 4), noun),
      ...wordsBetween(scene, Math.max(noun + 1, token - 5), token),
    ];
    const hedged = between.some((word) => SEEMING.has(word)) || between.some((word) => HEDGE_ADVERBS[word]);
    const open = between.some((word) => DOUBTING.has(word));
    const negated = between.some((word) => NEGATIONS.has(word));
    const firm = negated ? opposite(certainty) : certainty;
    const result = open ? 'Uu' : hedged ? HEDGED[firm] : firm;
    return [{ first: Math.min(first, token), end: token + 1, certainty: result, checked: !hedged }];
  }
  return [];
}

/** "It appeared to be his first public address": the words that follow are the mention. */
function inSeeming(scene: Scene, { first }: Mention): Evidence[] {
  if (lemmaAt(scene, first - 1) !== 'be' || lemmaAt(scene, first - 2) !== 'to') return [];
  const verb = first - 3;
  const certainty = SEEMING_CERTAINTY.get(lemmaAt(scene, verb));
  if (!certainty || verb < sentenceStart(scene, first)) return [];
  const own = cueAround(scene.tree, verb);
  return [{ first: own.first, end: first, certainty, checked: false }];
}

/** How far the predicate stands from the noun: a relative clause may stand between. */
const PREDICATE_REACH = 30;
/** How far the verb of a check stands from the words for what was checked. */
const REACH = 12;

/** "The authenticity of the recording could not be confirmed", "officials verified the letter". */
function inChecks(scene: Scene, mention: Mention): Evidence[] {
  const quality = qualityNoun(scene, mention);
  const about = quality >= 0 ? quality : mention.noun;
  const { head } = scene.tree.language;
  const relation = relationOf(scene.tree, about);
  const verb = head[about];
  if (!isVerbAt(scene, verb) || Math.abs(verb - about) > REACH) return [];
  if (!CHECKED_RELATIONS.has(relation)) return [];
  const lemma = lemmaAt(scene, verb);
  if (quality >= 0 && DOUBTING_VERBS.has(lemma))
    return [{ ...cueAround(scene.tree, verb), certainty: 'Uu', checked: true }];
  if (!CHECKING_VERBS.has(lemma)) return [];
  const passive = relation !== 'obj';
  if (passive && dependantBy(scene, verb, 'aux:pass') < 0) return [];
  const cue = cueAround(scene.tree, verb);
  if (lemma === 'confirm' && quality < 0 && !passive) return [];
  const open = tagAt(scene, verb) === 'VB' ? Math.min(openFrom(scene, verb, cue), verb) : openFrom(scene, verb, cue);
  return [{ first: Math.min(open, cue.first), end: cue.end, certainty: open <= verb ? 'Uu' : 'CT+', checked: true }];
}

/** "authenticity" in "the authenticity of the recording", "the recording's authenticity"; -1 for none. */
function qualityNoun(scene: Scene, { noun, first }: Mention): number {
  const over = scene.tree.language.head[noun];
  if (over >= 0 && QUALITIES.has(lemmaAt(scene, over)) && Math.abs(over - noun) <= REACH) return over;
  for (let token = first - 1; token >= Math.max(0, first - 2); token--) {
    if (lemmaAt(scene, token) === 'of' && QUALITIES.has(lemmaAt(scene, token - 1))) return token - 1;
  }
  return -1;
}

/** The word from which a check is denied, only tried, wanted or possible ("[unable] to verify"); beyond the verb for none. */
function openFrom(scene: Scene, verb: number, { first }: TokenRange): number {
  const start = Math.max(sentenceStart(scene, verb), first - 5);
  for (let token = start; token < verb; token++) {
    const word = lemmaAt(scene, token);
    if (TRYING.has(word) && isToVerb(scene, token, verb)) return token;
    if (token >= first && (NEGATIONS.has(word) || tagAt(scene, token) === 'MD')) return first;
    if (UNREAL.has(word) || (word === 'to' && token === verb - 1)) return Math.min(first, token);
  }
  return verb + 1;
}

/** "working urgently to verify": "to" stands between. */
function isToVerb(scene: Scene, from: number, verb: number): boolean {
  for (let token = from + 1; token < verb; token++) if (lemmaAt(scene, token) === 'to') return true;
  return false;
}

function wordsBetween(scene: Scene, from: number, to: number): string[] {
  const words: string[] = [];
  for (let token = from; token < to; token++) words.push(lemmaAt(scene, token));
  return words;
}

function opposite(certainty: Certainty): Certainty {
  return certainty === 'CT+' ? 'CT-' : 'CT+';
}

const HEDGED: Readonly<Record<Certainty, Certainty>> = {
  'CT+': 'PR+',
  'PR+': 'PR+',
  'PS+': 'PS+',
  'CT-': 'PS+',
  'PR-': 'PS+',
  'PS-': 'PS+',
  Uu: 'Uu',
};

const AUTHENTIC_PREDICATES: ReadonlyMap<string, Certainty> = new Map([
  ['authentic', 'CT+'],
  ['bogus', 'CT-'],
  ['fabrication', 'CT-'],
  ['fake', 'CT-'],
  ['forgery', 'CT-'],
  ['genuine', 'CT+'],
  ['hoax', 'CT-'],
  ['legitimate', 'CT+'],
  ['prank', 'CT-'],
  ['real', 'CT+'],
]);
const CHECKED_RELATIONS: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'obj']);
const CHECKING_ADJECTIVES: ReadonlySet<string> = new Set([
  'authenticated',
  'bogus',
  'doctored',
  'fabricated',
  'fake',
  'faked',
  'forged',
  'hoax',
  'unauthenticated',
  'unconfirmed',
  'unverified',
  'verified',
]);
const CHECKING_VERBS: ReadonlySet<string> = new Set([
  'authenticate',
  'confirm',
  'corroborate',
  'substantiate',
  'verify',
]);
const CLAIMING: ReadonlyMap<string, Certainty> = new Map([
  ['appear', 'PR+'],
  ['believe', 'PR+'],
  ['claim', 'PS+'],
  ['purport', 'PS+'],
  ['say', 'PR+'],
  ['seem', 'PR+'],
  ['suppose', 'PS+'],
  ['think', 'PR+'],
]);
const DOUBTING: ReadonlySet<string> = new Set(['if', 'unclear', 'whether']);
const DOUBTING_VERBS: ReadonlySet<string> = new Set(['challenge', 'dispute', 'doubt', 'question']);
const HEDGE_ADJECTIVES: ReadonlyMap<string, Certainty> = new Map([
  ['alleged', 'PS+'],
  ['apparent', 'PR+'],
  ['authenticated', 'CT+'],
  ['bogus', 'CT-'],
  ['doctored', 'CT-'],
  ['fabricated', 'CT-'],
  ['fake', 'CT-'],
  ['faked', 'CT-'],
  ['forged', 'CT-'],
  ['hoax', 'CT-'],
  ['purported', 'PS+'],
  ['supposed', 'PS+'],
  ['unauthenticated', 'Uu'],
  ['unconfirmed', 'Uu'],
  ['unverified', 'Uu'],
  ['verified', 'CT+'],
]);
const NEGATIONS: ReadonlySet<string> = new Set(['cannot', 'never', "n't", 'no', 'not', 'unable', 'without', 'yet']);
const QUALITIES: ReadonlySet<string> = new Set(['authenticity', 'genuineness', 'legitimacy', 'validity', 'veracity']);
const SEEMING: ReadonlySet<string> = new Set(['appear', 'believe', 'seem', 'think']);
const SEEMING_CERTAINTY: ReadonlyMap<string, Certainty> = new Map([
  ['appear', 'PR+'],
  ['believe', 'PR+'],
  ['purport', 'PS+'],
  ['say', 'PR+'],
  ['seem', 'PR+'],
  ['think', 'PR+'],
]);
const TRYING: ReadonlySet<string> = new Set(['able', 'attempt', 'seek', 'try', 'unable', 'work']);
const UNREAL: ReadonlySet<string> = new Set(['before', 'if', 'once', 'until', 'whether', 'without']);
