import type { OriginGraph } from '@hearsay/ledger/questions/answers';
import { PolaritySign } from '../marks/polarity-sign.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';
import { layoutGraph } from './graph-layout.ts';

/** The origin graph in words, for who does not see the picture. */
export function GraphList({ graph }: { graph: OriginGraph }) {
  const { groups, placed } = layoutGraph(graph);
  return (
    <details>
      <summary>{text.claim.graphList}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.claim.source}</th>
            <th scope="col">{text.claim.article}</th>
            <th scope="col">{text.claim.time}</th>
          </tr>
        </thead>
        <tbody>
          {groups.flatMap(({ source, first, lanes }) =>
            placed
              .filter(({ node, lane }) => node.kind !== 'source' && lane >= first && lane < first + lanes)
              .sort((one, other) => one.lane - other.lane || (one.node.at ?? '').localeCompare(other.node.at ?? ''))
              .map(({ node }) => (
                <tr key={node.id}>
                  <td>
                    <bdi>{source?.label ?? text.claim.noSource}</bdi>
                  </td>
                  <td>
                    {node.polarity && <PolaritySign polarity={node.polarity} />}{' '}
                    {node.articleId === null ? (
                      <bdi>{node.label}</bdi>
                    ) : (
                      <Link href={hrefs.article(node.articleId)}>
                        <bdi>{node.label}</bdi>
                      </Link>
                    )}{' '}
                    <small>
                      {text.claim.node[node.kind]}
                      {node.polarity && `, ${text.polarity[node.polarity]}`}
                    </small>
                  </td>
                  <td>{node.at && <Moment at={node.at} exact />}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </details>
  );
}
