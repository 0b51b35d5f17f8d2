import { z } from "zod";
import type { Message, Sentence } from "../../message/message.ts";
import { messageOut, sentenceOut } from "../../tool/outcome.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { billClasses } from "./bill-match.ts";
import { lineFactorShape } from "./line-factor.ts";

/** The phases of ISO 14040, in their order. */
export const phaseNames = ["scope", "inventory", "impact", "interpretation"] as const;
export type PhaseName = (typeof phaseNames)[number];

/** A condition of a phase. One that `blocks` keeps the next phase closed until it passes; the others are for the review. */
export const gateShape = z.object({
  name: z.string(),
  passed: z.boolean(),
  sentence: messageOut,
  blocks: z.boolean().describe("Whether the next phase stays closed until it passes"),
});
export type Gate = ResultOf<typeof gateShape>;

/** What the assessment cannot know by itself. `answers[key]` answers it. */
export const askShape = z.object({
  key: z.string(),
  question: messageOut,
  options: z.array(
    z.object({
      value: z.string(),
      label: sentenceOut,
      /** By how much the score is another with it; absent where that is not known before it is given. */
      change: numberIn("kg CO2e AR6.GWP100").optional().describe("By how much the score is another with it"),
    }),
  ),
  /** The option that holds until it is answered. */
  assumed: z.string().optional().describe("The option that holds until it is answered"),
});
export type Ask = ResultOf<typeof askShape>;

export interface Phase {
  readonly name: PhaseName;
  readonly status: "passed" | "open" | "closed";
  /** What the phase produces, as items for a report. */
  readonly artefact: readonly { readonly item: Message; readonly value: Sentence }[];
  readonly gates: readonly Gate[];
  readonly assumptions: readonly Message[];
  readonly asks: readonly Ask[];
}

const inMetric = "kg CO2e AR6.GWP100";

/** One line of the bill, of energy or of transport, and what stands for it. */
export const assessedLineShape = z.object({
  name: z.string(),
  stage: z.enum(["material", "energy", "transport"]),
  amount: numberIn(siblingUnit),
  unit: z.string(),
  origin: z.string().nullable(),
  match: z.enum(billClasses),
  /** Id and name of what stands for it; null if nothing does. */
  activity: z.string().nullable().describe("Id of what stands for it"),
  activityName: sentenceOut.nullable(),
  location: z.string().nullable(),
  /** Whether the line states an origin, and its data are of another place. */
  isElsewhere: z.boolean().describe("Whether its data are of another place than the stated origin"),
  reason: messageOut,
  /** The class of materials that the line is of; null if of none. */
  material: messageOut.nullable().describe("The class of materials that it is of"),
  /** Whether nothing is called like it, and the middle of its class stands for it. */
  isEstimate: z.boolean().describe("Whether the middle of its class stands for it, since nothing is called like it"),
  /** The metric of a published factor that stands for it, where it is not that of the score; else null. */
  metric: z.string().nullable().describe("Of a published factor that stands for it, where it is not that of the score"),
  /**
   * kg CO2e, and its range: of a proxy the span of its class, of an exact match that of the data sets with its very name, or, of one alone,
   * that of the uncertainties which the inventory states. Without any of these lo = score = hi, and the reason says so. Null for
   * an unmatched line.
   */
  score: numberIn(inMetric).nullable().describe("Null for an unmatched line"),
  lo: numberIn(inMetric)
    .nullable()
    .describe(
      "Of a proxy the least of its class of materials, of an exact match that of the data with its very name, or of its class where the line says no more than that, or of the uncertainties that the inventory states; equal to the score without any",
    ),
  hi: numberIn(inMetric).nullable().describe("The largest of these"),
  share: ratio.nullable(),
  /** Materials that its data take and that nothing provides, the heaviest first, if they are material; else null. */
  missing: z
    .object({ kg: numberIn("kg"), names: z.array(z.string()) })
    .nullable()
    .describe("Materials that its data take and that nothing provides, the heaviest first; null if immaterial"),
  /** Other activities that could stand for it. */
  alternatives: z.array(z.object({ id: z.string(), name: z.string(), score: numberIn(inMetric) })),
});
type WholeLine = ResultOf<typeof assessedLineShape>;

/** A line as the phases look at it: what else could stand for it is that of its kind, which `alternativesOf` gives for its amount. */
export interface AssessedLine extends Omit<WholeLine, "alternatives">, Called {
  readonly kind: LineKind;
}

/** What stands for one unit of a line, and for that of every other line that is called the same, in its unit and of its origin. */
export interface LineKind {
  readonly line: Omit<WholeLine, "share">;
  /** The node that is demanded, and how much of it; null for a grid, a factor of a table, or nothing. */
  readonly demand: { readonly node: number; readonly amount: number } | null;
  /** What it is called in lists of candidates; absent of a grid, of a line's own factor and of nothing. */
  readonly label?: string;
}

/** Other activities that could stand for a line, with their scores for its amount. */
export function alternativesOf({ kind, amount }: Pick<AssessedLine, "kind" | "amount">): WholeLine["alternatives"] {
  return kind.line.alternatives.map(({ id, name, score }) => ({ id, name, score: score * amount }));
}

/** What a line is called, where its name has more to tell it from others that are called the same. */
export interface Called {
  readonly called?: string;
}

/** kg CO2e, and the range among the data that could stand for its lines. */
export interface Score {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

/** How much of a bill of materials stands behind a score. Energy and transport are no lines of the bill. */
export interface BillCoverage {
  /** Lines with data. */
  readonly lines: number;
  /** All lines, with those that could not be read. */
  readonly of: number;
  readonly notRead: number;
  /** Their share of the mass of those lines that have one; null if none has, and if lines could not be read: their mass is not known. */
  readonly byMass: number | null;
}

/** What the score leaves open, beside the lines without data. */
export interface OpenEnds {
  /** Share of the score of lines with a range; null without a score. */
  readonly rangedShare: number | null;
  /** What the data of lines leave out, and the names of these lines. */
  readonly missing: { readonly kg: number; readonly lines: readonly string[] };
}

/** Where an assessment stands, to be handed to the next call: so that going back is recorded. */
export const assessmentStateShape = z.object({
  scope: z.string(),
  inventory: z.string(),
  reached: z.int(),
  returns: z.array(z.object({ to: z.enum(phaseNames), because: z.string() })),
});
export type AssessmentState = ResultOf<typeof assessmentStateShape>;

/** A line as it is given. */
export const givenLineShape = z.object({
  name: z.string(),
  amount: numberIn(siblingUnit),
  unit: z.string(),
  origin: z.string().optional(),
  factor: lineFactorShape.optional(),
});
export interface GivenLine extends ResultOf<typeof givenLineShape>, Called {
  readonly stage: AssessedLine["stage"];
}

/** A line of the bill that could not be read: it has no amount, and no data. */
export interface UnreadLine {
  /** As it is written. */
  readonly text: string;
  readonly reason?: string | undefined;
}

export type Answers = Readonly<Record<string, string | number | boolean>>;

/** The description of a product, and its bill of materials. */
export interface AssessmentInput {
  readonly description: string;
  readonly functionalUnit: { readonly amount: number; readonly unit: string };
  readonly bill: readonly GivenLine[];
  readonly leftOut?: readonly UnreadLine[];
  /** What was assumed in making lines of what was given. */
  readonly assumptions?: readonly Message[];
  readonly answers: Answers;
  readonly previous?: AssessmentState | undefined;
}
