/** Moves the focus to the next or the previous row of the page: whatever is marked `data-row`. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter((row) => row.checkVisibility());
  if (rows.length === 0) return;
  const here = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const next = here === -1 ? firstInView(rows) : rows[here + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

function firstInView(rows: HTMLElement[]): HTMLElement | undefined {
  return rows.find((row) => row.getBoundingClientRect().top >= 0) ?? rows[0];
}
