import type { ArticleAnswer } from '@hearsay/ledger/questions/answers';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';
import { clearHighlight, highlight } from './highlight.ts';

/** More than these stand folded. */
const SHOWN = 3;

type Passage = ArticleAnswer['passages'][number];

/** Notes in the margin: who else has these words. Pointing at one paints the words. */
export function SharedPassages({ passages }: { passages: readonly Passage[] }) {
  return (
    <ul className="shared" aria-label={text.article.shared}>
      {passages.slice(0, SHOWN).map((passage) => (
        <SharedNote key={passage.articleId} passage={passage} />
      ))}
      {passages.length > SHOWN && (
        <li>
          <details>
            <summary>{text.article.sharedMore(passages.length - SHOWN)}</summary>
            <ul>
              {passages.slice(SHOWN).map((passage) => (
                <SharedNote key={passage.articleId} passage={passage} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}

function SharedNote({ passage }: { passage: Passage }) {
  const [there] = passage.there;
  const href = there ? hrefs.words(passage.articleId, there.start, there.end) : hrefs.article(passage.articleId);
  const paint = (element: Element) => highlight('shared', element.closest<HTMLElement>('.article-text'), passage.here);
  const clear = () => clearHighlight('shared');
  return (
    <li>
      <Link
        href={href}
        title={passage.title}
        onPointerEnter={(event) => paint(event.currentTarget)}
        onPointerLeave={clear}
        onFocus={(event) => paint(event.currentTarget)}
        onBlur={clear}
      >
        <bdi>{passage.outlet ?? text.noOutlet}</bdi>
      </Link>{' '}
      <small>{passage.label === 'same' ? text.article.sharedSame : text.article.sharedPart(passage.overlap)}</small>
    </li>
  );
}
