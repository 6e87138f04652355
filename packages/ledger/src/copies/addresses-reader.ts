/** Whether a sentence is the site's talk with its readers, as it stands under every article: "Follow us on Twitter". */
export function addressesReader(sentence: string): boolean {
  return ADDRESS.test(sentence);
}

const PHRASES = [
  'all rights reserved',
  'click here',
  'comments? (?:below|section)',
  'download the .{1,40} app',
  'e-?mail (?:me|us) at',
  'follow (?:him|her|me|us|@\\w+) on',
  'follow us',
  'for more (?:news|stories)',
  'hear from you',
  'leave (?:us )?(?:a|your) comment',
  'like us on',
  'like .{1,40} on facebook',
  'may not be published, broadcast',
  'newsletters?',
  'share (?:this|your thoughts)',
  'sign up (?:for|to)',
  'subscribe (?:now|to)',
  'tell us (?:in|what)',
] as const;
const ADDRESS = new RegExp(`\\b(?:${PHRASES.join('|')})\\b`, 'i');
