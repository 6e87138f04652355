/** Longest page or feed taken in, in bytes with every encoding undone. The largest saved news pages stay under 5 MB. */
export const MAX_PAGE_BYTES = 20_000_000;

/** How much of a stream is looked at to tell what it holds. */
export const PROBE_BYTES = 65_536;
