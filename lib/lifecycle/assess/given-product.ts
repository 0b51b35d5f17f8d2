import { z } from "zod";
import type { Message } from "../../message/message.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import type { Answers, AssessmentInput, AssessmentState, Called, GivenLine } from "./assessment.ts";
import { lineFactorShape } from "./line-factor.ts";
import { type Transport, transportLines } from "./transport-lines.ts";

const factor = lineFactorShape
  .optional()
  .describe("The line's own factor, from a supplier or a study, which goes before the data that are found");

const place = z
  .string()
  .describe("ISO 3166-1 alpha-3 of a country, or ISO 3166-2 of a Chinese province, such as CN-BJ");

export const billLineShape = z.strictObject({
  name: z.string().min(1),
  amount: numberIn(siblingUnit),
  unit: z.string().min(1),
  origin: place.optional(),
  factor,
});

/** Electricity of making: of a grid, if its place is known. */
export const purchasedPowerShape = z.strictObject({
  name: z.string().min(1).default("electricity").describe("Tells one of several from the others"),
  amount: numberIn(siblingUnit),
  unit: z.string().default("kWh"),
  place: place.optional(),
  factor,
});

export const electricityShape = z.union([numberIn("kWh"), purchasedPowerShape, z.array(purchasedPowerShape)]);

type Power = ResultOf<typeof purchasedPowerShape> & Called;

/** A product as it is described to an assessment: its bill, the electricity of making it, and transport. */
export interface GivenProduct {
  readonly description: string;
  readonly functionalUnit: { readonly amount: number; readonly unit: string };
  readonly bill: readonly (ResultOf<typeof billLineShape> & Called)[];
  /** Lines of the bill that could not be read, and rows that are none (`isLine: false`). */
  readonly leftOut?: readonly {
    readonly text: string;
    readonly reason?: string | undefined;
    readonly isLine?: boolean | undefined;
  }[];
  readonly electricity?: number | Power | readonly Power[];
  readonly transport?: readonly (Transport & Called)[];
  readonly answers?: Answers;
  readonly state?: AssessmentState | undefined;
}

/**
 * What is assessed of a product: all its lines with their stage, in the order materials, electricity, transport. Throws LifecycleError for
 * transport without amount and distance.
 */
export function assessmentInput(product: GivenProduct): AssessmentInput {
  const { description, functionalUnit, bill, leftOut = [], transport = [], answers = {}, state } = product;
  const unread = leftOut.filter(({ isLine = true }) => isLine);
  const carried = transportLines(transport, bill, unread.length);
  const lines: GivenLine[] = [
    ...bill.map((line) => ({ ...line, stage: "material" as const })),
    ...powerLines(product.electricity),
    ...carried.lines,
  ];
  const assumptions: readonly Message[] = carried.assumptions;
  return { description, functionalUnit, bill: lines, leftOut: unread, assumptions, answers, previous: state };
}

function powerLines(electricity: GivenProduct["electricity"]): GivenLine[] {
  if (electricity === undefined) return [];
  const bought: readonly Power[] = typeof electricity === "number" ? [{ amount: electricity }] : [electricity].flat();
  return bought.map(({ name = "electricity", called, amount, unit = "kWh", place: origin, factor: own }) => ({
    name,
    amount,
    unit,
    ...(called === undefined ? {} : { called }),
    ...(origin === undefined ? {} : { origin }),
    ...(own === undefined ? {} : { factor: own }),
    stage: "energy",
  }));
}
