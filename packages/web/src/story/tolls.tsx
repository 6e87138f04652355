import type { Toll } from '@hearsay/ledger/questions/answers';
import { lazy, Suspense } from 'react';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

const TollChart = lazy(() => import('./toll-chart.tsx'));

/** Each quantity of a story as a chart, and its figures with their exact words. */
export function Tolls({ tolls }: { tolls: readonly Toll[] }) {
  return tolls.map((toll) => (
    <div key={toll.label} className="toll">
      <h3>
        <bdi>{toll.label}</bdi>{' '}
        {toll.contradictory && <small className="contradictory">⚠ {text.story.tollContradictory}</small>}
      </h3>
      <div className="chart-place" style={{ minHeight: 194 }}>
        <Suspense fallback={null}>
          <TollChart toll={toll} />
        </Suspense>
      </div>
      <details>
        <summary>{text.story.tollList}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.story.figure}</th>
              <th scope="col">{text.story.words}</th>
              <th scope="col">{text.story.speaker}</th>
              <th scope="col">{text.story.when}</th>
            </tr>
          </thead>
          <tbody>
            {toll.points.map((point, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one article can give several figures
              <tr key={place}>
                <td className="figure">
                  {text.number(point.low)}
                  {point.high !== null && point.high !== point.low && `–${text.number(point.high)}`}
                </td>
                <td>
                  <Link href={hrefs.article(point.articleId)} dir="auto">
                    {point.words}
                  </Link>
                </td>
                <td>
                  <bdi>{point.speaker ?? text.noSpeaker}</bdi>
                </td>
                <td>
                  <Moment at={point.at} exact />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  ));
}
