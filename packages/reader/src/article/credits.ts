import type { Insert, Span } from '../reading.ts';
import { AGENCY_ALTERNATIVES, agencyCredit } from './agencies.ts';

/** Who wrote a report: names as they stand in its byline, and the agency named with them. */
export interface Byline {
  names: string[];
  /** Short name of the agency: "AP". */
  credit?: string;
}

/**
 * Reads a byline such as "By Jane Roe and John Doe", "By Jane Roe, Reuters", "By ASSOCIATED PRESS"; `undefined` where
 * the line is none.
 */
export function parseByline(line: string): Byline | undefined {
  const match = line.length <= LONGEST_BYLINE ? BYLINE.exec(line) : null;
  if (!match) return undefined;
  const byline: Byline = { names: [] };
  for (const part of match[1].split(/\s*(?:,|;|\||\/|&|\band\b|\bfor\b|\bof\b|\bin\b|[-–—](?=\s)|\()\s*/)) {
    const name = part.replace(/[\s).]+$/, '');
    const credit = agencyCredit(name);
    if (credit) byline.credit ??= credit;
    else if (NAME.test(name) && !ROLE.test(name)) byline.names.push(name);
    else if (byline.names.length === 0 && byline.credit === undefined) return undefined;
  }
  return byline.names.length > 0 || byline.credit ? byline : undefined;
}

/** The byline in one of a text's first blocks. */
export function findByline(text: string, blocks: readonly Span[]): Byline | undefined {
  for (const { start, end } of blocks.slice(0, BLOCKS_SEARCHED)) {
    const byline = end - start <= LONGEST_BYLINE ? parseByline(text.slice(start, end)) : undefined;
    if (byline) return byline;
  }
  return undefined;
}

/**
 * The agency that a text credits outside dateline and byline: a line of its own at either end, "With inputs from PTI",
 * "© 2015 AFP", "(Reuters)" after the last sentence. Its inserts are searched too.
 */
export function findCredit(text: string, blocks: readonly Span[], inserts: readonly Insert[]): string | undefined {
  const ends = blocks.length > 5 ? [...blocks.slice(0, 2), ...blocks.slice(-3)] : blocks;
  const lines = [
    ...inserts.map((insert) => insert.text),
    ...ends.map(({ start, end }) => text.slice(Math.max(start, end - 300), end)),
  ];
  for (const line of lines) {
    if (!AGENCY.test(line)) continue;
    for (const pattern of CREDITS) {
      const credit = agencyCredit(pattern.exec(line.trim())?.[1] ?? '');
      if (credit) return credit;
    }
  }
  return undefined;
}

const BLOCKS_SEARCHED = 4;
const LONGEST_BYLINE = 160;
const BYLINE = /^(?:By|BY|by)\s?:?\s+([A-ZÀ-Þ@][^!?"“”]{2,150})$/;
/** Two to five words, capitals or particles: "Jane Q. Roe", "Jan van der Roe". */
const NAME =
  /^[A-ZÀ-Þ][A-Za-zÀ-ɏ.'’-]*(?: (?:al|bin|da|de|del|della|der|di|dos|du|el|ibn|la|le|van|von)){0,2}(?: (?:al-)?[A-ZÀ-Þ][A-Za-zÀ-ɏ.'’-]*){1,4}$/;
const ROLE =
  /\b(?:Staff|Writer|Writers|Reporter|Editor|Correspondent|Bureau|Press|Service|News|Times|Post|Online|Desk|Agency|Contributor|Updated|Published|Today|Special)\b/i;
/** Every pattern below needs one of them; most lines have none. */
const AGENCY = new RegExp(AGENCY_ALTERNATIVES);
const CREDITS: readonly RegExp[] = [
  new RegExp(`^(?:Source|Agency|Credit)s?\\s?: ?(${AGENCY_ALTERNATIVES})(?![A-Za-zÀ-ɏ])`),
  new RegExp(`^(${AGENCY_ALTERNATIVES})\\s?\\|`),
  new RegExp(`^[—–(\\[-]{0,2}\\s?(${AGENCY_ALTERNATIVES})\\s?[)\\]]?\\.?$`),
  new RegExp(`[Ww]ith (?:[A-Za-zÀ-ɏ]{1,12} )?inputs? from (?:the )?(${AGENCY_ALTERNATIVES})(?![A-Za-zÀ-ɏ])`),
  new RegExp(`[Ww]ith (${AGENCY_ALTERNATIVES}) inputs?`),
  new RegExp(`(?:©|\\([cC]\\)|Copyright)\\s?(?:\\d{4}\\s)?(${AGENCY_ALTERNATIVES})(?![A-Za-zÀ-ɏ])`),
  new RegExp(`[.!?”"’]\\s{0,3}(?:\\(|\\[|[-–—]{1,2}\\s?)(${AGENCY_ALTERNATIVES})[)\\]]?\\.?$`),
  /[.!?”"’] (ANI|IANS|PTI)(?: [A-ZÀ-Þ]{2,5}){0,3}$/,
];
