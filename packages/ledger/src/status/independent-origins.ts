/** What makes two pieces of evidence depend on each other. */
interface Traces {
  textOrigin: number;
  toldOutlet: string | null;
  outlet: string | null;
  speakerId: number | null;
}

/**
 * Counts independent origins as evidence arrives: a piece counts where it shares no text, no outlet (as publisher or as the
 * one that was told) and no named speaker with a piece that counted before. Taking them in order of time gives a lower
 * bound of the largest independent set, in time linear in the pieces.
 */
export class IndependentOrigins {
  readonly #seen = new Set<string>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Returns whether the piece counts as an origin of its own. */
  add(evidence: Traces): boolean {
    const traces = tracesOf(evidence);
    if (traces.some((trace) => this.#seen.has(trace))) return false;
    for (const trace of traces) this.#seen.add(trace);
    this.#count++;
    return true;
  }
}

function tracesOf({ textOrigin, toldOutlet, outlet, speakerId }: Traces): string[] {
  const traces = [`text ${textOrigin}`];
  if (outlet !== null) traces.push(`outlet ${outlet.toLowerCase()}`);
  if (toldOutlet !== null) traces.push(`outlet ${toldOutlet.toLowerCase()}`);
  if (speakerId !== null) traces.push(`speaker ${speakerId}`);
  return traces;
}
