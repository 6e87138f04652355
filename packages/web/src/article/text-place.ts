import { type RefObject, useEffect, useState } from 'react';
import { trimmed } from './word-edges.ts';

/** A stretch of the article's text: UTF-16 offsets, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The pieces of text that are the article's own carry the offset at which they begin; everything else on the page is ours. */
const PIECES = '[data-at]';

/** The words of the article that are selected in the browser, without the space around them; null where there are none. */
export function useSelectedWords(body: RefObject<HTMLElement | null>, words: string): Place | null {
  const [selected, setSelected] = useState<Place | null>(null);
  useEffect(() => {
    const listener = () => {
      const place = body.current && selectedPlace(body.current);
      const kept = place && trimmed(words, place);
      setSelected((before) => (before?.start === kept?.start && before?.end === kept?.end ? before : kept));
    };
    document.addEventListener('selectionchange', listener);
    return () => document.removeEventListener('selectionchange', listener);
  }, [body, words]);
  return selected;
}

function selectedPlace(body: HTMLElement): Place | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer) && !range.intersectsNode(body)) return null;
  const touched = [...body.querySelectorAll<HTMLElement>(PIECES)].filter((piece) => range.intersectsNode(piece));
  const [first] = touched;
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = first.contains(range.startContainer) ? range.startOffset : 0;
  const end = last.contains(range.endContainer) ? range.endOffset : (last.textContent?.length ?? 0);
  return { start: Number(first.dataset.at) + start, end: Number(last.dataset.at) + end };
}

/** The same stretches as ranges of the page. */
export function rangesOf(body: HTMLElement, places: readonly Place[]): Range[] {
  const ranges: Range[] = [];
  for (const piece of body.querySelectorAll<HTMLElement>(PIECES)) {
    const node = piece.firstChild;
    if (!(node instanceof Text)) continue;
    const at = Number(piece.dataset.at);
    for (const place of places) {
      const start = Math.max(0, place.start - at);
      const end = Math.min(node.length, place.end - at);
      if (start >= end) continue;
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}
