import { isDeepStrictEqual } from 'node:util';
import type { Model } from '@hearsay/reader/model/model';
import { readAnalysed } from '@hearsay/reader/read';
import { polarityTo } from '../claims/assign-claims.ts';
import type { Exemplar } from '../claims/claim-index.ts';
import { claimKeys } from '../claims/claim-keys.ts';
import { claimModel } from '../claims/claim-model.ts';
import { claimKeyIndex } from '../claims/claim-rows.ts';
import { wordWeight } from '../claims/claim-words.ts';
import { decidePairs } from '../claims/decision.ts';
import { unpackExemplars } from '../claims/exemplar-bytes.ts';
import { claimFeatures } from '../claims/features.ts';
import { type Fingerprint, isNameHash } from '../claims/fingerprint.ts';
import type { Polarity } from '../claims/proposition.ts';
import { FROM_THE_FIRST, findClaims } from '../search/find-claims.ts';
import { foldedWords } from '../search/folded-words.ts';
import type { SearchScope } from '../search/search-scope.ts';
import type { Store } from '../store/store.ts';
import type { ClaimCard, Page } from './answers.ts';
import { claimCards } from './claim-cards.ts';
import { PAGE_ITEMS } from './pages.ts';

/** Claims that are compared with a sentence: those that share most keys with it, and those that share its words. */
const MOST_BY_KEYS = 64;
const MOST_BY_WORDS = 64;
/** Words of a sentence that claims are looked for by, the rarest. */
const MOST_WORDS = 6;
const FEWEST_WORDS = 2;
/** A word that stands in more than about 1 of 10 reports finds nothing. */
const LEAST_WEIGHT = 2.3;
/** From this probability on a claim says what the sentence says; set by eye on the sample story and on two rumours. */
export const SAYS_THE_SAME = 0.3;

const LONGEST_SENTENCE = 2000;
/**
 * Who says a sentence: after it, where its first word has its capital from its place ("People were killed"), and before it,
 * where it has it as a name ("Vell is alive"). Where they are read differently either may be meant.
 */
const FRAMES = [
  (sentence: string) => `${sentence}, officials said.`,
  (sentence: string) => `Officials said that ${sentence}.`,
];
/** The share of a sentence that must be read as what is said: of "Vell: 'I am alive'" only the quotation would be. */
const LEAST_READ = 0.5;

export interface LikeClaim {
  id: number;
  /** How probable it is that claim and sentence say the same, from 0 to 1, as `decidePairs` has it. */
  likeness: number;
  /** What who says the sentence is to the claim: against it, where one is negated and the other is not. */
  polarity: Polarity;
}

/**
 * The claims that say what a sentence says, the likeliest first, of as likely ones those of most assertions. Found through
 * the keys of its proposition and through its words; whether two are one is decided as it is for assertions, but that the
 * sentence, which has no article around it, is taken to be about what the claim is about.
 */
export async function claimsLike(store: Store, sentence: string, model: Model): Promise<LikeClaim[]> {
  const { topic, fingerprints } = propositions(sentence, model);
  const byKeys = await claimsUnder(
    store,
    fingerprints.flatMap((fingerprint) => claimKeys({ topic, fingerprint }).keys),
  );
  const byWords = await claimsWithWords(store, sentence);
  const rows = await store.db
    .selectFrom('claim')
    .select(['id', 'exemplars', 'members', 'stated', 'negated'])
    .where('id', 'in', store.listed([...new Set([...byKeys, ...byWords])]))
    .where('members', '>', 0)
    .where('merged_into', 'is', null)
    .execute();
  return rows
    .map(({ id, exemplars, members, ...claim }) => ({
      id,
      members,
      likeness: Math.max(0, ...fingerprints.map((one) => likenessOf(one, unpackExemplars(exemplars)))),
      polarity: polarityTo(claim, fingerprints[0]?.polarity ?? 'for'),
    }))
    .sort((a, b) => steps(b.likeness) - steps(a.likeness) || b.members - a.members || a.id - b.id)
    .map(({ id, likeness, polarity }) => ({ id, likeness: Math.round(likeness * 1000) / 1000, polarity }));
}

/** What a sentence says, read as what a source says in an article: that a reporter says it plainly is no assertion. */
function propositions(sentence: string, model: Model): { topic: number[]; fingerprints: Fingerprint[] } {
  const plain = sentence
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]+$/, '')
    .slice(0, LONGEST_SENTENCE);
  const read = FRAMES.flatMap((frame) => {
    const article = readAnalysed({ text: frame(plain) }, model);
    const { topic, assertions } = claimFeatures(article);
    const lengths = article.reading.assertions.map(
      ({ content }) => (content.at(-1)?.end ?? 0) - (content[0]?.start ?? 0),
    );
    const longest = Math.max(0, ...lengths);
    return longest > LEAST_READ * plain.length
      ? [{ topic, fingerprint: assertions[lengths.indexOf(longest)].fingerprint }]
      : [];
  });
  const [first, second] = read;
  if (first === undefined) return { topic: [], fingerprints: [] };
  const isSame = second === undefined || isDeepStrictEqual(saidOf(first.fingerprint), saidOf(second.fingerprint));
  return { topic: first.topic, fingerprints: isSame ? [first.fingerprint] : [first.fingerprint, second.fingerprint] };
}

function saidOf({ words, events, numbers }: Fingerprint): unknown {
  return { words, events, numbers };
}

/** The claims that say what a sentence says, as a page of a list: at most so many as fit on it. */
export async function claimsLikeAnswer(store: Store, sentence: string, model: Model): Promise<Page<ClaimCard>> {
  const like = (await claimsLike(store, sentence, model)).filter(({ likeness }) => likeness >= SAYS_THE_SAME);
  const ids = like.slice(0, PAGE_ITEMS).map(({ id }) => id);
  const cards = await claimCards(store, ids);
  return { items: ids.flatMap((id) => cards.get(id) ?? []), total: ids.length, next: null };
}

/** What a wording counts that lacks the name that the sentence is about: it may be another's death. */
const WITHOUT_ITS_NAME = 0.5;

/** Between the mean over a claim's wordings and the nearest of them: those of a large claim differ among themselves. */
function likenessOf(fingerprint: Fingerprint, exemplars: readonly Exemplar[]): number {
  if (exemplars.length === 0) return 0;
  const model = claimModel();
  const subject = fingerprint.events.find(({ isMain }) => isMain)?.affected[0];
  const isNamed = subject !== undefined && isNameHash(subject);
  let sum = 0;
  let nearest = 0;
  for (const exemplar of exemplars) {
    const [probability] = decidePairs({ fingerprint, topic: exemplar.topic }, [exemplar], model).probabilities;
    const lacksIt = isNamed && !exemplar.fingerprint.words.includes(subject);
    const likeness = probability * (lacksIt ? WITHOUT_ITS_NAME : 1);
    sum += likeness;
    nearest = Math.max(nearest, likeness);
  }
  return (sum / exemplars.length + nearest) / 2;
}

/** Likeness in steps of a tenth: what is finer says nothing, and of two the one that more say is meant. */
function steps(likeness: number): number {
  return Math.round(10 * likeness);
}

async function claimsUnder(store: Store, keys: readonly number[]): Promise<number[]> {
  const shared = new Map<number, number>();
  for (const ids of (await claimKeyIndex.find([...new Set(keys)], store)).values()) {
    for (const id of ids) shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  return [...shared]
    .sort(([a, more], [b, less]) => less - more || b - a)
    .slice(0, MOST_BY_KEYS)
    .map(([id]) => id);
}

/** Claims that have all of the sentence's rarest words; while there are few, those that have all but the least rare. */
async function claimsWithWords(store: Store, sentence: string): Promise<number[]> {
  const found = new Set<number>();
  for (let words = tellingWords(sentence); words.length >= FEWEST_WORDS; words = words.slice(0, -1)) {
    const { ids } = await findClaims(store, scopeOf(words), FROM_THE_FIRST, MOST_BY_WORDS);
    for (const id of ids) found.add(id);
    if (found.size >= MOST_BY_WORDS / 2) break;
  }
  return [...found].slice(0, MOST_BY_WORDS);
}

/** The words of a sentence that tell most, the rarest first. */
export function tellingWords(sentence: string): string[] {
  return [...new Set(foldedWords(sentence))]
    .map((word) => ({ word, weight: wordWeight(word) }))
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

/** A search for words alone. */
export function scopeOf(words: readonly string[]): SearchScope {
  return {
    wanted: { words, phrases: [], without: [] },
    hasWords: words.length > 0,
    speakers: undefined,
    outlets: undefined,
    after: undefined,
    before: undefined,
    articles: undefined,
    claims: undefined,
    entities: undefined,
    stories: undefined,
    statuses: undefined,
    columns: {},
  };
}
