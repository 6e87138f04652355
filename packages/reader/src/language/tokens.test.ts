import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenize } from './tokens.ts';

function words(text: string): string {
  const { count, start, end } = tokenize(text);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i])).join('|');
}

test('clitics stand apart with both kinds of apostrophe', () => {
  assert.equal(words("They can't, won’t, I’ve, she'll"), "They|ca|n't|,|wo|n’t|,|I|’ve|,|she|'ll");
  assert.equal(words("Mara's cat, the Orlens' dog, cannot"), "Mara|'s|cat|,|the|Orlens|'|dog|,|can|not");
});

test('names keep their apostrophe, clipped words and decades theirs', () => {
  assert.equal(words("O’Dara of Qor'an met 'em in the '90s"), "O’Dara|of|Qor'an|met|'em|in|the|'90s");
});

test('a missing space after a full stop parts the sentences, a dot inside a name does not', () => {
  assert.equal(words('setbacks.In Vell.He'), 'setbacks|.|In|Vell|.|He');
  assert.equal(words('the U.S. and node.js or orlen.com at 5.30.'), 'the|U.S.|and|node.js|or|orlen.com|at|5.30|.');
  assert.equal(words('the U.S.The J.K.Dara'), 'the|U.S.|The|J.K.|Dara');
});

test('abbreviations keep their dot, the same words elsewhere do not', () => {
  assert.equal(words('Rep. Dara, R-N.C., of Vell, Ore., No. 5'), 'Rep.|Dara|,|R-N.C.|,|of|Vell|,|Ore.|,|No.|5');
  assert.equal(words('He said no. He went to Mass. So did I.'), 'He|said|no|.|He|went|to|Mass|.|So|did|I|.');
});

test('quotation marks of every style are tokens of their own', () => {
  assert.equal(words('“price dearly.””Soldiers'), '“|price|dearly|.|”|”|Soldiers');
  assert.equal(words(`"a" ''b'' \`\`c'' «d» ‹e› „f“ ‚g‘`), `"|a|"|''|b|''|\`\`|c|''|«|d|»|‹|e|›|„|f|“|‚|g|‘`);
  assert.equal(words("said 'not now', ‘never’Dara"), "said|'|not|now|'|,|‘|never|’|Dara");
  assert.equal(words("‘bad’Vell, Dre'Mont, dell'Arte"), "‘|bad|’|Vell|,|Dre'Mont|,|dell'Arte");
});

test('figures, currency, addresses, handles and ellipses are whole', () => {
  assert.equal(words('$5,300.50 or US$7 on 9/11 at 12:50, -5%'), '$|5,300.50|or|US$|7|on|9/11|at|12:50|,|-5|%');
  assert.equal(
    words('See https://orlen.example/a?b=1. Or m.dara@orlen.example!'),
    'See|https://orlen.example/a?b=1|.|Or|m.dara@orlen.example|!',
  );
  assert.equal(words('(www.orlen.example/a_(b))Vell'), '(|www.orlen.example/a_(b)|)|Vell');
  assert.equal(words('@dara_1 #Vell . . . and... or…'), '@dara_1|#Vell|. . .|and|...|or|…');
  assert.equal(words('a well-known--odd—dash'), 'a|well-known|--|odd|—|dash');
});

test('an emoji with its parts is one token, a lone surrogate too', () => {
  assert.equal(words('ok👩‍👩‍👧👍🏽🇫🇷 \ud800'), 'ok|👩‍👩‍👧|👍🏽|🇫🇷|\ud800');
});

test('tokens cover all but white space, in order, on any string', () => {
  let seed = 7;
  const alphabet = 'aBc1 .,\'"“”’‘`-–—…$@#<>&/:;!?()\n\t\u00a0\u200d\ud83d\ude00\ufe0f\ud800é漢';
  for (let round = 0; round < 2000; round++) {
    let text = '';
    for (let i = 0; i < 40; i++) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      text += alphabet[(seed >>> 8) % alphabet.length];
    }
    const { count, start, end } = tokenize(text);
    let at = 0;
    for (let i = 0; i < count; i++) {
      assert.match(text.slice(at, start[i]), /^[\s\u200b]*$/, JSON.stringify(text));
      assert.ok(end[i] > start[i]);
      at = end[i];
    }
    assert.match(text.slice(at), /^\s*$/, JSON.stringify(text));
  }
});
