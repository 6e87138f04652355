import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../language/analyse.ts';
import { splitSentences } from '../language/sentences.ts';
import { tokenize } from '../language/tokens.ts';
import { loadModel } from '../model/load-model.ts';
import type { Block } from '../reading.ts';
import { findAssertions } from './assertions.ts';
import type { TokenRange } from './attribution.ts';
import { findQuotations } from './quotations.ts';

const model = loadModel();

/** The assertions of a text, with words for ranges. */
function assertionsOf(text: string) {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    blocks.push({ start: line.index, end: line.index + line[0].length, kind: 'paragraph' });
  }
  const tokens = tokenize(text);
  const language = analyse(tokens, splitSentences(tokens, blocks), model.language);
  const quotations = findQuotations(tokens, language.sentences, blocks);
  const wordsOf = (range: TokenRange) => text.slice(tokens.start[range.first], tokens.end[range.end - 1]);
  return findAssertions(language, blocks, quotations, model).map((found) => ({
    ...found,
    cue: found.cue.map(wordsOf).join(' … '),
    content: found.content.map(wordsOf).join(' … '),
    source: found.source.map(wordsOf).join(' … '),
    chain: found.chain.map(wordsOf),
    speaker: found.speaker && wordsOf(found.speaker),
    interpolations: found.interpolations.map(wordsOf),
  }));
}

/** The one assertion whose cue is, or contains, these words. */
function byCue(text: string, cue: string) {
  const all = assertionsOf(text);
  const found = all.find((it) => it.cue === cue) ?? all.find((it) => it.cue.includes(cue));
  assert.ok(found, `no cue "${cue}" among ${JSON.stringify(all.map((it) => [it.cue, it.content]))}`);
  return found;
}

describe('kinds', () => {
  test('direct, indirect and mixed go by the quotation marks', () => {
    assert.equal(byCue('“The bridge is safe,” the mayor said on Monday.', 'said').kind, 'direct');
    assert.equal(byCue('The mayor said the bridge was safe.', 'said').kind, 'indirect');
    assert.equal(byCue('The mayor said the bridge was “as safe as any” in the valley.', 'said').kind, 'mixed');
  });

  test('a title in quotation marks makes no mixed speech', () => {
    assert.equal(byCue('Orla Venn said that she had read “The Long Road Home” twice.', 'said').kind, 'indirect');
  });
});

describe('quotations', () => {
  test('one that goes on in its paragraph is a segment of the same assertion', () => {
    const { content } = byCue('“The mill burnt down,” Tevin Marsh said. “Nobody was hurt.”', 'said');
    assert.match(content, /The mill burnt down/);
    assert.match(content, /Nobody was hurt/);
  });

  test('one without a cue in a new paragraph is a new assertion by the same speaker', () => {
    const all = assertionsOf('“The mill burnt down,” Tevin Marsh said.\n“We will build it again in the spring.”');
    const last = all.find(({ content }) => content.includes('build it again'));
    assert.equal(last?.cue, '');
    assert.equal(last?.speaker, 'Tevin Marsh');
  });

  test('two whose marks collide are two assertions', () => {
    const text = '“They will pay dearly for it.””Friends of the valley, hold on,” Varn said.';
    assert.match(byCue(text, 'said').content, /^”Friends of the valley, hold on,”$/);
    assert.equal(byCue(text, 'said').repaired, 'adjacent');
  });

  test("an editor's brackets are interpolations", () => {
    const text = '“They joined the Velda (Orrish) league without asking us,” Tevin Marsh said.';
    assert.deepEqual(byCue(text, 'said').interpolations, ['(Orrish)']);
  });
});

describe('chains', () => {
  test('somebody quoted by somebody is the inner link', () => {
    const text = '“We are ready for the winter,” Velda media quoted Tevin Marsh as saying.';
    assert.deepEqual(byCue(text, 'as saying').chain, ['Velda media', 'Tevin Marsh']);
  });

  test('an outlet that was told is the outer link, reporters are none', () => {
    assert.deepEqual(byCue('She told the Northern Herald that the dam would hold.', 'told').chain, [
      'the Northern Herald',
      'She',
    ]);
    assert.deepEqual(byCue('She told reporters that the dam would hold.', 'told').chain, ['She']);
  });

  test('a report inside a report has the source around it as its outer link', () => {
    const text = 'Officials said the army believed the dam would hold.';
    const outer = byCue(text, 'said');
    const inner = byCue(text, 'believed');
    assert.deepEqual(outer.chain, ['Officials']);
    assert.deepEqual(inner.chain, ['Officials', 'the army']);
    assert.equal(assertionsOf(text)[inner.within].cue, 'said');
  });

  test('one cited said the same through the one who cites', () => {
    const pilots = 'The ferry will sail again, the Lowland Wire reported, citing two harbour pilots.';
    assert.deepEqual(byCue(pilots, 'citing').chain, ['the Lowland Wire', 'two harbour pilots']);
    const master = 'State media reported that the ferry would sail again, quoting the harbour master.';
    assert.deepEqual(byCue(master, 'quoting').chain, ['State media', 'the harbour master']);
    assert.equal(byCue(master, 'reported').content, 'that the ferry would sail again');
    const which = 'The Lowland Wire, which cited an unnamed official, said the ferry would sail again.';
    assert.deepEqual(byCue(which, 'cited').chain, ['The Lowland Wire', 'an unnamed official']);
    const text = 'The official, citing two informants, said the dam had burst.';
    assert.deepEqual(byCue(text, 'citing').chain, ['The official', 'two informants']);
    assert.equal(byCue(text, 'citing').content, byCue(text, 'said').content);
  });

  test('according to an agency, ministers said: the agency is outermost', () => {
    const text = 'According to the Velda News Agency, ministers said the dam would hold.';
    assert.deepEqual(byCue(text, 'said').chain, ['the Velda News Agency', 'ministers']);
  });

  test('a claim inside a denial is its maker’s alone', () => {
    const text = 'Tevin Marsh has denied a report saying he was arrested in Orrin.';
    assert.deepEqual(byCue(text, 'saying').chain, ['a report']);
  });
});

describe('certainty', () => {
  const certaintyOf = (text: string, cue: string) => byCue(text, cue).certainty;

  test('comes from the cue', () => {
    assert.equal(certaintyOf('The mayor said the dam would hold.', 'said'), 'CT+');
    assert.equal(certaintyOf('The mayor believes the dam will hold.', 'believes'), 'PR+');
    assert.equal(certaintyOf('The mayor hopes the dam will hold.', 'hopes'), 'PS+');
    assert.equal(certaintyOf('The mayor denied that the dam had burst.', 'denied'), 'CT-');
    assert.equal(certaintyOf('The mayor asked whether the dam would hold.', 'asked'), 'Uu');
  });

  test('is lowered by a hedge in the content', () => {
    assert.equal(certaintyOf('The mayor said the dam may burst.', 'said'), 'PS+');
    assert.equal(certaintyOf('The mayor said the dam was likely to hold.', 'said'), 'PR+');
    assert.equal(certaintyOf('The mayor said it was unlikely the dam would burst.', 'said'), 'PR-');
    assert.equal(certaintyOf('The mayor said the report was false.', 'said'), 'CT-');
  });

  test('is none where the cue is denied or the words ask or order', () => {
    assert.equal(certaintyOf('The mayor could not confirm the deaths.', 'could not confirm'), 'Uu');
    assert.equal(certaintyOf('The mayor did not confirm that the dam had burst.', 'did not confirm'), 'Uu');
    assert.equal(certaintyOf('The mayor urged residents to leave the valley.', 'urged'), 'Uu');
    assert.equal(certaintyOf('“Will the dam hold?” Orla Venn asked.', 'asked'), 'Uu');
  });

  test('of reports and rumours is their own', () => {
    const reports = byCue('Reports that the dam had burst spread through the valley.', 'Reports');
    assert.deepEqual([reports.certainty, reports.stance, reports.speaker], ['PR+', 'acknowledges', 'Reports']);
    const rumours = byCue('Rumors that the dam had burst spread through the valley.', 'Rumors');
    assert.deepEqual([rumours.certainty, rumours.stance], ['PS+', 'distances']);
  });
});

describe('stance', () => {
  const stanceOf = (text: string, cue: string) => byCue(text, cue).stance;

  test('follows the cue', () => {
    assert.equal(stanceOf('The mayor said the dam had burst.', 'said'), 'acknowledges');
    assert.equal(stanceOf('The mayor claimed the dam had burst.', 'claimed'), 'distances');
    assert.equal(stanceOf('The mayor confirmed that the dam had burst.', 'confirmed'), 'endorses');
  });

  test('is plain where an endorsing cue is denied', () => {
    assert.equal(stanceOf('The mayor could not confirm the deaths.', 'could not confirm'), 'acknowledges');
  });
});

describe('what was left unsaid', () => {
  test('is an omission with the unsaid as content', () => {
    const declined = byCue('A spokesman for the mayor declined to comment.', 'declined');
    assert.deepEqual([declined.kind, declined.content, declined.certainty], ['omission', 'to comment', 'Uu']);
    const silent = byCue('The mayor did not mention the dam.', 'did not mention');
    assert.deepEqual([silent.kind, silent.content], ['omission', 'the dam']);
    const mute = byCue(
      'The claim could not be verified. The mayor did not immediately comment.',
      'did not immediately',
    );
    assert.deepEqual([mute.kind, mute.content], ['omission', 'comment']);
  });

  test('is no omission where the source does not know', () => {
    const found = byCue('Tevin Marsh said he has no idea how the dam burst.', 'has no idea');
    assert.deepEqual([found.kind, found.certainty, found.content], ['indirect', 'Uu', 'how the dam burst']);
  });
});

describe("the reporter's own hedges", () => {
  const hedge = (text: string, cue: string) => {
    const { kind, certainty, chain, stance } = byCue(text, cue);
    assert.deepEqual([kind, chain, stance], ['narration', [], null]);
    return certainty;
  };

  test('have the strength of their words', () => {
    assert.equal(hedge('The men reportedly fled over the border on Monday.', 'reportedly'), 'PR+');
    assert.equal(hedge('The driver was allegedly carrying a knife.', 'allegedly'), 'PS+');
    assert.equal(hedge('The dam appears to be in a bad state.', 'appears'), 'PR+');
    assert.equal(hedge('The authenticity of the recording could not be confirmed.', 'could not be confirmed'), 'Uu');
    assert.equal(hedge('Neither account could be confirmed.', 'could be confirmed'), 'Uu');
    assert.equal(hedge('It was not possible to verify the reports.', 'It was not possible to verify'), 'Uu');
    assert.equal(hedge('The Lenn Herald was unable to verify the video.', 'was unable to verify'), 'Uu');
    assert.equal(hedge('It is unclear whether the dam will hold.', 'unclear'), 'Uu');
  });

  test('are those of who says that he could not verify something', () => {
    const found = byCue('The Lenn Herald said it had been unable to verify the video.', 'had been unable to verify');
    assert.deepEqual([found.content, found.certainty, found.chain.at(-1)], ['the video', 'Uu', 'it']);
  });

  test('qualify a noun phrase where they stand in one', () => {
    const found = byCue('The group has released a message purportedly of its leader.', 'purportedly');
    assert.equal(found.content, 'a message purportedly of its leader');
  });

  test('are none inside attributed words', () => {
    const all = assertionsOf('The mayor said the men had reportedly fled over the border.');
    assert.deepEqual(
      all.filter(({ kind }) => kind === 'narration'),
      [],
    );
  });
});

describe('what stands between a cue and its content', () => {
  test('a source cited in an aside says what the clause behind it says', () => {
    const text =
      "The Lowland Wire reported on Wednesday, citing a source in the prosecutor's office, that Olaf Brenn would be questioned.";
    const content = 'that Olaf Brenn would be questioned';
    assert.equal(byCue(text, 'reported').content, content);
    assert.deepEqual(byCue(text, 'citing').chain, ['The Lowland Wire', "a source in the prosecutor's office"]);
    assert.equal(byCue(text, 'citing').content, content);
  });

  test('what police confirm is the clause before them, the rumour in it too', () => {
    const text = 'The rumour that the dam had burst turned out to be false, police confirmed.';
    const { source, content } = byCue(text, 'confirmed');
    assert.equal(source, 'police');
    assert.equal(content, 'The rumour that the dam had burst turned out to be false');
  });

  test('"said that, according to" nests the inner source in the outer one', () => {
    const text = 'Officials said on Tuesday that, according to two witnesses, the patient never arrived.';
    assert.deepEqual(byCue(text, 'according to').chain, ['Officials', 'two witnesses']);
    assert.equal(byCue(text, 'according to').content, 'the patient never arrived');
  });
});

test('a content ends where its source reports anew behind a comma', () => {
  const text =
    'The mayor referred to several recent developments, including the forming of a coalition of coastal states, the mayor did not refer to the strikes.';
  assert.match(byCue(text, 'referred to').content, /^several recent developments, including .* coastal states$/);
  assert.equal(byCue(text, 'did not refer to').content, 'the strikes');
});

describe('what is no report', () => {
  test('who neither confirms nor denies leaves the matter open', () => {
    const { source, kind, certainty, content } = byCue('She has neither confirmed nor denied the report.', 'denied');
    assert.deepEqual([source, kind, certainty, content], ['She', 'omission', 'Uu', 'the report']);
  });

  test('"would neither confirm nor deny" is told of its subject', () => {
    const text = 'The ministry would neither confirm nor deny the deaths, residents said.';
    assert.deepEqual(byCue(text, 'neither confirm nor deny').chain, ['residents', 'The ministry']);
  });

  test('who is asked does not ask', () => {
    const all = assertionsOf('Asked whether the leak caused the blast, Adair replied: “Ask me in a month.”');
    assert.deepEqual(
      all.map(({ cue, source }) => [cue, source]),
      [
        ['Asked', ''],
        ['replied:', 'Adair'],
      ],
    );
  });

  test('who releases a document says nothing by it', () => {
    assert.deepEqual(assertionsOf('The Northern Column released an audio message on Monday.'), []);
  });

  test('what somebody should show is not shown', () => {
    const all = assertionsOf('“If she has the letters, she should show them,” said Orla Venn.');
    assert.deepEqual(
      all.map(({ source }) => source),
      ['Orla Venn'],
    );
  });

  test('those who were not told are no content', () => {
    const all = assertionsOf('The mayor apologised on Monday as villagers ask why they were not told.');
    assert.ok(all.every(({ content }) => content !== 'they'));
    assert.equal(byCue('The mayor was not told about the leak.', 'told').content, 'about the leak');
  });
});

describe('which mark was mended', () => {
  const mended = (text: string, cue: string) => {
    const { repaired, kind, content } = byCue(text, cue);
    return [repaired, kind, content];
  };

  test('neither, where both marks stand', () => {
    assert.equal(byCue('“We will rebuild the bridge,” Mara Vell said.', 'said').repaired, undefined);
  });

  test('the opening one, the closing one, one turned round', () => {
    assert.deepEqual(mended('Mara Vell said: We will rebuild the bridge.” The town was calm.', 'said:'), [
      'opening',
      'direct',
      'We will rebuild the bridge.”',
    ]);
    assert.deepEqual(mended('“We will rebuild the bridge, Mara Vell said.', 'said'), [
      'closing',
      'direct',
      '“We will rebuild the bridge,',
    ]);
    assert.equal(byCue('”We will rebuild the bridge,” Mara Vell said.', 'said').repaired, 'direction');
  });

  test('both, where both are turned round', () => {
    assert.deepEqual(mended('Mara Vell said: ”We will rebuild the bridge.“', 'said:'), [
      'both',
      'direct',
      '”We will rebuild the bridge.“',
    ]);
  });

  test('both, where one is turned round and the other missing', () => {
    assert.deepEqual(mended('Mara Vell said: ”We will rebuild the bridge.', 'said:').slice(0, 2), ['both', 'direct']);
  });

  test('both, where a colon announces words of the speaker without any mark', () => {
    assert.deepEqual(mended('Mara Vell said: We will rebuild the bridge before winter.', 'said:').slice(0, 2), [
      'both',
      'direct',
    ]);
    assert.equal(byCue('Mara Vell said: The dam is safe.', 'said:').repaired, undefined);
  });

  test('both, where a content has two quotations of which one lost each', () => {
    const text = 'Mara Vell warned them, saying: we haven’t slept” and “we are coming every night.';
    assert.equal(byCue(text, 'saying').repaired, 'both');
  });
});

describe('what turned out to be false', () => {
  test('the rumour ends before the verb that refutes it', () => {
    const text = 'The rumour that the dam had burst turned out to be false.';
    assert.equal(byCue(text, 'rumour').content, 'that the dam had burst');
    const refutation = byCue(text, 'turned out to be false');
    assert.deepEqual([refutation.kind, refutation.certainty], ['narration', 'CT-']);
    assert.equal(refutation.content, 'The rumour that the dam had burst');
  });

  test('so does a claim that "was false" refutes', () => {
    assert.equal(byCue('Reports that the dam had burst were false.', 'Reports').content, 'that the dam had burst');
  });

  test('"these" are what was said in the same sentence', () => {
    const text = 'Reports suggested that he had left, but these turned out to be false.';
    assert.equal(byCue(text, 'suggested').content, 'that he had left');
    assert.equal(byCue(text, 'turned out to be false').content, 'that he had left');
  });

  test('what somebody else says of a rumour stays whole', () => {
    const text = 'Police said the rumour that the dam had burst turned out to be false.';
    assert.equal(byCue(text, 'said').content, 'the rumour that the dam had burst turned out to be false');
    assert.ok(assertionsOf(text).every(({ kind }) => kind !== 'narration'));
  });
});

describe('"may", "might" and "could"', () => {
  const hedgeOf = (text: string) => {
    const found = assertionsOf(text).find(({ kind }) => kind === 'narration');
    return found && [found.cue, found.content, found.certainty];
  };

  test('hold a fact for possible in the reporter’s own words', () => {
    assert.deepEqual(hedgeOf('The dam may have burst.'), ['may', 'The dam may have burst', 'PS+']);
    assert.deepEqual(hedgeOf('Mara Vell might be in Harrow.'), ['might', 'Mara Vell might be in Harrow', 'PS+']);
    assert.deepEqual(hedgeOf('The road could well be closed for weeks.'), [
      'could well',
      'The road could well be closed for weeks',
      'PS+',
    ]);
    assert.equal(hedgeOf('Mara Vell may not have left.')?.[2], 'PS-');
    assert.equal(hedgeOf('The repairs would likely cost a million.')?.[2], 'PR+');
  });

  test('are none of skill, leave, condition, advice, questions, or what is granted', () => {
    for (const text of [
      'She could swim before she could walk.',
      'The bridge could not be saved.',
      'This text may not be copied or sold.',
      'If it rains, the bridge may be closed.',
      'You may be tired of the news.',
      'The dam may be old, but it is safe.',
      'Could the dam be saved?',
      'It could have been worse.',
    ]) {
      assert.equal(hedgeOf(text), undefined, text);
    }
  });

  test('lower the certainty of attributed words and make no hedge of their own there', () => {
    const all = assertionsOf('Officials said the dam may have burst.');
    assert.deepEqual(
      all.map(({ kind, certainty }) => [kind, certainty]),
      [['indirect', 'PS+']],
    );
  });
});

describe('who speaks', () => {
  const speakersOf = (text: string) => assertionsOf(text).map(({ cue, source, chain }) => [cue, source, ...chain]);

  test('who is said to be something says nothing', () => {
    assert.deepEqual(speakersOf('A man said to be Vell mocks the army.'), [['said to', '']]);
    assert.deepEqual(speakersOf('The new lamp is said to be smaller than its sibling.'), [['is said', '']]);
    assert.equal(
      byCue('It was also falsely reported that the teacher has faced hearings.', 'reported').kind,
      'narration',
    );
  });

  test('who asks is named behind "by"', () => {
    const all = speakersOf('When asked by host Greta Moll how he knew this, Oren Vell said it was plain.');
    assert.deepEqual(all[0], ['asked', 'host Greta Moll', 'host Greta Moll']);
  });

  test('a document is quoted as reading', () => {
    const { chain } = byCue('“The order is clear,” the Velden Herald quotes the letter as reading.', 'reading');
    assert.deepEqual(chain, ['the Velden Herald', 'the letter']);
  });

  test('the subject is the one right before the cue, its auxiliaries and what denies it', () => {
    const text =
      'Units shown to the press have been running films on loops, and Quillon hasn’t said anything about prices.';
    assert.equal(byCue(text, 'said').source, 'Quillon');
  });
});

describe('quotations without a cue', () => {
  test('one behind what somebody said in the reporter’s words is that one’s', () => {
    const text =
      '“It rained,” Oren Vell said.\n\nClara Denholm told police she had no record of rain.\n\n“We have none at all.”';
    assert.deepEqual(
      assertionsOf(text).map(({ chain }) => chain.at(-1)),
      ['Oren Vell', 'Clara Denholm', 'Clara Denholm'],
    );
  });

  test('a term that begins the reporter’s sentence is nobody’s words', () => {
    const text = 'Oren Vell said, “I saw him.”\n\n“Lantern Jack,” a heavy man, was last seen in May.';
    assert.equal(assertionsOf(text).length, 1);
  });

  test('a letter announced without marks ends where others speak', () => {
    const text =
      'The letter reads:\n\nWe will rebuild the bridge this year.\n\nWe thank our friends.\n\nClara Denholm said the bridge was old.';
    assert.deepEqual(byCue(text, 'said').chain, ['Clara Denholm']);
    assert.ok(byCue(text, 'reads').content.endsWith('friends.'));
  });
});

describe('what stands before its cue', () => {
  test('is its content where the parser takes the cue for a participle, or a time for the content', () => {
    for (const [text, cue] of [
      ['General Osk Marl has been killed, the army confirmed on Tuesday.', 'confirmed'],
      ['The dam broke, the ministry confirmed.', 'confirmed'],
      ['The dam was empty, the board announced late on Friday.', 'announced'],
      ['The dam was empty, the board claimed on Tuesday.', 'claimed'],
      ['The dam was empty, the Velda News Agency has learned, citing two officials.', 'has learned'],
    ]) {
      assert.equal(byCue(text, cue).content, text.slice(0, text.indexOf(',')));
    }
  });
});
