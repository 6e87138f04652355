import type { Statement } from '../reading.ts';

export type Medium = Statement['medium'];

/** What a noun can stand for: two nouns may name one statement where they share a form. */
export type Form =
  | 'audio'
  | 'broadcast'
  | 'conference'
  | 'document'
  | 'interview'
  | 'letter'
  | 'post'
  | 'release'
  | 'spoken'
  | 'video';

/** A noun that names an utterance or a document. */
export interface StatementNoun {
  medium: Medium;
  forms: readonly Form[];
  /** `weak`: it names many other things too, so only its making, release or use in speaking tells a statement. */
  strength: 'strong' | 'weak';
}

const ANY_MESSAGE: readonly Form[] = ['audio', 'letter', 'post', 'spoken', 'video'];

/** By lemma. What stands on its own before each name is the medium where no other word tells it. */
export const STATEMENT_NOUNS: ReadonlyMap<string, StatementNoun> = new Map(
  Object.entries<readonly [Medium, readonly Form[], StatementNoun['strength']]>({
    address: ['speech', ['spoken'], 'weak'],
    affidavit: ['document', ['document'], 'strong'],
    audio: ['audio', ['audio', 'spoken'], 'strong'],
    audiotape: ['audio', ['audio', 'spoken'], 'strong'],
    briefing: ['speech', ['conference'], 'strong'],
    broadcast: ['broadcast', ['audio', 'broadcast', 'video'], 'weak'],
    clip: ['video', ['video'], 'weak'],
    communique: ['text', ['release'], 'strong'],
    communiqué: ['text', ['release'], 'strong'],
    conference: ['speech', ['conference'], 'strong'],
    document: ['document', ['document'], 'weak'],
    'e-mail': ['text', ['letter'], 'strong'],
    editorial: ['text', ['document'], 'weak'],
    email: ['text', ['letter'], 'strong'],
    fatwa: ['text', ['document'], 'strong'],
    footage: ['video', ['video'], 'weak'],
    interview: ['interview', ['interview'], 'strong'],
    keynote: ['speech', ['spoken'], 'weak'],
    lecture: ['speech', ['spoken'], 'weak'],
    letter: ['text', ['letter'], 'strong'],
    manifesto: ['document', ['document'], 'strong'],
    memo: ['document', ['document', 'letter'], 'strong'],
    memorandum: ['document', ['document', 'letter'], 'weak'],
    message: ['text', ANY_MESSAGE, 'weak'],
    note: ['text', ['letter'], 'weak'],
    'op-ed': ['text', ['document'], 'strong'],
    podcast: ['audio', ['audio', 'broadcast'], 'weak'],
    post: ['post', ['post'], 'weak'],
    posting: ['post', ['post'], 'weak'],
    recording: ['audio', ['audio', 'video'], 'strong'],
    release: ['text', ['release'], 'strong'],
    remark: ['speech', ['spoken'], 'weak'],
    report: ['document', ['document'], 'weak'],
    sermon: ['speech', ['spoken'], 'strong'],
    speech: ['speech', ['spoken'], 'strong'],
    statement: ['text', ['release'], 'strong'],
    study: ['document', ['document'], 'weak'],
    tape: ['audio', ['audio', 'video'], 'weak'],
    testimony: ['speech', ['spoken'], 'weak'],
    tweet: ['post', ['post'], 'strong'],
    video: ['video', ['video'], 'strong'],
    videotape: ['video', ['video'], 'strong'],
    voicemail: ['audio', ['audio'], 'strong'],
  }).map(([lemma, [medium, forms, strength]]) => [lemma, { medium, forms, strength }]),
);

/** Nouns that name an utterance only behind one of these: "press release", "news conference". */
export const REQUIRED_MODIFIERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['briefing', new Set(['media', 'news', 'press'])],
  ['conference', new Set(['news', 'press'])],
  ['release', new Set(['media', 'news', 'press'])],
]);

/** Words before the noun that say in what form it came, or make sure that an utterance is meant. */
export const MEDIUM_MODIFIERS: ReadonlyMap<string, Medium | 'sure'> = new Map([
  ['audio', 'audio'],
  ['audiotaped', 'audio'],
  ['blog', 'post'],
  ['facebook', 'post'],
  ['filmed', 'video'],
  ['inaugural', 'sure'],
  ['instagram', 'post'],
  ['public', 'sure'],
  ['recorded', 'sure'],
  ['televised', 'sure'],
  ['text', 'text'],
  ['twitter', 'post'],
  ['video', 'video'],
  ['videotaped', 'video'],
  ['voice', 'audio'],
]);

/** What these name may stand without article or number: "footage posted by". */
export const MASS_NOUNS: ReadonlySet<string> = new Set(['audio', 'footage', 'remark', 'testimony', 'video']);

/** Verbs that post by themselves, or where a platform is named. */
export const POSTING_VERBS: ReadonlySet<string> = new Set(['post', 'say', 'tweet', 'write']);

/** Verbs of letting words out, by their object or passive subject. */
export const RELEASE_VERBS: ReadonlySet<string> = new Set([
  'air',
  'broadcast',
  'circulate',
  'disseminate',
  'distribute',
  'issue',
  'leak',
  'obtain',
  'post',
  'publish',
  'release',
  'share',
  'tweet',
  'upload',
]);

/** Verbs of coming out, by their subject. */
export const EMERGING_VERBS: ReadonlySet<string> = new Set(['air', 'circulate', 'emerge', 'surface']);

/** Verbs of making them. */
export const AUTHOR_VERBS: ReadonlySet<string> = new Set([
  'deliver',
  'give',
  'grant',
  'make',
  'pen',
  'read',
  'record',
  'send',
  'sign',
  'write',
]);

/** Whoever lets these out speaks in them, where nobody else is named: a statement is its issuer's, a letter may not be. */
export const OWN_RELEASE_NOUNS: ReadonlySet<string> = new Set([
  'communique',
  'communiqué',
  'editorial',
  'fatwa',
  'manifesto',
  'memo',
  'message',
  'op-ed',
  'post',
  'posting',
  'release',
  'report',
  'statement',
  'study',
  'tweet',
]);
