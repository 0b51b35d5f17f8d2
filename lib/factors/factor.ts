import { Fault } from "../message/fault.ts";
import type { Message } from "../message/message.ts";
import type { Evidence } from "../quantity/evidence.ts";

/** How close to the source a factor is, from the general to the particular. */
export const levels = ["default", "regional", "national", "plant"] as const;
export type Level = (typeof levels)[number];

export type Distribution = "normal" | "lognormal" | "triangular" | "uniform";

/** An emission factor or another parameter of an inventory, with where it comes from. */
export interface Factor {
  /** IPCC 2006 category; a factor of `1.A` serves every category below it. */
  readonly category: string;
  /** What is burnt, made, kept or done: a fuel, a product, an animal. */
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
  /** Null for the whole world, an ISO 3166 code for a country, else a region by name. */
  readonly region: string | null;
  /** A plant by name; such a factor serves no other. */
  readonly plant: string | null;
  /** First and last year for which it holds; null for all. */
  readonly years: readonly [number, number] | null;
  readonly technology: string | null;
  /** Of which guidelines: `2006`, `2019`, `2013 Wetlands`; null for factors of one's own. */
  readonly edition: string | null;
  readonly source: string;
  readonly table: string | null;
  readonly page: string | null;
  /** How the value came here; null where its table does not say. */
  readonly valueStatus: Evidence | null;
  /** Where the value was read: document, table, page, and the copy that was at hand. */
  readonly valueRead: string | null;
  /** The same of the bounds; null where there are none, or the table does not say. */
  readonly boundsStatus: Evidence | null;
  readonly boundsRead: string | null;
  /** What to mind, and where sources contradict one another. */
  readonly note: string | null;
}

/** Raised where no factor fits or a table cannot be used. The message is a sentence. */
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
