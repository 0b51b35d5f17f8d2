import { z } from "zod";

declare module "zod" {
  interface GlobalMeta {
    /**
     * The unit of a number, as `lib/quantity` reads it; "1" for what has none. `{gas}` and `{metric}`
     * stand for the gas that it is of and for the metric that was asked for.
     */
    unit?: string;
    /**
     * Where the unit of a number stands: a field beside it, of an object around it, or of the input. `units.stressors` has one
     * for each; `a / b` is the unit of a per that of b.
     */
    unitIn?: string;
  }
}

/** The unit of a number: itself, or where it stands. */
export type UnitOf = string | { readonly unitIn: string };

/** A number in a unit. */
export function numberIn(unit: UnitOf) {
  return z.number().meta(metaOf(unit));
}

/** A whole number in a unit. */
export function integerIn(unit: UnitOf) {
  return z.int().meta(metaOf(unit));
}

function metaOf(unit: UnitOf) {
  return typeof unit === "string" ? { unit } : { unitIn: unit.unitIn };
}

/** A fraction or a percentage of something, or a ratio: a number without a unit. */
export const ratio = numberIn("1");

/** Beside a number: the unit in the field `unit`. */
export const besideIt = { unitIn: "unit" };
