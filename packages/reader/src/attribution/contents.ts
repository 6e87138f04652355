import type { TokenRange } from './attribution.ts';
import type { CueSense } from './cue-verbs.ts';
import { isDocument, sentenceAround, tagOf, trimmed, wordOf } from './phrases.ts';
import type { Quotation } from './quotations.ts';
import type { Scene } from './reports.ts';
import { dependant, relationOf, type Tree } from './tree.ts';

/** The content of a verb of reporting, before its cue or after it; null where it has none. */
export function contentOf(
  scene: Scene,
  verb: number,
  sense: CueSense,
  cue: TokenRange,
  source: TokenRange,
): TokenRange[] | null {
  const { tree } = scene;
  const clause = clauseStart(tree, cue, source);
  const quoted = quotationBefore(scene, clause);
  if (quoted && !quotationAfter(scene, verb, cue)) return before(scene, quoted, clause);
  const after = contentAfter(scene, verb, sense, cue);
  if (after) return after;
  if (!sense.takes.has('c') || sense.act === 'order') return null;
  const rest = scene.depth[verb] > 0 && !opensClause(tree, verb, cue.end) ? null : restAsContent(scene, verb, cue);
  return rest ? [rest] : before(scene, undefined, clause);
}

/** Inside a quotation only a plain "I think he knew" is read without help from the parse. */
function opensClause(tree: Tree, verb: number, first: number): boolean {
  return (
    (/^(?:believe|expect|feel|hear|hope|know|say|suspect|think|understand)$/.test(tree.language.lemma[verb]) &&
      /^(?:PRP|DT|EX|NN|WRB|WP)/.test(tagOf(tree, first))) ||
    wordOf(tree, first) === 'that'
  );
}

/** Where the cue with its subject begins; a subject further off is shared with another verb. */
function clauseStart(tree: Tree, cue: TokenRange, source: TokenRange): number {
  if (source.end > cue.first) return cue.first;
  for (let token = source.end; token < cue.first; token++) {
    if (/^(?:VB|CC|,)/.test(tagOf(tree, token)) && token - source.end < 1) return cue.first;
    if (/^VB/.test(tagOf(tree, token))) return cue.first;
  }
  return source.first;
}

/** What follows the cue as its complement. */
export function contentAfter(scene: Scene, verb: number, sense: CueSense, cue: TokenRange): TokenRange[] | null {
  const { tree } = scene;
  const quoted = quotationAfter(scene, verb, cue);
  if (quoted) return [quoted];
  for (let child = tree.child[verb]; child >= 0; child = tree.sibling[child]) {
    if (child < verb) continue;
    const relation = relationOf(tree, child);
    const hasTo = opensWith(tree, child, 'to');
    const isOrder = hasTo && sense.takes.has('t') && /^(?:advcl|acl)$/.test(relation) && tagOf(tree, child) === 'VB';
    if (relation === 'ccomp' || relation === 'xcomp' || isOrder) {
      if (startsAside(tree, tree.first[child])) continue;
      const takes =
        (sense.takes.has('c') && !(relation === 'xcomp' && hasTo)) ||
        (sense.takes.has('w') && WH.test(wordOf(tree, tree.first[child]))) ||
        (sense.takes.has('t') && hasTo) ||
        (sense.takes.has('g') && tagOf(tree, child) === 'VBG');
      const content = takes ? clauseContent(scene, child, cue.end) : null;
      if (content && (hasTo || tagOf(tree, child) === 'VBG' || finiteVerb(tree, content.first, content.end) >= 0))
        return [content];
    }
    if (relation === 'obj' && sense.takes.has('r')) {
      const rest = restOfClause(tree, verb, tree.first[child]);
      if (!AS_ONLY.test(tree.language.lemma[verb]) || hasWord(tree, rest, 'as')) return [rest];
    }
  }
  for (let child = tree.child[verb]; child >= 0; child = tree.sibling[child]) {
    if (child < verb) continue;
    const relation = relationOf(tree, child);
    const takesObject = sense.takes.has('o') || (sense.takes.has('d') && isDocument(tree, verb));
    if (relation === 'obj' && takesObject && !TIME.test(wordOf(tree, child))) {
      const isSubject = sense.takes.has('c') && /^(?:VBD|VBZ|VBP|MD)$/.test(tagOf(tree, tree.end[child]));
      const rest = isSubject ? restAsContent(scene, verb, cue) : null;
      return [rest ?? restOfClause(tree, verb, tree.first[child])];
    }
    const preposition = relation === 'obl' ? dependant(tree, child, 'case') : -1;
    if (preposition >= 0 && sense.takes.has(wordOf(tree, preposition)))
      return [restOfClause(tree, verb, preposition + 1)];
  }
  return sense.takes.has('o') || sense.takes.has('r') ? looseObject(tree, verb, cue) : null;
}

/** The words behind a verb to which the parse gave nothing. */
function looseObject(tree: Tree, verb: number, cue: TokenRange): TokenRange[] | null {
  if (tree.end[verb] > cue.end || !/^(?:DT|NN|PRP|JJ|CD)/.test(tagOf(tree, cue.end))) return null;
  const sentence = sentenceAround(tree, verb);
  let end = cue.end;
  while (end < sentence.end && !/^[,;:.?!"”]$/.test(wordOf(tree, end))) end++;
  return [trimmed(tree, { first: cue.end, end })];
}

/** Verbs that report only what they say that something is. */
const AS_ONLY = /^(?:characterize|depict|frame|portray|tout)$/;

function hasWord(tree: Tree, { first, end }: TokenRange, word: string): boolean {
  for (let token = first; token < end; token++) if (wordOf(tree, token) === word) return true;
  return false;
}

const TIME =
  /^(?:today|tonight|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|week|month|year)$/;
const WH = /^(?:who|what|when|where|why|how|whether|if|which|whom|whose)$/;

function opensWith(tree: Tree, clause: number, word: string): boolean {
  for (let child = tree.child[clause]; child >= 0 && child < clause; child = tree.sibling[child]) {
    if (wordOf(tree, child) === word) return true;
  }
  return false;
}

/** Whether a participle set off by a comma begins here: ", adding that". */
function startsAside(tree: Tree, token: number): boolean {
  return wordOf(tree, token - 1) === ',' && tagOf(tree, token) === 'VBG';
}

function clauseContent(scene: Scene, clause: number, from: number): TokenRange {
  const { tree } = scene;
  const first = Math.max(tree.first[clause], from);
  const sentence = sentenceAround(tree, clause);
  let end = Math.min(cutOff(scene, first, tree.end[clause]), sentence.end);
  // A parser that breaks off leaves words behind that no comma parts from the content.
  const opensWithAdverbial = /^(?:when|if|while|although|because|since|unless|after|before|once)$/.test(
    wordOf(tree, first),
  );
  if (opensWithAdverbial && wordOf(tree, end) === ',' && tree.end[clause] === end) end++;
  while (end < sentence.end && end > first && !/^(?:[,;:.?!)\]—–"”»]|--|''|and|but|as|while)$/.test(wordOf(tree, end)))
    end++;
  return closeQuotation(scene, trimmed(tree, { first, end }));
}

/** Ends what the parser let run on: "…, according to X"; "to comment, but Y will". */
export function cutOff(scene: Scene, first: number, end: number): number {
  const { tree } = scene;
  const isInfinitive = wordOf(tree, first) === 'to';
  if (isInfinitive) end = newClause(tree, first, end);
  for (let token = first + 2; token < end; token++) {
    if (scene.depth[token] > 0 || wordOf(tree, token) !== ',') continue;
    const next = wordOf(tree, token + 1);
    if (next === 'according' || (isInfinitive && /^(?:but|although|though|while)$/.test(next))) return token;
  }
  return end;
}

/** Where a phrase runs into the next clause: ", the mayor said"; else its end. */
export function newClause(tree: Tree, first: number, end: number): number {
  for (let token = first; token < end; token++) {
    const opens = wordOf(tree, token) === ',' && /^(?:NNP|PRP)$/.test(tagOf(tree, token + 1));
    if (opens && /^(?:VB[DZP]|MD)$/.test(tagOf(tree, token + 2))) return token;
  }
  return end;
}

/** Takes in the closing mark, and the stop before it, of a quotation that the range opens and breaks. */
function closeQuotation(scene: Scene, { first, end }: TokenRange): TokenRange {
  for (let stop = end; stop <= end + 2; stop++) {
    const quotation = scene.closing.get(stop);
    if (quotation && quotation.first >= first) return { first, end: stop };
  }
  return { first, end };
}

/** From a token to the last complement of its verb. */
function restOfClause(tree: Tree, verb: number, first: number): TokenRange {
  let end = first + 1;
  for (let child = tree.child[verb]; child >= 0; child = tree.sibling[child]) {
    if (child < first && tree.end[child] <= first) continue;
    const relation = relationOf(tree, child);
    if (/^(?:punct|conj|cc|parataxis)$/.test(relation)) continue;
    if (relation === 'advcl' && wordOf(tree, tree.first[child] - 1) === ',') continue;
    end = Math.max(end, tree.end[child]);
  }
  return trimmed(tree, { first, end });
}

const ADDRESSEE_REACH = 8;

/** A quotation right behind the cue, perhaps behind an addressee and a comma, a colon or "that". */
function quotationAfter(scene: Scene, verb: number, cue: TokenRange): TokenRange | null {
  const { tree } = scene;
  const sentence = sentenceAround(tree, verb);
  let at = cue.end;
  const reach = Math.min(sentence.end, cue.end + ADDRESSEE_REACH);
  while (at < reach && !scene.opening.has(at) && !/^[,:]$/.test(wordOf(tree, at)) && scene.depth[at] === 0) at++;
  const mark = wordOf(tree, at);
  if (/^[,:]$/.test(mark)) at++;
  const quotation = scene.opening.get(at);
  if (!quotation || !(at === cue.end || /^[,:]$/.test(mark))) return null;
  if (!quotation.speech) return mark === ':' && !quotation.name ? { first: quotation.first, end: quotation.end } : null;
  if (quotation.end >= sentence.end || mark === ',') return { first: quotation.first, end: quotation.end };
  const rest = trimmed(tree, { first: quotation.first, end: sentence.end });
  return { first: quotation.first, end: mark === ':' ? Math.max(quotation.end, rest.end) : quotation.end };
}

/** The quotation that ends right before a token, or before the comma before it, in the same sentence or a question before. */
function quotationBefore(scene: Scene, token: number): Quotation | undefined {
  const { tree } = scene;
  const comma = wordOf(tree, token - 1) === ',';
  const quotation = scene.closing.get(comma ? token - 1 : token);
  if (!quotation || quotation.name) return undefined;
  const { sentences } = tree.language;
  const lastWord = wordOf(tree, quotation.end - 2);
  const sameSentence = sentences.of[quotation.end - 1] === sentences.of[token];
  if (!sameSentence && !(/^[?!]$/.test(lastWord) && sentences.of[quotation.end - 1] + 1 === sentences.of[token]))
    return undefined;
  return quotation.speech || comma || /^[,.?!]$/.test(lastWord) ? quotation : undefined;
}

/** What stands before a cue that closes its sentence or interrupts its content: "…," he said. */
function before(scene: Scene, quotation: Quotation | undefined, clause: number): TokenRange[] | null {
  const { tree } = scene;
  const sentence = sentenceAround(tree, clause);
  if (quotation) {
    const opensContent = quotation.first <= sentence.first || /^[,:]$/.test(wordOf(tree, quotation.first - 1));
    return [{ first: opensContent ? quotation.first : sentence.first, end: quotation.end }];
  }
  if (clause <= sentence.first + 2 || !/^(?:,|--|[—–])$/.test(wordOf(tree, clause - 1))) return null;
  const range = trimmed(tree, { first: sentence.first, end: clause - 1 });
  return finiteVerb(tree, range.first, range.end) >= 0 ? [range] : null;
}

/** Where the parse shows no complement: the rest of the sentence from its next clause on, if it has a finite verb. */
function restAsContent(scene: Scene, verb: number, cue: TokenRange): TokenRange | null {
  const { tree } = scene;
  if (
    /^\W/.test(wordOf(tree, cue.end)) ||
    (tagOf(tree, verb) === 'VBG' && !/^(?:say|claim|add|note|state|tell|insist|argue)$/.test(tree.language.lemma[verb]))
  )
    return null;
  const sentence = sentenceAround(tree, verb);
  const finite = finiteVerb(tree, cue.end, sentence.end);
  if (finite < 0) return null;
  const subject = dependant(tree, finite, 'nsubj', 'nsubj:pass', 'expl');
  let first = cue.end;
  if (/^(?:IN|TO|RB|VBG)$/.test(tagOf(tree, first)) && wordOf(tree, first) !== 'that') {
    if (subject <= cue.end || hasWord(tree, { first: cue.end, end: tree.first[subject] }, ',')) return null;
    first = tree.first[subject];
  }
  const rest = trimmed(tree, { first, end: sentence.end });
  return rest.end > rest.first
    ? closeQuotation(scene, { first: rest.first, end: cutOff(scene, rest.first, rest.end) })
    : null;
}

export function finiteVerb(tree: Tree, first: number, end: number): number {
  for (let token = first; token < end; token++) {
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(tagOf(tree, token))) {
      const over = tree.language.head[token];
      return /^aux|^cop/.test(relationOf(tree, token)) && over >= 0 ? over : token;
    }
  }
  return -1;
}
