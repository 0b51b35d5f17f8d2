import { z } from "zod";

/** The parts of results that the phases read, from cells that a person may have edited. */

const number = z.number();

export const plantShape = z.object({
  scope1_kg_t: number,
  balances: z.array(z.object({ quantity: z.string(), residual: number })),
});

export const activityShape = z.object({
  activities: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        exchanges: z.array(
          z.object({
            type: z.enum(["production", "technosphere", "biosphere"]),
            product: z.string().optional(),
            flow: z.string().optional(),
            compartment: z.string().optional(),
            amount: number,
            unit: z.string(),
          }),
        ),
      }),
    )
    .length(1),
});

export const goalShape = z.object({
  product: z.string().min(1),
  function: z.string().min(1),
  functionalUnit: z.object({ amount: number.positive(), unit: z.string().min(1) }),
  referenceFlow: z.string().min(1),
  boundary: z.enum(["cradle-to-gate", "gate-to-gate"]),
});

export const inventoryShape = z.object({
  bill: z.array(z.object({ name: z.string(), amount: number, unit: z.string() })),
  /** Feeds that no open data stand for, in kg for the functional unit. */
  gaps: z.array(z.object({ name: z.string(), amount: number })),
  /** The mass of all feeds, in kg for the functional unit. */
  feedMass: number,
});

export const assessmentShape = z.object({
  /** All null if no line has data. */
  score: z.object({ value: number.nullable(), lo: number.nullable(), hi: number.nullable() }),
  coverage: z.object({ lines: z.int(), of: z.int(), byMass: number.nullable() }),
  phases: z.array(
    z.object({
      name: z.string(),
      gates: z.array(z.object({ name: z.string(), passed: z.boolean(), sentence: z.string(), blocks: z.boolean() })),
    }),
  ),
  lines: z.array(z.object({ name: z.string(), match: z.string(), score: number.nullable(), share: number.nullable() })),
  scores: z.array(z.object({ indicator: z.string(), value: number.nullable() })),
  review: z.object({ passed: z.int(), of: z.int() }),
  cutOffShare: number.nullable(),
  residual: number,
  state: z.unknown(),
});

export const linksShape = z.object({
  links: z.array(
    z.object({
      parameter: z.string(),
      emissions: z.object({ elasticity: number.nullable() }),
      ends: z.object({ lo: z.object({ emissions: number }), hi: z.object({ emissions: number }) }).nullable(),
    }),
  ),
});
