import { bestClass } from '../../src/language/hashing.ts';
import { isPlain, type NameModel, nameFeatures, newNameFeatures, remember } from '../../src/language/name-finder.ts';
import { NAME_TYPES } from '../../src/language/names.ts';
import { Perceptron, SEED, shuffled } from './perceptron.ts';
import type { Document } from './treebank.ts';

/** Chosen on PolNeAR dev by F1 against file size. */
const ROW_BITS = 16;
const EPOCHS = 5;

/** Learns names from the documents that have them, on the tags that it will see, one array a document. */
export function trainNames(documents: readonly Document[], tags: readonly Uint8Array[]): NameModel {
  const features = newNameFeatures();
  const classes = NAME_TYPES.length;
  const scores = new Float32Array(classes);
  const perceptron = new Perceptron(ROW_BITS, classes, (each) => {
    for (const [d, { words, sentences, usable, named, name }] of documents.entries()) {
      const memory = new Uint8Array(words.count);
      for (let s = 0; named && s < sentences.count; s++) {
        const first = sentences.first[s];
        for (let i = first; usable[s] && i < sentences.end[s]; i++) {
          if (isPlain(words, name, first, i)) continue;
          nameFeatures(words, tags[d], name, memory, first, sentences.end[s], i, features);
          each(features);
          remember(words, memory, i, name[i]);
        }
      }
    }
  });
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const d of shuffled(documents.length, SEED + epoch)) {
      const { words, sentences, usable, named, name } = documents[d];
      if (!named) continue;
      const names = new Uint8Array(words.count);
      const memory = new Uint8Array(words.count);
      for (let s = 0; s < sentences.count; s++) {
        const first = sentences.first[s];
        for (let i = first; i < sentences.end[s]; i++) {
          if (isPlain(words, names, first, i)) continue;
          nameFeatures(words, tags[d], names, memory, first, sentences.end[s], i, features);
          perceptron.score(features, scores);
          const best = bestClass(scores, classes);
          if (usable[s]) {
            if (best !== name[i]) perceptron.update(features, name[i], best);
            perceptron.tick();
          }
          names[i] = best;
          remember(words, memory, i, best);
        }
      }
    }
  }
  return { table: perceptron.table() };
}
