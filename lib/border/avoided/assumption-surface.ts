import { avoidedEmissions, type ExportedCapacity } from "./avoided-emissions.ts";

/** Assumptions that a surface can vary. */
export const surfaceParameters = [
  "capacity_MW",
  "capacityFactor",
  "gridFactor_t_MWh",
  "lifetime_yr",
  "degradation",
  "decline",
  "losses",
  "embodied_t_MW",
] as const;
export type SurfaceParameter = (typeof surfaceParameters)[number];

/** What is looked at: the baseline of the first year, avoided emissions over the life, or emissions of making. */
export const surfaceMeasures = ["first year", "lifetime", "making"] as const;
export type SurfaceMeasure = (typeof surfaceMeasures)[number];

/** Values of an assumption, ascending. */
export interface SurfaceAxis {
  readonly parameter: SurfaceParameter;
  readonly values: readonly number[];
}

export interface SurfaceCell {
  readonly x: number;
  readonly y: number;
  readonly value_t: number;
  readonly reaches: boolean;
}

/** Avoided or making emissions of exported capacity, t. */
export function measured(goods: ExportedCapacity, measure: SurfaceMeasure): number {
  const { firstYear_t, avoided_t, embodied_t } = avoidedEmissions(goods);
  return measure === "making" ? embodied_t : measure === "first year" ? firstYear_t : avoided_t;
}

/**
 * The measure over two assumptions, and the pairs at which it is the target: on each row the crossings between neighbouring values of
 * x, by bisection of the model itself; between whole lifetimes by a straight line.
 */
export function assumptionSurface(
  goods: ExportedCapacity,
  measure: SurfaceMeasure,
  x: SurfaceAxis,
  y: SurfaceAxis,
  target_t: number,
): { readonly cells: readonly SurfaceCell[]; readonly contour: readonly { readonly x: number; readonly y: number }[] } {
  const cells: SurfaceCell[] = [];
  const contour: { x: number; y: number }[] = [];
  for (const atY of y.values) {
    const row = { ...goods, [y.parameter]: atY };
    const valueAt = (atX: number) => measured({ ...row, [x.parameter]: atX }, measure);
    const values = x.values.map(valueAt);
    values.forEach((value_t, i) => {
      cells.push({ x: x.values[i]!, y: atY, value_t, reaches: value_t >= target_t });
      if (i === 0) return;
      const [before, after] = [values[i - 1]! - target_t, value_t - target_t];
      if (before < 0 === after < 0) return;
      const [from, to] = [x.values[i - 1]!, x.values[i]!];
      const share = before / (before - after);
      const at = x.parameter === "lifetime_yr" ? from + share * (to - from) : crossing(valueAt, target_t, from, to);
      contour.push({ x: at, y: atY });
    });
  }
  return { cells, contour };
}

/** Bounds within which one assumption alone is moved. */
const ranges: Readonly<Record<SurfaceParameter, readonly [number, number]>> = {
  capacity_MW: [0, 1e8],
  capacityFactor: [0, 1],
  gridFactor_t_MWh: [0, 10],
  lifetime_yr: [1, 200],
  degradation: [0, 1],
  decline: [0, 1],
  losses: [0, 1],
  embodied_t_MW: [0, 1e6],
};

/** The value of one assumption at which the measure is the target while the others stay; null if there is none in its bounds. */
export function reachedBy(
  goods: ExportedCapacity,
  measure: SurfaceMeasure,
  parameter: SurfaceParameter,
  target_t: number,
): number | null {
  const [from, to] = ranges[parameter];
  const valueAt = (value: number) => measured({ ...goods, [parameter]: value }, measure);
  if (parameter === "lifetime_yr") {
    for (let years = from; years <= to; years++)
      if (valueAt(years) >= target_t) return measure === "lifetime" ? years : null;
    return null;
  }
  const [low, high] = [valueAt(from) - target_t, valueAt(to) - target_t];
  if (low === high || low < 0 === high < 0) return null;
  return crossing(valueAt, target_t, from, to);
}

/** By bisection to the last digits; the model is monotone in each assumption. */
function crossing(valueAt: (value: number) => number, target: number, from: number, to: number): number {
  let [a, b] = [from, to];
  const isBelow = valueAt(a) < target;
  for (let step = 0; step < 100; step++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (valueAt(middle) < target === isBelow) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
