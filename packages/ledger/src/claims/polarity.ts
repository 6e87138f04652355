import { dependant, relationOf, type Tree } from '@hearsay/reader/attribution/tree';
import type { Assertion } from '@hearsay/reader/reading';
import type { Polarity } from './proposition.ts';

/** How an assertion stands to what its content says with the negation taken off. */
export function polarityOf(tree: Tree, assertion: Assertion, content: readonly number[], negated: boolean): Polarity {
  if (assertion.certainty === 'Uu' && assertion.act !== 'order') return 'observing';
  if (isUnconfirmed(tree, content) || isLookedInto(tree, content)) return 'observing';
  return assertion.certainty.endsWith('-') || negated ? 'against' : 'for';
}

/**
 * How an assertion stands to what another one inside it says, which stands to it as `inner`: that somebody denied it, told by
 * an outlet that only reports, is told against it.
 */
export function polarityOver({ certainty, act }: Assertion, inner: Polarity): Polarity {
  if (certainty === 'Uu' && act !== 'order') return 'observing';
  return certainty.endsWith('-') ? 'against' : inner;
}

/** Words that take back what they stand with: "is a hoax", "there is no truth to". */
const FALSE_WORDS =
  /^(?:bogus|doctored|fabricated|fake|false|forged|hoax|inaccurate|incorrect|myth|photoshopped|propaganda|unfounded|untrue)$/;

export function opposite(polarity: Polarity): Polarity {
  return polarity === 'observing' ? polarity : polarity === 'for' ? 'against' : 'for';
}

/** Whether a content says of the report inside it that it is false: "reports that he died are untrue". */
export function callsFalse(tree: Tree, content: readonly number[], inner: readonly number[]): boolean {
  const said = new Set(inner);
  return content.some((token) => FALSE_WORDS.test(tree.word[token]) && !said.has(token));
}

/**
 * What a content says that something is false of, where it is all about that: "he was killed" in "rumours that he was killed are
 * a hoax"; undefined where it is not.
 */
export function refutedClause(tree: Tree, content: readonly number[]): readonly number[] | undefined {
  const { head, lemma } = tree.language;
  const inside = new Set(content);
  const judgement = content.find((token) => FALSE_WORDS.test(tree.word[token]) && !inside.has(head[token]));
  const report = judgement === undefined ? -1 : dependant(tree, judgement, 'nsubj');
  if (!inside.has(report) || !REPORTS.test(lemma[report])) return undefined;
  const clause = dependant(tree, report, 'acl', 'ccomp', 'acl:relcl');
  if (!inside.has(clause) || tree.word[tree.first[clause]] !== 'that') return undefined;
  return content.filter((token) => token > tree.first[clause] && token < tree.end[clause]);
}

/** Whether the content's own predicate is negated, or says that something is false. */
export function isNegated(tree: Tree, content: readonly number[]): boolean {
  const inside = new Set(content);
  let negations = 0;
  for (const token of content) {
    if (FALSE_WORDS.test(tree.word[token])) return true;
    if (relationOf(tree, token) !== 'neg' || isVouching(tree, tree.language.head[token])) continue;
    if (isTakingBack(tree, tree.language.head[token])) continue;
    if (depth(tree, token, inside) <= NEGATION_DEPTH) negations++;
  }
  return negations % 2 === 1;
}

/** "We cannot confirm that", "has not commented on whether", "had not seen him among the dead": neither for nor against it. */
function isUnconfirmed(tree: Tree, content: readonly number[]): boolean {
  const inside = new Set(content);
  if (content.some((token) => isLackOfEvidence(tree, token) && depth(tree, token, inside) <= NEGATION_DEPTH))
    return true;
  return content.some(
    (token) =>
      relationOf(tree, token) === 'neg' &&
      (isVouching(tree, tree.language.head[token]) || isNoticing(tree, tree.language.head[token])) &&
      depth(tree, token, inside) <= NEGATION_DEPTH,
  );
}

/** "We are looking into the report", "aware of these claims", "awaiting confirmation": a report is known of, no more. */
function isLookedInto(tree: Tree, content: readonly number[]): boolean {
  const { lemma, head } = tree.language;
  const inside = new Set(content);
  const isUnder = (token: number, over: number): boolean => {
    let at = token;
    while (at !== over && head[at] >= 0 && inside.has(head[at])) at = head[at];
    return at === over;
  };
  const reports = content.filter((token) => REPORTS.test(lemma[token]));
  return content.some((token) => {
    if (depth(tree, token, inside) > NEGATION_DEPTH) return false;
    if (isVouching(tree, token)) return head[token] >= 0 && inside.has(head[token]) && TRIES.test(lemma[head[token]]);
    const looks = LOOKS_INTO.test(lemma[token]) || (lemma[token] === 'look' && tree.word[token + 1] === 'into');
    return looks && reports.some((report) => isUnder(report, token));
  });
}

const REPORTS = /^(?:accusation|allegation|authenticity|claim|report|rumor|rumour|speculation|suggestion|veracity)$/;
const LOOKS_INTO = /^(?:assess|aware|check|concerned|examine|investigate|probe)$/;
const TRIES = /^(?:attempt|await|hope|need|seek|try|wait|work)$/;

/** "There is no evidence that": that nothing bears it out says nothing against it. */
function isLackOfEvidence({ word, language: { lemma } }: Tree, token: number): boolean {
  return word[token] === 'no' && EVIDENCE.test(lemma[token + 1] ?? '');
}

const EVIDENCE = /^(?:evidence|indication|proof|sign)$/;

function isVouching({ word, language: { lemma } }: Tree, token: number): boolean {
  if (token < 0) return false;
  return VOUCHES.test(lemma[token]) || (lemma[token] === 'rule' && word[token + 1] === 'out');
}

const VOUCHES = /^(?:comment|confirm|confirmation|corroborate|substantiate|verification|verify)$/;

/** Who has not seen or heard a thing does not say that it is not so; that somebody was not seen says it. */
function isNoticing(tree: Tree, token: number): boolean {
  return token >= 0 && NOTICES.test(tree.language.lemma[token]) && dependant(tree, token, 'aux:pass', 'nsubj:pass') < 0;
}

const NOTICES = /^(?:hear|notice|see)$/;

/** Whoever does not back down from a report stands by it. */
function isTakingBack({ language: { lemma }, word }: Tree, token: number): boolean {
  if (token < 0) return false;
  return TAKES_BACK.test(lemma[token]) || (lemma[token] === 'back' && /^(?:down|off)$/.test(word[token + 1] ?? ''));
}

const TAKES_BACK = /^(?:backtrack|recant|retract|withdraw)$/;

/** A negation deeper down denies a part, not the whole. */
const NEGATION_DEPTH = 2;

function depth({ language: { head } }: Tree, token: number, inside: ReadonlySet<number>): number {
  let steps = 0;
  for (let at = token; head[at] >= 0 && inside.has(head[at]); at = head[at]) steps++;
  return steps;
}
