import type { OriginGraph } from '@hearsay/ledger/questions/answers';
import { polarityPath } from '../marks/polarity-sign.tsx';
import { text } from '../text/en.ts';

const LINKS = ['told', 'cites', 'repeats'] as const;

/** What the shapes and lines of an origin graph mean: those that it has, in the order in which they are read. */
export function GraphLegend({ graph: { nodes, links } }: { graph: OriginGraph }) {
  const articles = nodes.filter(({ kind }) => kind === 'article');
  const polarities = (['for', 'against', 'observing', null] as const).filter((polarity) =>
    articles.some((node) => node.polarity === polarity),
  );
  const has = (kind: OriginGraph['nodes'][number]['kind']) => nodes.some((node) => node.kind === kind);
  return (
    <ul className="legend graph-legend">
      {has('source') && (
        <Entry words={text.claim.legend.source}>
          <circle className="source-end" cx={14} cy={8} r={2.5} />
        </Entry>
      )}
      {polarities.map((polarity) => (
        <Entry key={polarity} words={text.claim.legend[polarity ?? 'both']}>
          <path className={`mark article polarity-${polarity ?? 'both'}`} d={polarityPath(polarity, 14, 8, 6)} />
        </Entry>
      ))}
      {has('copy') && (
        <Entry words={text.claim.legend.copy}>
          <path className="mark copy polarity-both" d={polarityPath(null, 14, 8, 4)} />
        </Entry>
      )}
      {LINKS.filter((kind) => links.some((link) => link.kind === kind)).map((kind) => (
        <Entry key={kind} words={text.claim.legend[kind]}>
          <path className={`link link-${kind}`} d="M1 8h26" />
        </Entry>
      ))}
    </ul>
  );
}

function Entry({ words, children }: { words: string; children: React.ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 28 16" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  );
}
