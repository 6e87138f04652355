import type { Evidence } from '@hearsay/ledger/questions/answers';

/** A piece of evidence, and the same words where only their text is repeated. */
export interface FoldedEvidence<Piece extends Evidence> {
  readonly evidence: Piece;
  readonly copies: readonly Piece[];
}

/** Folds evidence that repeats the text of other evidence in the list under it. Where the origin is not in the list, the first stands for it. */
export function foldCopies<Piece extends Evidence>(evidence: readonly Piece[]): FoldedEvidence<Piece>[] {
  const groups = new Map<string, { evidence: Piece; copies: Piece[] }>();
  for (const piece of evidence) {
    const key = JSON.stringify([piece.originId, piece.words, piece.speaker?.name ?? null]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { evidence: piece, copies: [] });
    else if (piece.articleId === piece.originId && group.evidence.articleId !== piece.originId) {
      group.copies.unshift(group.evidence);
      group.evidence = piece;
    } else group.copies.push(piece);
  }
  return [...groups.values()];
}
