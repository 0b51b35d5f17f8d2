import { Tip } from "@observablehq/plot";
import type { DrawnScales, DrawnState, PlotContext, PlotMark } from "./drawn-marks.ts";
import { tipLines } from "./tip-lines.ts";

interface PlotTip extends PlotMark {
  /** How the author wants the channels to be written. */
  format: Readonly<Record<string, unknown>>;
  /** The width at which a line is cut, in em. */
  readonly lineWidth: number;
}

type TipValues = Readonly<Record<string, unknown>> & { readonly channels: DrawnState["channels"] };

type Render = (
  this: PlotTip,
  rows: readonly number[] & { fi?: number },
  scales: DrawnScales,
  values: TipValues,
  dimensions: unknown,
  context: PlotContext,
) => unknown;

/** The tips whose author chose what they say. */
const formatted = new WeakMap<PlotTip, boolean>();

/** The least width of a line: a difference with its unit and its share. */
const LINE_EM = 30;

let observing = false;

/**
 * Lets the tips of plots speak in words: labels instead of names of fields, units beside numbers, all values of the row and their
 * difference. A title or a format of the author stays as it is.
 */
export function writeTipsInWords(): void {
  if (observing) return;
  observing = true;
  const prototype = Tip.prototype as unknown as { render: Render };
  const { render } = prototype;
  prototype.render = function (rows, scales, values, dimensions, context) {
    // Plot adds its own formats to the author's while it draws.
    if (!formatted.has(this)) formatted.set(this, Object.keys(this.format ?? {}).length > 0);
    const [row] = rows;
    if (row === undefined || "title" in values || formatted.get(this)) {
      return render.call(this, rows, scales, values, dimensions, context);
    }
    const state = context.getMarkState(this);
    const lines = tipLines(context.ownerSVGElement, state, scales, row);
    const channels = Object.fromEntries(
      lines.map(({ label, value }, i) => [
        `line-${i}`,
        { label, value: { [row]: value } as unknown as ArrayLike<unknown> },
      ]),
    );
    // The lines of facets are among these, too.
    const written = Object.create(this, {
      format: { value: { fx: null, fy: null }, writable: true },
      lineWidth: { value: Math.max(this.lineWidth, LINE_EM) },
    }) as PlotTip;
    return render.call(written, rows, scales, { ...values, channels }, dimensions, context);
  };
}
