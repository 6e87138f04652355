import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Mark, type MarkNode, markTree } from './mark-tree.ts';

const draw = (nodes: readonly MarkNode<string>[]): string =>
  nodes
    .map((node) => {
      if (node.kind === 'text') return `${node.start}-${node.end}`;
      return `${node.opens ? '<' : '~'}${node.value} ${draw(node.children)}${node.closes ? '>' : '~'}`;
    })
    .join(' ');

const mark = (value: string, start: number, end: number): Mark<string> => ({ value, start, end });

test('a mark stands between plain text', () => {
  assert.equal(draw(markTree(0, 20, [mark('a', 5, 10)])), '0-5 <a 5-10> 10-20');
});

test('marks nest, the longer one outside', () => {
  assert.equal(draw(markTree(0, 20, [mark('b', 5, 8), mark('a', 5, 15)])), '0-5 <a <b 5-8> 8-15> 15-20');
});

test('a mark that crosses the end of another is cut in two there', () => {
  assert.equal(draw(markTree(0, 20, [mark('a', 2, 10), mark('b', 5, 15)])), '0-2 <a 2-5 <b 5-10~> ~b 10-15> 15-20');
});

test('what stands outside the range is cut off, and empty marks are left out', () => {
  assert.equal(draw(markTree(10, 20, [mark('a', 5, 15), mark('b', 30, 40), mark('c', 12, 12)])), '~a 10-15> 15-20');
});

test('however marks lie, every character is drawn once and in order', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 200; round++) {
    const marks = Array.from({ length: random(9) }, (_, i) => {
      const start = random(50);
      return mark(String(i), start, start + random(25));
    });
    const leaves: number[] = [];
    const walk = (nodes: readonly MarkNode<string>[]) => {
      for (const node of nodes) {
        if (node.kind === 'mark') walk(node.children);
        else for (let at = node.start; at < node.end; at++) leaves.push(at);
      }
    };
    walk(markTree(10, 60, marks));
    assert.deepEqual(
      leaves,
      Array.from({ length: 50 }, (_, i) => i + 10),
    );
  }
});
