import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";
import type { Evidence } from "../quantity/evidence.ts";

/** The level of a factor, from the general to the specific. */
export const levels = ["default", "regional", "national", "plant"] as const;
export type Level = (typeof levels)[number];

export type Distribution = "normal" | "lognormal" | "triangular" | "uniform";

/** An emission factor or another parameter of an inventory, with its source. */
export interface Factor {
  /** IPCC 2006 category; a factor of `1.A` applies to every category below it. */
  readonly category: string;
  /** A fuel, a product, an animal or a practice. */
  readonly activity: string;
  /** The symbol of the guidelines: EF, NCV, CC, EF1, FracGASF, k, DOC, … */
  readonly parameter: string;
  readonly gas: string | null;
  readonly value: number;
  readonly unit: string;
  /** 95 % bounds. */
  readonly lo: number | null;
  readonly hi: number | null;
  readonly distribution: Distribution | null;
  /** Null for the whole world, an ISO 3166 code for a country, otherwise a region by name. */
  readonly region: string | null;
  /** A plant by name; such a factor applies to no other plant. */
  readonly plant: string | null;
  /** First and last year of validity; null for all years. */
  readonly years: readonly [number, number] | null;
  readonly technology: string | null;
  /** Edition of the guidelines: `2006`, `2019`, `2013 Wetlands`; null for the user's own factors. */
  readonly edition: string | null;
  readonly source: string;
  readonly table: string | null;
  readonly page: string | null;
  /** Evidence for the value; null if its table states none. */
  readonly valueStatus: Evidence | null;
  /** Where the value was read: document, table, page, and the copy used. */
  readonly valueRead: string | null;
  /** The same for the bounds; null if there are none or the table does not say. */
  readonly boundsStatus: Evidence | null;
  readonly boundsRead: string | null;
  /** Caveats and contradictions between sources. */
  readonly note: string | null;
}

/** Thrown if no factor fits or a table cannot be used. */
export class FactorError extends Fault {
  override readonly name = "FactorError";

  constructor(said: Message) {
    super(said, { field: "factor" });
  }
}

export function levelOf({ plant, region }: Pick<Factor, "plant" | "region">): Level {
  if (plant !== null) return "plant";
  if (region === null) return "default";
  return /^[A-Z]{3}$/.test(region) ? "national" : "regional";
}
