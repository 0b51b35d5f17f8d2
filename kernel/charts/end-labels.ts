import type { Markish, RenderFunction } from "@observablehq/plot";
import { spreadLabels } from "../../lib/charts/spread-labels.ts";
import { svgNode, svgText } from "./svg-node.ts";

/** A label beside the end of a line or an area. */
export interface EndLabel {
  /** In data: the end of the line. */
  readonly x: unknown;
  readonly y: number;
  readonly text: string | readonly string[];
  readonly fill: string;
}

const LINE = 14;

/** Labels right of the frame, each as near to the end of its line as the others allow; thin lines lead to those that were moved. */
export function endLabels(labels: readonly EndLabel[]): Markish {
  const render: RenderFunction = (_index, scales, _values, dimensions) => {
    const { y } = scales as unknown as Record<"y", (value: unknown) => number>;
    const { width, height, marginRight, marginTop, marginBottom } = dimensions;
    const right = width - marginRight;
    const wanted = labels.map((label) => y(label.y));
    const sizes = labels.map(({ text }) => (typeof text === "string" ? 1 : text.length) * LINE);
    const placed = spreadLabels(wanted, sizes, [marginTop - 8, height - marginBottom + 8]);
    const group = svgNode("g", { "text-anchor": "start" });
    labels.forEach(({ text, fill }, i) => {
      const [from, to] = [wanted[i]!, placed[i]!];
      if (Math.abs(from - to) > 3) {
        group.append(
          svgNode("path", {
            d: `M${right + 1},${from.toFixed(1)}L${right + 8},${to.toFixed(1)}`,
            fill: "none",
            stroke: fill,
            "stroke-opacity": 0.6,
          }),
        );
      }
      group.append(svgText(text, right + 10, to, { fill }));
    });
    return group;
  };
  return render;
}
