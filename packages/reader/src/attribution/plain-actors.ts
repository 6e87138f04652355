import type { Tokens } from '../language/language.ts';
import type { Actor, Assertion, Span } from '../reading.ts';
import type { TokenRange } from './attribution.ts';
import type { UnresolvedAssertion } from './unresolved.ts';

/** Takes each source by its plain words: equal words are one actor. */
export function namePlainly(
  tokens: Tokens,
  found: readonly UnresolvedAssertion[],
): { actors: Actor[]; assertions: Assertion[] } {
  const actors = new Map<string, Actor>();
  const actorOf = (mention: TokenRange): string => {
    const span = spanOf(tokens, mention);
    const name = tokens.text.slice(span.start, span.end);
    const key = name.toLowerCase().replace(/^(?:the|an?) /, '');
    const known = actors.get(key);
    const actor = known ?? { id: `a${actors.size + 1}`, name, type: 'unnamed', aliases: [], mentions: [] };
    actors.set(key, actor);
    if (!actor.mentions.some((it) => it.start === span.start)) actor.mentions.push(span);
    return actor.id;
  };
  const assertions = found.map(({ within, chain, speaker, ...assertion }, index): Assertion => {
    const spans = (ranges: readonly TokenRange[]) => ranges.map((range) => spanOf(tokens, range));
    return {
      ...assertion,
      id: `s${index + 1}`,
      ...(within >= 0 ? { within: `s${within + 1}` } : {}),
      content: spans(assertion.content),
      cue: spans(assertion.cue),
      source: spans(assertion.source),
      interpolations: spans(assertion.interpolations),
      chain: [...new Set(chain.map(actorOf))],
      speaker: speaker && actorOf(speaker),
    };
  });
  return { actors: [...actors.values()], assertions };
}

function spanOf(tokens: Tokens, { first, end }: TokenRange): Span {
  return { start: tokens.start[first], end: tokens.end[end - 1] };
}
