import type { Reading, Span } from '@hearsay/reader/reading';
import { actorNames } from './assertion-line.ts';

/** How much of the text before and after goes into a quotation selector, in UTF-16 units. */
const CONTEXT = 32;

/**
 * The assertions of a reading as W3C Web Annotations (Web Annotation Data Model, 23 February 2017), one each: the target selects the
 * content by position and by its exact words, the body holds who says it and how firmly. Positions count UTF-16 units
 * into the reading's text. Pure.
 */
export function webAnnotations(reading: Reading): object[] {
  const names = actorNames(reading);
  const source = reading.article.url ?? `urn:hearsay:article:${encodeURIComponent(reading.id)}`;
  return reading.assertions.map((assertion) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${source}#${assertion.id}`,
    type: 'Annotation',
    motivation: 'describing',
    generator: { type: 'Software', name: 'Hearsay', 'schema:softwareVersion': reading.reader.version },
    body: {
      type: 'Dataset',
      'hearsay:speaker': assertion.speaker === null ? null : (names.get(assertion.speaker) ?? assertion.speaker),
      'hearsay:chain': assertion.chain.map((actor) => names.get(actor) ?? actor),
      'hearsay:cue': assertion.cue.map(({ start, end }) => reading.text.slice(start, end)),
      'hearsay:act': assertion.act,
      'hearsay:kind': assertion.kind,
      'hearsay:certainty': assertion.certainty,
      'hearsay:stance': assertion.stance,
      'hearsay:confidence': assertion.confidence,
    },
    target: assertion.content.map((span) => ({ source, selector: selectors(reading.text, span) })),
  }));
}

function selectors(text: string, { start, end }: Span): object[] {
  return [
    { type: 'TextPositionSelector', start, end },
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
  ];
}
