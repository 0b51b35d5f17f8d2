import { shortened, textWidth } from "../../lib/charts/text-width.ts";
import { FONT_SIZE } from "./chart.ts";
import { INK, PAPER, tint } from "./chart-colours.ts";
import { byTotal, inPixels, type Parts, type Told, tips } from "./flow-parts.ts";
import { svgNode, svgText } from "./svg-node.ts";

/** Cells of origins down and destinations across. */
export function matrix({ sketch, ranked, between, told, write }: Parts) {
  const { width, options, nameOf } = sketch;
  const members = byTotal(ranked).slice(0, options.count ?? 10);
  const room = Math.min(150, width * 0.3);
  const labels = members.map((name) => shortened(nameOf(name), room, FONT_SIZE));
  const side = Math.ceil(Math.max(...labels.map((label) => textWidth(label, FONT_SIZE)))) + 8;
  const step = Math.min(64, (width - side - 2) / members.length);
  const row = Math.max(20, Math.min(34, step));
  const cells = members.flatMap((origin, i) =>
    members.flatMap((destination, j): Cell[] => {
      const value = between.get(`${origin}\n${destination}`);
      if (origin === destination || value === undefined) return [];
      return [
        {
          ...told({ origin, destination, value }),
          x1: side + j * step,
          x2: side + (j + 1) * step,
          y1: side + i * row,
          y2: side + (i + 1) * row,
        },
      ];
    }),
  );
  const most = Math.max(...cells.map(({ value }) => value), 0);
  const share = (value: number) => (most > 0 ? Math.sqrt(Math.max(0, value) / most) : 0);
  const height = Math.round(side + members.length * row + 2);
  const fits = cells.every(({ value }) => textWidth(write(value), FONT_SIZE - 1) < step - 4);
  const draw = () => {
    const group = svgNode("g", {});
    labels.forEach((label, i) => {
      group.append(svgText(label, side - 6, side + (i + 0.5) * row, { "text-anchor": "end", fill: INK }));
      const [x, y] = [side + (i + 0.5) * step, side - 6];
      const transform = `rotate(-90,${x.toFixed(1)},${y.toFixed(1)})`;
      group.append(svgText(label, x, y, { "text-anchor": "start", fill: INK, transform }));
    });
    for (const cell of cells)
      group.append(...cellNodes(cell, 6 + 94 * share(cell.value), fits ? write(cell.value) : undefined));
    return group;
  };
  const points = cells.map(({ x1, x2, y1, y2, text }) => ({ x: (x1 + x2) / 2, y: (y1 + y2) / 2, text }));
  return { ...inPixels(width, height), marks: [draw, tips(points)] };
}

interface Cell extends Told {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

function cellNodes({ x1, x2, y1, y2 }: Cell, percent: number, value: string | undefined): SVGElement[] {
  const fill = tint("var(--chart-trade-out)", percent);
  const rect = svgNode("rect", { x: x1 + 0.5, y: y1 + 0.5, width: x2 - x1 - 1, height: y2 - y1 - 1, fill });
  if (value === undefined) return [rect];
  const text = svgText(value, (x1 + x2) / 2, (y1 + y2) / 2, {
    "text-anchor": "middle",
    "font-size": FONT_SIZE - 1,
    fill: percent > 50 ? PAPER : INK,
  });
  return [rect, text];
}
