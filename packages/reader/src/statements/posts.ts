import { SOCIAL_PLATFORMS } from './channels.ts';
import type { Mention } from './mentions.ts';
import { lemmaAt, prepositionOf, type Scene, sentenceEnd } from './scene.ts';
import { STATEMENT_NOUNS } from './statement-nouns.ts';

/** How many tokens stand between "wrote" and "on Facebook". */
const REACH = 4;

/** The post that a verb of an assertion tells of: "Vell tweeted", "Vell wrote on Facebook"; null for other verbs. */
export function postAt(scene: Scene, verb: number): Mention | null {
  if (!scene.cueAt.has(verb)) return null;
  const platform = platformBehind(scene, verb);
  if (lemmaAt(scene, verb) !== 'tweet' && platform < 0) return null;
  if (platform < 0 && STATEMENT_NOUNS.has(lemmaAt(scene, verb + 2))) return null;
  return {
    first: verb,
    end: platform < 0 ? verb + 1 : platform + 1,
    noun: verb,
    lemma: 'tweet',
    medium: 'post',
    forms: ['post'],
    strength: 'strong',
    reference: 'indefinite',
    other: false,
    verb,
    role: 'frame',
  };
}

/** The platform named behind a verb with no noun for a statement between, -1 for none. */
function platformBehind(scene: Scene, verb: number): number {
  const end = Math.min(verb + 1 + REACH, sentenceEnd(scene, verb));
  for (let token = verb + 1; token < end; token++) {
    if (STATEMENT_NOUNS.has(lemmaAt(scene, token))) return -1;
    if (SOCIAL_PLATFORMS.has(lemmaAt(scene, token))) return prepositionOf(scene, token) === 'on' ? token : -1;
  }
  return -1;
}
