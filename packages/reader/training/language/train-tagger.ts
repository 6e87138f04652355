import { bestClass } from '../../src/language/hashing.ts';
import { createLexicon, type Lexicon } from '../../src/language/lexicon.ts';
import {
  commonTags,
  isSure,
  newTaggerFeatures,
  SURE,
  type TaggerModel,
  taggerFeatures,
} from '../../src/language/tagger.ts';
import { TAGS } from '../../src/language/tags.ts';
import { Perceptron, SEED, shuffled } from './perceptron.ts';
import type { Document } from './treebank.ts';

/** Chosen on PolNeAR dev by accuracy against file size. */
const ROW_BITS = 15;
const EPOCHS = 5;
/** A form goes into the lexicon when it was seen this often, and is sure of its tag from here on. */
const KNOWN_FROM = 3;
const SURE_FROM = 40;
const SURE_SHARE = 0.998;

/** Learns tags from the usable sentences of `documents`. */
export function trainTagger(documents: readonly Document[]): TaggerModel {
  const lexicon = learnLexicon(documents);
  const features = newTaggerFeatures();
  const scores = new Float32Array(TAGS.length);
  const common = documents.map((document) => commonTags(document.words, lexicon));
  const perceptron = new Perceptron(ROW_BITS, TAGS.length, (each) => {
    for (const [d, { words, sentences, usable, tag }] of documents.entries()) {
      for (let s = 0; s < sentences.count; s++) {
        for (let i = sentences.first[s]; usable[s] && i < sentences.end[s]; i++) {
          if (isSure(words, common[d], i)) continue;
          taggerFeatures(words, common[d], tag, sentences.first[s], sentences.end[s], i, features);
          each(features);
        }
      }
    }
  });
  const guessed = documents.map((document) => new Uint8Array(document.tokens.count));
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const d of shuffled(documents.length, SEED + epoch)) {
      const { words, sentences, usable, tag } = documents[d];
      const tags = guessed[d];
      for (let s = 0; s < sentences.count; s++) {
        if (!usable[s]) continue;
        for (let i = sentences.first[s]; i < sentences.end[s]; i++) {
          if (isSure(words, common[d], i)) {
            tags[i] = common[d][i] - SURE;
            continue;
          }
          taggerFeatures(words, common[d], tags, sentences.first[s], sentences.end[s], i, features);
          perceptron.score(features, scores);
          const best = bestClass(scores, TAGS.length);
          if (best !== tag[i]) perceptron.update(features, tag[i], best);
          perceptron.tick();
          tags[i] = best;
        }
      }
    }
  }
  return { table: perceptron.table(), lexicon };
}

function learnLexicon(documents: readonly Document[]): Lexicon {
  const counts = new Map<number, Uint32Array>();
  for (const { words, sentences, usable, tag } of documents) {
    for (let s = 0; s < sentences.count; s++) {
      if (!usable[s]) continue;
      for (let i = sentences.first[s]; i < sentences.end[s]; i++) {
        const seen = counts.get(words.form[i]) ?? new Uint32Array(TAGS.length);
        seen[tag[i]]++;
        counts.set(words.form[i], seen);
      }
    }
  }
  const entries = new Map<number, number>();
  for (const [form, seen] of counts) {
    let total = 0;
    let best = 0;
    for (let t = 0; t < seen.length; t++) {
      total += seen[t];
      if (seen[t] > seen[best]) best = t;
    }
    if (total < KNOWN_FROM) continue;
    entries.set(form, best + (total >= SURE_FROM && seen[best] >= SURE_SHARE * total ? SURE : 0));
  }
  return createLexicon(entries);
}
