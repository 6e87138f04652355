import { useEffect } from 'react';
import { text } from '../text/en.ts';

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = text.pageTitle(title);
  }, [title]);
}
