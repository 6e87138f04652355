/** The look of a reading: light and dark, screen and paper. Certainty shows in colour, line and letters alike. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --panel: #f4f1ea; --ink: #1d1b18; --quiet: #676056; --line: #dcd6ca; --mark: #fbe9b7;
  --sure: #1c6e4a; --likely: #1d5c9e; --maybe: #8f5a00; --denied: #ad2a1f; --open: #6a3fa5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --panel: #201e1b; --ink: #e9e5dc; --quiet: #a49c8f; --line: #3a362f; --mark: #4a3d14;
    --sure: #6fcf9d; --likely: #82b6f0; --maybe: #e5b055; --denied: #f28b7f; --open: #bd9bf0;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 2rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: break-word; }
a { color: inherit; }
.reading { display: grid; grid-template-columns: minmax(0, 1fr) minmax(19rem, 27rem); gap: 0 3rem; max-width: 82rem; margin: 0 auto; padding: 2.5rem 2rem; border-top: 1px solid var(--line); }
.reading:first-of-type { border-top: 0; }
article { max-width: 40rem; justify-self: end; width: 100%; font: 1.125rem/1.95 Charter, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; }
h1 { font-size: clamp(1.5rem, 4vw, 2.125rem); line-height: 1.2; margin: 0 0 .75rem; text-wrap: pretty; }
h2 { font-size: 1rem; margin: 0 0 .5rem; }
h3 { font-size: 1.2rem; line-height: 1.35; margin: 2rem 0 .5rem; }
.facts { font: .875rem/1.6 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--quiet); margin: 0 0 2rem; }
.reading:not([lang="en"]) :is(.paragraph, h1, h3, blockquote) { unicode-bidi: plaintext; }
.paragraph { margin: 0 0 1.1em; }
blockquote { margin: 0 0 1.1em; padding-left: 1rem; border-left: 3px solid var(--line); }
.verbatim { white-space: pre-wrap; font: .9rem/1.6 ui-monospace, monospace; margin: 0 0 1.1em; overflow-x: auto; }

.CTp { --c: var(--sure); --u: solid; }
.PRp { --c: var(--likely); --u: dashed; }
.PSp { --c: var(--maybe); --u: dotted; }
.CTm, .PRm, .PSm { --c: var(--denied); --u: double; }
.Uu { --c: var(--open); --u: wavy; }
.content { text-decoration: underline var(--u) 1.5px var(--c); text-underline-offset: 3px; text-decoration-skip-ink: none; }
.depth2 { text-underline-offset: 7px; }
.depth3 { text-underline-offset: 11px; }
.depth4 { text-underline-offset: 14px; }
article .content > a, article .source > a, article .cue > a { text-decoration: none; }
.source { font-weight: 700; }
.cue { font-style: italic; color: var(--quiet); }
sup { font: 600 .68rem/1 system-ui, sans-serif; display: inline-block; margin-right: .2em; vertical-align: .45em; }
sup a { color: var(--c); text-decoration: none; }
:target { background: var(--mark); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--likely); outline-offset: 2px; }

.inserts { margin: 0 0 1.1em; line-height: 1.9; }
.insert { display: inline; font: .8rem/1.5 system-ui, sans-serif; color: var(--quiet); }
.insert summary { display: inline-block; cursor: pointer; padding: 0 .55em; margin: 0 .25em; border: 1px dashed var(--line); border-radius: 1em; background: var(--panel); }
.insert:not([open])::details-content { display: none; }
.insert summary::before { content: "✂ "; }
.inserts .insert:first-child summary { margin-left: 0; }
.insert[open] { display: block; margin: .4em 0 .8em; padding: .5em .75em; background: var(--panel); border-radius: .4em; }
.cut { text-decoration: line-through; }
.why::before { content: "— "; }

aside { font-size: .9rem; }
.beside { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: .25rem .5rem 2rem .25rem; }
.sum { color: var(--quiet); margin: 0 0 .75rem; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; padding: 0; margin: 0 0 1rem; color: var(--quiet); font-size: .8rem; }
.glossary { margin: 0 0 1rem; color: var(--quiet); font-size: .8rem; }
.glossary ul { margin: .4rem 0 0; padding-left: 1.2rem; }
.lines { list-style: none; margin: 0; padding: 0; }
.line { border-left: 4px solid var(--c); background: var(--panel); border-radius: 0 .4rem .4rem 0; padding: .6rem .8rem; margin: 0 0 .6rem; break-inside: avoid; }
.line p { margin: 0; }
.line .number { float: right; margin-left: .75rem; color: var(--quiet); font-variant-numeric: tabular-nums; text-decoration: none; }
.who b { font-weight: 650; }
.who i { color: var(--quiet); }
.line .words { margin: .25rem 0; font-family: Charter, "Iowan Old Style", Palatino, Georgia, serif; line-height: 1.45; }
.line .grounds { font-size: .78rem; color: var(--quiet); }
.badge { color: var(--c); font-weight: 650; text-decoration: underline var(--u) 1.5px; text-underline-offset: 3px; }
.through { color: var(--quiet); font-size: .82rem; }
.nested1 { margin-left: 1rem; } .nested2 { margin-left: 2rem; } .nested3 { margin-left: 3rem; }
.notes { margin: 1.25rem 0 0; padding: 0; list-style: none; font-size: .85rem; color: var(--quiet); }
.notes li { margin: 0 0 .35rem; }
.warning { color: var(--denied); }

@media (max-width: 60rem) {
  .reading { grid-template-columns: minmax(0, 1fr); padding: 1.5rem 1rem; }
  article { justify-self: center; font-size: 1.0625rem; line-height: 1.85; }
  aside { max-width: 40rem; width: 100%; margin: 2rem auto 0; }
  .beside { position: static; max-height: none; overflow: visible; padding: 0; }
}
@media print {
  :root { --paper: #fff; --panel: #fff; --ink: #000; --quiet: #444; --line: #bbb; --mark: #fff; }
  .reading { display: block; max-width: none; padding: 0; break-after: page; }
  article { max-width: none; font-size: 11pt; line-height: 1.7; }
  aside { margin: 1.5rem 0 0; max-width: none; }
  .beside { position: static; max-height: none; overflow: visible; }
  .line { border: 1px solid var(--line); border-left: 4px solid var(--c); }
}
`;
