/** Invented reports for the tests of copies: one text, and what others make of it. */
export const REPORT = [
  'A fire destroyed the grain store in the harbour of Lenn on Tuesday night and left four dock workers in hospital, the town council said.',
  'The flames were first seen shortly after ten by the crew of a ferry that was waiting for the tide outside the northern mole.',
  'Volunteers from three villages carried water in buckets for more than an hour before the first engine reached the quay.',
  '"We had nothing left to pump with, and the roof came down in front of our eyes while the children were still watching from the wall," said Mara Vell, who leads the volunteers.',
  'The store held about nine hundred tonnes of barley that was to be shipped to the islands before the winter storms.',
  'Insurers have sent two inspectors, who are expected to walk through the ruins once the walls have cooled down.',
  'The council has asked families along the canal to keep their windows shut until the smoke is gone.',
];

export const FULL = REPORT.join('\n\n');

export const TRIMMED = REPORT.slice(0, 4).join('\n\n');

export const REWRITTEN = [
  'A fire destroyed the grain store in the harbour of Lenn late on Tuesday and put four dock workers in hospital, according to the council.',
  'The flames were first noticed shortly after ten by the crew of a ferry waiting for the tide outside the northern mole.',
  'Volunteers from three villages carried water in buckets for over an hour before the first engine reached the quay.',
  'The building held about nine hundred tonnes of barley, which was to be shipped to the islands before the winter storms.',
  'Two inspectors sent by the insurers are expected to walk through the ruins once the walls have cooled.',
].join('\n\n');

/** Another report of the fire: the quotation, and facts in words of its own. */
export const QUOTATION_ONLY = [
  'Lenn woke up on Wednesday without its largest warehouse. What had been the pride of its port lies in ashes.',
  'Nobody died, but the clinic on the hill treated a handful of labourers for burns and for shock.',
  '"We had nothing left to pump with, and the roof came down in front of our eyes while the children were still watching from the wall," said Mara Vell, who leads the volunteers.',
  "Merchants fear that bread will become dear on the outer islands, because a season's cereal is lost.",
  'The mayor, Oskar Brand, promised an inquiry and a new pump station, and asked the province for money.',
].join('\n\n');

export const FACTS_ONLY = [
  'Lenn, on the coast, lost its warehouse for cereals in a blaze this week.',
  'Four labourers of the port were taken to a clinic with burns after what the municipality calls its worst night in decades.',
  'Some nine hundred tonnes of barley burnt, a quarter of what the islands eat between autumn and spring.',
  'People formed chains with pails because no pump was at hand, and a captain at anchor raised the alarm by radio.',
].join('\n\n');

/** A longer report of something else that takes two sentences over. */
export const TWO_SENTENCES = [
  'The province will pay for new pumps in every port, its governor announced at the opening of the session on Friday.',
  'The plan follows a series of accidents along the coast, the worst of them in Lenn.',
  'Volunteers from three villages carried water in buckets for more than an hour before the first engine reached the quay.',
  'The store held about nine hundred tonnes of barley that was to be shipped to the islands before the winter storms.',
  'The governor said that each station would have a crew at night, paid from the toll on the bridges.',
  'Opposition members called the sum too small and asked why the money had not been spent after the flood of two years ago.',
  'A vote on the plan is due next month, when the harbour masters will be heard in committee.',
  'Fishermen in the south, who have had no station since the war, welcomed it and asked for boats as well.',
].join('\n\n');
