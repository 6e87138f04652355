import type { Assertion, Reading, Span } from '@hearsay/reader/reading';

const text =
  'Residents say “the mayor told us the bridge is sound”, Ada Brill reported.\n\n' +
  'It may close <b>today</b>\u001b[31m. Nobody could confirm it.';

/** A reading made by hand for the tests of the formats: nested, hedged and hostile. */
export const exampleReading: Reading = {
  version: 1,
  id: 'example',
  reader: { version: '0.1.0', model: 'none' },
  article: {
    title: 'Is the bridge sound? <script>',
    outlet: 'Lenn Post',
    url: 'javascript:alert(1)',
    language: 'en',
    bylines: ['Ada Brill'],
    published: '2031-04-02',
    origins: { title: 'option' },
  },
  text,
  blocks: [
    { ...span('Residents say', 'reported.'), kind: 'paragraph' },
    { ...span('It may', 'confirm it.'), kind: 'paragraph' },
  ],
  inserts: [
    { at: text.indexOf(' Nobody'), text: ' Also Read - <i>Fair</i>', kind: 'teaser', why: 'begins with "Also Read"' },
    {
      at: text.length,
      text: 'Sign up',
      kind: 'promotion',
      href: 'https://lenn.example/news"letter',
      why: 'asks to sign up',
    },
  ],
  sentences: [span('Residents say', 'reported.'), span('It may', '[31m.'), span('Nobody', 'confirm it.')],
  actors: [
    { id: 'p1', name: 'Residents', type: 'group', aliases: [], mentions: [span('Residents')] },
    { id: 'p2', name: 'the mayor', type: 'person', aliases: [], mentions: [span('the mayor')] },
    { id: 'p3', name: '=Ada Brill', type: 'person', aliases: [], mentions: [span('Ada Brill')] },
  ],
  times: [{ ...span('today'), type: 'DATE', value: '2031-04-02' }],
  assertions: [
    assertion({
      id: 'a1',
      kind: 'mixed',
      content: [span('Residents say', 'sound”')],
      cue: [span('reported')],
      source: [span('Ada Brill')],
      chain: ['p3'],
      speaker: 'p3',
    }),
    assertion({
      id: 'a2',
      within: 'a1',
      kind: 'direct',
      content: [span('“the mayor', 'sound”')],
      cue: [span('say')],
      source: [span('Residents')],
      chain: ['p3', 'p1'],
      speaker: 'p1',
      repaired: 'closing',
    }),
    assertion({
      id: 'a3',
      within: 'a2',
      kind: 'direct',
      content: [span('the bridge', 'sound')],
      cue: [span('told')],
      source: [span('the mayor')],
      chain: ['p3', 'p1', 'p2'],
      speaker: 'p2',
    }),
    assertion({
      id: 'a4',
      kind: 'narration',
      content: [span('It may', 'today</b>')],
      cue: [{ start: text.indexOf('may close'), end: text.indexOf('may close') + 3 }],
      certainty: 'PS+',
      stance: null,
    }),
  ],
  statements: [],
  warnings: [{ code: 'charset', message: 'two bytes could not be read' }],
};

function assertion(fields: Pick<Assertion, 'id' | 'kind' | 'content' | 'cue'> & Partial<Assertion>): Assertion {
  return {
    act: 'statement',
    source: [],
    interpolations: [],
    chain: [],
    speaker: null,
    certainty: 'CT+',
    stance: 'acknowledges',
    confidence: 0.9,
    ...fields,
  };
}

/** From the beginning of `first` to the end of `last`. */
function span(first: string, last = first): Span {
  const start = text.indexOf(first);
  return { start, end: text.indexOf(last, start) + last.length };
}
