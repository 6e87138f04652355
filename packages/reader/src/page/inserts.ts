import type { Insert } from '../reading.ts';
import { kindsOfWords, WORD_KINDS, type WordKind } from './block-words.ts';
import type { PageBlock } from './blocks.ts';
import { kindsOfName, NAME_KINDS, type NameKind } from './class-words.ts';
import { tagOf } from './tags.ts';
import type { Tree } from './tree.ts';

export interface Reason {
  kind: Insert['kind'];
  why: string;
}

/** Ancestors looked at for the reason of a cut. */
const ANCESTORS = 5;
/** From this share of linked characters on a block is a link to elsewhere. */
const MOSTLY_LINKS = 0.6;

/** The kind of an insert by the names around it, most telling first. */
const BY_NAME: readonly (readonly [NameKind, Insert['kind'], string])[] = [
  ['share', 'share', 'sharing'],
  ['subscription', 'promotion', 'a subscription or a form'],
  ['advertisement', 'promotion', 'an advertisement'],
  ['comment', 'boilerplate', 'comments'],
  ['related', 'teaser', 'other stories'],
  ['caption', 'caption', 'a caption'],
  ['media', 'caption', 'a picture or a player'],
  ['quotation', 'embed', 'something embedded'],
  ['navigation', 'boilerplate', 'navigation'],
  ['sidebar', 'boilerplate', 'a side column'],
  ['footer', 'boilerplate', 'a footer'],
  ['metadata', 'boilerplate', 'author, date or place of publication'],
  ['tags', 'boilerplate', 'topics'],
];

const BY_WORDS: readonly (readonly [WordKind, Insert['kind'], string])[] = [
  ['also', 'teaser', 'it points to another story'],
  ['advertisement', 'promotion', 'it labels an advertisement'],
  ['share', 'share', 'it asks to share or follow'],
  ['subscribe', 'promotion', 'it asks to subscribe'],
  ['credit', 'credit', 'it credits a picture'],
  ['copyright', 'boilerplate', 'it states rights'],
  ['comment', 'boilerplate', 'it belongs to comments'],
];

const BY_TAG: ReadonlyMap<number, readonly [Insert['kind'], string]> = new Map([
  [tagOf('figcaption'), ['caption', 'a caption']],
  [tagOf('figure'), ['caption', 'a figure']],
  [tagOf('aside'), ['boilerplate', 'an aside']],
  [tagOf('nav'), ['boilerplate', 'navigation']],
  [tagOf('form'), ['promotion', 'a form']],
  [tagOf('button'), ['boilerplate', 'a button']],
  [tagOf('footer'), ['boilerplate', 'a footer']],
]);

/** Why a block that was cut is not the article's, from what stands around it and in it; `doubt` is the probability that it was. */
export function reasonForCut(tree: Tree, block: PageBlock, doubt: number): Reason {
  const said = kindsOfWords(block.text);
  if (block.linked >= MOSTLY_LINKS * block.text.length) {
    const around = surroundings(tree, block);
    if (around !== undefined && around.kind !== 'caption' && around.kind !== 'boilerplate') return around;
    return { kind: 'teaser', why: 'its words are a link to another page' };
  }
  const around = surroundings(tree, block);
  if (around !== undefined && around.kind !== 'boilerplate') return around;
  for (const [kind, insert, why] of BY_WORDS) if ((said >> WORD_KINDS.indexOf(kind)) & 1) return { kind: insert, why };
  return (
    around ?? { kind: 'boilerplate', why: `by place and form it is unlike the body (likelihood ${doubt.toFixed(2)})` }
  );
}

function surroundings(tree: Tree, block: PageBlock): Reason | undefined {
  let node = block.node;
  for (let level = 0; level < ANCESTORS && node > 0; level++, node = tree.parent[node]) {
    const attributes = tree.attributes[node];
    const name = `${attributes?.class ?? ''} ${attributes?.id ?? ''}`.trim();
    const kinds = name === '' ? 0 : kindsOfName(name);
    for (const [kind, insert, what] of BY_NAME) {
      if (((kinds >> NAME_KINDS.indexOf(kind)) & 1) === 1) {
        return { kind: insert, why: `it stands in an element named "${name.slice(0, 60)}": ${what}` };
      }
    }
    const byTag = BY_TAG.get(tree.tag[node]);
    if (byTag !== undefined) return { kind: byTag[0], why: `it stands in ${byTag[1]}` };
  }
  return undefined;
}
