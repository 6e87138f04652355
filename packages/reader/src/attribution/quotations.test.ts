import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitSentences } from '../language/sentences.ts';
import { tokenize } from '../language/tokens.ts';
import type { Block } from '../reading.ts';
import { findQuotations, type Quotation, quotationDepth } from './quotations.ts';

interface Found extends Quotation {
  text: string;
}

/** The quotations of a text whose paragraphs stand on lines of their own. */
function quotationsOf(text: string): Found[] {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    blocks.push({ start: line.index, end: line.index + line[0].length, kind: 'paragraph' });
  }
  const tokens = tokenize(text);
  return findQuotations(tokens, splitSentences(tokens, blocks), blocks).map((quotation) => ({
    ...quotation,
    text: text.slice(tokens.start[quotation.first], tokens.end[quotation.end - 1]),
  }));
}

function texts(text: string): string[] {
  return quotationsOf(text).map((quotation) => quotation.text);
}

test('marks of every style pair with their own', () => {
  assert.deepEqual(texts('"One is enough," Mara said. “Two are better,” she said.'), [
    '"One is enough,"',
    '“Two are better,”',
  ]);
  assert.deepEqual(texts("«We leave at dawn», said Orla. ``We stay here,'' said Tevin."), [
    '«We leave at dawn»',
    "``We stay here,''",
  ]);
});

test('whole quotations need no mending', () => {
  for (const { repaired } of quotationsOf('“Come in,” Mara said. "Sit down." She smiled at the ‘guest’.')) {
    assert.equal(repaired, undefined);
  }
});

test('a missing opening mark is put behind the colon or the reporting verb', () => {
  const [first, second] = quotationsOf('He warned them, saying: we have not slept” and “we are coming” every night.');
  assert.equal(first.text, 'we have not slept”');
  assert.equal(first.repaired, 'opening');
  assert.equal(second.text, '“we are coming”');
  assert.equal(second.repaired, undefined);
});

test('a missing closing mark is put before the reporting clause', () => {
  const [first, second] = quotationsOf('“We will rebuild the bridge, Tevin said. “It takes a year,” he added.');
  assert.equal(first.text, '“We will rebuild the bridge,');
  assert.equal(first.repaired, 'closing');
  assert.equal(second.text, '“It takes a year,”');
});

test('a quotation that never closes ends with its sentence where it began inside a paragraph', () => {
  const [first] = quotationsOf('Orla said: “The river rises every spring. The town has a new wall.');
  assert.equal(first.text, '“The river rises every spring.');
  assert.equal(first.repaired, 'closing');
});

test('two quotations whose marks collide are two', () => {
  const found = quotationsOf('“They will pay dearly.””Friends of the valley, hold on,” Varn said.');
  assert.deepEqual(
    found.map(({ text, repaired }) => [text, repaired]),
    [
      ['“They will pay dearly.”', undefined],
      ['”Friends of the valley, hold on,”', 'adjacent'],
    ],
  );
});

test('doubled marks enclose one quotation', () => {
  const [only, ...others] = quotationsOf('““The gates are open,”” she said.');
  assert.equal(only.text, '““The gates are open,””');
  assert.equal(only.repaired, 'adjacent');
  assert.equal(others.length, 0);
});

test('a mark in the wrong direction still opens', () => {
  const [only] = quotationsOf('”Nobody saw the boat leave,” the harbour master said.');
  assert.equal(only.text, '”Nobody saw the boat leave,”');
  assert.equal(only.repaired, 'direction');
});

test('a nested quotation stands inside the one around it', () => {
  const [outer, inner] = quotationsOf('“He told us ‘the road is closed’ and left,” Orla said.');
  assert.equal(outer.level, 0);
  assert.equal(inner.level, 1);
  assert.equal(inner.text, '‘the road is closed’');
  assert.equal(quotationsOf('“He said “stay home” twice,” Orla said.')[1].text, '“stay home”');
});

test('apostrophes, plural possessives, years and inches are no quotation marks', () => {
  assert.deepEqual(texts("The farmers' fields weren't dry in the '90s, and rock 'n' roll was new."), []);
  assert.deepEqual(texts("'The farmers' fields are dry,' said Tevin."), ["'The farmers' fields are dry,'"]);
  assert.deepEqual(texts('"The board is 12" wide," said Tevin.'), ['"The board is 12" wide,"']);
});

test('names, titles and scare quotes are told apart from speech', () => {
  const [title, scare, speech] = quotationsOf(
    'She wrote “The Long Road Home” and met its “friends”, who said: “We never read it.”',
  );
  assert.deepEqual([title.speech, title.name], [false, true]);
  assert.deepEqual([scare.speech, scare.name], [false, false]);
  assert.deepEqual([speech.speech, speech.name], [true, false]);
});

test('a quotation over several paragraphs opens in each and closes in the last', () => {
  const found = quotationsOf(
    '“The first winter was hard.\n“The second was worse.\n“The third killed the bees,” Orla said.',
  );
  assert.deepEqual(
    found.map(({ continued, continues, repaired }) => ({ continued, continues, repaired })),
    [
      { continued: false, continues: true, repaired: undefined },
      { continued: true, continues: true, repaired: undefined },
      { continued: true, continues: false, repaired: undefined },
    ],
  );
});

test('a broken mark spoils nothing in the paragraphs after it', () => {
  const found = quotationsOf(
    '"The mill burnt down, Tevin said.\nNobody came. "I saw smoke," Orla said. "Then nothing."',
  );
  assert.deepEqual(
    found.map(({ text }) => text),
    ['"The mill burnt down,', '"I saw smoke,"', '"Then nothing."'],
  );
});

test("an editor's brackets inside a quotation are marked", () => {
  const [only] = quotationsOf('“They joined the Velda (Orrish) league and [the ministry] knew it,” Varn said.');
  assert.deepEqual(
    only.interpolations.map(({ end, first }) => end - first),
    [3, 4],
  );
});

test('a hundred thousand marks of any kind are read in one pass', () => {
  for (const unit of ['"', '“', '” ', "' '", '“a ', 'a” ', '["']) {
    const found = quotationsOf(unit.repeat(100_000));
    for (const { first, end } of found) assert.ok(first < end);
  }
});

test('depth counts the quotations around a token', () => {
  const text = '“He said ‘no’ today.”';
  const tokens = tokenize(text);
  const blocks: Block[] = [{ start: 0, end: text.length, kind: 'paragraph' }];
  const depth = quotationDepth(tokens.count, findQuotations(tokens, splitSentences(tokens, blocks), blocks));
  assert.deepEqual([...depth], [1, 1, 1, 2, 2, 2, 1, 1, 1]);
});

test('both marks are mended where both are wrong, or one is and the other is missing', () => {
  const [turned] = quotationsOf('Orla said: ”The river rises every spring.“');
  assert.deepEqual([turned.text, turned.repaired], ['”The river rises every spring.“', 'both']);
  const [unclosed] = quotationsOf('Orla said: ”The river rises every spring. The town has a new wall.');
  assert.deepEqual([unclosed.text, unclosed.repaired], ['”The river rises every spring.', 'both']);
  const [unopened] = quotationsOf('Orla said: The river rises every spring.“ The town has a new wall.');
  assert.deepEqual([unopened.text, unopened.repaired], ['The river rises every spring.“', 'both']);
});

test('a closing mark is missing before a reporting clause, whatever the next paragraph opens with', () => {
  const [first, second] = quotationsOf('"We go home tomorrow, Orla Venn said.\n"The mill is shut," she added.');
  assert.deepEqual([first.text, first.repaired, first.continues], ['"We go home tomorrow,', 'closing', false]);
  assert.deepEqual([second.text, second.continued], ['"The mill is shut,"', false]);
});
