import { useEffect, useEffectEvent } from 'react';

const STORED = 'keys';

/** Whether single keys do something: a person who types by voice turns them off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

export function turnKeys(on: boolean): void {
  if (on) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, 'off');
}

/** Calls what is bound to a key when it is pressed outside fields and dialogs. */
export function useKeys(bindings: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const bound = bindings[event.key];
    if (bound === undefined || event.defaultPrevented) return;
    if (event.metaKey || event.ctrlKey || event.altKey || !keysAreOn() || isTyping(event.target)) return;
    event.preventDefault();
    bound();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox], [type=radio]), textarea, select, dialog') !== null
  );
}
