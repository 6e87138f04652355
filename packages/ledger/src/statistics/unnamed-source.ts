import type { Actor } from '@hearsay/reader/reading';
import { isProperName, parseName } from '../entities/actor-name.ts';

/**
 * Whether a source is people who are described and not named: "officials in Sarn", "a source close to the club". Bodies,
 * with a name or without ("the company", "the police"), and documents are not.
 */
export function isUnnamedSource({ type, name }: Pick<Actor, 'type' | 'name'>): boolean {
  if (type === 'unnamed') return true;
  return type === 'group' && !isProperName(parseName(name)) && !BODY.test(name);
}

/** Bodies that the language counts as many. */
const BODY = /\b(?:authorities|media|military|police|press)\b/i;
