import { cueVerb } from '../attribution/cue-verbs.ts';
import { relationOf } from '../attribution/tree.ts';
import type { Actor } from '../reading.ts';
import { isChannelBefore, isOutlet } from './channels.ts';
import { hasHappened, type Mention, type Role, verbsBehind } from './mentions.ts';
import { dependantBy, dependantsOf, isVerbAt, lemmaAt, prepositionOf, type Scene, tagAt } from './scene.ts';
import { AUTHOR_VERBS, EMERGING_VERBS, OWN_RELEASE_NOUNS, RELEASE_VERBS } from './statement-nouns.ts';

/** What one mention tells of how its statement came about. Actors are indices into `Scene.actors`. */
export interface Making {
  by: Set<number>;
  releasedBy: Set<number>;
  /** It was made, let out or spoken in: not only spoken of. */
  happened: boolean;
  /** Spoken in by whom an assertion says. */
  framed: boolean;
  /** Verbs of making or release: their complements tell channel and day. */
  verbs: number[];
}

/** Who made, spoke in or let out what a mention names. */
export function makingOf(scene: Scene, mention: Mention): Making {
  const making: Making = { by: new Set(), releasedBy: new Set(), happened: false, framed: false, verbs: [] };
  readFrame(scene, mention, making);
  readPhrase(scene, mention, making);
  for (const { verb, role } of [{ verb: mention.verb, role: mention.role }, ...verbsBehind(scene, mention)]) {
    readVerb(scene, mention, verb, role, making);
  }
  return making;
}

/** "Vell said in a statement", "in the recording, Vell threatened": the speaker is who speaks in it. */
function readFrame(scene: Scene, mention: Mention, making: Making): void {
  const { lemma, noun, role, verb } = mention;
  // "he said in his report": journalists report all day.
  if (BODIES_ONLY.has(lemma)) return;
  if (scene.sourceAt.has(noun)) making.happened = true;
  const told = role === 'object' && lemmaAt(scene, verb) === 'tell' && mention.forms[0] === 'conference';
  if (role !== 'frame' && !told && !(scene.cueAt.has(noun) && cueVerb(lemmaAt(scene, verb)))) return;
  const cued = scene.cueAt.get(verb) ?? scene.cueAt.get(noun);
  const speaks = cued
    ? cued.kind !== 'narration' && cued.kind !== 'omission' && SPEAKING_ACTS.has(cued.act)
    : cueVerb(lemmaAt(scene, verb))?.act === 'statement' || (mention.medium === 'interview' && isVerbAt(scene, verb));
  const asks = QUESTIONED.has(mention.forms[0]) && lemmaAt(scene, verb) === 'ask';
  if (!speaks || asks || !hasHappened(scene, verb)) return;
  making.framed = true;
  making.happened = true;
  if (verb >= 0) making.verbs.push(verb);
  const speaker = cued?.speaker ? (scene.actorById.get(cued.speaker) ?? -1) : subjectActor(scene, verb);
  if (speaker >= 0 && scene.actors[speaker].type !== 'document') making.by.add(speaker);
}

/** "Vell released a video", "a letter written by Vell", "the recording surfaced". */
function readVerb(scene: Scene, mention: Mention, verb: number, role: Role, making: Making): void {
  if (verb < 0 || (role !== 'object' && role !== 'passive' && role !== 'subject')) return;
  const lemma = lemmaAt(scene, verb);
  if (role === 'subject') {
    const emerges = EMERGING_VERBS.has(lemma) || (lemma === 'appear' && WHERE.has(lemmaAt(scene, verb + 1)));
    if (!emerges || !hasHappened(scene, verb)) return;
    making.happened = true;
    making.verbs.push(verb);
    return;
  }
  const releases = RELEASE_VERBS.has(lemma);
  // To send or deliver a message may mean anything.
  if (mention.strength === 'weak' && mention.lemma === 'message' && !releases && !WRITING.has(lemma)) return;
  // "gave her address" is where she lives.
  if (mention.lemma === 'address' && lemma === 'give' && mention.reference === 'possessive') return;
  const makes = AUTHOR_VERBS.has(lemma) || (lemma === 'hold' && mention.forms[0] === 'conference');
  if ((!releases && !makes) || !hasHappened(scene, verb)) return;
  making.happened = true;
  making.verbs.push(verb);
  const doer = role === 'object' ? subjectActor(scene, verb) : agentActor(scene, verb);
  if (doer < 0 || doer === scene.actorAt[mention.noun] || lemma === 'obtain') return;
  // Whose it is stands before it: "broadcast Vell's speech", "made Vell's speech stand out".
  const isOwned = mention.reference === 'possessive' && making.by.size > 0;
  if (releases) {
    making.releasedBy.add(doer);
    const recorded = mention.medium === 'audio' || mention.medium === 'video';
    // What somebody publishes may be another's: "a message published by a monitoring group".
    const isOthers = lemma === 'publish' && role === 'passive';
    if (!recorded && !isOwned && !isOthers && OWN_RELEASE_NOUNS.has(mention.lemma)) making.by.add(doer);
  } else if (mention.medium === 'video' && lemma === 'send') making.releasedBy.add(doer);
  else if (!isOwned) making.by.add(doer);
}

/** "a letter by Vell", "Vell's speech", "a Harrow Institute statement", "an interview with Vell". */
function readPhrase(scene: Scene, mention: Mention, making: Making): void {
  const isInterview = mention.medium === 'interview';
  for (const token of dependantsOf(scene, mention.noun)) {
    const actor = scene.actorAt[token];
    // A source that the noun itself belongs to ("today's report") made nothing.
    if (actor < 0 || actor === scene.actorAt[mention.noun]) continue;
    const { type } = scene.actors[actor];
    const relation = relationOf(scene.tree, token);
    if (BODIES_ONLY.has(mention.lemma) && type !== 'organization' && relation !== 'nmod') continue;
    if (relation === 'nmod:poss') {
      const isShown = type === 'person' && PICTURES.has(mention.lemma);
      if (!isShown && (!isInterview || type === 'person')) making.by.add(actor);
    } else if (relation === 'compound' && type === 'organization' && !QUESTIONED.has(mention.forms[0])) {
      if (mention.medium === 'video' || mention.medium === 'audio') making.releasedBy.add(actor);
      else if (!isChannelBefore(scene, mention, token)) making.by.add(actor);
    } else if (relation === 'nmod' && token > mention.noun) {
      const preposition = prepositionOf(scene, token);
      if (preposition === 'by' || preposition === 'from') making.by.add(actor);
      if (preposition === 'of' && OF_ITS_MAKER.has(mention.lemma) && type === 'person') making.by.add(actor);
      const isHost = isOutlet(scene, mention.end, token + 1);
      if (preposition === 'with' && isInterview && type === 'person' && !isHost && making.by.size === 0) {
        making.by.add(actor);
      }
    }
  }
}

/** Who does what a verb says: an assertion's speaker, which may stand behind a pronoun, else the actor who is subject. */
function subjectActor(scene: Scene, verb: number): number {
  const assertion = scene.cueAt.get(verb);
  if (assertion?.speaker) return scene.actorById.get(assertion.speaker) ?? -1;
  let at = verb;
  for (let step = 0; step < 4 && at >= 0; step++) {
    const subject = at === verb ? dependantBy(scene, at, 'nsubj') : dependantBy(scene, at, 'nsubj', 'nsubj:pass');
    if (subject >= 0) return scene.actorAt[subject] >= 0 ? scene.actorAt[subject] : pronounActor(scene, subject);
    const relation = relationOf(scene.tree, at);
    if (relation === 'acl:relcl') return scene.actorAt[scene.tree.language.head[at]] ?? -1;
    if (relation !== 'conj' && relation !== 'xcomp' && relation !== 'advcl') return -1;
    at = scene.tree.language.head[at];
  }
  return -1;
}

/** How far back one who is meant by a pronoun is looked for. */
const PRONOUN_REACH = 60;

/** The one person ("he") or body ("it") that is subject in this sentence before a token or in the one before; -1 for none or several. */
function pronounActor(scene: Scene, pronoun: number): number {
  const type = PRONOUN_TYPES.get(lemmaAt(scene, pronoun));
  if (type === undefined) return -1;
  const { of } = scene.tree.language.sentences;
  let found = -1;
  for (let token = pronoun - 1; token >= Math.max(0, pronoun - PRONOUN_REACH); token--) {
    if (of[pronoun] - of[token] > 1) break;
    const actor = scene.actorAt[token];
    if (actor < 0 || actor === found || scene.actors[actor].type !== type) continue;
    if (!relationOf(scene.tree, token).startsWith('nsubj')) continue;
    if (found >= 0) return -1;
    found = actor;
  }
  return found;
}

const PRONOUN_TYPES: ReadonlyMap<string, Actor['type']> = new Map([
  ['he', 'person'],
  ['it', 'organization'],
  ['she', 'person'],
]);

function agentActor(scene: Scene, verb: number): number {
  for (const token of dependantsOf(scene, verb)) {
    if (token < verb || prepositionOf(scene, token) !== 'by') continue;
    if (tagAt(scene, token).startsWith('N')) return scene.actorAt[token];
  }
  return -1;
}

/** Papers that bodies put out; where a person has one it may be a story in the news. */
const BODIES_ONLY: ReadonlySet<string> = new Set(['report', 'study']);
const OF_ITS_MAKER: ReadonlySet<string> = new Set(['message', 'sermon', 'speech', 'statement', 'testimony']);
/** Where those who ask are not those who are heard. */
const QUESTIONED: ReadonlySet<string> = new Set(['conference', 'interview']);
/** "Vell's video" may as well show as be by Vell. */
const PICTURES: ReadonlySet<string> = new Set(['clip', 'footage', 'tape', 'video', 'videotape']);
const WHERE: ReadonlySet<string> = new Set(['in', 'on']);
const WRITING: ReadonlySet<string> = new Set(['record', 'tweet', 'write']);
const SPEAKING_ACTS: ReadonlySet<string> = new Set(['intention', 'order', 'statement']);
