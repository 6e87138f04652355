import { contentDice } from '@hearsay/reader/evaluation/desk-score';
import { offsetMap } from '@hearsay/reader/evaluation/offsets';
import type { Model } from '@hearsay/reader/model/model';
import { readAnalysed } from '@hearsay/reader/read';
import type { Reading, Span } from '@hearsay/reader/reading';
import { ClaimFinder } from '../claims/find-claims.ts';
import { type ClaimCorpus, type ClaimLabel, readClaimCorpus } from './claims-corpus.ts';
import { type ClaimCounts, claimMetrics, countPairs, type LabelledAssertion } from './claims-score.ts';
import { wordOverlapClaims } from './word-overlap.ts';

export interface ClaimsReport {
  task: 'claims';
  /** How many labelled assertions were scored. */
  items: number;
  metrics: Record<string, number>;
}

/** What the decision was tuned on: the first so many desk articles, and these sets. */
const TUNED_DESK_ARTICLES = 9;
const TUNED_SETS: ReadonlySet<string> = new Set(['fnc-394', 'fnc-534', 'fnc-715', 'fnc-2188']);
/** Least overlap of contents with which an assertion read is the one labelled. */
const MATCHING_DICE = 0.5;

/** What a system made of one set of articles: by article, for each of the reading's assertions. */
export type JoinClaims = (readings: readonly Read[]) => Map<string, { claim: number; polarity: string | null }[]>;

/** An article of a set, read as plain text. */
export type Read = ReturnType<typeof readAnalysed> & { id: string };

/**
 * Scores claims on sets of articles whose assertions were grouped by hand. Each set's articles go through the filter
 * together, in the order of the labels. `tune.` covers what was tuned on, `report.` the rest; `baseline.` is word overlap.
 * @throws {Error} where the corpus is not in its format, or lacks an article.
 */
export function evaluateClaims(path: string, model: Model): ClaimsReport {
  const corpus = readClaimCorpus(path);
  const isTuned = tuned(corpus);
  const systems: [string, JoinClaims][] = [
    ['', findClaims],
    ['baseline.', wordOverlapClaims],
  ];
  const counts = new Map<string, ClaimCounts[]>();
  const add = (name: string, assertions: readonly LabelledAssertion[]) => {
    if (assertions.length > 0) counts.set(name, [...(counts.get(name) ?? []), countPairs(assertions)]);
  };
  for (const [set, labels] of Map.groupBy(corpus.labels, ({ set }) => set)) {
    const readings = [...new Set(labels.map(({ article }) => article))].map((id) => ({
      id,
      ...readAnalysed({ id, text: corpus.textOf(set, id) }, model),
    }));
    for (const [system, join] of systems) {
      const labelled = labelledAssertions(labels, readings, join(readings), (id) => corpus.textOf(set, id));
      add(
        system,
        labelled.map(({ assertion }) => assertion),
      );
      add(
        `${system}tune.`,
        labelled.filter(({ label }) => isTuned(label)).map(({ assertion }) => assertion),
      );
      add(
        `${system}report.`,
        labelled.filter(({ label }) => !isTuned(label)).map(({ assertion }) => assertion),
      );
    }
  }
  const metrics: Record<string, number> = {};
  for (const [prefix, sets] of counts) {
    for (const [name, value] of Object.entries(claimMetrics(sets))) metrics[prefix + name] = value;
  }
  return { task: 'claims', items: corpus.labels.length, metrics };
}

function tuned({ deskIds }: ClaimCorpus): (label: ClaimLabel) => boolean {
  const desk = new Set(deskIds.slice(0, TUNED_DESK_ARTICLES));
  return ({ set, article }) => TUNED_SETS.has(set) || (set === 'desk' && desk.has(article));
}

/** The filter itself. */
const findClaims: JoinClaims = (readings) => {
  const finder = new ClaimFinder();
  for (const read of readings) finder.add(read);
  const byAssertion = new Map(
    finder
      .claims()
      .flatMap(({ claim, assertions }) =>
        assertions.map(({ id, assertion, polarity }): [string, { claim: number; polarity: string }] => [
          `${id} ${assertion}`,
          { claim, polarity },
        ]),
      ),
  );
  return new Map(
    readings.map(({ id, reading }) => [
      id,
      reading.assertions.map((assertion) => byAssertion.get(`${id} ${assertion.id}`)!),
    ]),
  );
};

/** Each label with the claim of the assertion that was read there: the best overlap first, one to one. */
function labelledAssertions(
  labels: readonly ClaimLabel[],
  readings: readonly Read[],
  joined: ReturnType<JoinClaims>,
  textOf: (id: string) => string,
): { label: ClaimLabel; assertion: LabelledAssertion }[] {
  return readings.flatMap(({ id, reading }) => {
    const own = labels.filter(({ article }) => article === id);
    const matched = matchContents(own, reading, textOf(id));
    return own.map((label, index) => {
      const found = matched.get(index);
      const { claim = null, polarity = null } = found === undefined ? {} : joined.get(id)![found];
      return { label, assertion: { label: label.claim, labelPolarity: label.polarity, claim, polarity } };
    });
  });
}

/** By place of the label: the place in the reading of the assertion that it labels. */
export function matchContents(labels: readonly ClaimLabel[], reading: Reading, published: string): Map<number, number> {
  const offsets = offsetMap(published, reading);
  const contents: Span[][] = reading.assertions.map(({ content }) => content.map(offsets.toCorpus));
  const candidates = labels.flatMap(({ content }, label) =>
    contents.map((read, assertion) => ({ label, assertion, dice: contentDice(content, read) })),
  );
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { label, assertion, dice } of candidates.sort((a, b) => b.dice - a.dice)) {
    if (dice < MATCHING_DICE || matched.has(label) || taken.has(assertion)) continue;
    matched.set(label, assertion);
    taken.add(assertion);
  }
  return matched;
}
