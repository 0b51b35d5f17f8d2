import { z } from "zod";
import { messageOut, sentenceOut } from "../tool/outcome.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn, ratio, siblingUnit } from "../tool/unit.ts";
import { askShape, leftOutShape, readLineShape, sentencesShape } from "./line-shape.ts";
import { ownFactorShape } from "./own-factor.ts";

/** The kinds of accounts that lines of files become. */
export const accountKinds = ["company", "product", "inventory"] as const;
export type AccountKind = (typeof accountKinds)[number];

/** How sure a match is: by a person's mapping, a code, the very name, the class, or nothing. */
export const matchKinds = ["mapping", "code", "name", "class", "none"] as const;
export type MatchKind = (typeof matchKinds)[number];

/** What may stand for a line: an activity with its factor. */
export const candidateShape = z.object({
  id: z.string().describe("Written in a mapping's `to`"),
  to: sentenceOut.describe("What it is called where it comes from"),
  /** Null where no factor is at hand: of what is computed over a background, or of a use by market. */
  factor: numberIn({ unitIn: "factorUnit" }).nullable(),
  factorUnit: z.string().nullable(),
  source: sentenceOut.describe("Publisher, table and year"),
  year: z.int().nullable(),
  place: z.string().nullable(),
});
export type Candidate = ResultOf<typeof candidateShape>;

/** What a line was taken for. */
export const matchShape = candidateShape.extend({
  kind: z.enum(matchKinds),
  id: z.string().nullable(),
  to: sentenceOut.nullable(),
  source: sentenceOut.nullable(),
  /** Why: the words shared, the code, the mapping; of `none`, what would be needed. */
  how: messageOut,
});
export type Match = ResultOf<typeof matchShape>;

/** A line beside what it was taken for, converted to the unit that its factor is per. */
export const matchedLineShape = readLineShape.extend({
  /** ISO 3166-1 alpha-3, or ISO 3166-2; by the line, its site, or the region of the account. */
  region: z.string().nullable(),
  base: z
    .object({
      amount: numberIn(siblingUnit),
      unit: z.string(),
      how: messageOut.nullable().describe("The conversion; null if there is none"),
    })
    .nullable()
    .describe("In the unit of the factor; null without one"),
  match: matchShape,
  /** The next ones, the likeliest first. */
  candidates: z.array(candidateShape).meta({ mayBeEmpty: true }),
  scope: z.enum(["1", "2", "3", "outside"]).nullable(),
  /** Scope 1: IPCC category; 2: kind of energy; 3: number of the category. Of an inventory the IPCC category, of a product the stage. */
  category: z.string().nullable(),
  /** Null of a line that is in no figure. Of purchased electricity by location. */
  emissions: z.object({ value: numberIn(siblingUnit), unit: z.string() }).nullable(),
  /** Of purchased energy by market. */
  byMarket: z.object({ value: numberIn(siblingUnit), unit: z.string() }).nullable(),
  missing: messageOut
    .nullable()
    .describe("Why it is in no figure, and what would be needed; null of a line that is in one"),
  /** Names of the parts of a split line: it stands for as many lines. */
  splitFrom: z.string().nullable(),
  /** The person's own factor by the mapping; absent of other lines. */
  ownFactor: ownFactorShape.optional().describe("The person's own factor, by the mapping"),
  /** The row of `inventory.company` that it became; null of a line that is in no figure, absent of other kinds. */
  inventoryRow: z
    .record(z.string(), z.union([z.string(), z.number(), z.null()]))
    .nullable()
    .optional(),
});
export type MatchedLine = ResultOf<typeof matchedLineShape>;

/** A figure of the account, the main one first. `value` is null if nothing stands behind it. */
export const accountTotalShape = z.object({
  key: z.string().describe("scope1, scope2.location, scope2.market, scope3, scope3.6, all.location, product, 1.A.1, …"),
  label: messageOut,
  value: numberIn(siblingUnit).nullable(),
  unit: z.string(),
  biogenicCo2: numberIn("t CO2").nullable(),
  lines: z.int().describe("Lines that it sums"),
  lacks: sentencesShape.describe("What it lacks or rests on"),
});
export type AccountTotal = ResultOf<typeof accountTotalShape>;

/** A source of the account's factors, with how much of the total rests on it. */
export const accountSourceShape = z.object({
  source: sentenceOut,
  year: z.int().nullable(),
  lines: z.int(),
  share: ratio.nullable().describe("Of the main figure"),
});

/** An account of a file's lines. Every row of the file is in `lines` or in `leftOut`. */
export const accountShape = z.object({
  kind: z.enum(accountKinds),
  year: z.int(),
  region: z.string().nullable(),
  metric: z.string(),
  /** The main figure, and how much of the file stands behind it. */
  headline: messageOut,
  lines: z.array(matchedLineShape).meta({ mayBeEmpty: true }),
  leftOut: z.array(leftOutShape).meta({ mayBeEmpty: true }),
  asks: z.array(askShape).meta({ mayBeEmpty: true }),
  totals: z.array(accountTotalShape).meta({ mayBeEmpty: true }),
  coverage: z.object({
    lines: z.int().describe("Lines with emissions"),
    of: z.int().describe("All lines that were read, and rows that may be lines but could not be read"),
    byMass: ratio.nullable().describe("Their share of the mass of the lines with one; null if it is not known"),
  }),
  /** Emissions by gas, where the account knows gases; of `CO2e`, which stands for several gases together, without a mass. */
  gases: z
    .array(z.object({ gas: z.string(), mass: numberIn("t").nullable(), co2e: numberIn("t CO2e {metric}") }))
    .meta({ mayBeEmpty: true })
    .optional(),
  sources: z.array(accountSourceShape).meta({ mayBeEmpty: true }),
  /** What the account does not cover: one sentence each. */
  notCovered: sentencesShape,
  method: sentencesShape.describe("How it was computed: formulas, boundary, metric"),
  notes: sentencesShape,
});
export type Account = ResultOf<typeof accountShape>;
