import type { Payload } from '@hearsay/ledger/edits/decision';
import type { Assertion, Reading } from '@hearsay/reader/reading';
import type { Place } from './text-place.ts';

type Correction = Extract<Payload<'assertion-correction'>, { action: 'edit' }>;

/** An assertion while an editor corrects it. */
export interface Draft {
  /** Its place in the reading; null for one that is added. */
  readonly ordinal: number | null;
  readonly span: Place;
  /** Empty where nobody is named. */
  readonly speaker: string;
  readonly certainty: Assertion['certainty'];
  readonly stance: Assertion['stance'];
}

/** What stands now, as a draft. */
export function draftOf(reading: Reading, ordinal: number): Draft {
  const assertion = reading.assertions[ordinal]!;
  const speaker = reading.actors.find((actor) => actor.id === assertion.speaker);
  return {
    ordinal,
    span: firstSegment(assertion),
    speaker: speaker?.name ?? '',
    certainty: assertion.certainty,
    stance: assertion.stance,
  };
}

/** A new assertion over the words selected, else over the sentence of the active one, else over the first sentence. */
export function newDraft(reading: Reading, selected: Place | undefined, active: number | null): Draft {
  const near = active === null ? 0 : firstSegment(reading.assertions[active]!).start;
  const sentence = reading.sentences.find(({ end }) => end > near) ?? { start: 0, end: reading.text.length };
  return { ordinal: null, span: selected ?? sentence, speaker: '', certainty: 'CT+', stance: 'acknowledges' };
}

/** Whether anything differs from what stood before. */
export function isChanged(draft: Draft, before: Draft | null): boolean {
  return before === null || Object.keys(toSet(draft, before)).length > 0;
}

/** The fields that differ from `before`; all of them where there is nothing before. */
export function toSet(draft: Draft, before?: Draft): Correction['set'] {
  const speaker = draft.speaker.trim();
  const moved = before !== undefined && (draft.span.start !== before.span.start || draft.span.end !== before.span.end);
  return {
    ...(moved && { span: { start: draft.span.start, end: draft.span.end } }),
    ...(speaker !== before?.speaker && { speaker: speaker === '' ? null : speaker }),
    ...(draft.certainty !== before?.certainty && { certainty: draft.certainty }),
    ...(draft.stance !== before?.stance && { stance: draft.stance }),
  };
}

/** Where the decision applies: where the assertion stands now, or shall stand. */
export function placeOf(draft: Draft, reading: Reading, article: number, revision: number): Correction['at'] {
  const { start, end } = draft.ordinal === null ? draft.span : draftOf(reading, draft.ordinal).span;
  return { article, revision, start, end };
}

function firstSegment(assertion: Assertion): Place {
  return assertion.content[0] ?? assertion.cue[0] ?? assertion.source[0] ?? { start: 0, end: 0 };
}
