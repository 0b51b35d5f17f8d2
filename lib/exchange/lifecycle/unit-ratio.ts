import { factorBetween } from "../../lifecycle/graph/unit-names.ts";

/** How many of one unit another is, as inventories write units; undefined if they do not convert. */
export function unitRatio(from: string, to: string): number | undefined {
  return factorBetween(from, to) ?? undefined;
}
