import { agencyCredit } from '@hearsay/reader/article/agencies';
import { isOutletWord } from '@hearsay/reader/attribution/outlets';

/**
 * The name under which a news outlet is known here whatever it is called: "AP" for "The Associated Press", "Herald" for
 * "the Herald newspaper"; null where the words name no outlet ("local media", "the ministry").
 */
export function outletName(words: string): string | null {
  const agency = agencyCredit(words) ?? agencyCredit(words.replace(SURROUNDINGS, ''));
  if (agency) return agency;
  const name = words.replace(SURROUNDINGS, '').trim();
  const parts = name.split(/[\s.]+/);
  if (
    parts.length > MOST_WORDS ||
    GENERIC.test(name) ||
    parts.some((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word))
  ) {
    return null;
  }
  return parts.some((word) => /^\p{Lu}/u.test(word) && isOutletWord(word.toLowerCase())) ? name : null;
}

/** The same for all names of one outlet, which are equal but for case, article and description. */
export function outletKey(name: string): string {
  const plain = outletName(name) ?? name.replace(SURROUNDINGS, '');
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const SURROUNDINGS =
  /^(?:the|The|THE)\s+|(?:\s+(?:news agency|newspaper|magazine|website|television|channel|network|radio))+$|(?<=^(?:ABC|BBC|CBC|CBS|CNN|Fox|ITV|NBC|Sky)) News$|\.com?$/gu;
const MOST_WORDS = 5;
const PARTICLE = /^(?:al|and|de|del|di|for|in|la|le|of|on|the)$/;
/** Words of outlets' names that name none by themselves. */
const GENERIC =
  /^(?:Agency|Blog|Channel|Chronicle|Daily|Journal|Mail|Media|Network|News|Online|Paper|People|Post|Press|Program|Record|Register|Reporter|Radio|Review|SITE|Site|Standard|Star|Station|Sun|Television|Time|Today|Website|Wire)$/;
