import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OriginGraph } from '@hearsay/ledger/questions/answers';
import { layoutGraph } from './graph-layout.ts';

const node = (id: string, kind: 'source' | 'article' | 'copy', at: string | null): OriginGraph['nodes'][number] => ({
  id,
  kind,
  label: id,
  at,
  polarity: kind === 'source' ? null : 'for',
  articleId: null,
  entityId: null,
});

const graph: OriginGraph = {
  nodes: [
    node('Lisk', 'source', null),
    node('Renn', 'source', null),
    node('gazette', 'article', '2031-03-10T08:00:00Z'),
    node('courier', 'article', '2031-03-09T08:00:00Z'),
    node('herald', 'article', '2031-03-11T08:00:00Z'),
    node('alone', 'article', '2031-03-12T08:00:00Z'),
    node('copy', 'copy', '2031-03-13T08:00:00Z'),
  ],
  links: [
    { from: 'Lisk', to: 'gazette', kind: 'told' },
    { from: 'Lisk', to: 'courier', kind: 'told' },
    { from: 'Renn', to: 'herald', kind: 'told' },
    { from: 'Lisk', to: 'herald', kind: 'told' },
    { from: 'courier', to: 'copy', kind: 'repeats' },
    { from: 'gone', to: 'copy', kind: 'cites' },
  ],
  leftOut: 0,
};

const laneOf = (layout: ReturnType<typeof layoutGraph>) =>
  Object.fromEntries(
    [...layout.sources, ...layout.articles, ...layout.copies].map(({ node, lane }) => [node.id, lane]),
  );

test('what hangs together stands together, articles in the order of time, copies on the lane of their origin', () => {
  const layout = layoutGraph(graph);
  assert.deepEqual(laneOf(layout), { courier: 0, gazette: 1, herald: 2, Lisk: 0, Renn: 1, alone: 3, copy: 0 });
  assert.equal(layout.lanes, 4);
  assert.deepEqual(layout.edges, [0, 3]);
  assert.equal(layout.unsourced, 3);
});

test('several sources of one article stand around it', () => {
  const layout = layoutGraph({
    nodes: [
      node('a', 'source', null),
      node('b', 'source', null),
      node('c', 'source', null),
      node('x', 'article', '2031-03-09'),
    ],
    links: ['a', 'b', 'c'].map((from) => ({ from, to: 'x', kind: 'told' as const })),
    leftOut: 0,
  });
  assert.deepEqual(laneOf(layout), { a: 0, b: 1, c: 2, x: 1 });
});

test('the axis spans what has a time, and links to what is left out are dropped', () => {
  const { span, links } = layoutGraph(graph);
  assert.deepEqual(span, [Date.parse('2031-03-09T08:00:00Z'), Date.parse('2031-03-13T08:00:00Z')]);
  assert.equal(links.length, 5);
});

test('a source that nobody heard keeps a lane, and an empty graph has none', () => {
  assert.equal(layoutGraph({ nodes: [node('Lisk', 'source', null)], links: [], leftOut: 0 }).lanes, 1);
  const empty = layoutGraph({ nodes: [], links: [], leftOut: 0 });
  assert.equal(empty.lanes, 0);
  assert.equal(empty.span, null);
});
