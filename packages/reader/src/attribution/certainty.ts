import type { Assertion } from '../reading.ts';
import { contentCertainty } from './content-certainty.ts';
import { isCalledFalse } from './content-predicates.ts';
import { cueVerb } from './cue-verbs.ts';
import { isDenied } from './denial.ts';
import { lemmaOf } from './phrases.ts';
import { senseOfSource } from './report-nouns.ts';
import { asksFor, type Report, type Scene } from './reports.ts';
import { isTakenBack } from './retractions.ts';
import type { Tree } from './tree.ts';

type Certainty = Assertion['certainty'];

/** How far the source of a report commits to its content (FactBank's values), by the cue and by the hedges of the content. */
export function certaintyOf(scene: Scene, report: Report): Certainty {
  if (report.kind === 'narration') return report.certainty ?? 'PR+';
  if (report.certainty) return weaker(report.certainty, contentCertainty(scene, report.content));
  const { tree } = scene;
  const lemma = lemmaOf(tree, report.head);
  if (report.head >= 0 && asksFor(tree, report.head, report.content)) return 'Uu';
  const sense = cueVerb(lemma);
  const firmness = sense?.certainty ?? (Object.hasOwn(OTHER_VERBS, lemma) ? OTHER_VERBS[lemma] : 'CT+');
  if (isTakenBack(tree, report)) return 'CT-';
  const denied = isDenied(tree, report);
  const feeling = ADJECTIVES[tree.language.lemma[report.head]];
  if (feeling && !sense) return denied ? 'Uu' : weaker(feeling, contentCertainty(scene, report.content));
  if (denied) return negatedCertainty(tree, report.head, firmness);
  const hearsay = report.source.length > 0 ? senseOfSource(tree, report.source[0]) : undefined;
  if (hearsay && firmness !== 'CT-') return weaker(hearsay.certainty, contentCertainty(scene, report.content));
  if (NAMING.test(lemma) && isCalledFalse(tree, report.content[0])) return 'CT-';
  return weaker(firmness, contentCertainty(scene, report.content));
}

/** What is called a lie is denied. */
const NAMING = /^(?:brand|call|decry|denounce|deride|describe|label|slam)$/;

/** How firm verbs are that are cues only now and then. */
const OTHER_VERBS: Readonly<Record<string, Certainty>> = {
  beseech: 'Uu',
  calculate: 'PR+',
  check: 'Uu',
  contemplate: 'Uu',
  debate: 'Uu',
  disavow: 'CT-',
  disbelieve: 'PR-',
  discount: 'CT-',
  discredit: 'CT-',
  discuss: 'Uu',
  dread: 'PS+',
  enquire: 'Uu',
  envisage: 'PR+',
  envision: 'PR+',
  examine: 'Uu',
  exhort: 'Uu',
  explore: 'Uu',
  forbid: 'Uu',
  implore: 'Uu',
  look_into: 'Uu',
  mull: 'Uu',
  probe: 'Uu',
  project: 'PR+',
  query: 'Uu',
  repudiate: 'CT-',
  require: 'Uu',
  rubbish: 'CT-',
};

/** How firm those are of whom an adjective says what they think. */
const ADJECTIVES: Readonly<Record<string, Certainty>> = {
  afraid: 'PS+',
  concerned: 'PS+',
  confident: 'PR+',
  convinced: 'PR+',
  doubtful: 'PR-',
  fearful: 'PS+',
  hopeful: 'PS+',
  optimistic: 'PS+',
  sceptical: 'PR-',
  skeptical: 'PR-',
  unaware: 'Uu',
  uncertain: 'Uu',
  unsure: 'Uu',
  worried: 'PS+',
};

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
    case 'CT-':
      return 'Uu';
    default:
      return positive;
  }
}

/** The weaker of what the cue and what the content says; a denial or a question stays what it is. */
function weaker(cue: Certainty, content: Certainty): Certainty {
  if (cue === 'Uu' || cue.endsWith('-')) return cue;
  if (content === 'Uu') return content;
  if (content.endsWith('-')) return cue === 'CT+' || content === 'PS-' ? content : cue === 'PR+' ? 'PR-' : 'PS-';
  return RANK.indexOf(content) > RANK.indexOf(cue) ? content : cue;
}

const RANK: readonly Certainty[] = ['CT+', 'PR+', 'PS+'];
