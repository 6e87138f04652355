import type { ClaimCard, Evidence, Verdict } from '../questions/answers.ts';

/** Ratings from worst to best, as ClaimReview counts them; `unproven` stands outside the scale. */
const SCALE: readonly Verdict['rating'][] = ['false', 'mostly-false', 'mixed', 'mostly-true', 'true'];

/**
 * An editor's verdict as schema.org ClaimReview. The machine's status is no rating and stays out. `appearances` are pieces of
 * evidence for the claim, `urls` their articles' addresses. Pure.
 */
export function claimReview(
  claim: ClaimCard,
  verdict: Verdict,
  appearances: readonly Evidence[],
  urls: ReadonlyMap<number, string>,
): object {
  const known = appearances.flatMap(({ articleId }) => urls.get(articleId) ?? []);
  const rating = SCALE.indexOf(verdict.rating) + 1;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    datePublished: verdict.at.slice(0, 10),
    ...(verdict.url === null ? {} : { url: verdict.url }),
    claimReviewed: claim.text,
    author: { '@type': 'Person', name: verdict.author },
    ...(verdict.note === '' ? {} : { reviewBody: verdict.note }),
    itemReviewed: {
      '@type': 'Claim',
      datePublished: claim.firstAt.slice(0, 10),
      appearance: [...new Set(known)].map((url) => ({ '@type': 'CreativeWork', url })),
    },
    reviewRating: {
      '@type': 'Rating',
      alternateName: verdict.rating,
      ...(rating === 0 ? {} : { ratingValue: rating, worstRating: 1, bestRating: SCALE.length }),
    },
  };
}
