/**
 * Reads news reports: who says what in each, through whom, and how firmly.
 *
 *     import { loadModel, read } from '@hearsay/reader';
 *     const reading = read({ html, url, published: '2031-04-02' }, loadModel());
 */
export { loadModel } from './model/load-model.ts';
export type { Model } from './model/model.ts';
export { READER_VERSION, type ReadInput, read, readAnalysed } from './read.ts';
export { type Reading, readingJsonSchema, readingSchema } from './reading.ts';
