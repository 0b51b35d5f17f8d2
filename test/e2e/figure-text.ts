import type { Frame } from "@playwright/test";

/** A fault in how the texts of a figure stand: two overlap, or one leaves its picture or the window. */
export interface TextFault {
  readonly kind: "overlap" | "outside";
  /** The cell of the figure. */
  readonly cell: string;
  /** The figure's title, or its label. */
  readonly figure: string;
  readonly texts: readonly string[];
}

/** A text's corners on the screen, clockwise, without the free space above and below its letters. */
interface Standing {
  readonly text: string;
  readonly corners: readonly (readonly [number, number])[];
}

/** A figure with its texts, and the box that they may fill: from left to right, from top to bottom. */
interface MeasuredFigure {
  readonly cell: string;
  readonly figure: string;
  readonly box: readonly [number, number, number, number];
  readonly texts: readonly Standing[];
}

/** How far a text may reach over an edge: browsers round the width of a letter up to a pixel. */
const TOLERANCE_PX = 1.5;

/** The faults of all figures in a frame at its present width. */
export async function textFaults(frame: Frame): Promise<TextFault[]> {
  const figures = await frame.evaluate(measure);
  return figures.flatMap(({ cell, figure, box: [left, right, top, bottom], texts }) => {
    const outside = texts
      .filter(({ corners }) =>
        corners.some(
          ([x, y]) =>
            x < left - TOLERANCE_PX || x > right + TOLERANCE_PX || y < top - TOLERANCE_PX || y > bottom + TOLERANCE_PX,
        ),
      )
      .map(({ text }): TextFault => ({ kind: "outside", cell, figure, texts: [text] }));
    const overlaps = texts.flatMap((one, i) =>
      texts
        .slice(i + 1)
        .filter((other) => depthOf(one, other) > TOLERANCE_PX)
        .map((other): TextFault => ({ kind: "overlap", cell, figure, texts: [one.text, other.text] })),
    );
    return [...outside, ...overlaps];
  });
}

/** How deep two convex boxes lie in each other: the least shift that would part them; not positive if they are apart. */
function depthOf(one: Standing, other: Standing): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { corners } of [one, other]) {
    for (const [i, [x, y]] of corners.entries()) {
      const [nextX, nextY] = corners[(i + 1) % corners.length]!;
      const length = Math.hypot(nextX - x, nextY - y) || 1;
      const along = ({ corners: points }: Standing) =>
        points.map(([px, py]) => ((nextY - y) * px - (nextX - x) * py) / length);
      const [a, b] = [along(one), along(other)];
      least = Math.min(least, Math.min(Math.max(...a), Math.max(...b)) - Math.max(Math.min(...a), Math.min(...b)));
    }
  }
  return least;
}

/** Runs in the frame; functions with names of their own would not survive the way there. */
function measure(): MeasuredFigure[] {
  return [...document.querySelectorAll<SVGSVGElement>(".output svg")]
    .filter(
      (svg) =>
        !svg.parentElement?.closest("svg, .arrow-table, .katex, button") && svg.getBoundingClientRect().width >= 200,
    )
    .map((svg) => {
      const { left, right, top, bottom } = svg.getBoundingClientRect();
      return {
        cell: svg.closest(".cell")?.id ?? "",
        figure: (svg.closest("figure")?.querySelector("h2")?.textContent ?? svg.getAttribute("aria-label") ?? "").slice(
          0,
          60,
        ),
        box: [Math.max(0, left), Math.min(document.documentElement.clientWidth, right), top, bottom] as const,
        texts: [...svg.querySelectorAll("text")]
          .filter((text) => text.textContent?.trim() !== "" && text.checkVisibility({ visibilityProperty: true }))
          .flatMap((text) => {
            const lines = [...text.children].filter(
              ({ localName, textContent }) => localName === "tspan" && textContent,
            );
            const whole = text.getBBox();
            const matrix = text.getScreenCTM();
            if (!matrix || whole.width === 0) return [];
            const inset = (whole.height / Math.max(1, lines.length)) * 0.22;
            return [
              {
                text: (text.textContent ?? "").slice(0, 60),
                corners: [
                  [whole.x, whole.y + inset],
                  [whole.x + whole.width, whole.y + inset],
                  [whole.x + whole.width, whole.y + whole.height - inset],
                  [whole.x, whole.y + whole.height - inset],
                ].map(
                  ([x, y]) =>
                    [matrix.a * x! + matrix.c * y! + matrix.e, matrix.b * x! + matrix.d * y! + matrix.f] as const,
                ),
              },
            ];
          }),
      };
    });
}
