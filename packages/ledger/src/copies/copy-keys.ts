/** Articles noted under one key. Where more have it, it says little, and those that had it first stand for the others. */
export const ARTICLES_A_KEY = 32;
/** Articles that one is compared with: those with which it shares most keys. */
export const MOST_CANDIDATES = 32;
/**
 * Articles of the same text that the ledger notes of one: in a cluster of hundreds each is tied to the nearest few, and
 * through them to all.
 */
export const ENOUGH_SAME = 4;
