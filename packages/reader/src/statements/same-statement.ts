import type { Span } from '../reading.ts';
import type { Scene } from './scene.ts';
import type { Account, Draft } from './statements.ts';

/** How many statements back, and for another noun how many sentences back, a mention is looked for. */
const STATEMENTS_REMEMBERED = 12;
const SENTENCES_REMEMBERED = 6;

/**
 * The statement that a mention takes up: the last one named by the same noun, else the last one that the noun can
 * stand for ("the recording" an audio message). A mention with "a" takes one up only where the same speaker speaks in it
 * again ("said in a statement").
 */
export function sameStatement(scene: Scene, drafts: readonly Draft[], account: Account): Draft | undefined {
  const { mention } = account;
  const sentence = scene.tree.language.sentences.of[mention.noun];
  const recent = drafts.slice(-STATEMENTS_REMEMBERED).reverse();
  recent.sort(
    (a, b) => Number(sharesMaker(b, account)) - Number(sharesMaker(a, account)) || lastPlace(b) - lastPlace(a),
  );
  const fitting = recent.filter((draft) => !contradicts(scene, draft, account, sentence));
  const sameNoun = fitting.find((draft) => draft.lemmas.has(mention.lemma));
  if (mention.reference === 'indefinite') {
    return account.framed && UNIQUE_MEDIA.has(account.medium) && sameNoun && sharesMaker(sameNoun, account)
      ? sameNoun
      : undefined;
  }
  if (mention.other) return undefined;
  if (sameNoun) return sameNoun;
  return fitting.find(
    (draft) =>
      sentence - draft.lastSentence <= SENTENCES_REMEMBERED && draft.forms.some((form) => mention.forms.includes(form)),
  );
}

function lastPlace({ mentions }: Draft): number {
  return mentions[mentions.length - 1].first;
}

/** Other makers, another length, another form told by its own words. */
function contradicts(scene: Scene, draft: Draft, account: Account, sentence: number): boolean {
  const { mention, by, duration, forms } = account;
  if (!draft.forms.some((form) => forms.includes(form))) return true;
  if (duration !== undefined && draft.duration !== undefined && duration !== draft.duration) return true;
  if (mention.medium === 'interview' && draft.channel && account.channel) {
    if (!isSameText(scene, draft.channel, account.channel)) return true;
  }
  if (by.size === 0 || sharesMaker(draft, account) || SHARED_FORMS.has(forms[0])) return false;
  const distance = sentence - draft.lastSentence;
  if (draft.by.size === 0) return mention.reference === 'possessive' && distance > 1;
  // In one recording several may speak.
  const spokenIn = mention.reference === 'definite' && account.framed;
  if (spokenIn && RECORDED_MEDIA.has(draft.medium)) return false;
  // "The firm issued a statement. Vell said in the statement": the one who speaks for the firm.
  return !spokenIn || draft.releasedBy.size === 0 || distance > 3;
}

const RECORDED_MEDIA: ReadonlySet<string> = new Set(['audio', 'video']);
/** At these many speak. */
const SHARED_FORMS: ReadonlySet<string> = new Set(['conference']);

/** "CNN" and "CNN's morning show", not "CNN" and "Fox". */
function isSameText({ tree }: Scene, a: Span, b: Span): boolean {
  const { text } = tree.language.tokens;
  const [one, other] = [text.slice(a.start, a.end), text.slice(b.start, b.end)];
  return one.includes(other) || other.includes(one);
}

function sharesMaker(draft: Draft, { by }: Account): boolean {
  for (const actor of by) if (draft.by.has(actor)) return true;
  return false;
}

/** Of these a speaker makes one for the occasion; of posts and recordings there are often several. */
const UNIQUE_MEDIA: ReadonlySet<string> = new Set(['interview', 'speech', 'text']);
