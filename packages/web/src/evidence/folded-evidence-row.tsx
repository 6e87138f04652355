import type { ClaimEvidence } from '@hearsay/ledger/questions/answers';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { CountingWords } from './counting-words.tsx';
import { evidenceHref } from './evidence-href.ts';
import { EvidenceRow } from './evidence-row.tsx';
import type { FoldedEvidence } from './fold-copies.ts';

/** A piece of a claim's evidence, whether its status counts it, and the articles that repeat its text folded under it. */
export function FoldedEvidenceRow({ evidence, copies }: FoldedEvidence<ClaimEvidence>) {
  return (
    <>
      <EvidenceRow evidence={evidence} />
      <p className="counting">
        <CountingWords piece={evidence} />
      </p>
      {copies.length > 0 && (
        <details>
          <summary>{text.evidence.copies(copies.length)}</summary>
          <ul className="copy-list">
            {copies.map((copy) => (
              <li key={copy.assertionId}>
                <Link href={evidenceHref(copy)}>
                  <bdi>{copy.outlet ?? text.noOutlet}</bdi>
                </Link>{' '}
                <small>
                  <CountingWords piece={copy} />
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
