import type { Suggestions } from '@hearsay/ledger/questions/answers';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { routes } from '../api/routes.ts';
import { Key } from '../marks/key.tsx';
import { go, hrefs } from '../shell/address.ts';
import { text } from '../text/en.ts';
import { completed } from './completed.ts';

/** Typing pauses this long, in milliseconds, before suggestions are asked for. */
const PAUSE = 120;

/** The one box: words and filters, with suggestions for the word that is being typed (the combobox pattern of ARIA). */
export function SearchBox({ box, query }: { box: RefObject<HTMLInputElement | null>; query: string }) {
  const [typed, setTyped] = useState(query);
  const [shownFor, setShownFor] = useState(query);
  const [items, setItems] = useState<Suggestions['items']>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = useRef(0);
  const list = useId();

  if (shownFor !== query) {
    setShownFor(query);
    setTyped(query);
  }

  useEffect(() => {
    const turn = ++asked.current;
    if (!open || typed.trim() === '') {
      setItems([]);
      return;
    }
    const timer = setTimeout(() => {
      request<Suggestions>(routes.suggestions(typed)).then(
        (answer) => turn === asked.current && setItems(answer.items),
        () => turn === asked.current && setItems([]),
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, open]);

  const shown = open && items.length > 0;

  function take(place: number) {
    const item = items[place];
    if (item === undefined) return;
    setTyped(completed(typed, item.text));
    setActive(-1);
    box.current?.focus();
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.key === 'Escape') {
      if (shown) setOpen(false);
      else box.current?.blur();
      return;
    }
    if (!shown) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(
        (active + step + items.length + 1) % (items.length + 1) === items.length
          ? -1
          : wrap(active + step, items.length),
      );
    } else if (active >= 0 && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      take(active);
    }
  }

  return (
    <search className="search-box">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(false);
          go(hrefs.search(typed.trim()));
        }}
      >
        <input
          ref={box}
          type="search"
          name="q"
          role="combobox"
          aria-label={text.search.label}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={list}
          aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
          placeholder={text.search.placeholder}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <Key name="/" />
        <div id={list} role="listbox" aria-label={text.search.suggestions} className="suggestions" hidden={!shown}>
          {items.map((item, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a listbox are handled by its combobox
            <div
              key={`${item.kind} ${item.text}`}
              id={`${list}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(place)}
            >
              <bdi>{item.text}</bdi> <small>{text.search.suggestion[item.kind]}</small>
            </div>
          ))}
        </div>
      </form>
    </search>
  );
}

function wrap(place: number, count: number): number {
  return place < -1 ? count - 1 : place;
}
