import { tokenize } from '@hearsay/reader/language/tokens';
import { loadModel } from '@hearsay/reader/model/load-model';
import { read } from '@hearsay/reader/read';
import { parse as parseChrono } from 'chrono-node';
import compromise from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { corpusTexts } from './corpora.ts';
import { alternating, type Row } from './measure.ts';

const PASSES = 3;

/** Text to reading, everything, on one thread; the peers do a part of it each. All are counted in the same tokens, ours. */
export function benchTexts(): Row[] {
  const texts = corpusTexts().map(({ text }) => text);
  if (texts.length === 0) return [];
  const model = loadModel();
  const wink = winkNlp(winkModel);
  const tokens = texts.reduce((sum, text) => sum + tokenize(text).count, 0);
  const each = (run: (text: string) => unknown) => () => {
    for (const text of texts) run(text);
  };
  const totals = alternating(
    {
      'hearsay, text to reading': each((text) => read({ text, published: '2016-10-01' }, model)),
      'wink-nlp, tags, entities, sentences': each((text) => wink.readDoc(text).tokens().out(wink.its.pos)),
      'compromise, tags and lexicon': each((text) => compromise(text).json()),
      'chrono-node, times only': each((text) => parseChrono(text, new Date('2016-10-01'))),
    },
    PASSES,
  );
  return Object.entries(totals).map(([what, total]) => ({
    section: 'texts',
    what,
    value: tokens / (total / 1000),
    unit: 'tokens/s',
    ...(what.startsWith('hearsay') ? { target: '≥ 60000' } : {}),
  }));
}
