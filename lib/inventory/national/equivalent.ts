import { metricValue } from "../../quantity/co2e.ts";
import type { NationalLine } from "./national-line.ts";

/** kt CO2e of a line. Methane's origin is not told apart: a metric that has one value for it is meant. */
export function equivalentOf({ gas, value }: Pick<NationalLine, "gas" | "value">, metric: string): number {
  return value === null ? 0 : value * metricValue(gas, metric).value;
}
