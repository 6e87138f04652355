import type { ArticleAnswer } from '@hearsay/ledger/questions/answers';
import type { Block, Insert, Reading } from '@hearsay/reader/reading';
import { memo, type ReactNode, type Ref } from 'react';
import { certaintyClass } from '../marks/certainty-mark.tsx';
import { type Mark, type MarkNode, markTree } from '../marks/mark-tree.ts';
import { text } from '../text/en.ts';
import { type ArticleMark, articleMarks, mendedMarks } from './article-marks.ts';
import { describeAssertion } from './describe-assertion.ts';
import { directionOf } from './direction.ts';
import { InsertFold } from './insert-fold.tsx';
import { SharedPassages } from './shared-passages.tsx';

/** The report, block by block, with its marks; what it shares with others stands in the margin of the block where it begins. */
export const ArticleText = memo(function ArticleText({
  ref,
  answer,
}: {
  ref: Ref<HTMLDivElement>;
  answer: ArticleAnswer;
}) {
  const { reading, passages } = answer;
  const marks = articleMarks(reading);
  const blocks =
    reading.blocks.length > 0 ? reading.blocks : [{ start: 0, end: reading.text.length, kind: 'paragraph' as const }];
  return (
    <div
      ref={ref}
      className="article-text"
      lang={reading.article.language === 'und' ? undefined : reading.article.language}
    >
      <h2 className="unseen">{text.article.text}</h2>
      {blocks.map((block, place) => {
        const next = blocks[place + 1]?.start ?? Number.POSITIVE_INFINITY;
        const from = place === 0 ? -1 : block.start;
        const here = passages.filter(({ here: [first] }) => first && first.start >= from && first.start < next);
        const inserts = reading.inserts.filter(({ at }) => at >= from && at < next);
        return (
          <div key={block.start} className="block">
            <BlockText kind={block.kind} dir={directionOf(reading.text.slice(block.start, block.end))}>
              <Pieces reading={reading} block={block} marks={marks} inserts={inserts} />
            </BlockText>
            {here.length > 0 && <SharedPassages passages={here} />}
          </div>
        );
      })}
    </div>
  );
});

function BlockText({ kind, dir, children }: { kind: Block['kind']; dir: 'ltr' | 'rtl'; children: ReactNode }) {
  switch (kind) {
    case 'heading':
      return <h3 dir={dir}>{children}</h3>;
    case 'quotation':
      return <blockquote dir={dir}>{children}</blockquote>;
    case 'list-item':
      return (
        <p className="list-item" dir={dir}>
          {children}
        </p>
      );
    case 'table':
    case 'code':
      return <pre dir={dir}>{children}</pre>;
    case 'paragraph':
      return <p dir={dir}>{children}</p>;
  }
}

/** The block cut at its inserts: each stands where its words stood. */
function Pieces({
  reading,
  block,
  marks,
  inserts,
}: {
  reading: Reading;
  block: { start: number; end: number };
  marks: readonly Mark<ArticleMark>[];
  inserts: readonly Insert[];
}) {
  const parts: ReactNode[] = [];
  let at = block.start;
  for (const [place, insert] of inserts.entries()) {
    const until = Math.min(Math.max(insert.at, at), block.end);
    parts.push(<Nodes key={`t${at}-${place}`} reading={reading} nodes={markTree(at, until, marks)} />);
    parts.push(<InsertFold key={`i${insert.at}-${place}`} insert={insert} />);
    at = until;
  }
  parts.push(<Nodes key="rest" reading={reading} nodes={markTree(at, block.end, marks)} />);
  return parts;
}

function Nodes({ reading, nodes }: { reading: Reading; nodes: readonly MarkNode<ArticleMark>[] }) {
  return nodes.map((node) =>
    node.kind === 'text' ? (
      <span key={node.start} data-at={node.start}>
        {reading.text.slice(node.start, node.end)}
      </span>
    ) : (
      <Marked key={`${node.start} ${node.value.role} ${node.value.ordinal}`} reading={reading} node={node} />
    ),
  );
}

function Marked({ reading, node }: { reading: Reading; node: Extract<MarkNode<ArticleMark>, { kind: 'mark' }> }) {
  const { value } = node;
  const children = <Nodes reading={reading} nodes={node.children} />;
  if (value.role !== 'content') {
    const Tag = value.role === 'source' ? 'b' : value.role === 'cue' ? 'i' : 'span';
    return <Tag className={value.role}>{children}</Tag>;
  }

  const { assertion, ordinal } = value;
  const mended = mendedMarks(assertion.repaired);
  const begins = value.first && node.opens;
  const ends = value.last && node.closes;
  return (
    <>
      {begins && (
        // A link, which is text: a line would break between a button and the words that it counts.
        <a
          href={`#assertion-${ordinal + 1}`}
          className={`number ${certaintyClass(assertion.certainty)}`}
          data-assertion={ordinal}
          aria-label={describeAssertion(reading, ordinal)}
        >
          {ordinal + 1}
          {assertion.certainty !== 'CT+' && ` ${assertion.certainty}`}
        </a>
      )}
      <span
        className={`content depth-${depthOf(reading, ordinal)} ${certaintyClass(assertion.certainty)}`}
        data-assertion={ordinal}
        dir="auto"
      >
        {begins && mended.opening && <Mended mark="“" repaired={assertion.repaired} />}
        {begins && (assertion.repaired === 'adjacent' || assertion.repaired === 'direction') && (
          <Mended mark="¦" repaired={assertion.repaired} />
        )}
        {children}
        {ends && mended.closing && <Mended mark="”" repaired={assertion.repaired} />}
      </span>
    </>
  );
}

function Mended({ mark, repaired }: { mark: string; repaired: Reading['assertions'][number]['repaired'] }) {
  const why = repaired === undefined ? '' : text.article.mended[repaired];
  return (
    <span className="mended" title={why}>
      <span aria-hidden="true">{mark}</span>
      <span className="unseen"> ({why}) </span>
    </span>
  );
}

/** How many assertions stand around this one: each underline has its own height. */
function depthOf(reading: Reading, ordinal: number): number {
  let depth = 0;
  let within = reading.assertions[ordinal]?.within;
  while (within !== undefined && depth < 3) {
    const id: string = within;
    depth++;
    within = reading.assertions.find((assertion) => assertion.id === id)?.within;
  }
  return depth;
}
