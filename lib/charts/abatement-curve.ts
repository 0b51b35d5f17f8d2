/** A measure: how much it avoids, and what a unit of that costs. */
export interface Measure {
  readonly amount: number;
  readonly cost: number;
}

/** The blocks of a marginal abatement cost curve: the cheapest first, each as wide as its amount. */
export function abatementCurve(measures: readonly Measure[]): { index: number; from: number; to: number }[] {
  const order = measures
    .map((_, i) => i)
    .filter((i) => measures[i]!.amount > 0)
    .sort((a, b) => measures[a]!.cost - measures[b]!.cost || a - b);
  let reached = 0;
  return order.map((index) => {
    const from = reached;
    reached += measures[index]!.amount;
    return { index, from, to: reached };
  });
}
