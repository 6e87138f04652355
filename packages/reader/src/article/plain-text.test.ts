import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readPlainText, restoreInput } from './plain-text.ts';

function blocksOf(input: string): string[] {
  const { text, blocks } = readPlainText(input);
  return blocks.map(({ start, end }) => text.slice(start, end));
}

test('teasers go with the white space before them, and the text reads on', () => {
  const input = 'It rained. (ALSO READ: Orlen wins) Also Read - Storm Hits Vell\r\n\r\nThe rain stayed.\r\n';
  const { text, inserts } = readPlainText(input);
  assert.equal(text, 'It rained.\r\n\r\nThe rain stayed.\r\n');
  assert.deepEqual(
    inserts.map(({ at, text, kind }) => [at, text, kind]),
    [
      [10, ' (ALSO READ: Orlen wins)', 'teaser'],
      [10, ' Also Read - Storm Hits Vell', 'teaser'],
    ],
  );
  assert.equal(readPlainText('Advertisement\n\nIt rained.').text, 'It rained.');
  assert.equal(readPlainText('It rained.\n\nAdvertisement\n\nIt stayed.').text, 'It rained.\n\nIt stayed.');
  assert.equal(readPlainText('(ALSO READ: Orlen wins) It rained.').text, 'It rained.');
  assert.equal(readPlainText('It rained. (ALSO READ: Orlen wins)It stayed.').text, 'It rained. It stayed.');
});

test('the input comes back to the character, and no word of the body is lost or joined to another', () => {
  const bodies = [
    'It rained on Monday.',
    '“We stay,” Mara Dara said.',
    'The town of Vell waits.',
    'He left 👋🏽 at once.',
  ];
  const teasers = [
    '(ALSO READ: Orlen Wins Cup)',
    'Advertisement',
    'Related:',
    'Also Read - Storm Hits Vell',
    'RELATED: A storm',
  ];
  const spaces = ['\n\n', '\r\n\r\n', ' ', '\t', '  \n \n', '\n', '\u00a0 ', '\r', '\u2029'];
  let seed = 11;
  const pick = (list: readonly string[]): string => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return list[(seed >>> 10) % list.length];
  };
  for (let round = 0; round < 1000; round++) {
    let input = pick(['', ' ', '\ufeff', '\n']);
    for (let i = 0; i < 8; i++) input += pick(i % 2 ? [...bodies, ...teasers] : bodies) + pick(spaces);
    const article = readPlainText(input);
    assert.equal(restoreInput(article), input);
    const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
    const left = words(article.text);
    const cut = new Set(article.inserts.flatMap(({ text }) => words(text)));
    const kept = words(input).filter((word) => !cut.has(word));
    assert.deepEqual(
      left.filter((word) => !cut.has(word)),
      kept,
      JSON.stringify(input),
    );
    for (const { start, end } of article.blocks) {
      assert.equal(article.text.slice(start, end), article.text.slice(start, end).trim());
    }
  }
});

test('any string is read and comes back', () => {
  for (const input of ['', ' \n ', '\ud800', '(((ALSO READ: ', '"'.repeat(1000), 'Also Read - '.repeat(500)]) {
    assert.equal(restoreInput(readPlainText(input)), input);
  }
});

test('wrapped lines make one paragraph, unwrapped lines and list items their own', () => {
  const wrapped =
    'The mayor of the town said on Monday that the rain\nwould stay, and that everybody should wait for the boats.\nHe left.';
  assert.equal(blocksOf(wrapped).length, 1);
  const long = `${'The rain stayed for a day. '.repeat(6).trim()}\nHe left.`;
  assert.equal(blocksOf(long).length, 2);
  assert.deepEqual(
    readPlainText('Bring:\n- a boat\n- a rope').blocks.map(({ kind }) => kind),
    ['paragraph', 'list-item', 'list-item'],
  );
});

test('links below a heading of links go with it, the paragraph after them stays', () => {
  const input = 'It rained.\n\nRelated:\n\n- Orlen wins the cup\n- Storm in Vell\n\nThe rain stayed in the town.';
  assert.equal(readPlainText(input).text, 'It rained.\n\nThe rain stayed in the town.');
});

test('metadata comes from the text and from the caller, each with its origin', () => {
  const input =
    'By Mara Dara and Jon Vell, Reuters\n\nLONDON, Dec 27 — The rain stayed in the town, and it was on the river.';
  const { metadata, warnings } = readPlainText(input, { published: '2016-01-02', outlet: 'Orlen Courier' });
  assert.deepEqual(metadata.bylines, ['Mara Dara', 'Jon Vell']);
  assert.equal(metadata.credit, 'Reuters');
  assert.equal(metadata.dateline?.date, '2015-12-27');
  assert.equal(metadata.origins.outlet, 'option');
  assert.equal(metadata.origins.credit, 'byline');
  assert.deepEqual(warnings, []);
});

test('an empty text and a foreign one are warned of', () => {
  assert.deepEqual(
    readPlainText(' \n').warnings.map(({ code }) => code),
    ['empty'],
  );
  const { metadata, warnings } = readPlainText('Der Regen ist noch nicht vorbei, sagte die Stadt.');
  assert.equal(metadata.language, 'de');
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['language'],
  );
});

const sample = new URL('../../../../../shared/samples/audio-message.txt', import.meta.url);

test('the sample loses its four teasers and no other word', {
  skip: existsSync(sample) ? false : 'no ../shared',
}, () => {
  const input = readFileSync(sample, 'utf8');
  const article = readPlainText(input);
  assert.deepEqual(
    article.inserts.map(({ kind, text }) => [kind, /^\s?\(?also read/iu.test(text)]),
    Array.from({ length: 4 }, () => ['teaser', true]),
  );
  // 456 words less the teasers' 53, counted by hand.
  assert.equal(article.text.split(/\s+/u).length, 403);
  assert.equal(restoreInput(article), input);
});

test('a first line above a byline or a dateline is the title and stays in the text as a heading', () => {
  const headline = 'Harbour wall fails for the second time';
  const story =
    'PORT ELVAN, 12 June 2031 (Coastwire) - The harbour chief said that the wall had failed.\n\nIt will be mended.';
  for (const byline of ['', 'By Mara Dell\n\n']) {
    const input = `${headline}\n\n${byline}${story}`;
    const { text, blocks, metadata } = readPlainText(input);
    assert.equal(text, input);
    assert.deepEqual([metadata.title, metadata.origins.title, blocks[0].kind], [headline, 'text', 'heading']);
    assert.deepEqual([metadata.dateline?.place, metadata.dateline?.date], ['PORT ELVAN', '2031-06-12']);
  }
  const given = readPlainText(`${headline}\n\n${story}`, { title: 'The wall' });
  assert.equal(given.metadata.title, 'The wall');
  for (const prose of [
    story,
    `The wall has failed again.\n\n${story}`,
    `The wall has failed again\n\nIt will be mended.`,
  ]) {
    assert.equal(readPlainText(prose).metadata.title, undefined, prose);
  }
});
