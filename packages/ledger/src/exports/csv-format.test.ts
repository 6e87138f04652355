import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { csvFormat } from './csv-format.ts';
import { exampleReading } from './example-reading.ts';

const rows = (csvFormat.open + csvFormat.reading(exampleReading, 0, 'report.txt')).split('\r\n');

describe('CSV format', () => {
  test('has one assertion a row under a head row', () => {
    assert.equal(
      rows[0],
      'article id,assertion id,act,kind,speaker,chain,source,cue,content,certainty,stance,confidence,start,end,outlet,published,title',
    );
    assert.equal(rows.length, 1 + exampleReading.assertions.length + 1);
    assert.equal(
      rows[3],
      "example,a3,statement,direct,the mayor,'=Ada Brill > Residents > the mayor,the mayor,told,the bridge is sound,CT+,acknowledges,0.9,33,52,Lenn Post,2031-04-02,Is the bridge sound? <script>",
    );
  });

  test('makes cells that a spreadsheet would run into text', () => {
    assert.match(rows[1], /,'=Ada Brill,/);
    assert.doesNotMatch(rows.join('\n'), /(^|,)"?[=+@-]/m);
  });

  test('quotes cells with commas and quotation marks', () => {
    const quoting = {
      ...exampleReading,
      text: 'He said "no, never"',
      assertions: [{ ...exampleReading.assertions[0], content: [{ start: 8, end: 19 }], cue: [], source: [] }],
    };
    assert.match(csvFormat.reading(quoting, 0, 'report.txt'), /,"""no, never""",/);
  });
});
