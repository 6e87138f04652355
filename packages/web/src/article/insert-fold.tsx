import type { Insert } from '@hearsay/reader/reading';
import { useId, useState } from 'react';
import { webAddress } from '../shell/address.ts';
import { text } from '../text/en.ts';

/** Words that are not the article's, folded where they stood. */
export function InsertFold({ insert }: { insert: Insert }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const kind = text.article.insert[insert.kind];
  const href = webAddress(insert.href);
  return (
    <span className="insert">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={text.article.insertLabel(kind)}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">✂ {kind}</span>
      </button>
      <span id={id} hidden={!open} className="insert-words">
        <bdi>
          {href === null ? (
            insert.text.trim()
          ) : (
            <a href={href} rel="noreferrer noopener" target="_blank">
              {insert.text.trim()}
            </a>
          )}
        </bdi>{' '}
        <small>{text.article.insertWhy(insert.why)}</small>
      </span>
    </span>
  );
}
