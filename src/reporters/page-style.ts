/**
 * The style sheet of a page: one column that fits a telephone and a sheet of paper, light and dark by the reader's own
 * choice, tables and pictures in the page's colours. It names no font of its own, no picture and no address.
 */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #ffffff; --ink: #1a1a1a; --muted: #595959; --rule: #c9c9c9; --soft: #f3f5f7; --mark: #1f5a94; --box: #e7eef6; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15181c; --ink: #eceef0; --muted: #b0b6bd; --rule: #454b53; --soft: #1f242a; --mark: #8ab8e6; --box: #22384f; }
}
* { box-sizing: border-box; }
html { font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; background: var(--paper); color: var(--ink); }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 62rem; overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.5rem 0 0.25rem; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 3rem 0 0.75rem; padding-top: 0.75rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.08rem; margin: 2rem 0 0.5rem; }
p, ul { max-width: 44rem; }
a { color: var(--mark); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.subtitle { color: var(--muted); margin-top: 0; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
nav ol { padding-left: 1.2rem; columns: 16rem; }
.notice { border-left: 4px solid var(--mark); background: var(--soft); padding: 0.6rem 1rem; }
blockquote { margin: 1rem 0; padding: 0.2rem 1rem; border-left: 4px solid var(--rule); max-width: 44rem; }
blockquote p { margin: 0.3rem 0; white-space: pre-line; }
blockquote footer { color: var(--muted); font-size: 0.87rem; }
.scroll { overflow-x: auto; margin: 1.25rem 0; }
.study-table { border-collapse: collapse; font-size: 0.92rem; line-height: 1.4; }
.study-table caption { text-align: left; font-weight: 600; padding: 0 0 0.4rem; min-width: min(30rem, 85vw); }
.study-table th, .study-table td { padding: 0.22rem 0.65rem; vertical-align: baseline; text-align: left; font-weight: normal; }
.study-table tbody th { min-width: 9rem; }
@media (min-width: 48rem) {
  .long .study-table tbody th { min-width: 15rem; }
  .long .study-table tbody td.left { min-width: 11rem; }
}
.wide .study-table th, .wide .study-table td { padding-left: 0.35rem; padding-right: 0.35rem; }
.study-table thead th, .study-table thead td { border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); font-weight: 600; vertical-align: bottom; }
.study-table tbody:last-of-type tr:last-child > * { border-bottom: 2px solid var(--ink); }
.study-table .right { text-align: right; }
.study-table .center { text-align: center; }
.study-table .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
.study-table .muted { color: var(--muted); }
.study-table .group th { font-style: italic; padding-top: 0.6rem; }
.notes { margin: -1rem 0 1.25rem; padding: 0 0.65rem; color: var(--muted); font-size: 0.87rem; }
.notes p { margin: 0.2rem 0; }
details { margin: 1.25rem 0; }
summary { cursor: pointer; color: var(--mark); }
.study-table th button { all: unset; cursor: pointer; }
.study-table th button:focus-visible { outline: 3px solid var(--mark); }
.study-table th button::after { content: " \\2195"; color: var(--muted); }
.wide .study-table th button::after { content: ""; }
.study-table th[aria-sort=ascending] button::after { content: " \\2191"; }
.study-table th[aria-sort=descending] button::after { content: " \\2193"; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; height: auto; display: block; }
figcaption { color: var(--muted); font-size: 0.92rem; max-width: 44rem; }
.study-figure text.ink { fill: var(--ink); }
.study-figure text.muted { fill: var(--muted); }
.study-figure line.ink { stroke: var(--ink); }
.study-figure line.muted { stroke: var(--muted); }
.study-figure line.rule { stroke: var(--rule); }
.study-figure line.mark, .study-figure path.mark { stroke: var(--mark); }
.study-figure .paper { fill: var(--paper); }
.study-figure .mark-fill { fill: var(--mark); stroke: var(--mark); }
.study-figure .mark-hollow { fill: var(--paper); stroke: var(--mark); }
.study-figure .box { fill: var(--box); stroke: var(--mark); }
.study-figure .dot { fill: var(--ink); }
@media print {
  :root { --paper: #ffffff; --ink: #000000; --muted: #444444; --rule: #b5b5b5; --soft: #ffffff; --mark: #1f5a94; --box: #e7eef6; color-scheme: light; }
  @page { size: A4; margin: 18mm 16mm; }
  @page wide { size: A4 landscape; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  h2, h3, caption, summary { break-after: avoid; }
  .scroll { overflow: visible; }
  .wide, h3:has(+ .wide) { page: wide; }
  .study-table { font-size: 8.5pt; max-width: 100%; }
  .wide .study-table { font-size: 7.5pt; }
  .study-table th, .study-table td { padding: 1pt 4pt; }
  .study-table td { overflow-wrap: anywhere; }
  .study-table td.number { overflow-wrap: normal; }
  .study-table thead { display: table-header-group; break-after: avoid; }
  .study-table tbody tr:first-child { break-before: avoid; }
  summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .notes { margin-top: 2pt; }
  .study-table tr, figure, blockquote { break-inside: avoid; }
  .study-table th button::after { content: ""; }
}
`;
