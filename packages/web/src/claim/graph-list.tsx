import type { OriginGraph } from '@hearsay/ledger/questions/answers';
import { PolaritySign } from '../marks/polarity-sign.tsx';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { Moment } from '../time/moment.tsx';

/** The origin graph in words, for who does not see the picture. */
export function GraphList({ graph }: { graph: OriginGraph }) {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const heardBy = (id: string) =>
    graph.links.flatMap(({ from, to }) => {
      const node = to === id ? byId.get(from) : undefined;
      return node === undefined ? [] : [node.label];
    });
  const reports = graph.nodes.filter(({ kind }) => kind !== 'source');
  reports.sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));
  return (
    <details>
      <summary>{text.claim.graphList}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.claim.time}</th>
            <th scope="col">{text.claim.article}</th>
            <th scope="col">{text.claim.told}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((node) => (
            <tr key={node.id}>
              <td>{node.at === null ? text.evidence.undated : <Moment at={node.at} exact />}</td>
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
              <td>
                <bdi>{heardBy(node.id).join(', ') || text.claim.noSource}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
