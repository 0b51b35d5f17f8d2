/** The style of a report's page: light and dark on a screen, black on white on A4, wide tables across. System faces only. */
export const pageStyle = `:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #23211c; --muted: #625d52; --rule: #e2ddd0; --head: #f4f1e9;
  font-family: system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  font-size: 15px; line-height: 1.5;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #1d1c1a; --ink: #ece8df; --muted: #a8a294; --rule: #3d3a34; --head: #292723; }
}
body { margin: 0; background: var(--paper); color: var(--ink); }
main { max-width: 1120px; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
.headline { font-size: 1.1rem; margin: 0; }
.standard, .unstated { color: var(--muted); }
.unstated { font-style: italic; }
:lang(zh) .unstated { font-style: normal; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.85rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--rule); }
thead th { background: var(--head); }
tbody th { font-weight: 600; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .n { white-space: normal; }
.q { min-width: 5.5rem; }
td small { color: var(--muted); font-size: 0.9em; }
.fields th { width: 32%; }
.landscape td { min-width: 3rem; }
@page { size: A4; margin: 16mm 14mm; }
@page across { size: A4 landscape; margin: 10mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --muted: #444; --rule: #bbb; --head: #eee; font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .part { break-before: page; }
  .landscape { page: across; }
  .landscape table { font-size: 7.5pt; line-height: 1.3; }
  .landscape th, .landscape td { padding: 1.5pt 3pt; min-width: 0; overflow-wrap: break-word; hyphens: auto; }
  .landscape .q { min-width: 4rem; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}`;
