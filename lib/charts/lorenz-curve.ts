/** A member of a distribution: what it has, and how many it stands for. */
export interface Holding {
  readonly value: number;
  readonly weight: number;
}

export interface LorenzCurve {
  /** From (0, 0) to (1, 1): the cumulative share of weights and of values, from those with least per head on. */
  readonly points: readonly { readonly weight: number; readonly value: number; readonly index: number }[];
  /** Gini coefficient: twice the area between the curve and equality, 0 to 1. */
  readonly gini: number;
}

/**
 * The Lorenz curve and the Gini coefficient of weighted values (Lorenz 1905, Gini 1914; the area by trapezia). `index` is the
 * member that a point ends with; −1 for the origin.
 */
export function lorenzCurve(holdings: readonly Holding[]): LorenzCurve {
  const order = holdings
    .map((_, i) => i)
    .filter((i) => holdings[i]!.weight > 0)
    .sort((a, b) => holdings[a]!.value / holdings[a]!.weight - holdings[b]!.value / holdings[b]!.weight);
  const sum = (of: (holding: Holding) => number) => order.reduce((total, i) => total + of(holdings[i]!), 0);
  const [weights, values] = [sum(({ weight }) => weight), sum(({ value }) => value)];
  const points = [{ weight: 0, value: 0, index: -1 }];
  let area = 0;
  for (const index of order) {
    const last = points.at(-1)!;
    const next = {
      weight: last.weight + holdings[index]!.weight / weights,
      value: last.value + (values === 0 ? 0 : holdings[index]!.value / values),
      index,
    };
    area += ((next.weight - last.weight) * (next.value + last.value)) / 2;
    points.push(next);
  }
  return { points, gini: order.length === 0 ? 0 : 1 - 2 * area };
}

/** The share of values that the given share of weights with most per head has, interpolated on the curve. */
export function shareOfTop({ points }: LorenzCurve, top: number): number {
  const at = 1 - top;
  const next = points.findIndex(({ weight }) => weight >= at - 1e-12);
  if (next <= 0) return 1;
  const [a, b] = [points[next - 1]!, points[next]!];
  const part = b.weight === a.weight ? 1 : (at - a.weight) / (b.weight - a.weight);
  return 1 - (a.value + part * (b.value - a.value));
}
