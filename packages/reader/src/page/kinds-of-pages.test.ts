import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadModel } from '../model/load-model.ts';
import { readPage } from './page.ts';

const { page: MODEL } = loadModel();
const SITE =
  '<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li><li><a href=/s>Sport</a></li></ul></nav>';
const FOOT =
  '<footer><p>© 2031 The Orlen Times</p><ul><li><a href=/t>Terms</a></li><li><a href=/p>Privacy</a></li></ul></footer>';
const LEAD = 'The ferry to Vask will sail again on Friday, the harbour office said after a week of storms.';
const MORE = '"The crew has rested and the engine is sound," said Ilse Maren, who runs the line with her brother.';
const LAST = 'Passengers who kept their tickets may use them until the end of May.';

/** The blocks read from what an article element holds. */
function blocksOf(inside: string): string[] {
  const html = `<!doctype html><title>Ferry sails again | The Orlen Times</title><body>${SITE}<article><h1>Ferry sails again</h1>${inside}</article>${FOOT}`;
  const { text, blocks } = readPage(html, {}, MODEL);
  return blocks.map(({ start, end }) => text.slice(start, end));
}

describe('of a plain article element every word is read:', () => {
  test('one short paragraph', () => {
    assert.deepEqual(blocksOf(`<p>${LAST}</p>`), [LAST]);
  });

  test('paragraphs around headings', () => {
    const inside = `<p>${LEAD}</p><h2>What the crew says</h2><p>${MORE}</p><h2>Tickets</h2><p>${LAST}</p>`;
    assert.deepEqual(blocksOf(inside), [LEAD, 'What the crew says', MORE, 'Tickets', LAST]);
  });

  test('a quotation set off', () => {
    assert.deepEqual(blocksOf(`<p>${LEAD}</p><blockquote><p>${MORE}</p></blockquote><p>${LAST}</p>`), [
      LEAD,
      MORE,
      LAST,
    ]);
  });

  test('a list of sentences', () => {
    const items = [MORE, LAST].map((item) => `<li>${item}</li>`).join('');
    assert.deepEqual(blocksOf(`<p>${LEAD}</p><ul>${items}</ul><p>${LEAD} Again.</p>`), [
      LEAD,
      MORE,
      LAST,
      `${LEAD} Again.`,
    ]);
  });

  test('a table of figures', () => {
    const table = '<table><tr><th>Day</th><th>Sailings</th></tr><tr><td>Friday</td><td>4</td></tr></table>';
    const found = blocksOf(`<p>${LEAD}</p><p>${MORE}</p>${table}<p>${LAST}</p>`);
    assert.deepEqual(
      found.filter((block) => !block.includes('\t')),
      [LEAD, MORE, LAST],
    );
  });

  test('the entries of a live page', () => {
    const entry = (time: string, text: string) => `<section class="entry"><time>${time}</time><p>${text}</p></section>`;
    const found = blocksOf(entry('14:02', MORE) + entry('13:40', LEAD) + entry('12:15', LAST));
    for (const text of [MORE, LEAD, LAST]) assert.ok(found.includes(text), text);
  });

  test('the part of it that stands before a wall', () => {
    const wall =
      '<div class="paywall subscribe-box"><p>Subscribe to read the rest.</p><button>Subscribe</button></div>';
    assert.deepEqual(blocksOf(`<p>${LEAD}</p><p>${MORE}</p>${wall}`).slice(0, 2), [LEAD, MORE]);
  });
});
