import type { Language, Sentences, Tokens } from './language.ts';
import type { LanguageModel } from './language-model.ts';
import { lemmatise } from './lemmas.ts';
import { findNames } from './name-finder.ts';
import { parse } from './parser.ts';
import { tagWords } from './tagger.ts';
import { readWords } from './words.ts';

/**
 * Tags, lemmas, names and dependencies of every token, in time linear in their number. Decisions are greedy, from left
 * to right; names alone look back beyond their sentence, to how the article took the same word before.
 */
export function analyse(tokens: Tokens, sentences: Sentences, model: LanguageModel): Language {
  const words = readWords(tokens, sentences);
  const tag = tagWords(words, sentences, model.tagger);
  const name = findNames(words, sentences, tag, model.names);
  const lemma = lemmatise(tokens, words, tag, model.lemmas);
  const { head, relation } = parse(words.form, sentences, tag, model.parser);
  return { tokens, sentences, tag, lemma, name, head, relation };
}
