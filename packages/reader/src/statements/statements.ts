import type { TokenRange } from '../attribution/attribution.ts';
import { buildTree } from '../attribution/tree.ts';
import type { Language } from '../language/language.ts';
import type { Actor, Assertion, Statement, Time } from '../reading.ts';
import { certaintyOf, type Evidence, evidenceAt } from './authenticity.ts';
import { channelOf } from './channels.ts';
import { dateOf, durationOf, type Since, sinceOf } from './circumstances.ts';
import { makingOf } from './making.ts';
import { candidateTokens, type Mention, mentionAt } from './mentions.ts';
import { postAt } from './posts.ts';
import { sameStatement } from './same-statement.ts';
import { isVerbAt, makeScene, type Scene, spanOf } from './scene.ts';
import type { Form, Medium } from './statement-nouns.ts';

/** A statement while its mentions are being gathered. Actors are indices into `Scene.actors`. */
export interface Draft {
  medium: Medium;
  /** The noun alone did not tell the medium: "message". */
  general: boolean;
  forms: readonly Form[];
  by: Set<number>;
  releasedBy: Set<number>;
  date?: string | undefined;
  duration?: string | undefined;
  channel?: Statement['channel'];
  since?: Statement['since'];
  evidence: Evidence[];
  mentions: TokenRange[];
  /** The nouns that named it so far. */
  lemmas: Set<string>;
  /** The sentence of its last mention. */
  lastSentence: number;
}

/** What one mention says of its statement. */
export interface Account extends Omit<Draft, 'mentions' | 'lemmas' | 'lastSentence'> {
  mention: Mention;
  /** It was made, let out or spoken in: enough to take it for a statement. */
  happened: boolean;
  /** An assertion's speaker spoke in it. */
  framed: boolean;
}

/**
 * Finds the utterances and documents that an article reports: speeches, recordings, letters, posts, interviews, press
 * releases, each once with all the words that name it. A noun is taken for one where somebody made it, let it out or
 * spoke in it, or where its length, its first since or its authenticity is told; a mere "he said" is none.
 *
 * Authenticity is `CT+` where its maker is named and nothing is said against it, `Uu` where nobody is named; hedges lower it to the
 * weakest of them; a check (verified, could not be confirmed, proved fake) goes before hedges, and two checks that
 * disagree give `Uu`.
 *
 * @param quotationDepth for each token how many quotations it stands in: nothing is first told inside one
 */
export function findStatements(
  language: Language,
  quotationDepth: Uint8Array,
  actors: readonly Actor[],
  assertions: readonly Assertion[],
  times: readonly Time[],
): Statement[] {
  const candidates = candidateTokens(language);
  if (candidates.length === 0) return [];
  const scene = makeScene(buildTree(language), quotationDepth, actors, assertions, times);
  const drafts: Draft[] = [];
  for (const account of accountsAt(scene, candidates)) {
    const draft = sameStatement(scene, drafts, account);
    if (draft) join(scene, draft, account);
    else if (isStatement(scene, account)) drafts.push(draftOf(scene, account));
  }
  return drafts.map((draft, index) => statementOf(scene, draft, index));
}

function* accountsAt(scene: Scene, candidates: readonly number[]): Generator<Account> {
  for (const token of candidates) {
    const mention = isVerbAt(scene, token) ? postAt(scene, token) : mentionAt(scene, token);
    if (mention) yield accountOf(scene, mention);
  }
}

function accountOf(scene: Scene, mention: Mention): Account {
  const making = makingOf(scene, mention);
  const from = [mention.noun, ...making.verbs];
  const found = sinceOf(scene, mention);
  const maker = found ? possessorBefore(scene, found) : -1;
  if (maker >= 0) making.by.add(maker);
  return {
    mention,
    medium: mention.medium,
    general: mention.lemma === 'message' && mention.medium === 'text',
    forms: mention.forms,
    by: making.by,
    releasedBy: making.releasedBy,
    date: dateOf(scene, mention, from),
    duration: durationOf(scene, mention),
    channel: channelOf(scene, mention, from),
    since: found?.since,
    evidence: evidenceAt(scene, mention),
    happened: making.happened,
    framed: making.framed,
  };
}

/** "Vell's first since May": whose it is stands before the number. */
function possessorBefore(scene: Scene, { before }: Since): number {
  if (before < 1 || scene.tree.language.lemma[before] !== "'s") return -1;
  return scene.actorAt[before - 1];
}

/** Whether an account that goes with no statement so far tells of one of its own. */
function isStatement({ depth }: Scene, account: Account): boolean {
  const { mention, by, releasedBy, channel, duration, since, evidence, happened } = account;
  if (depth[mention.noun] > 0) return false;
  if (happened || duration !== undefined || since !== undefined) {
    return mention.strength === 'strong' || by.size + releasedBy.size > 0 || (duration ?? channel) !== undefined;
  }
  return mention.strength === 'strong' && (by.size > 0 || evidence.length > 0);
}

function draftOf(scene: Scene, { mention, happened, framed, ...told }: Account): Draft {
  const draft = { ...told, mentions: [], lemmas: new Set<string>(), lastSentence: 0 };
  addMention(scene, draft, mention);
  return draft;
}

function join(scene: Scene, draft: Draft, account: Account): void {
  addMention(scene, draft, account.mention);
  if (draft.general && SOUND_OR_PICTURE.has(account.medium)) {
    draft.medium = account.medium;
    draft.general = false;
  }
  for (const actor of account.by) draft.by.add(actor);
  for (const actor of account.releasedBy) draft.releasedBy.add(actor);
  draft.date ??= account.date;
  draft.duration ??= account.duration;
  draft.channel ??= account.channel;
  draft.since ??= account.since;
  draft.evidence.push(...account.evidence);
}

const SOUND_OR_PICTURE: ReadonlySet<Medium> = new Set<Medium>(['audio', 'post', 'video']);

function addMention({ tree }: Scene, draft: Draft, { first, end, lemma, noun }: Mention): void {
  draft.mentions.push({ first, end });
  draft.lemmas.add(lemma);
  draft.lastSentence = tree.language.sentences.of[noun];
}

function statementOf(scene: Scene, draft: Draft, index: number): Statement {
  const { medium, date, duration, channel, since, evidence, mentions } = draft;
  const ids = (actors: ReadonlySet<number>) => [...actors].map((actor) => scene.actors[actor].id);
  const isMakerNamed = draft.by.size + draft.releasedBy.size > 0;
  return {
    id: `m${index + 1}`,
    medium,
    by: ids(draft.by),
    releasedBy: ids(draft.releasedBy),
    ...(date === undefined ? {} : { date }),
    ...(duration === undefined ? {} : { duration }),
    ...(channel === undefined ? {} : { channel }),
    ...(since === undefined ? {} : { since }),
    authenticity: {
      certainty: certaintyOf(evidence, isMakerNamed),
      evidence: evidence.map(({ first, end }) => spanOf(scene, first, end)),
    },
    mentions: mentions.map(({ first, end }) => spanOf(scene, first, end)),
  };
}
