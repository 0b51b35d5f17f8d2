import { z } from "zod";

/** The parts of results that the phases read, from cells that a person may have edited. */

const number = z.number();
const estimate = z.object({ value: number, lo: number, hi: number });

export const factorShape = z.object({
  factor: z.object({
    value: number,
    lo: number.nullable(),
    hi: number.nullable(),
    distribution: z.string().nullable(),
    boundsStatus: z.string(),
  }),
});

export const spreadShape = z.object({
  mean: number,
  sd: number,
  p2_5: number,
  p97_5: number,
  convergence: z.array(z.object({ mean: number, standardError: number })).min(1),
});

export const screenShape = z.object({ measures: z.record(z.string(), z.object({ muStar: number })) });

export const sharesShape = z.object({ S1: z.record(z.string(), estimate), ST: z.record(z.string(), estimate) });
