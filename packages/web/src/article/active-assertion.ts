import type { Assertion } from '@hearsay/reader/reading';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { go, useLocation } from '../shell/address.ts';

/** Wide enough for the assertions to stand beside the text. */
export const BESIDE = '(min-width: 60rem)';

export interface ActiveAssertion {
  /** What is looked at: pointed at, else selected. */
  readonly active: number | null;
  /** What is pointed at in the text, by hover, focus or tap: its chain is shown there. */
  readonly pointed: { readonly ordinal: number; readonly anchor: Element } | null;
  /** Selects an assertion, so that text and list both show it and the address names it. */
  select(ordinal: number): void;
  point(pointed: ActiveAssertion['pointed']): void;
}

/** Keeps text and list on the same assertion, whichever is hovered, focused, tapped or clicked. */
export function useActiveAssertion(
  body: RefObject<HTMLElement | null>,
  assertions: readonly Assertion[],
): ActiveAssertion {
  const { hash } = useLocation();
  const [pointed, point] = useState<ActiveAssertion['pointed']>(null);
  const selected = namedBy(hash, assertions);
  const active = pointed?.ordinal ?? selected;

  const select = useCallback((ordinal: number) => go(`#assertion-${ordinal + 1}`, 'replace'), []);

  useEffect(() => {
    const text = body.current;
    if (text === null) return;
    const marks = active === null ? [] : [...text.querySelectorAll(`[data-assertion="${active}"]`)];
    for (const mark of marks) mark.classList.add('active');
    return () => {
      for (const mark of marks) mark.classList.remove('active');
    };
  });

  useEffect(() => {
    if (selected === null) return;
    const inText = body.current?.querySelector(`[data-assertion="${selected}"]`);
    if (inText && !inView(inText)) inText.scrollIntoView({ block: 'center' });
    const inList = document.getElementById(`assertion-${selected + 1}`);
    if (matchMedia(BESIDE).matches) inList?.scrollIntoView({ block: 'nearest' });
  }, [selected, body]);

  useEffect(() => {
    const text = body.current;
    if (text === null) return;
    let leaving = 0;
    const ordinalOf = (mark: Element) => Number(mark.getAttribute('data-assertion'));
    const markAt = (event: Event) =>
      event.target instanceof Element ? event.target.closest('[data-assertion]') : null;
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const mark = markAt(event);
      clearTimeout(leaving);
      // A little later, so that the pointer can travel from the words to what is shown about them (WCAG 1.4.13).
      if (mark) leaving = window.setTimeout(() => point({ ordinal: ordinalOf(mark), anchor: mark }), 90);
      else leaving = window.setTimeout(() => point(null), 250);
    };
    const focus = (event: Event) => {
      const mark = markAt(event);
      if (mark) point({ ordinal: ordinalOf(mark), anchor: mark });
    };
    const blur = () => point(null);
    const click = (event: MouseEvent) => {
      const mark = markAt(event);
      if (!mark || event.metaKey || event.ctrlKey || !document.getSelection()?.isCollapsed) return;
      event.preventDefault();
      point({ ordinal: ordinalOf(mark), anchor: mark });
      select(ordinalOf(mark));
    };
    const leave = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      clearTimeout(leaving);
      leaving = window.setTimeout(() => {
        if (document.querySelector('.sheet:hover, .sheet:focus-within') === null) point(null);
      }, 250);
    };
    text.addEventListener('pointerover', over);
    text.addEventListener('pointerleave', leave);
    text.addEventListener('focusin', focus);
    text.addEventListener('focusout', blur);
    text.addEventListener('click', click);
    return () => {
      clearTimeout(leaving);
      text.removeEventListener('pointerover', over);
      text.removeEventListener('pointerleave', leave);
      text.removeEventListener('focusin', focus);
      text.removeEventListener('focusout', blur);
      text.removeEventListener('click', click);
    };
  }, [body, select]);

  return { active, pointed, select, point };
}

/** The assertion that an address names: by its number, or by the words that it begins with. */
function namedBy(hash: string, assertions: readonly Assertion[]): number | null {
  const [, kind, one, other] = /^#(assertion|words)-(\d+)(?:-(\d+))?$/.exec(hash) ?? [];
  if (kind === 'assertion') return Number(one) <= assertions.length ? Number(one) - 1 : null;
  const place = assertions.findIndex(
    ({ content: [first] }) => first?.start === Number(one) && first.end === Number(other),
  );
  return place === -1 ? null : place;
}

function inView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 80 && bottom <= window.innerHeight - 40;
}
