import { z } from "zod";
import { changeKinds, decidedChangeShape, emissions } from "../../company/base-year.ts";
import { messageOut } from "../../tool/outcome.ts";
import type { InputOf, ResultOf } from "../../tool/shape.ts";
import { integerIn, numberIn, ratio } from "../../tool/unit.ts";
import { accountKinds } from "../account-shapes.ts";
import { askShape } from "../line-shape.ts";

/** The unit of the accounts, which stands once. */
const figure = numberIn({ unitIn: "unit" });

const parts = {
  change: figure.describe("activity + factor + boundary"),
  activity: figure.describe("By the amounts of the lines of both years"),
  factor: figure.describe("By emissions per unit of amount of the lines of both years"),
  boundary: figure.describe("Of lines that are in one of the years only"),
};

const stateShape = z.object({
  /** In `amountUnit`; null if no amount stands behind the emissions. */
  amount: numberIn({ unitIn: "amountUnit" }).nullable(),
  emissions: figure,
});

/** A line of either year, joined by name, unit and site. */
export const comparedLineShape = z.object({
  name: z.string(),
  site: z.string().nullable(),
  scope: z.string().nullable(),
  amountUnit: z.string(),
  kind: z.enum(["both", "came", "went"]),
  before: stateShape.nullable(),
  after: stateShape.nullable(),
  ...parts,
  /** Whether the factor is of another source or activity, and not only of another year. */
  isOtherMethod: z.boolean(),
});
export type ComparedLine = ResultOf<typeof comparedLineShape>;

/** When the base year is recalculated. */
export const policyShape = z.strictObject({
  threshold: ratio.gt(0).max(1).default(0.05).describe("Part of the base year's total"),
  triggers: z.array(z.enum(["boundary", "method"])).default(["boundary", "method"]),
  reasons: z
    .record(z.string(), z.enum(Object.keys(changeKinds) as [keyof typeof changeKinds, ...(keyof typeof changeKinds)[]]))
    .default({})
    .describe("Why a site, or a line without a site, came or went, by its name"),
});
export type RecalculationPolicy = InputOf<typeof policyShape>;

export const recalculationShape = z.object({
  recalculate: z.boolean(),
  significance: ratio,
  threshold: ratio,
  changes: z.array(decidedChangeShape),
  before: emissions,
  base: emissions.describe("The base year to compare with; as it was if it is kept"),
  why: messageOut,
  asks: z.array(askShape).describe("Why a site came or went, where nobody has said it; it does not count"),
});
export type Recalculation = ResultOf<typeof recalculationShape>;

export const comparisonShape = z.object({
  kind: z.enum(accountKinds),
  metric: z.string(),
  unit: z.string(),
  by: z.enum(["location", "market"]).describe("The method of scope 2"),
  earlier: z.object({ year: integerIn("yr"), value: figure }),
  later: z.object({ year: integerIn("yr"), value: figure }),
  ...parts,
  scopes: z.array(z.object({ scope: z.string(), ...parts })),
  lines: z.array(comparedLineShape),
  /** Of a company, with the earlier year as its base year. */
  baseYear: recalculationShape.nullable(),
  headline: messageOut,
  notes: z.array(messageOut),
});
export type AccountComparison = ResultOf<typeof comparisonShape>;
