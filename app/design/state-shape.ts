import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import type { ShownStatus } from "../../kernel/runtime/state.ts";

/** The shapes ◌ ◔ ◇ ‖ □ ▲ △, drawn because their size differs between fonts. Cells that are up to date have none. */
const shapes: Record<ShownStatus, SVGTemplateResult | null> = {
  queued: svg`<circle cx="8" cy="8" r="5" stroke-dasharray="2.1 2.1" />`,
  running: svg`<circle cx="8" cy="8" r="5" /><path d="M8 8V3a5 5 0 0 1 5 5z" fill="currentColor" />`,
  fresh: null,
  stale: svg`<path d="M8 2.5 13.5 8 8 13.5 2.5 8z" />`,
  paused: svg`<path d="M5.5 3.5v9M10.5 3.5v9" stroke-width="2" />`,
  stopped: svg`<path d="M4 4h8v8H4z" />`,
  failed: svg`<path d="M8 3 14 13.5H2z" fill="currentColor" />`,
  blocked: svg`<path d="M8 3 14 13.5H2z" />`,
};

/** The shape of a state, the size of the text next to it. */
export function stateShape(status: ShownStatus): TemplateResult | typeof nothing {
  const shape = shapes[status];
  if (!shape) return nothing;
  return html`<svg
    class="shape"
    viewBox="0 0 16 16"
    width="1em"
    height="1em"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;
}
