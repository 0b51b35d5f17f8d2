import { carbonBudget } from "./budgets.ts";
import { contextMeasures } from "./context.ts";
import { emissions } from "./emissions.ts";
import type { Measure } from "./measure.ts";

/** Every measure, in the order in which a family's members are preferred. */
export const measures: readonly Measure[] = [...emissions, ...carbonBudget, ...contextMeasures];

export function measureOf(id: string): Measure {
  return measures.find((each) => each.id === id)!;
}
