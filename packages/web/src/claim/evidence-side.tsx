import type { ClaimEvidence, Page, Polarity } from '@hearsay/ledger/questions/answers';
import { useMemo } from 'react';
import { useList } from '../api/list.ts';
import { routes } from '../api/routes.ts';
import type { Picking } from '../decisions/picking.ts';
import { Pick } from '../decisions/split-form.tsx';
import { foldCopies } from '../evidence/fold-copies.ts';
import { FoldedEvidenceRow } from '../evidence/folded-evidence-row.tsx';
import { PolaritySign } from '../marks/polarity-sign.tsx';
import { Rows } from '../rows/rows.tsx';
import { text } from '../text/en.ts';

/** The evidence of one polarity, copies folded under their origin. */
export function EvidenceSide({
  claim,
  polarity,
  first,
  picking,
}: {
  claim: number;
  polarity: Polarity;
  first: Page<ClaimEvidence>;
  picking: Picking<ClaimEvidence>;
}) {
  const list = useList(first, routes.evidence(claim, polarity), (page) => page);
  const folded = useMemo(() => foldCopies(list.items), [list.items]);
  return (
    <section aria-labelledby={`evidence-${polarity}`} className="evidence-side">
      <h3 id={`evidence-${polarity}`}>
        <PolaritySign polarity={polarity} /> {text.polarity[polarity]} <small>{text.number(list.total)}</small>
      </h3>
      {list.total === 0 ? (
        <p className="nothing">{text.claim.noEvidence[polarity]}</p>
      ) : (
        <Rows list={{ ...list, items: folded }} keyOf={({ evidence }) => evidence.assertionId} estimate={150}>
          {(row) => (
            <Pick
              picking={picking}
              items={[row.evidence, ...row.copies]}
              label={text.claim.pick(
                row.evidence.speaker?.name ?? row.evidence.source ?? text.noSpeaker,
                row.evidence.outlet ?? text.noOutlet,
              )}
            >
              <FoldedEvidenceRow {...row} />
            </Pick>
          )}
        </Rows>
      )}
    </section>
  );
}
