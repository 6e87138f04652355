import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadModel } from '../model/load-model.ts';
import { read } from '../read.ts';

const model = loadModel();

/** Certainty and stance of the first assertion that lies in no other one. */
function judged(text: string): { certainty: string; stance: string | null } {
  const found = read({ text }, model).assertions.find(({ within }) => !within);
  assert.ok(found, `no assertion in ${JSON.stringify(text)}`);
  return found;
}

function assertCertainty(cases: Readonly<Record<string, string>>): void {
  for (const [text, certainty] of Object.entries(cases)) assert.equal(judged(text).certainty, certainty, text);
}

describe('a content that is hedged', () => {
  test('by a modal of what may be, negated or not', () => {
    assertCertainty({
      'The mayor said the dam could burst by Friday.': 'PS+',
      'The mayor said the dam may not have burst.': 'PS+',
      'The mayor said there could be a flood.': 'PS+',
    });
  });

  test('not by what one could or could not see or do', () => {
    assertCertainty({
      'The mayor said nothing could be done.': 'CT+',
      'The mayor said she could see the dam from her window.': 'CT+',
      'The mayor said they could no longer wait.': 'CT+',
      'The mayor said they could not possibly have waited.': 'CT+',
    });
  });

  test('by an adverb that leads it or a verb of seeming', () => {
    assertCertainty({
      '“Maybe the dam was old,” the mayor said.': 'PS+',
      'The mayor said the dam looks like it will burst.': 'PR+',
      'The mayor said the dam will most likely hold.': 'PR+',
    });
  });

  test('by a chance there is', () => {
    assertCertainty({ 'The mayor said there was a possibility of flooding.': 'PS+' });
  });

  test('not by the modal of a relative clause or of an if-clause', () => {
    assertCertainty({
      '“By the time she could swim she was famous,” the mayor said.': 'CT+',
      'The mayor said that the man who might have opened the gate was dead.': 'CT+',
      'The mayor said the town would flood if the dam were likely to burst.': 'CT+',
    });
  });

  test('by what people are said to think', () => {
    assertCertainty({ 'The mayor said it was thought the dam had burst.': 'PR+' });
  });

  test('by what cannot be known', () => {
    assertCertainty({
      'The mayor said the claims could not be verified.': 'Uu',
      'The mayor said it was impossible to know who opened the gate.': 'Uu',
      'The mayor said it was not known who opened the gate.': 'Uu',
      'The mayor said it was too early to say whether the dam would hold.': 'Uu',
    });
  });
});

describe('a content that is called false', () => {
  test('is improbable where that is hedged', () => {
    assertCertainty({
      'The mayor said the letter was probably fake.': 'PR-',
      'The mayor said the video appeared fake.': 'PR-',
    });
  });

  test('whatever the predicate', () => {
    assertCertainty({
      'The mayor called the report a hoax.': 'CT-',
      'The mayor said some reports that the dam has burst are false.': 'CT-',
      'The mayor said that was not the case.': 'CT-',
      'The mayor said the claims were inaccurate.': 'CT-',
      'The mayor said the story of the flood was made up.': 'CT-',
      'The mayor said the story was a lie.': 'CT-',
    });
  });

  test('is improbable to those who but believe it false', () => {
    assertCertainty({ 'The mayor believes the story is false.': 'PR-' });
  });
});

describe('a question', () => {
  test('asks where the content states nothing', () => {
    assertCertainty({
      '“Is the dam safe?” the mayor said.': 'Uu',
      '“The dam is safe. Who would open it?” the mayor said.': 'CT+',
      'The mayor said the man had asked “Is the dam safe?”': 'CT+',
    });
  });
});

describe('what somebody has said before', () => {
  test('is denied by who takes it back', () => {
    assertCertainty({
      'Omar Vell on Thursday withdrew his statement that police had shot the student.': 'CT-',
      'The watchdog on Sunday withdrew its statement that hackers had stolen the data.': 'CT-',
      'The Lowland Wire has retracted its report that the governor had resigned.': 'CT-',
      'The Lowland Wire apologised for falsely reporting that the governor had resigned.': 'CT-',
      'The mayor described reports that the plant was hit by a drone as nonsense.': 'CT-',
    });
  });

  test('is left open by who found nothing that bears it out, or will not say', () => {
    assertCertainty({
      'Police have found no indication that he was drunk.': 'Uu',
      'Police found no evidence that the gate had been forced.': 'Uu',
      'The cause of the blast was not immediately known.': 'Uu',
    });
    const [, denied] = read(
      { text: 'The ministry refused to confirm or deny that he sold weapons.' },
      model,
    ).assertions;
    assert.equal(denied?.certainty ?? 'Uu', 'Uu');
  });
});

describe('a cue that is denied', () => {
  test('by its subject, an adverb, or what is left undone', () => {
    assertCertainty({
      'No one believes that the dam will hold.': 'PR-',
      'Nobody knows who opened the gate.': 'Uu',
      'Police failed to verify the claim that the dam was sabotaged.': 'Uu',
      'The mayor does not dispute that the dam leaked.': 'Uu',
      'The mayor no longer believes the dam will hold.': 'PR-',
      'The police have yet to confirm that the dam was sabotaged.': 'Uu',
    });
  });

  test('does not vouch for its source', () => {
    assert.equal(judged('The police have yet to confirm that the dam was sabotaged.').stance, 'acknowledges');
  });
});

describe('a report as a source', () => {
  test('is a document where it is a definite one', () => {
    assertCertainty({
      'According to police reports, the dam had burst.': 'CT+',
      'Some reports say that the dam has burst.': 'PR+',
      'The report said that the dam had burst.': 'CT+',
    });
  });

  test('is held as its verb holds it', () => {
    assert.equal(judged('Reports claim that the dam has burst.').stance, 'distances');
  });
});

describe('a stance', () => {
  test('is distant where the cue calls its own content into question', () => {
    assert.equal(judged('The mayor allegedly told the council that the dam had burst.').stance, 'distances');
    assert.equal(judged('There were false reports that the dam had burst.').stance, 'distances');
  });
});
