import { EXPORT_FORMATS } from '@hearsay/ledger/exports/export-ledger';
import { z } from 'zod';
import { id, words } from '../questions/parameters.ts';

/** What is exported, and how: the whole ledger where nothing narrows it. */
export const exportAsked = z.object({
  format: z.enum(EXPORT_FORMATS),
  q: words.optional(),
  claim: id.optional(),
  story: id.optional(),
  entity: id.optional(),
  article: id.optional(),
});
