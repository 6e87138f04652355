import { headerWords } from '../model/header.ts';
import type { NumberArray, Weights } from '../model/weights.ts';
import type { LemmaModel } from './lemmas.ts';
import type { NameModel } from './name-finder.ts';
import type { ParserModel } from './parser.ts';
import type { TaggerModel } from './tagger.ts';

/** The trained weights of the language layer. */
export interface LanguageModel {
  readonly tagger: TaggerModel;
  readonly names: NameModel;
  readonly lemmas: LemmaModel;
  readonly parser: ParserModel;
}

/**
 * The model in decoded weights, as views over their bytes.
 * @throws {Error} where an array is missing or of another type.
 */
export function loadLanguageModel(weights: Weights): LanguageModel {
  const edits = headerWords(weights.header, 'edits');
  return {
    tagger: {
      table: bytes(weights, 'tags'),
      lexicon: { keys: integers(weights, 'tagKeys'), values: octets(weights, 'tagValues') },
    },
    names: { table: bytes(weights, 'names') },
    lemmas: { edits, lexicon: { keys: integers(weights, 'lemmaKeys'), values: octets(weights, 'lemmaValues') } },
    parser: { moves: bytes(weights, 'moves'), labels: bytes(weights, 'labels') },
  };
}

/** The other way: what `loadLanguageModel` reads. */
export function languageWeights(model: LanguageModel): Weights {
  const { tagger, names, lemmas, parser } = model;
  return {
    header: { edits: lemmas.edits },
    arrays: {
      tags: tagger.table,
      tagKeys: tagger.lexicon.keys,
      tagValues: tagger.lexicon.values,
      names: names.table,
      lemmaKeys: lemmas.lexicon.keys,
      lemmaValues: lemmas.lexicon.values,
      moves: parser.moves,
      labels: parser.labels,
    },
  };
}

function bytes(weights: Weights, name: string): Int8Array {
  const array = weights.arrays[name];
  if (array instanceof Int8Array) return array;
  throw missing(name, 'Int8Array', array);
}

function octets(weights: Weights, name: string): Uint8Array {
  const array = weights.arrays[name];
  if (array instanceof Uint8Array) return array;
  throw missing(name, 'Uint8Array', array);
}

function integers(weights: Weights, name: string): Int32Array {
  const array = weights.arrays[name];
  if (array instanceof Int32Array) return array;
  throw missing(name, 'Int32Array', array);
}

function missing(name: string, type: string, array: NumberArray | undefined): Error {
  return new Error(`language weights: "${name}" should be an ${type}, not ${array?.constructor.name ?? 'missing'}`);
}
