import type { EntityCard } from '@hearsay/ledger/questions/answers';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';

/** An entity in a list. */
export function EntityRow({ entity }: { entity: EntityCard }) {
  return (
    <article className="entity-row">
      <h3>
        <Link href={hrefs.entity(entity.id)} data-row="" dir="auto">
          {entity.name}
        </Link>
      </h3>
      <p className="facts">
        <span>{text.entity.kicker[entity.type]}</span>
        <span>{text.search.said(entity.assertions)}</span>
        <span>{text.counts.articles(entity.articles)}</span>
      </p>
    </article>
  );
}
