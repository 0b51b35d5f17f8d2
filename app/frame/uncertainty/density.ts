import { html, svg, type TemplateResult } from "lit";
import { type LeafSummary, quantileOf } from "../../../kernel/montecarlo/leaf-summary.ts";
import type { Written } from "../../language/uncertain-figures.ts";

const WIDTH = 480;
const HEIGHT = 96;
const BASE = 74;

/** The histogram of the draws: the band has 95 % of them, the line is the number on the page. */
export function densityOf(summary: LeafSummary, central: number, written: Written, label: string): TemplateResult {
  const { edges, counts } = summary.histogram;
  const [from, to] = [edges[0]!, edges.at(-1)!];
  const most = Math.max(...counts, 1);
  const x = (value: number) => ((value - from) / (to - from || 1)) * WIDTH;
  const [lo, median, hi] = [0.025, 0.5, 0.975].map((p) => quantileOf(summary, p).value) as [number, number, number];
  const step = WIDTH / counts.length;
  const outline = counts.map((count, i) => {
    const y = BASE - (count / most) * (BASE - 6);
    return `${i === 0 ? `M0 ${BASE}` : ""}V${y.toFixed(1)}H${((i + 1) * step).toFixed(1)}`;
  });
  const area = `${outline.join("")}V${BASE}Z`;
  const within = (value: number) => Math.min(WIDTH, Math.max(0, x(value)));
  const mark = (value: number, text: string, anchor: string) =>
    svg`<text x=${within(value).toFixed(1)} y=${BASE + 16} text-anchor=${anchor}>${text}</text>`;
  return html`<svg class="density" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    ${svg`<defs><clipPath id="within-${WIDTH}-${Math.round(within(lo))}-${Math.round(within(hi))}">
        <rect x=${within(lo)} y="0" width=${Math.max(0, within(hi) - within(lo))} height=${BASE} />
      </clipPath></defs>
      <path class="all" d=${area} />
      <path class="band" d=${area} clip-path="url(#within-${WIDTH}-${Math.round(within(lo))}-${Math.round(within(hi))})" />
      <line class="base" x1="0" x2=${WIDTH} y1=${BASE} y2=${BASE} />
      <line class="central" x1=${within(central)} x2=${within(central)} y1="2" y2=${BASE} />
      <line class="tick" x1=${within(lo)} x2=${within(lo)} y1=${BASE} y2=${BASE + 4} />
      <line class="tick" x1=${within(median)} x2=${within(median)} y1=${BASE} y2=${BASE + 4} />
      <line class="tick" x1=${within(hi)} x2=${within(hi)} y1=${BASE} y2=${BASE + 4} />
      ${mark(lo, written.lo, "middle")}${mark(median, written.median, "middle")}${mark(hi, written.hi, "middle")}`}
  </svg>`;
}
