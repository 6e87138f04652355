import type { Gender } from './gender.ts';
import { genderOfGivenName } from './gender.ts';
import type { NamedType, NameMention } from './name-mentions.ts';
import { compatibleGivenNames, isAcronymOf, isMisspelling } from './same-name.ts';
import { WORLD_NAMES } from './world-names.ts';

/** All mentions by name of one person, body or place. */
export interface NameCluster {
  type: NamedType;
  /** The words of its fullest name. */
  words: readonly string[];
  /** In the order of the text. */
  mentions: NameMention[];
  /** The fullest mention: the name it goes by. */
  fullest: NameMention;
  gender: Gender | null;
}

/**
 * Joins the mentions by name of one article: a full name first, then surnames, acronyms, short forms and misspellings
 * under it. Two people with one surname stay two.
 *
 * @param mentions in the order of the text
 * @param written the words of a mention as they stand, for acronyms
 */
export function clusterNames(
  mentions: readonly NameMention[],
  written: (mention: NameMention) => readonly string[],
): NameCluster[] {
  const forms = formsOf(mentions);
  const index = new ClusterIndex();
  const bare: Form[] = [];
  for (const form of forms) {
    if (form.words.length === 1) bare.push(form);
    else addTo(index.find(form) ?? index.create(form), form.mentions);
  }
  for (const cluster of index.clusters) cluster.gender = genderOf(cluster);
  const namedInFull = new Map(index.clusters.map((cluster) => [cluster, firstTokens(cluster.mentions)]));
  for (const form of bare) assignBareForm(form, index, namedInFull, written);
  for (const cluster of index.clusters) {
    cluster.mentions.sort((a, b) => a.first - b.first);
    cluster.gender ??= genderOf(cluster);
  }
  return index.clusters.filter((cluster) => cluster.mentions.length > 0);
}

/** Mentions written alike. */
interface Form {
  type: NamedType;
  words: readonly string[];
  mentions: NameMention[];
}

/** One form for all mentions with the same words, of the kind most of them have; longest first, then by first mention. */
function formsOf(mentions: readonly NameMention[]): Form[] {
  const byWords = new Map<string, Form>();
  for (const mention of mentions) {
    const key = mention.words.join(' ');
    const form = byWords.get(key);
    if (form) form.mentions.push(mention);
    else byWords.set(key, { type: mention.type, words: mention.words, mentions: [mention] });
  }
  for (const form of byWords.values()) form.type = commonestType(form.mentions);
  for (const form of byWords.values()) if (isPersonElsewhere(form, byWords)) form.type = 'person';
  const inFullNames = new Set([...byWords.values()].filter(isFullName).flatMap(({ words }) => words));
  for (const form of byWords.values()) if (isOnlyWhere(form) && !inFullNames.has(form.words[0])) form.type = 'place';
  return [...byWords.values()].sort(
    (a, b) => b.words.length - a.words.length || a.mentions[0].first - b.mentions[0].first,
  );
}

function isFullName({ type, words }: Form): boolean {
  return type === 'person' && words.length > 1;
}

/** "Near Lund", "the residents of Lund": one word that was taken for a person, and is nowhere but where something is. */
function isOnlyWhere({ type, words, mentions }: Form): boolean {
  if (type !== 'person' || words.length > 1) return false;
  return mentions.every(({ placed }) => placed !== 'no') && mentions.some(({ placed }) => placed === 'yes');
}

/** "Ira Moll" taken for a body, in an article where "Moll" is taken for a person. */
function isPersonElsewhere({ type, words }: Form, byWords: ReadonlyMap<string, Form>): boolean {
  const [given, surname] = words;
  if (type !== 'organization' || words.length !== 2 || genderOfGivenName(given) === null) return false;
  return byWords.get(surname)?.type === 'person';
}

function commonestType(mentions: readonly NameMention[]): NamedType {
  const counts: Record<NamedType, number> = { person: 0, organization: 0, place: 0, other: 0 };
  let best = mentions[0].type;
  for (const { type } of mentions) if (++counts[type] > counts[best]) best = type;
  return best;
}

/** How many clusters that share a word are looked at for a name: more only occur in texts made to be slow. */
const MOST_NAMESAKES = 32;

class ClusterIndex {
  readonly clusters: NameCluster[] = [];
  readonly #byName = new Map<string, NameCluster>();
  readonly #byWord = new Map<string, NameCluster[]>();

  create(form: Form): NameCluster {
    const cluster = { type: form.type, words: form.words, mentions: [], fullest: form.mentions[0], gender: null };
    this.clusters.push(cluster);
    this.#byName.set(canonical(form.words), cluster);
    for (const word of new Set([...form.words, ...form.words.map(initialKey)])) {
      const namesakes = this.#byWord.get(word);
      if (!namesakes) this.#byWord.set(word, [cluster]);
      else if (namesakes.length < MOST_NAMESAKES) namesakes.push(cluster);
    }
    return cluster;
  }

  /** The cluster that a name of several words belongs to. */
  find(form: Form): NameCluster | undefined {
    const equal = this.#byName.get(canonical(form.words));
    if (equal) return equal;
    const last = form.words[form.words.length - 1];
    const fitting = form.type === 'person' ? isSamePerson : isSameBody;
    return [...this.withWord(last), ...this.withWord(initialKey(last))].find((cluster) => fitting(cluster, form));
  }

  named(words: readonly string[]): NameCluster | undefined {
    return this.#byName.get(canonical(words));
  }

  withWord(word: string): readonly NameCluster[] {
    return this.#byWord.get(word) ?? [];
  }

  /** Those with a word that begins with the same letter and is about as long: where a misspelling is looked for. */
  likeWord(word: string): readonly NameCluster[] {
    return this.withWord(initialKey(word));
  }
}

function initialKey(word: string): string {
  return `${word[0]}…`;
}

function canonical(words: readonly string[]): string {
  const name = words.join(' ');
  return WORLD_NAMES.get(name) ?? name;
}

function isSamePerson(cluster: NameCluster, { words, type }: Form): boolean {
  if (cluster.type !== type || cluster.words.length < 2) return false;
  const [given, surname] = [words[0], words[words.length - 1]];
  const [otherGiven, otherSurname] = [cluster.words[0], cluster.words[cluster.words.length - 1]];
  if (words.every((word) => cluster.words.includes(word))) return true;
  return (
    (surname === otherSurname && compatibleGivenNames(given, otherGiven)) ||
    (given === otherGiven && isMisspelling(surname, otherSurname))
  );
}

/** "Defence Ministry" is the "Ketran Defence Ministry" named before: the end of the longer name. */
function isSameBody(cluster: NameCluster, { words, type }: Form): boolean {
  if (cluster.type !== type || cluster.words.length <= words.length) return false;
  return words.every((word, at) => word === cluster.words[cluster.words.length - words.length + at]);
}

/**
 * A name of one word goes, mention by mention, to the namesake it most likely means. Where a title contradicts the gender
 * of all of them ("Mrs. Vell" beside Oren Vell), it is somebody else.
 */
function assignBareForm(
  form: Form,
  index: ClusterIndex,
  namedInFull: ReadonlyMap<NameCluster, readonly number[]>,
  written: (mention: NameMention) => readonly string[],
): void {
  const [word] = form.words;
  const equal = index.named(form.words);
  const namesakes = equal ? [equal] : namesakesOf(form, word, index, written);
  if (namesakes.length === 0) {
    addTo(index.create(form), form.mentions);
    return;
  }
  const relatives: NameMention[] = [];
  for (const mention of form.mentions) {
    const fitting = namesakes.filter(({ gender }) => !mention.gender || !gender || gender === mention.gender);
    if (fitting.length === 0) relatives.push(mention);
    else addTo(namesakeOf(fitting, namedInFull, mention), [mention]);
  }
  if (relatives.length > 0) addTo(index.create({ ...form, mentions: relatives }), relatives);
}

function namesakesOf(
  form: Form,
  word: string,
  index: ClusterIndex,
  written: (mention: NameMention) => readonly string[],
): NameCluster[] {
  const people = index.withWord(word).filter(({ type, words }) => type === 'person' && words.length > 1);
  const bySurname = people.filter(({ words }) => words[words.length - 1] === word);
  if (bySurname.length > 0) return bySurname;
  if (people.length > 0 && form.type !== 'organization') return people;
  const like = index.likeWord(word);
  if (form.type !== 'person') {
    const bodies = like.filter(
      ({ type, fullest }) =>
        // An acronym has no more letters than the name has words, which spares most names from being cut into theirs.
        type !== 'person' && fullest.end - fullest.first >= word.length && isAcronymOf(word, written(fullest)),
    );
    if (bodies.length > 0) return bodies.slice(0, 1);
    const short = index
      .withWord(word)
      .filter(({ type, words }) => type === form.type && words[words.length - 1] === word);
    if (form.type === 'organization' && short.length === 1) return short;
  }
  return like.filter(
    ({ type, words, mentions }) =>
      type !== 'place' && mentions.length >= form.mentions.length && isMisspelling(word, words[words.length - 1]),
  );
}

/**
 * Whose bare surname it is: the one named in full most often so far, who is whom the article is about; of equals the one
 * named last.
 */
function namesakeOf(
  namesakes: readonly NameCluster[],
  namedInFull: ReadonlyMap<NameCluster, readonly number[]>,
  { first }: NameMention,
): NameCluster {
  let best = namesakes[0];
  let most = 0;
  let latest = -1;
  for (const cluster of namesakes) {
    const named = namedInFull.get(cluster) ?? [];
    const count = countBelow(named, first);
    if (count < most || count === 0 || (count === most && named[count - 1] < latest)) continue;
    most = count;
    latest = named[count - 1];
    best = cluster;
  }
  return best;
}

function firstTokens(mentions: readonly NameMention[]): number[] {
  return mentions.map(({ first }) => first).sort((a, b) => a - b);
}

/** How many of some rising numbers are below a limit. */
function countBelow(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addTo(cluster: NameCluster, mentions: readonly NameMention[]): void {
  for (const mention of mentions) cluster.mentions.push(mention);
}

function genderOf({ type, words, mentions }: NameCluster): Gender | null {
  const titled = mentions.find(({ gender }) => gender)?.gender ?? null;
  return titled ?? (type === 'person' && words.length > 1 ? genderOfGivenName(words[0]) : null);
}
