import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMES, TEXT } from './tags.ts';
import { parseTree, type Tree } from './tree.ts';

/** The tree as text: "div(p(one)p(two))". */
function shape(html: string): string {
  const tree = parseTree(html);
  const print = (node: number): string => {
    if (tree.tag[node] === TEXT) return tree.text[node];
    let inner = '';
    for (let child = node + 1; child < tree.end[node]; child = tree.end[child]) inner += print(child);
    return node === 0 ? inner : `${NAMES[tree.tag[node]] ?? 'unknown'}(${inner})`;
  };
  return print(0);
}

function texts(tree: Tree): string[] {
  return tree.text.filter((_, node) => tree.tag[node] === TEXT);
}

test('closes what HTML lets authors leave open', () => {
  assert.equal(shape('<p>one<p>two<div>three</div>'), 'p(one)p(two)div(three)');
  assert.equal(shape('<ul><li>a<li>b<ul><li>c</ul><li>d</ul>'), 'ul(li(a)li(bul(li(c)))li(d))');
  assert.equal(shape('<table><tr><td>1<td>2<tr><td>3</table>'), 'table(tr(td(1)td(2))tr(td(3)))');
});

test('ignores end tags that belong to nothing or lie across a block', () => {
  assert.equal(shape('<div>a</span>b</p>c</div>d'), 'div(abc)d');
  assert.equal(shape('<b><div>a</b>b</div>c'), 'b(div(ab)c)');
  assert.equal(shape('<div><table><tr><td>x</div>y</table>z</div>'), 'div(table(tr(td(xy)))z)');
});

test('decodes entities once, in text and in attributes', () => {
  assert.deepEqual(texts(parseTree('a &amp;amp; b &eacute;&#8217;&#x1F600; &nosuch; &copy')), [
    'a &amp; b é’😀 &nosuch; ©',
  ]);
  assert.equal(parseTree('<a href="?a=1&amp;b=2">').attributes[1]?.href, '?a=1&b=2');
});

test('keeps no words of comments, scripts and styles, but those of JSON-LD', () => {
  const html =
    '<!-- c --><script>var a = "<p>";</script><style>p{}</style><script type="application/ld+json">{"a":1}</script>end';
  assert.deepEqual(texts(parseTree(html)), ['{"a":1}', 'end']);
});

test('every node lies inside its parent, however broken the page', () => {
  for (const html of [
    '<div><b><p></b></div></p><tr><td></table>',
    '</p></br><br/><p/><svg/><svg><p/>x</svg>',
    '<a <b <c>d',
    '<',
  ]) {
    const tree = parseTree(html);
    for (let node = 1; node < tree.count; node++) {
      const parent = tree.parent[node];
      assert.ok(parent < node && tree.end[node] <= tree.end[parent] && node < tree.end[node], html);
    }
  }
});

test('a million nested elements do not overflow the stack', () => {
  const tree = parseTree(`${'<div>'.repeat(1_000_000)}deep`);
  assert.equal(tree.count, 1_000_002);
  assert.deepEqual(texts(tree), ['deep']);
});
