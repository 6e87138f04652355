import { EXPORT_FORMATS } from '@hearsay/ledger/exports/export-ledger';
import { parseSearch } from '@hearsay/ledger/search/search-query';
import { z } from 'zod';
import { id, words } from '../questions/parameters.ts';

/** A search that is not wholly understood would export other articles than those that were meant. */
const search = words.superRefine((query, context) => {
  for (const message of parseSearch(query).problems) context.addIssue({ code: 'custom', message });
});

/** What is exported, and how: the whole ledger where nothing narrows it. */
export const exportAsked = z.object({
  format: z.enum(EXPORT_FORMATS),
  q: search.optional(),
  claim: id.optional(),
  story: id.optional(),
  entity: id.optional(),
  article: id.optional(),
});
