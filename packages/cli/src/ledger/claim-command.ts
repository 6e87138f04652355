import { articlesOn } from '@hearsay/ledger/questions/articles-on';
import { claimAnswer } from '@hearsay/ledger/questions/claim';
import { claimCards } from '@hearsay/ledger/questions/claim-cards';
import { claimsLike, SAYS_THE_SAME } from '@hearsay/ledger/questions/claims-like';
import { loadStanceModel } from '@hearsay/ledger/stance/load-stance-model';
import type { Store } from '@hearsay/ledger/store/store';
import { loadModel } from '@hearsay/reader/model/load-model';
import { claimText } from '../formats/claim-text.ts';
import { complain, print } from '../output.ts';
import { terminal } from '../terminal.ts';
import { withLedger } from './with-ledger.ts';

/** The number that lists show of a claim. */
const CLAIM_NUMBER = /^\s*\d{1,9}\s*$/;
/** Claims that are told beside the one that is told in full. */
const MOST_ALIKE = 9;
/** Where no claim says the sentence: those that come nearest, so that a person finds other words for it. */
const MOST_NEAR = 3;
const NEAR = 0.05;

/**
 * Says how the ledger stands to a sentence: the claim that says it, with its evidence, origins, status and history; other
 * claims that say nearly the same; and the articles that speak of it, for, against, or only discussing it. Where no claim says
 * it, those that come nearest. A number alone is that of a claim, which is told without the others.
 */
export async function runClaim(
  sentence: string,
  { ledger, json }: { ledger: string; json?: boolean },
): Promise<boolean> {
  return withLedger(ledger, { access: 'read' }, async (store) => {
    if (CLAIM_NUMBER.test(sentence)) return tellClaim(store, sentence, json);
    const reader = loadModel();
    const like = await claimsLike(store, sentence, reader);
    const said = like.filter(({ likeness }) => likeness >= SAYS_THE_SAME).slice(0, MOST_ALIKE + 1);
    const near = said.length > 0 ? [] : like.filter(({ likeness }) => likeness >= NEAR).slice(0, MOST_NEAR);
    const ids = said.map(({ id }) => id);
    const cards = await claimCards(store, [...ids, ...near.map(({ id }) => id)]);
    const [first, ...others] = said;
    const found = {
      sentence,
      polarity: first?.polarity ?? null,
      claim: first === undefined ? null : ((await claimAnswer(store, first.id)) ?? null),
      alike: others.flatMap(({ id }) => cards.get(id) ?? []),
      near: near.flatMap(({ id }) => cards.get(id) ?? []),
      articles: await articlesOn(store, sentence, said, { reader, stance: loadStanceModel() }),
    };
    await print(json ? `${JSON.stringify(found)}\n` : claimText(found, terminal()));
    return true;
  });
}

async function tellClaim(store: Store, number: string, json: boolean | undefined): Promise<boolean> {
  const claim = (await claimAnswer(store, Number(number))) ?? null;
  const found = { sentence: number.trim(), polarity: null, claim, alike: [], near: [], articles: [] };
  if (json) await print(`${JSON.stringify(found)}\n`);
  else if (claim !== null) await print(claimText(found, terminal()));
  if (claim === null)
    complain(
      `claim ${found.sentence}`,
      'there is no claim of this number; "hearsay search WORDS --in claims" shows those there are',
    );
  return claim !== null;
}
