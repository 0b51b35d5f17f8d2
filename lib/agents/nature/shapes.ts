import { z } from "zod";

/** The parts of results that the phases read, from cells that a person may have edited. */

const number = z.number();

export const fossilShape = z.object({ rows: z.array(z.object({ production_mtco2: number.nullable() })) });
export const modelsShape = z.object({ rows: z.array(z.object({ model: z.string(), value: number })) });
export const reportedShape = z.object({
  rows: z.array(z.object({ net_mtco2: number.nullable(), source: z.string() })),
});

export const landShape = z.object({
  estimate: z.object({ value: number, lo: number.nullable(), hi: number.nullable() }),
  agreeInSign: z.boolean(),
  models: z.array(z.object({ model: z.string() })),
});

export const choiceShape = z.object({
  bookkeeping: z.object({ value: number, lo: number.nullable(), hi: number.nullable() }),
  indirectSink: z.object({ value: number }).nullable(),
  choices: z.array(z.object({ principle: z.string(), total: number })),
});

const term = z.object({ term: z.string(), value: number, lo: number.nullable(), hi: number.nullable() });

export const budgetShape = z.object({
  years: z.array(z.object({ closure: number })).min(1),
  mean: z.object({ terms: z.array(term), closure: number }),
});

export const rangeShape = z.object({ combinations: z.object({ count: number, min: number, max: number }) });

export const countryShape = z.object({ rows: z.array(z.object({ name_en: z.string(), name_zh: z.string() })) });
