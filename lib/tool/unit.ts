import { z } from "zod";

declare module "zod" {
  interface GlobalMeta {
    /**
     * The unit of a number, in the notation of `lib/quantity`; "1" if it has none. `{gas}` and `{metric}`
     * are replaced by its gas and by the requested metric.
     */
    unit?: string;
    /**
     * The path of a number's unit: a field next to it, of an enclosing object, or of the input. `units.stressors` has one
     * for each; `a / b` is the unit of a per that of b.
     */
    unitIn?: string;
    /** Whether the entries of a list may come more than once, as a unit for each of several series does. */
    mayRepeat?: boolean;
    /** Whether a list without entries says something, as one of questions does: that there are none. */
    mayBeEmpty?: boolean;
  }
}

/** The unit of a number, or its path. */
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

/** A fraction, a percentage or a ratio: a number without a unit. */
export const ratio = numberIn("1");

/** For a number with its unit in the field `unit`. */
export const siblingUnit = { unitIn: "unit" };
