import type { Json, Step } from "../plan.ts";

/** What row of the default factors of the guidelines is meant. */
export interface WantedFactor {
  readonly category: string;
  readonly activity: string;
  readonly parameter: string;
  readonly gas?: string;
  readonly region?: string;
  readonly technology?: string;
  readonly edition?: string;
}

/** The step that selects a default factor. */
export function guidelineFactor(id: string, wanted: WantedFactor): Step {
  return { id, tool: "factors.select", args: { wanted: { ...wanted } } };
}

/** The value of a selected factor with its unit, for a later step. */
export function factorValueOf(step: string): { readonly [key: string]: Json } {
  return { value: { $from: step, path: "factor.value" }, unit: { $from: step, path: "factor.unit" } };
}

/** The result of a step that gives one quantity. */
export function quantityOf(step: string): { readonly [key: string]: Json } {
  return { value: { $from: step, path: "value" }, unit: { $from: step, path: "unit" } };
}

/** One of the emissions of a tier. */
export function emissionOf(step: string, place: number): { readonly [key: string]: Json } {
  return {
    value: { $from: step, path: `emissions.${place}.value` },
    unit: { $from: step, path: `emissions.${place}.unit` },
  };
}
