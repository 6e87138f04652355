import { Fragment } from 'react';
import { hrefs } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { text } from '../text/en.ts';

/** Whom the words came through, outermost first; a chain never repeats a name. */
export function ChainLine({ chain }: { chain: readonly { id: number | null; name: string }[] }) {
  return (
    <p className="chain">
      <span className="unseen">{text.chain}: </span>
      {chain.map((link, place) => (
        <Fragment key={link.name}>
          {place > 0 && (
            <span className="chain-link" aria-hidden="true">
              {' '}
              {text.chainLink}{' '}
            </span>
          )}
          {link.id === null ? (
            <bdi>{link.name}</bdi>
          ) : (
            <Link href={hrefs.entity(link.id)}>
              <bdi>{link.name}</bdi>
            </Link>
          )}
        </Fragment>
      ))}
    </p>
  );
}
