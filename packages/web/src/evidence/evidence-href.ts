import type { Evidence } from '@hearsay/ledger/questions/answers';
import { hrefs } from '../shell/address.ts';

/** Where the exact words stand. Places in a reading shift as editors add and delete; words stay where they are. */
export function evidenceHref({ articleId, content: [first] }: Evidence): string {
  return first === undefined ? hrefs.article(articleId) : hrefs.words(articleId, first.start, first.end);
}
