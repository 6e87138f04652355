/** What makes two pieces of evidence depend on each other. */
interface Traces {
  textOrigin: number;
  toldOutlet: string | null;
  outlet: string | null;
  speakerId: number | null;
  beside: readonly Pick<Traces, 'toldOutlet' | 'speakerId'>[];
}

/** What a piece shares with one that counted before. */
export type SharedTrace = 'text' | 'outlet' | 'speaker';

/** Why a piece is no origin of its own: the one that counted before, and what both share. */
export interface Dependence<Evidence> {
  shared: SharedTrace;
  on: Evidence;
}

/**
 * Counts independent origins as evidence arrives: a piece counts where it shares no text, no outlet (as publisher or as the
 * one that was told) and no named speaker with a piece that counted before, itself or who cites it or is cited with it. Taking them in order of time gives a lower
 * bound of the largest independent set, in time linear in the pieces.
 */
export class IndependentOrigins<Evidence extends Traces> {
  readonly #seen = new Map<string, Evidence>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Returns what the piece depends on, or undefined where it counts as an origin of its own. */
  add(evidence: Evidence): Dependence<Evidence> | undefined {
    const traces = tracesOf(evidence);
    for (const { shared, key } of traces) {
      const on = this.#seen.get(key);
      if (on !== undefined) return { shared, on };
    }
    for (const { key } of traces) this.#seen.set(key, evidence);
    this.#count++;
    return undefined;
  }
}

function tracesOf({ textOrigin, outlet, beside, ...own }: Traces): { shared: SharedTrace; key: string }[] {
  const traces: { shared: SharedTrace; key: string }[] = [{ shared: 'text', key: `text ${textOrigin}` }];
  if (outlet !== null) traces.push({ shared: 'outlet', key: `outlet ${outlet.toLowerCase()}` });
  for (const { toldOutlet, speakerId } of [own, ...beside]) {
    if (toldOutlet !== null) traces.push({ shared: 'outlet', key: `outlet ${toldOutlet.toLowerCase()}` });
    if (speakerId !== null) traces.push({ shared: 'speaker', key: `speaker ${speakerId}` });
  }
  return traces;
}
