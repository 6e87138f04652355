import * as answers from '@hearsay/ledger/questions/answers';
import { articleAnswer } from '@hearsay/ledger/questions/article';
import { claimAnswer, claimEvidencePage } from '@hearsay/ledger/questions/claim';
import { claimsLikeAnswer } from '@hearsay/ledger/questions/claims-like';
import { comparisonAnswer } from '@hearsay/ledger/questions/comparison';
import { decisionsAnswer } from '@hearsay/ledger/questions/decisions';
import { deskAnswer } from '@hearsay/ledger/questions/desk';
import { entityAbout, entityActors, entityAnswer, entitySaid } from '@hearsay/ledger/questions/entity';
import { SEARCHED, searchAnswer, suggestionsAnswer } from '@hearsay/ledger/questions/search';
import { skippedAnswer } from '@hearsay/ledger/questions/skipped';
import { storiesWith } from '@hearsay/ledger/questions/stories-with';
import { storyAnswer, storyArticles, storyClaims, storySingleClaims } from '@hearsay/ledger/questions/story';
import { statistics } from '@hearsay/ledger/statistics/statistics';
import type { Model } from '@hearsay/reader/model/model';
import { z } from 'zod';
import { id, words } from './parameters.ts';
import { type Question, question } from './question.ts';

const revision = z.coerce.number().int().positive().max(100_000);
/** As the answer before gave it in `next`. */
const cursor = z.string().max(500).optional();
const time = z.iso.datetime({ offset: true });

/** Everything that is asked at an address of its own. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  desk: question({
    path: '/api/desk',
    summary: 'Stories by latest change, and the claims whose status changed after a time',
    lane: 'short',
    asked: z.object({ since: time.optional(), in: z.enum(['stories', 'changed']).optional(), cursor }),
    answer: answers.deskAnswer,
    ask: (store, { since, cursor }) => deskAnswer(store, defined({ since, cursor })),
  }),
  article: question({
    path: '/api/articles/{id}',
    summary: 'A report with what was read in it, as editors corrected it',
    lane: 'short',
    asked: z.object({ id }),
    answer: answers.articleAnswer,
    missing: 'There is no article of this number, or it was taken down; search for it.',
    ask: (store, { id }) => articleAnswer(store, id),
  }),
  comparison: question({
    path: '/api/articles/{id}/comparison',
    summary: 'Two revisions of a report side by side',
    lane: 'short',
    asked: z.object({ id, before: revision, after: revision }),
    answer: answers.revisionComparison,
    missing: 'The article has no two revisions of these numbers; its page lists those it has.',
    ask: (store, { id, before, after }) => comparisonAnswer(store, id, { before, after }),
  }),
  claims: question({
    path: '/api/claims',
    summary: 'Claims that say what a sentence says, the likeliest first',
    lane: 'long',
    asked: z.object({ q: words }),
    answer: answers.page(answers.claimCard),
    ask: async (store, { q }) => claimsLikeAnswer(store, q, await model()),
  }),
  claim: question({
    path: '/api/claims/{id}',
    summary: 'A claim: its status and why, its evidence, where it comes from, its wordings',
    lane: 'short',
    asked: z.object({ id }),
    answer: answers.claimAnswer,
    missing: 'There is no claim of this number; search for its words.',
    ask: (store, { id }) => claimAnswer(store, id),
  }),
  evidence: question({
    path: '/api/claims/{id}/evidence',
    summary: 'One side of the evidence of a claim',
    lane: 'short',
    asked: z.object({ id, polarity: answers.polarity, cursor }),
    answer: answers.page(answers.claimEvidence),
    ask: (store, { id, polarity, cursor }) => claimEvidencePage(store, id, polarity, cursor),
  }),
  stories: question({
    path: '/api/stories',
    summary: 'Stories of the articles that have these words, those with the words in a headline first',
    lane: 'long',
    asked: z.object({ q: words }),
    answer: answers.page(answers.storyCard),
    ask: (store, { q }) => storiesWith(store, q),
  }),
  story: question({
    path: '/api/stories/{id}',
    summary: 'A story: timeline, claims, tolls, articles, quotations',
    lane: 'short',
    asked: z.object({ id }),
    answer: answers.storyAnswer,
    missing: 'There is no story of this number; the desk lists those there are.',
    ask: (store, { id }) => storyAnswer(store, id),
  }),
  storyArticles: question({
    path: '/api/stories/{id}/articles',
    summary: 'The articles of a story, copies under their origins',
    lane: 'short',
    asked: z.object({ id, cursor }),
    answer: answers.storyAnswer.shape.articles,
    ask: (store, { id, cursor }) => storyArticles(store, id, cursor),
  }),
  storyClaims: question({
    path: '/api/stories/{id}/claims',
    summary: 'The claims of a story that at least two articles make',
    lane: 'short',
    asked: z.object({ id, cursor }),
    answer: answers.page(answers.claimCard),
    ask: (store, { id, cursor }) => storyClaims(store, id, cursor),
  }),
  storySingleClaims: question({
    path: '/api/stories/{id}/single-claims',
    summary: 'The claims of a story that one article alone makes; of 1000 and more the total is 1000',
    lane: 'short',
    asked: z.object({ id, cursor }),
    answer: answers.page(answers.claimCard),
    ask: (store, { id, cursor }) => storySingleClaims(store, id, cursor),
  }),
  entity: question({
    path: '/api/entities/{id}',
    summary: 'Who it is, what they said, through whom and when, and who speaks about them',
    lane: 'short',
    asked: z.object({ id }),
    answer: answers.entityAnswer,
    missing: 'There is nobody of this number; search for the name.',
    ask: (store, { id }) => entityAnswer(store, id),
  }),
  said: question({
    path: '/api/entities/{id}/said',
    summary: 'What an entity said',
    lane: 'short',
    asked: z.object({ id, cursor }),
    answer: answers.page(answers.evidence),
    ask: (store, { id, cursor }) => entitySaid(store, id, cursor),
  }),
  about: question({
    path: '/api/entities/{id}/about',
    summary: 'What others say of an entity',
    lane: 'short',
    asked: z.object({ id, cursor }),
    answer: answers.page(answers.evidence),
    ask: (store, { id, cursor }) => entityAbout(store, id, cursor),
  }),
  actors: question({
    path: '/api/entities/{id}/actors',
    summary: 'The actors of single articles that make up an entity',
    lane: 'short',
    asked: z.object({ id, cursor }),
    answer: answers.entityAnswer.shape.actors,
    ask: (store, { id, cursor }) => entityActors(store, id, cursor),
  }),
  search: question({
    path: '/api/search',
    summary: 'Claims, quotations, articles and entities that have these words, through these filters',
    lane: 'long',
    asked: z.object({ q: words, in: z.enum(SEARCHED).optional(), cursor }),
    answer: answers.searchAnswer,
    ask: (store, { q, in: kind, cursor }) => searchAnswer(store, q, defined({ kind, cursor })),
  }),
  suggestions: question({
    path: '/api/suggestions',
    summary: 'What the last word of a search can become',
    lane: 'short',
    asked: z.object({ q: words }),
    answer: answers.suggestions,
    ask: (store, { q }) => suggestionsAnswer(store, q),
  }),
  decisions: question({
    path: '/api/decisions',
    summary: 'What editors decided, the latest first; of one claim, story or entity: how it was merged and split',
    lane: 'short',
    asked: z.object({ claim: id.optional(), story: id.optional(), entity: id.optional(), cursor }),
    answer: answers.page(answers.decisionEntry),
    ask: (store, asked) => decisionsAnswer(store, defined(asked)),
  }),
  skipped: question({
    path: '/api/skipped',
    summary: 'What did not come in, or only in part, and why; the latest first',
    lane: 'short',
    asked: z.object({ cursor }),
    answer: answers.page(answers.skippedEntry),
    ask: (store, { cursor }) => skippedAnswer(store, cursor),
  }),
  statistics: question({
    path: '/api/statistics',
    summary: 'Sources and quotations counted: by article, outlet and speaker, and the share of the unnamed',
    lane: 'long',
    asked: z.object({}),
    answer: answers.statisticsAnswer,
    ask: (store) => statistics(store),
  }),
};

/** Only a thread that is asked what a sentence says has the reader's model in its memory. */
async function model(): Promise<Model> {
  loaded ??= (await import('@hearsay/reader/model/load-model')).loadModel();
  return loaded;
}

let loaded: Model | undefined;

type Defined<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** The values that are given, for functions that take an absent one for none. */
function defined<Values extends Record<string, unknown>>(values: Values): Defined<Values> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Defined<Values>;
}
