import type { ClaimAnswer } from '@hearsay/ledger/questions/answers';
import { CertaintyMark } from '../marks/certainty-mark.tsx';
import { PolaritySign } from '../marks/polarity-sign.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

/** The chart of certainty in words. */
export function CertaintyTable({ points }: { points: ClaimAnswer['certainty'] }) {
  return (
    <details>
      <summary>{text.claim.certaintyList}</summary>
      <table>
        <tbody>
          {points.map((point, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one article can hold several of the same moment
            <tr key={place}>
              <td>
                <Link href={hrefs.article(point.articleId)}>
                  <Moment at={point.at} exact />
                </Link>
              </td>
              <td>
                <PolaritySign polarity={point.polarity} /> {text.polarity[point.polarity]}
              </td>
              <td>
                <CertaintyMark certainty={point.ofClaim} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
