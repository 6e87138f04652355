import { type ReactNode, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { List } from '../api/list.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { text } from '../text/en.ts';
import { rowWindow } from './row-window.ts';

/** Shorter lists are drawn whole: the browser's own search in the page then finds every row. */
const DRAWN_WHOLE = 80;
/** Rows are drawn this far beyond the view, in pixels, so that a fast scroll meets no blank. */
const MARGIN = 1200;

/**
 * A list of any length. Only the rows in view are in the page. The next part is fetched before its end is reached: at once where the
 * list is the last thing on its page (`last`), else from when its reader asked for more, so that what follows can be reached.
 */
export function Rows<Item>({
  list,
  keyOf,
  estimate,
  last = false,
  children,
}: {
  list: List<Item>;
  keyOf: (item: Item) => number | string;
  /** Usual height of a row in pixels. */
  estimate: number;
  last?: boolean;
  children: (item: Item) => ReactNode;
}) {
  const { items, problem, more } = list;
  const box = useRef<HTMLOListElement>(null);
  const heights = useRef(new Float64Array(0));
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const windowed = items.length > DRAWN_WHOLE;
  const [endless, setEndless] = useState(last);

  if (heights.current.length < items.length) {
    const longer = new Float64Array(items.length * 2);
    longer.set(heights.current);
    heights.current = longer;
  }
  const top = box.current ? -box.current.getBoundingClientRect().top : 0;
  const view = windowed
    ? rowWindow(heights.current, items.length, estimate, top - MARGIN, top + window.innerHeight + MARGIN)
    : { first: 0, last: items.length, before: 0, after: 0 };

  useLayoutEffect(() => {
    if (!windowed) return;
    let changed = false;
    for (const row of box.current?.children ?? []) {
      const place = Number(row.getAttribute('data-place'));
      const height = row.getBoundingClientRect().height;
      if (Math.abs((heights.current[place] || estimate) - height) > 1) changed = true;
      heights.current[place] = height;
    }
    if (changed) redraw();
  });

  useEffect(() => {
    if (!windowed) return;
    let frame = 0;
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(redraw);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
    };
  }, [windowed]);

  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!endless || more === null || end.current === null) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && more(), {
      rootMargin: `${MARGIN}px`,
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [endless, more]);

  return (
    <>
      <ol ref={box} className="rows" style={{ paddingTop: view.before, paddingBottom: view.after }}>
        {items.slice(view.first, view.last).map((item, index) => (
          <li
            key={keyOf(item)}
            data-place={view.first + index}
            aria-setsize={more === null ? items.length : -1}
            aria-posinset={view.first + index + 1}
          >
            {children(item)}
          </li>
        ))}
      </ol>
      {problem && <ProblemNotice problem={problem} {...(more && { again: more })} />}
      {more && (
        <div ref={end} className="rows-more">
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setEndless(true);
              more();
            }}
          >
            {text.list.more}
          </button>
        </div>
      )}
    </>
  );
}
