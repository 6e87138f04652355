import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBlocks } from './blocks.ts';
import { parseTree } from './tree.ts';

function blocks(html: string): [kind: string, text: string][] {
  return findBlocks(parseTree(html)).map(({ kind, text }) => [kind, text]);
}

test('one block for each thing that a browser shows as one', () => {
  assert.deepEqual(
    blocks(
      '<h2>Dam holds</h2><p>Water  rose\n to <b>four</b> metres.</p><ul><li>Orlen<li>Vask</ul><blockquote><p>We stay.</p></blockquote>',
    ),
    [
      ['heading', 'Dam holds'],
      ['paragraph', 'Water rose to four metres.'],
      ['list-item', 'Orlen'],
      ['list-item', 'Vask'],
      ['quotation', 'We stay.'],
    ],
  );
});

test('words before, between and after inner blocks are blocks of their own', () => {
  assert.deepEqual(
    blocks('<div>one<p>two</p>three<div></div>four</div>').map(([, text]) => text),
    ['one', 'two', 'three', 'four'],
  );
});

test('two line breaks part paragraphs, one does not, and no words come twice', () => {
  assert.deepEqual(
    blocks('<div>one<br>still one<br><br>two<br> <br>three</div>').map(([, text]) => text),
    ['one\nstill one', 'two', 'three'],
  );
});

test('a row of a table of data is one block, cells of a layout are their own', () => {
  assert.deepEqual(blocks('<table><tr><th>River<th>Metres<tr><td>Vask<td>4.1</table>'), [
    ['table', 'River\tMetres'],
    ['table', 'Vask\t4.1'],
  ]);
  assert.deepEqual(
    blocks('<table><tr><td>menu<td><p>The dam held.</p></table>').map(([, text]) => text),
    ['menu', 'The dam held.'],
  );
});

test('leaves out what nobody sees', () => {
  const hidden =
    '<p hidden>a</p><div style="color:red; display : none">b<p>c</p></div><noscript>d</noscript><template>e</template><select><option>f</select>';
  assert.deepEqual(blocks(`${hidden}<p>seen</p>`), [['paragraph', 'seen']]);
});

test('code keeps its lines and never holds a blank one', () => {
  assert.deepEqual(blocks('<pre>a\n  b\n\n\nc</pre>'), [['code', 'a\n  b\nc']]);
});

test('NUL bytes, soft hyphens and lone surrogates do no harm', () => {
  assert.deepEqual(blocks('<p>flo\0od wa\u00ADter \uD83D end</p>'), [['paragraph', 'flood water \uFFFD end']]);
});

test('counts links and linked characters', () => {
  const [block] = findBlocks(parseTree('<p><a href="/x">Dam <b>holds</b></a> in <a href="/y">Orlen</a></p>'));
  assert.equal(block.links, 2);
  assert.equal(block.linked, 'Dam holdsOrlen'.length);
  assert.equal(block.href, '/x');
  assert.equal(block.startsWithLink, true);
});
