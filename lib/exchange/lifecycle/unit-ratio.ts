import { converts, unitFactor } from "../../quantity/quantity.ts";

/** How many of one unit another is; undefined if they do not convert. */
export function unitRatio(from: string, to: string): number | undefined {
  if (from === to) return 1;
  return converts(from, to) ? unitFactor(from, to) : undefined;
}
