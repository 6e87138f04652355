import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { go } from './address.ts';

/** A link to another page of the desk. Other buttons and keys of the browser work as on any link. */
export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return <a {...rest} href={href} onClick={(event) => follow(event, href)} />;
}

function follow(event: MouseEvent, href: string): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(href);
}
