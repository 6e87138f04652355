import { type Place, rangesOf } from './text-place.ts';

type HighlightName = 'draft' | 'words' | 'shared';

/**
 * Paints stretches of the article without touching its elements (CSS Custom Highlight API); a browser that lacks it paints
 * nothing. Gives the element in which the first stretch begins.
 */
export function highlight(name: HighlightName, body: HTMLElement | null, places: readonly Place[]): Element | null {
  const ranges = body === null ? [] : rangesOf(body, places);
  if ('highlights' in CSS) {
    if (ranges.length === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, new Highlight(...ranges));
  }
  return ranges[0]?.startContainer.parentElement ?? null;
}

export function clearHighlight(name: HighlightName): void {
  if ('highlights' in CSS) CSS.highlights.delete(name);
}
