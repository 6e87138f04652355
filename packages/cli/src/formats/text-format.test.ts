import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exampleReading } from '@hearsay/ledger/exports/example-reading';
import { textFormat } from './text-format.ts';

const plain = textFormat({ width: 80, color: false }).reading(exampleReading, 0, 'report.txt');

describe('text format', () => {
  test('shows who, by which words, through whom, how firmly, and what', () => {
    assert.match(
      plain,
      /2 {2}Residents {2}say\n +through =Ada Brill\n +“the mayor told us the bridge is sound”\n +CT\+ certain/,
    );
    assert.match(plain, /closing mark missing ·\s+within 1/);
  });

  test('names the reporter for narration and says why words were left out', () => {
    assert.match(plain, /the reporter {2}may\n/);
    assert.match(plain, /Left out: teaser “Also Read - <i>Fair<\/i>”: begins with "Also Read"/);
  });

  test('goes by the name of its input without a title, and says where nobody knows who "he" is', () => {
    const { title: _, ...article } = exampleReading.article;
    const [first, ...rest] = exampleReading.assertions;
    const lost = { ...first, speaker: null, chain: [] };
    const view = textFormat({ width: 80, color: false }).reading(
      { ...exampleReading, article, assertions: [lost, ...rest] },
      0,
      'report.txt',
    );
    assert.match(view, /^report\.txt\n/);
    assert.match(view, /who that is cannot be told/);
  });

  test('lets no terminal control from an article through, in colour or not', () => {
    const hostile = {
      ...exampleReading,
      article: { ...exampleReading.article, title: '\u001b]0;x\u0007\u009b31mRed\u202e\r\u0000' },
    };
    assert.doesNotMatch(
      textFormat({ width: 80, color: false }).reading(hostile, 0, 'report.txt'),
      /[^\P{Cc}\n]|\p{Bidi_Control}/u,
    );
    const own = textFormat({ width: 80, color: true }).reading(hostile, 0, 'report.txt');
    assert.doesNotMatch(own.replace(/\u001b\[\d+m/g, ''), /[^\P{Cc}\n]|\p{Bidi_Control}/u);
  });

  test('keeps to the width of the terminal', () => {
    const narrow = textFormat({ width: 40, color: false }).reading(exampleReading, 0, 'report.txt');
    for (const line of narrow.split('\n')) assert.ok(line.length <= 40, line);
  });
});
