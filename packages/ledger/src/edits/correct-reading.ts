import type { Actor, Assertion, Reading, Span } from '@hearsay/reader/reading';
import type { Correction } from './decision.ts';

/**
 * A reading as editors corrected it, in the order in which they did. A correction finds its assertion by where its content
 * begins and ends; one whose assertion is not read there any more changes nothing. Pure.
 */
export function correctReading(reading: Reading, corrections: readonly Correction[]): Reading {
  return corrections.reduce(correct, reading);
}

function correct(reading: Reading, correction: Correction): Reading {
  const at = reading.assertions.findIndex(({ content }) => isAt(content[0], correction.at));
  switch (correction.action) {
    case 'delete':
      return at === -1 ? reading : withoutAssertion(reading, reading.assertions[at].id);
    case 'edit':
      return at === -1 || !areWithin(reading, correction.set)
        ? reading
        : withAssertion(reading, at, reading.assertions[at], correction.set);
    case 'add':
      if (!areWithin(reading, correction.set) || !isWithin(reading, correction.at)) return reading;
      return at !== -1
        ? withAssertion(reading, at, reading.assertions[at], correction.set)
        : withAssertion(reading, reading.assertions.length, addedAssertion(correction.at), correction.set);
  }
}

function isAt(span: { start: number; end: number } | undefined, { start, end }: Correction['at']): boolean {
  return span?.start === start && span.end === end;
}

function areWithin(reading: Reading, { span, cue, source }: Fields): boolean {
  return [span, cue, source].every((set) => set === undefined || isWithin(reading, set));
}

function isWithin({ text }: Reading, { start, end }: Span): boolean {
  return start < end && end <= text.length;
}

function withoutAssertion(reading: Reading, id: string): Reading {
  const kept = reading.assertions.filter((assertion) => assertion.id !== id);
  return {
    ...reading,
    assertions: kept.map((assertion) => {
      if (assertion.within !== id) return assertion;
      const { within, ...rest } = assertion;
      return rest;
    }),
  };
}

type Fields = Extract<Correction, { action: 'edit' }>['set'];

function withAssertion(reading: Reading, at: number, assertion: Assertion, set: Fields): Reading {
  const { speaker: name, span, cue, source, ...fields } = set;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const actors = [...reading.actors];
  const corrected: Assertion = { ...assertion, ...given };
  if (span !== undefined) {
    corrected.content = [{ ...span }];
    corrected.interpolations = assertion.interpolations.filter(
      ({ start, end }) => start >= span.start && end <= span.end,
    );
    for (const part of ['cue', 'source'] as const) {
      // What the editor took into the content is no more what leads to it.
      corrected[part] = assertion[part].filter(({ start, end }) => end <= span.start || start >= span.end);
    }
  }
  if (cue !== undefined) corrected.cue = [{ ...cue }];
  if (source !== undefined) corrected.source = [{ ...source }];
  if (name === null) corrected.speaker = null;
  else if (name !== undefined) {
    const speaker = actorNamed(actors, name);
    corrected.speaker = speaker.id;
    corrected.chain = [...assertion.chain.slice(0, -1), speaker.id];
  }
  return { ...reading, actors, assertions: reading.assertions.toSpliced(at, 1, corrected) };
}

function actorNamed(actors: Actor[], name: string): Actor {
  const known = actors.find((actor) => actor.name === name || actor.aliases.includes(name));
  if (known !== undefined) return known;
  const added: Actor = { id: `editor-${actors.length + 1}`, name, type: 'unnamed', aliases: [], mentions: [] };
  actors.push(added);
  return added;
}

function addedAssertion({ start, end }: Correction['at']): Assertion {
  return {
    id: `editor-${start}-${end}`,
    act: 'statement',
    kind: 'indirect',
    content: [{ start, end }],
    cue: [],
    source: [],
    interpolations: [],
    chain: [],
    speaker: null,
    certainty: 'Uu',
    stance: null,
    confidence: 1,
  };
}
