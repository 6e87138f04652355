import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { evidenceHref } from './evidence-href.ts';
import { EvidenceRow } from './evidence-row.tsx';
import type { FoldedEvidence } from './fold-copies.ts';

/** A piece of evidence with the articles that repeat its text folded under it. */
export function FoldedEvidenceRow({ evidence, copies }: FoldedEvidence) {
  return (
    <>
      <EvidenceRow evidence={evidence} />
      {copies.length > 0 && (
        <details>
          <summary>{text.evidence.copies(copies.length)}</summary>
          <ul className="copy-list">
            {copies.map((copy) => (
              <li key={copy.assertionId}>
                <Link href={evidenceHref(copy)}>
                  <bdi>{copy.outlet ?? text.noOutlet}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
