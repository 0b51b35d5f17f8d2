import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

/** Line icons on a grid of 24, drawn for this page. They are decorative: each has a text or label next to it. */
const drawings = {
  play: svg`<path d="M8 5.5v13l10.5-6.5z" />`,
  stop: svg`<rect x="6.5" y="6.5" width="11" height="11" rx="1.5" fill="currentColor" />`,
  stale: svg`<path d="M12 4.5 19.5 12 12 19.5 4.5 12z" />`,
  pause: svg`<path d="M9 6v12M15 6v12" />`,
  failed: svg`<path d="M12 5 20 19H4z" fill="currentColor" />`,
  undo: svg`<path d="M8.5 5 4.5 9l4 4" /><path d="M4.5 9H14a5 5 0 0 1 0 10h-3.5" />`,
  redo: svg`<path d="m15.5 5 4 4-4 4" /><path d="M19.5 9H10a5 5 0 0 0 0 10h3.5" />`,
  reset: svg`<path d="M6.5 8A7 7 0 1 1 5 12.5" /><path d="M5.5 4.5v4h4" />`,
  add: svg`<path d="M12 5.5v13M5.5 12h13" />`,
  save: svg`<path d="M12 4.5v10M8 10.5l4 4 4-4" /><path d="M5 15.5v3.5h14v-3.5" />`,
  download: svg`<path d="M12 4.5v10M8 10.5l4 4 4-4" /><path d="M5 19.5h14" />`,
  read: svg`<path d="M12 6.5c-2-1.5-5-2-8-1.5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5z" /><path d="M12 6.5v13" />`,
  edit: svg`<path d="m14.5 6 3.5 3.5L9 18.5l-4.5 1 1-4.5z" />`,
  rail: svg`<rect x="4" y="5" width="16" height="14" rx="2" /><path d="M9.5 5v14" />`,
  panel: svg`<rect x="4" y="5" width="16" height="14" rx="2" /><path d="M14.5 5v14" />`,
  data: svg`<ellipse cx="12" cy="6.5" rx="7" ry="2.5" /><path d="M5 6.5v11c0 1.4 3.1 2.5 7 2.5s7-1.1 7-2.5v-11M5 12c0 1.4 3.1 2.5 7 2.5s7-1.1 7-2.5" />`,
  cells: svg`<rect x="4.5" y="5" width="15" height="5.5" rx="1.5" /><rect x="4.5" y="13.5" width="15" height="5.5" rx="1.5" />`,
  sun: svg`<circle cx="12" cy="12" r="3.75" /><path d="M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6 18 18M6 18l1.4-1.4M16.6 7.4 18 6" />`,
  moon: svg`<path d="M19 14.5A7.5 7.5 0 1 1 9.5 5a6 6 0 0 0 9.5 9.5z" />`,
  system: svg`<circle cx="12" cy="12" r="7.5" /><path d="M12 4.5a7.5 7.5 0 0 1 0 15z" fill="currentColor" />`,
  language: svg`<path d="M4 6.5h9M8.5 4.5v2M11 6.5c-.7 3.5-3 6.3-6.5 8M6 9.5c1 2.2 2.8 4 5 5" /><path d="m11.5 19.5 4-9.5 4 9.5M13 16.5h5" />`,
  library: svg`<rect x="4.5" y="4.5" width="6" height="6" rx="1.5" /><rect x="13.5" y="4.5" width="6" height="6" rx="1.5" /><rect x="4.5" y="13.5" width="6" height="6" rx="1.5" /><rect x="13.5" y="13.5" width="6" height="6" rx="1.5" />`,
  palette: svg`<circle cx="11" cy="11" r="5.5" /><path d="m15.2 15.2 4.3 4.3" />`,
  help: svg`<circle cx="12" cy="12" r="8" /><path d="M9.5 9.75a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8" /><path d="M12 16.4v.1" />`,
  ask: svg`<path d="M5 5.5h14v10h-8l-4 3.5v-3.5H5z" /><path d="M8.5 9h7M8.5 12h4.5" />`,
  close: svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11" />`,
  more: svg`<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="2.75" />`,
  back: svg`<path d="m14.5 5.5-6.5 6.5 6.5 6.5" />`,
  check: svg`<path d="m5.5 12.5 4.5 4.5 8.5-9.5" />`,
  up: svg`<path d="M12 19V5.5M6.5 11 12 5.5l5.5 5.5" />`,
  down: svg`<path d="M12 5v13.5M6.5 13l5.5 5.5 5.5-5.5" />`,
  bin: svg`<path d="M5 7h14M10 7V4.5h4V7M6.5 7l1 12.5h9l1-12.5M10 10.5v5.5M14 10.5v5.5" />`,
  text: svg`<path d="M5 6.5h14M5 11h14M5 15.5h9" />`,
  code: svg`<path d="m8.5 7-5 5 5 5M15.5 7l5 5-5 5" />`,
  split: svg`<path d="M5 5h14v4H5zM5 15h14v4H5zM3.5 12h2.5M9 12h2M13 12h2M18 12h2.5" />`,
  join: svg`<path d="M5 4.5h14v15H5z" /><path d="M12 7v4M10 9l2 2 2-2M12 17v-4M10 15l2-2 2 2" />`,
  clear: svg`<path d="m5 15 8.5-9.5 6 5.5-7 8H8.5z" /><path d="m9 10.5 6 5.5M4.5 19h15" />`,
  chart: svg`<path d="M4.5 4.5v15h15" /><path d="m7.5 15 4-5 3 2.5 4.5-6.5" />`,
  graph: svg`<circle cx="6" cy="6.5" r="2.25" /><circle cx="6" cy="17.5" r="2.25" /><circle cx="18" cy="12" r="2.25" /><path d="M8.2 7.5 16 11M8.2 16.5 16 13" />`,
  variables: svg`<path d="M8 5c-3.5 4-3.5 10 0 14M16 5c3.5 4 3.5 10 0 14M9.5 9l5 6M14.5 9l-5 6" />`,
  trail: svg`<circle cx="6" cy="18" r="2" /><circle cx="18" cy="6" r="2" /><path d="M8 18h6a3 3 0 0 0 0-6h-4a3 3 0 0 1 0-6h6" />`,
  print: svg`<path d="M7.5 9V4.5h9V9M7.5 16.5h-3V9h15v7.5h-3M7.5 13.5h9v6h-9z" />`,
  share: svg`<path d="M12 14.5v-10M8.5 8 12 4.5 15.5 8M6.5 11.5h-1v8h13v-8h-1" />`,
  present: svg`<path d="M4 5h16v10.5H4zM12 15.5v4M8.5 19.5h7M10.5 8v4.5l4-2.25z" />`,
  full: svg`<path d="M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15" />`,
  uncertainty: svg`<path d="M12 5v9M7.5 9.5h9M7.5 18.5h9" />`,
  scenarios: svg`<path d="M5 12h4M9 12c3 0 3-6 6-6h4M9 12c3 0 3 6 6 6h4M9 12h10" />`,
  open: svg`<path d="m9.5 6.5 5.5 5.5-5.5 5.5" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof drawings;

/** An icon. */
export function icon(name: IconName): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${drawings[name]}
  </svg>`;
}

/** The logo: the Big Dipper, whose fifth star is Yuheng. */
export function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 48 24" aria-hidden="true">
    <path
      d="M3 5.5 11 7.5 18.5 11 25.5 13.5 29 20 42 19 44.5 9.5 25.5 13.5"
      fill="none"
      stroke="var(--rule-strong)"
      stroke-width="0.9"
    />
    <g fill="var(--ink-muted)">
      <circle cx="3" cy="5.5" r="1.6" />
      <circle cx="11" cy="7.5" r="1.6" />
      <circle cx="25.5" cy="13.5" r="1.4" />
      <circle cx="29" cy="20" r="1.6" />
      <circle cx="42" cy="19" r="1.6" />
      <circle cx="44.5" cy="9.5" r="1.6" />
    </g>
    <circle cx="18.5" cy="11" r="3" fill="var(--chart-production)" />
  </svg>`;
}
