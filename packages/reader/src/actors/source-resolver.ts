import type { TokenRange } from '../attribution/attribution.ts';
import type { Language } from '../language/language.ts';
import { RELATIONS } from '../language/relations.ts';
import { TAGS } from '../language/tags.ts';
import { describedAntecedent } from './described-antecedents.ts';
import { type Description, describedReferent, findDescribed, withoutDay } from './descriptions.ts';
import { wordOf } from './name-mentions.ts';
import { agrees, isFirstPerson, type PronounDemand, pronounDemand, rankAntecedents } from './pronouns.ts';
import { countBefore, lastBefore, type Mention, namedReferents, type Referents } from './referents.ts';
import { comparableWord } from './same-name.ts';
import { describeSource, publisherOf, type SourcePhrase } from './source-phrase.ts';

/** Where a source stands among the assertions. */
export interface SourceContext {
  /** The referent who says the assertion around this one, -1 for none. */
  outer: number;
  /** The referent whose quoted words the source stands in, -1 for none: whom "I" stands for. */
  quoter: number;
  nested: boolean;
  /** The cue says that one goes on talking: "he added". */
  goesOn: boolean;
  /** What the source is said to say. */
  content: readonly TokenRange[];
}

/** Finds who the sources of one article are; each answer is context for the next, so ask in the order of the text. */
export class SourceResolver {
  readonly referents: Referents;
  readonly #language: Language;
  readonly #depth: Uint8Array;
  /** Mentions as a source so far, in the order of the text. */
  readonly #spoken: Mention[] = [];
  readonly #known = new Map<string, number>();

  constructor(language: Language, quotationDepth: Uint8Array) {
    this.#language = language;
    this.#depth = quotationDepth;
    this.referents = namedReferents(language);
  }

  /** The index in `referents.all` of who the words name, -1 where nobody can be told. */
  resolve(range: TokenRange, context: SourceContext): number {
    const key = `${range.first}-${range.end}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const phrase = describeSource(this.#language, range, this.referents.nameAt);
    const referent = this.#find(phrase, range, context);
    this.#known.set(key, referent);
    if (referent >= 0) {
      const sentence = this.#language.sentences.of[range.first];
      const mention = { token: range.first, sentence, referent, subject: true, nested: context.nested };
      this.#spoken.splice(countBefore(this.#spoken, range.first), 0, mention);
    }
    return referent;
  }

  #find(phrase: SourcePhrase, range: TokenRange, context: SourceContext): number {
    switch (phrase.kind) {
      case 'nobody':
        return -1;
      case 'name':
        return this.#isSeveral(range, phrase.head) ? this.#findDescription(range, phrase.head) : phrase.name;
      case 'made-by':
        // "A report by the Herald … the report said": the Herald again.
        this.referents.all[phrase.name].roles.add(this.#language.lemma[phrase.head]);
        return phrase.name;
      case 'relative':
        return this.#findAntecedent(phrase.antecedent, range, context);
      case 'pronoun':
        return this.#findPronoun(phrase.word, phrase.head, range, context);
      case 'description': {
        const publisher = publisherOf(this.#language, phrase.head, phrase.lemma);
        if (publisher < 0) return this.#findDescription(range, phrase.head, phrase);
        const maker = this.resolve(this.#nounPhrase(publisher), { ...context, content: [] });
        if (maker >= 0) this.referents.all[maker].roles.add(phrase.lemma);
        return maker;
      }
    }
  }

  /** "Mara Vell and Oren Dask": together they are one source, and neither alone is it. */
  #isSeveral({ first, end }: TokenRange, head: number): boolean {
    const { head: over, relation } = this.#language;
    for (let token = head + 1; token < end; token++) {
      if (over[token] !== head || RELATIONS[relation[token]] !== 'conj') continue;
      const other = this.referents.nameAt[token];
      if (other >= 0 && other !== this.referents.nameAt[head]) return first <= head;
    }
    return false;
  }

  #findDescription(source: TokenRange, head: number, given?: Omit<Description, 'range'>): number {
    const { all } = this.referents;
    const range = withoutDay(this.#language, source, head);
    const description = given
      ? { range, lemma: given.lemma, definite: given.definite, plural: given.plural }
      : { range, lemma: this.#language.lemma[head], definite: false, plural: true };
    const unmarked = given ? this.#findUnmarkedName(head) : -1;
    const taken = unmarked >= 0 ? unmarked : findDescribed(this.#language, description, this.referents, this.#spoken);
    const referent = taken >= 0 ? taken : all.push(describedReferent(this.#language, description)) - 1;
    all[referent].mentions.push(range);
    return referent;
  }

  /** A proper noun that was not taken for a name here, but was elsewhere in the article: "Vell" of Mara Vell. */
  #findUnmarkedName(head: number): number {
    // "Vesely said" is taken for an adverb at the beginning of its sentence.
    if (TAGS[this.#language.tag[head]] !== 'NNP' && !/^\p{Lu}\p{Ll}/u.test(wordOf(this.#language, head))) return -1;
    const [before, word] = [wordOf(this.#language, head - 1), wordOf(this.#language, head)].map(comparableWord);
    const { all } = this.referents;
    const fitting = all.findIndex(
      ({ named, words }) => named && words.has(word) && (words.size === 1 || words.has(before)),
    );
    return fitting >= 0
      ? fitting
      : all.findIndex(({ named, type, words }) => named && type === 'person' && words.has(word));
  }

  #findAntecedent(antecedent: number, range: TokenRange, context: SourceContext): number {
    const { nameAt, all } = this.referents;
    if (antecedent < 0 || antecedent >= range.first) return -1;
    if (nameAt[antecedent] >= 0) {
      all[nameAt[antecedent]].mentions.push(range);
      return nameAt[antecedent];
    }
    return this.resolve(this.#nounPhrase(antecedent), context);
  }

  /** The words before a noun that belong to it, and the noun. */
  #nounPhrase(noun: number): TokenRange {
    const { head, relation } = this.#language;
    let first = noun;
    while (first > 0 && head[first - 1] === noun && PREMODIFIERS.has(RELATIONS[relation[first - 1]])) first--;
    return { first, end: noun + 1 };
  }

  #findPronoun(word: string, token: number, range: TokenRange, context: SourceContext): number {
    const { outer, quoter, content } = context;
    const { all, named } = this.referents;
    const quoted = this.#depth[token] > 0;
    let referent = -1;
    if (isFirstPerson(word)) {
      referent = quoted ? quoter : -1;
    } else {
      const demand = pronounDemand(word);
      if (!demand) return -1;
      const at = { token, sentence: this.#language.sentences.of[token], quoted };
      const barred = this.#fellowArguments(token);
      const ranked = rankAntecedents(demand, at, all, named, this.#spoken, (other) => this.#depth[other] > 0)
        .filter(({ referent: candidate }) => !barred.has(candidate))
        .map((candidate) => ({
          ...candidate,
          salience: candidate.salience + this.#bonus(candidate.referent, outer, quoted),
        }))
        .filter(({ referent: candidate, salience }) => salience > 0 && !this.#isOnlyInQuoted(candidate, content))
        .sort((a, b) => b.salience - a.salience);
      const last = context.goesOn ? this.#lastSpeaker(token, demand) : -1;
      referent = last >= 0 ? last : (ranked[0]?.referent ?? -1);
      const described = describedAntecedent(
        this.#language,
        token,
        demand,
        (noun) => this.#isNamed(noun) || this.#depth[noun] > 0,
      );
      if (last < 0 && described && !quoted && described.salience > (ranked[0]?.salience ?? 0)) {
        referent = this.resolve(this.#nounPhrase(described.token), { ...context, content: [] });
      }
      const { gender } = demand;
      if (referent >= 0 && gender !== null && gender !== 'neuter') all[referent].gender ??= gender;
    }
    if (referent >= 0) all[referent].mentions.push(range);
    return referent;
  }

  /** Who spoke last in the reporter's words, where the pronoun can stand for that one; -1 for nobody. */
  #lastSpeaker(token: number, demand: PronounDemand): number {
    const sentence = this.#language.sentences.of[token];
    const last = lastBefore(this.#spoken, token, WINDOW).find(({ nested }) => !nested);
    const isNear = last !== undefined && sentence - last.sentence <= SENTENCES_OF_TALK;
    return isNear && agrees(this.referents.all[last.referent], demand) ? last.referent : -1;
  }

  /** Whether a token is part of a name, or a title or apposition beside one. */
  #isNamed(token: number): boolean {
    const { nameAt } = this.referents;
    const { head, relation } = this.#language;
    if (nameAt[token] >= 0 || nameAt[token + 1] >= 0) return true;
    const over = head[token];
    return over >= 0 && nameAt[over] >= 0 && RELATIONS[relation[token]] === 'appos';
  }

  /** Inside reported words "he" is mostly the one who reports; inside a quotation never, there that one is "I". */
  #bonus(candidate: number, outer: number, quoted: boolean): number {
    if (candidate !== outer) return 0;
    return quoted ? -Infinity : 1;
  }

  /** Those named as object or addressee of the pronoun's own verb: "he told Vell" is not about Vell. */
  #fellowArguments(token: number): ReadonlySet<number> {
    const { head, relation } = this.#language;
    const barred = new Set<number>();
    const verb = head[token];
    if (verb < 0) return barred;
    for (let other = Math.max(0, verb - 20); other < Math.min(head.length, verb + 20); other++) {
      const name = this.referents.nameAt[other];
      if (name >= 0 && head[other] === verb && FELLOW_RELATIONS.has(RELATIONS[relation[other]])) barred.add(name);
    }
    return barred;
  }

  /** Whether one is named in the quoted words and nowhere before them: '"Vell is a liar," he said' is not Vell's. */
  #isOnlyInQuoted(candidate: number, content: readonly TokenRange[]): boolean {
    const from = content[0];
    if (!from || this.#depth[from.first] === 0) return false;
    const earliest = this.referents.all[candidate].mentions[0].first;
    return earliest >= from.first && earliest < content[content.length - 1].end;
  }
}

/** Mentions looked at, back from the pronoun. */
const WINDOW = 20;
/** Sentences of a quotation that may stand between what somebody says and "he added". */
const SENTENCES_OF_TALK = 4;
const PREMODIFIERS: ReadonlySet<string> = new Set(['amod', 'compound', 'det', 'nmod:poss', 'nummod']);
const FELLOW_RELATIONS: ReadonlySet<string> = new Set(['iobj', 'nsubj', 'obj', 'obl']);
