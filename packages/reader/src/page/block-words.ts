/** What the words of a block themselves say, as bits in the order of `WORD_KINDS`. */
export const WORD_KINDS = [
  'advertisement',
  'also',
  'address',
  'comment',
  'copyright',
  'credit',
  'byline',
  'date',
  'share',
  'subscribe',
  'post',
] as const;

export type WordKind = (typeof WORD_KINDS)[number];

const PATTERNS: readonly RegExp[] = [
  /^\W{0,3}(?:advertis(?:e?ment|ing)|ad|publicidade|anzeige|реклама|sponsored|story continues|article continues|continue reading|loading)\b/i,
  /\b(?:also read|read also|read more|see also|also see|related|more from|more on|more stories|recommended|you may (?:also )?like|you might|don't miss|must read|watch:?|click here|leia (?:mais|também)|читайте также|most (?:read|popular)|trending|next (?:story|article|post)|previous|up next|editor's picks)\b/i,
  /https?:|www\.|\S@\S/i,
  /\b(?:comments?|repl(?:y|ies)|log ?in|logged in|sign in|password|your email|required fields|report abuse|avatar|says:|disqus)\b/i,
  /©|\(c\) ?\d{4}|copyright|all rights reserved|terms of|privacy|cookies?\b|disclaimer|republish|reproduced/i,
  /\b(?:photos?|photographs?|images?|pictures?|video|illustration)(?: credits?| by| courtesy| via| copyright|:| \(|\/)|getty|shutterstock|\b(?:AP|AFP|Reuters|EPA)(?: photo\b|\/)|^.{0,40}\b(?:credits?|captions?|courtesy|screenshot)\b|file photo|pictured|\((?:left|right|centre|center|above)\)/i,
  /^(?:by|written by|posted by|author|from|story by|por|von|di|автор)\b/i,
  /\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b(?:updated|published|posted|last modified|min(?:ute)?s? read|hours? ago|days? ago)\b/i,
  /\b(?:share|tweet|facebook|twitter|pinterest|whatsapp|linkedin|instagram|follow (?:us|me|him|her)|print|email|youtube)\b/i,
  /\b(?:subscri(?:be|ption)|newsletters?|sign ?up|inbox|register|free trial|download (?:our|the) app|donate|membership|members)\b/i,
  /\bpic\.twitter|^— .{1,80}\(@|\(@\w{1,30}\)/i,
];

/** Long blocks are looked at from both ends: such words stand at the edge. */
const LOOKED_AT = 300;

/** The kinds of words found in a block. */
export function kindsOfWords(text: string): number {
  const looked = text.length > LOOKED_AT ? `${text.slice(0, LOOKED_AT / 2)} ${text.slice(-LOOKED_AT / 2)}` : text;
  let bits = 0;
  for (let kind = 0; kind < PATTERNS.length; kind++) if (PATTERNS[kind].test(looked)) bits |= 1 << kind;
  return bits;
}

const OTHERS_TITLE =
  /^(?:also (?:read|see|on)|related|more (?:from|on|stories|news|coverage)|recommended|you (?:may|might)|trending|most (?:read|popular|viewed|recent)|top stories|don['’]t miss|read (?:more|next|also)|see also|up next|want more|editors?['’]?s? picks|(?:(?:latest|recent|popular|next|previous|featured|watch)(?: \S{1,20})?$))/i;
const COMMENTS_TITLE =
  /^(?:(?:\d{1,6}|no|leave|post|add|view|show|all|join) .{0,24})?(?:comments?|repl(?:y|ies)|responses?|conversation|discussion)\b/i;

/** Whether a short block is the title of links to other stories. */
export function announcesOthers(text: string): boolean {
  return OTHERS_TITLE.test(text);
}

/** Whether a short block is the title of readers' comments. */
export function announcesComments(text: string): boolean {
  return COMMENTS_TITLE.test(text);
}
