import type { Assertion } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import { cueVerb } from './cue-verbs.ts';
import { HEDGE_ADVERBS } from './narration.ts';
import { hasNegation, isPassive, isVerb, lemmaOf, tagOf, wordOf } from './phrases.ts';
import { senseOfSource } from './report-nouns.ts';
import type { Report, Scene } from './reports.ts';
import { dependant, relationOf, type Tree } from './tree.ts';

type Certainty = Assertion['certainty'];

/** How far the source of a report commits to its content (FactBank's values), by the cue and by the hedges of the content. */
export function certaintyOf(scene: Scene, report: Report): Certainty {
  if (report.kind === 'narration') return report.certainty ?? 'PR+';
  if (report.certainty) return weaker(report.certainty, contentCertainty(scene, report.content));
  const { tree } = scene;
  const sense = cueVerb(lemmaOf(tree, report.head));
  if (asksTo(tree, report)) return 'Uu';
  const hearsay = report.source.length > 0 ? senseOfSource(tree, report.source[0]) : undefined;
  if (hearsay && sense?.certainty !== 'CT-') return hearsay.certainty;
  if (hasNegation(tree, report.head)) return negatedCertainty(tree, report.head, sense?.certainty ?? 'CT+');
  return weaker(sense?.certainty ?? 'CT+', contentCertainty(scene, report.content));
}

/** "told his men to hold on": an order or a request, though the verb could report. */
function asksTo(tree: Tree, report: Report): boolean {
  const first = report.content[0].first;
  return (
    /^(?:tell|ask|warn)$/.test(tree.language.lemma[report.head]) &&
    wordOf(tree, first) === 'to' &&
    tagOf(tree, first) === 'TO'
  );
}

const NOT_KNOWING: ReadonlySet<string> = new Set([
  'confirm',
  'deny',
  'determine',
  'establish',
  'find',
  'hear',
  'know',
  'learn',
  'remember',
  'rule_out',
  'see',
  'show',
  'specify',
  'understand',
  'verify',
]);

function negatedCertainty(tree: Tree, verb: number, positive: Certainty): Certainty {
  if (NOT_KNOWING.has(lemmaOf(tree, verb))) return 'Uu';
  switch (positive) {
    case 'PR+':
      return 'PR-';
    case 'PS+':
      return 'PS-';
    case 'PR-':
      return 'PR+';
    case 'CT+':
      return 'Uu';
    default:
      return positive;
  }
}

/** The weaker of what the cue and what the content says; a denial or a question stays what it is. */
function weaker(cue: Certainty, content: Certainty): Certainty {
  if (cue === 'Uu' || cue.endsWith('-')) return cue;
  if (content === 'Uu') return content;
  if (content.endsWith('-')) return cue === 'CT+' ? content : cue;
  return RANK.indexOf(content) > RANK.indexOf(cue) ? content : cue;
}

const RANK: readonly Certainty[] = ['CT+', 'PR+', 'PS+'];

/** What the main clause of a content says of its own firmness. */
function contentCertainty(scene: Scene, content: readonly TokenRange[]): Certainty {
  const { tree } = scene;
  const range = content[0];
  if (!range) return 'CT+';
  const root = rootOf(tree, range);
  if (root < 0) return 'CT+';
  if (isQuestion(tree, range) || /^(?:whether|if)$/.test(wordOf(tree, range.first))) return 'Uu';
  if (isImperative(scene, range, root)) return 'Uu';
  if (deniesTruth(tree, range)) return 'CT-';
  return clauseCertainty(tree, root, range);
}

/** "there is no truth to it". */
function deniesTruth(tree: Tree, { first, end }: TokenRange): boolean {
  const { sentences } = tree.language;
  const stop = Math.min(end, sentences.end[sentences.of[first]]);
  for (let token = first; token + 1 < stop; token++) {
    if (wordOf(tree, token) === 'no' && wordOf(tree, token + 1) === 'truth') return true;
  }
  return false;
}

/** The highest token of the first sentence of a range. */
function rootOf(tree: Tree, { first, end }: TokenRange): number {
  const { sentences } = tree.language;
  let at = first;
  while (at < end && /^\W+$/.test(wordOf(tree, at))) at++;
  if (at >= end) return -1;
  const stop = Math.min(end, sentences.end[sentences.of[at]]);
  let best = -1;
  let width = 0;
  for (let token = at; token < stop; token++) {
    const over = tree.language.head[token];
    if (over >= first && over < stop) continue;
    const spread = Math.min(tree.end[token], stop) - Math.max(tree.first[token], at);
    if (spread > width || (spread === width && isVerb(tree, token))) {
      best = token;
      width = spread;
    }
  }
  return best;
}

function isQuestion(tree: Tree, { first, end }: TokenRange): boolean {
  for (let token = end - 1; token >= Math.max(first, end - 3); token--) if (wordOf(tree, token) === '?') return true;
  return false;
}

function isImperative(scene: Scene, { first }: TokenRange, root: number): boolean {
  const { tree } = scene;
  if (scene.depth[first] === 0 && scene.depth[root] === 0) return false;
  const copula = dependant(tree, root, 'cop');
  const verb = copula >= 0 ? copula : root;
  if (tagOf(tree, verb) !== 'VB') return false;
  if (dependant(tree, root, 'aux', 'aux:pass', 'mark') >= 0) return false;
  const subject = dependant(tree, root, 'nsubj');
  return subject < 0 || copula >= 0;
}

const MODALS: Readonly<Record<string, Certainty>> = { could: 'PS+', may: 'PS+', might: 'PS+' };

const PREDICATES: Readonly<Record<string, Certainty>> = {
  baseless: 'CT-',
  bogus: 'CT-',
  fabricated: 'CT-',
  fake: 'CT-',
  false: 'CT-',
  hoax: 'CT-',
  impossible: 'CT-',
  likely: 'PR+',
  possible: 'PS+',
  probable: 'PR+',
  unclear: 'Uu',
  unfounded: 'CT-',
  unknown: 'Uu',
  unlikely: 'PR-',
  untrue: 'CT-',
};

const RAISING: ReadonlySet<string> = new Set(['appear', 'seem', 'look']);
const BELIEVED: ReadonlySet<string> = new Set([
  'believe',
  'think',
  'suspect',
  'presume',
  'report',
  'say',
  'expect',
  'understand',
]);

function clauseCertainty(tree: Tree, root: number, range: TokenRange): Certainty {
  const negated = hasNegation(tree, root);
  const word = wordOf(tree, root);
  let found: Certainty = 'CT+';
  if (Object.hasOwn(PREDICATES, word) && (dependant(tree, root, 'cop') >= 0 || !isVerb(tree, root))) {
    found = negated ? opposite(PREDICATES[word]) : PREDICATES[word];
  } else if (negated && /^(?:true|clear|certain|sure)$/.test(word)) {
    found = word === 'true' ? 'CT-' : 'Uu';
  } else if (/^(?:truth|basis)$/.test(word) && (negated || wordOf(tree, root - 1) === 'no')) {
    found = 'CT-';
  } else if (
    RAISING.has(tree.language.lemma[root]) &&
    isVerb(tree, root) &&
    dependant(tree, root, 'xcomp', 'ccomp', 'advcl') >= 0
  ) {
    found = 'PR+';
  } else if (
    BELIEVED.has(tree.language.lemma[root]) &&
    isPassive(tree, root) &&
    dependant(tree, root, 'obl:agent') < 0
  ) {
    found = 'PR+';
  }
  for (let child = tree.child[root]; child >= 0; child = tree.sibling[child]) {
    if (child < range.first || child >= range.end) continue;
    const relation = relationOf(tree, child);
    const own = wordOf(tree, child);
    if (relation === 'acl' && BELIEVED.has(tree.language.lemma[child]) && found === 'CT+' && !isVerb(tree, root))
      found = 'PR+';
    const hedge =
      relation === 'aux'
        ? MODALS[own]
        : relation === 'advmod' && Object.hasOwn(HEDGE_ADVERBS, own)
          ? HEDGE_ADVERBS[own]
          : undefined;
    if (hedge && RANK.indexOf(hedge) > RANK.indexOf(found) && RANK.includes(found)) found = hedge;
  }
  return found;
}

function opposite(certainty: Certainty): Certainty {
  if (certainty === 'Uu') return 'CT+';
  if (certainty === 'CT-' || certainty === 'PR-') return 'CT+';
  return certainty === 'PR+' ? 'PR-' : 'PS-';
}
