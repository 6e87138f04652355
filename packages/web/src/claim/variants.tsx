import type { Variant } from '@hearsay/ledger/questions/answers';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';

/** The wordings of a claim, the most frequent first, with what differs from its own. */
export function Variants({ variants }: { variants: readonly Variant[] }) {
  return (
    <ol className="variants">
      {variants.map((variant) => (
        <li key={variant.words}>
          <p className="words" dir="auto">
            {variant.parts.map((part, place) => {
              const Tag = part.kind === 'cut' ? 'del' : part.kind === 'added' ? 'ins' : 'span';
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
              return <Tag key={place}>{part.text}</Tag>;
            })}
          </p>
          <p className="facts">
            <span>{text.counts.times(variant.count)}</span>
            {variant.quotation && <span>{text.claim.variantQuotation}</span>}
            {variant.articleIds[0] !== undefined && (
              <Link href={hrefs.article(variant.articleIds[0])}>{text.evidence.open}</Link>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
