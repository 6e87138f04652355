import {
  actorNames,
  assertionLine,
  CERTAINTY_WORDS,
  certaintyInWords,
  isUnresolved,
  REPAIR_WORDS,
  UNRESOLVED_WORDS,
} from '@hearsay/ledger/exports/assertion-line';
import type { Format } from '@hearsay/ledger/exports/format';
import type { Assertion, Reading } from '@hearsay/reader/reading';
import { escapeHtml } from './escape-html.ts';
import { anchors, certaintyClass, htmlArticle } from './html-article.ts';
import { HTML_STYLE } from './html-style.ts';

/** Deeper nesting is shown no further to the right. */
const DEEPEST_INDENT = 3;

const LEGEND = ['CT+', 'PR+', 'PS+', 'CT-', 'Uu'] as const;

const GLOSSARY = `<details class="glossary"><summary>What the words mean</summary><ul>
<li><b>acknowledges</b>: the reporter passes on what a source says and takes no side</li>
<li><b>distances</b>: the reporter holds it at arm's length (“claimed”)</li>
<li><b>endorses</b>: the reporter presents the source as right (“showed”)</li>
<li><b>direct</b>, <b>indirect</b>, <b>mixed</b>: in the source's own words, in the reporter's, or some of each</li>
<li><b>narration</b>: the reporter's own hedge, with no source named</li>
<li><b>omission</b>: what somebody is reported not to have said</li>
<li><b>A › B</b>: the chain of people it came through, outermost first</li>
</ul></details>`;

/**
 * One self-contained page: each article with sources, cues and contents marked, its assertions beside it, the two linked
 * both ways. Runs no script and loads nothing, which its content security policy holds it to: article text is hostile. `title` names the page.
 */
export function htmlFormat(title: string): Format {
  return {
    open: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}: who says what</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
`,
    reading: (reading, index, name) => {
      const prefix = `r${index + 1}-`;
      return `<section class="reading" lang="${escapeHtml(reading.article.language)}">
<article>
${headHtml(reading, name)}
${htmlArticle(reading, prefix)}</article>
<aside lang="en">
<div class="beside">
${listHtml(reading, prefix)}
</div>
</aside>
</section>
`;
    },
    close: '</main>\n</body>\n</html>\n',
  };
}

function headHtml({ article }: Reading, name: string): string {
  const { title, outlet, bylines, credit, published, dateline, url } = article;
  const place = [dateline?.place, dateline?.date].filter((part) => part !== undefined).join(', ');
  const facts = [outlet, bylines.join(', '), credit, published?.replace('T', ' '), place]
    .filter((fact) => fact !== undefined && fact !== '')
    .map((fact) => escapeHtml(fact!));
  if (url !== undefined && /^https?:\/\//i.test(url)) {
    facts.push(`<a href="${escapeHtml(url)}" rel="noopener noreferrer nofollow">${escapeHtml(url)}</a>`);
  }
  return `<h1>${escapeHtml(title ?? name)}</h1>\n<p class="facts">${facts.join(' · ')}</p>`;
}

function listHtml(reading: Reading, prefix: string): string {
  const names = actorNames(reading);
  const depths = nestingDepths(reading.assertions);
  const lines = reading.assertions.map((assertion, at) =>
    lineHtml(reading, names, assertion, at + 1, depths[at], prefix),
  );
  const legend = LEGEND.map(
    (value) =>
      `<li class="${certaintyClass(value)}"><span class="badge">${value}</span> ${CERTAINTY_WORDS[value]}</li>`,
  );
  return `<h2>Who says what</h2>
<p class="sum">${count(reading.assertions.length, 'assertion')} · ${count(reading.inserts.length, 'insert')} cut out</p>
<ul class="legend">${legend.join('')}</ul>
${GLOSSARY}
<ol class="lines">
${lines.join('\n')}
</ol>
${notesHtml(reading)}`;
}

function lineHtml(
  reading: Reading,
  names: ReadonlyMap<string, string>,
  assertion: Assertion,
  number: number,
  depth: number,
  prefix: string,
): string {
  const line = assertionLine(reading, names, assertion);
  const { article, list } = anchors(prefix, assertion.id);
  const who = line.speaker || line.source || (assertion.kind === 'narration' ? 'The reporter' : '(no source named)');
  const through =
    line.chain.length < 2
      ? ''
      : `<p class="through">${line.chain.map(escapeHtml).join(' <span aria-label="quotes">›</span> ')}</p>\n`;
  const grounds = [
    assertion.stance ?? '',
    isUnresolved(assertion) ? UNRESOLVED_WORDS : '',
    assertion.kind,
    assertion.act,
    assertion.repaired === undefined ? '' : REPAIR_WORDS[assertion.repaired],
    `<span title="confidence">${Math.round(assertion.confidence * 100)}&nbsp;%</span>`,
  ].filter((ground) => ground !== '');
  const indent = depth === 0 ? '' : ` nested${Math.min(depth, DEEPEST_INDENT)}`;
  return `<li class="line ${certaintyClass(assertion.certainty)}${indent}" id="${list}">
<a class="number" href="#${article}" title="Show in the article">${number} ↩</a>
<p class="who"><b>${escapeHtml(who)}</b> <i>${escapeHtml(line.cue)}</i></p>
${through}<p class="words">${escapeHtml(line.content)}</p>
<p class="grounds"><span class="badge">${assertion.certainty} ${CERTAINTY_WORDS[assertion.certainty]}</span> · ${grounds.join(' · ')}</p>
</li>`;
}

/** How many assertions each stands within. */
function nestingDepths(assertions: readonly Assertion[]): number[] {
  const depthOf = new Map<string, number>();
  return assertions.map(({ id, within }) => {
    const depth = within === undefined ? 0 : (depthOf.get(within) ?? 0) + 1;
    depthOf.set(id, depth);
    return depth;
  });
}

function notesHtml(reading: Reading): string {
  const names = actorNames(reading);
  const people = (ids: readonly string[]): string => ids.map((id) => names.get(id) ?? id).join(', ');
  const statements = reading.statements.map(({ medium, by, duration, date, authenticity }) => {
    const evidence = authenticity.evidence.map(({ start, end }) => reading.text.slice(start, end));
    const parts = [
      medium,
      by.length === 0 ? '' : `by ${people(by)}`,
      date ?? '',
      duration ?? '',
      `authenticity ${certaintyInWords(authenticity.certainty)}${evidence.length === 0 ? '' : `: “${evidence.join('”, “')}”`}`,
    ];
    return `<li>Statement: ${escapeHtml(parts.filter((part) => part !== '').join(' · '))}</li>`;
  });
  const warnings = reading.warnings.map(
    ({ code, message }) => `<li class="warning">Warning (${escapeHtml(code)}): ${escapeHtml(message)}</li>`,
  );
  const times = reading.times.map(
    ({ start, end, value }) => `${escapeHtml(reading.text.slice(start, end))} = ${escapeHtml(value)}`,
  );
  const timesRow = times.length === 0 ? [] : [`<li>Times: ${times.join('; ')}</li>`];
  const notes = [...statements, ...timesRow, ...warnings];
  return notes.length === 0 ? '' : `<ul class="notes">${notes.join('')}</ul>`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
