import * as Plot from "@observablehq/plot";
import { textWidth, wrapped } from "../../lib/charts/text-width.ts";
import { giveNames } from "../output/figure/given-names.ts";
import { FONT_SIZE } from "./chart.ts";

/** Labels left of rows: wrapped into two lines where they are long, and cut only beyond that. */
export interface LabelColumn {
  readonly width: number;
  readonly rowHeight: number;
  /** The axis that draws them, and says to the table behind the picture what the keys are called. */
  readonly axis: Plot.Markish;
}

const GAP = 10;
const ROW = 28;
const ROW_OF_TWO_LINES = 38;

/**
 * The column for labels beside a drawing of a width; `keys` are the values of the band scale.
 * @param apart px between the column and the drawing, where numbers stand
 */
export function labelColumn(keys: readonly string[], labels: readonly string[], width: number, apart = 0): LabelColumn {
  const most = Math.min(230, width * (width < 480 ? 0.34 : 0.3));
  const lines = labels.map((label) => wrapped(label, most, FONT_SIZE));
  const widest = Math.max(0, ...lines.flat().map((line) => textWidth(line, FONT_SIZE)));
  const textOf = new Map(keys.map((key, i) => [key, lines[i]!.join("\n")]));
  return {
    width: Math.ceil(widest) + GAP,
    rowHeight: lines.some(({ length }) => length > 1) ? ROW_OF_TWO_LINES : ROW,
    axis: [
      Plot.axisY({
        label: null,
        tickSize: 0,
        tickPadding: GAP - 2 + apart,
        tickFormat: (key: string) => textOf.get(key) ?? key,
      }),
      namesMark(new Map(keys.map((key, i) => [key, labels[i]!]))),
    ],
  };
}

/** A mark that draws nothing and names the rows. */
function namesMark(names: ReadonlyMap<string, string>): Plot.RenderFunction {
  return (_index, _scales, _values, _dimensions, { ownerSVGElement }) => {
    giveNames(ownerSVGElement, "y", names);
    return null;
  };
}

/** As many ticks as have room for their numbers. */
export function ticksFor(width: number, widest: string): number {
  return Math.max(2, Math.floor(width / (textWidth(widest, FONT_SIZE) + 34)));
}
