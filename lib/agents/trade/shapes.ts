import { z } from "zod";

/** The parts of results that the phases read, from cells that a person may have edited. */

const number = z.number();
/** Stressor × region. */
const matrix = z.array(z.array(number));

export const checkShape = z.object({ imbalance: number, closure: number });

export const accountsShape = z.object({
  regions: z.array(z.string()),
  sectors: z.array(z.string()),
  stressors: z.array(z.string()),
  units: z.object({ stressors: z.array(z.string()) }),
  D_pba: matrix,
  D_cba: matrix,
  D_imp: matrix,
  D_exp: matrix,
  /** Stressor × origin × consumer. */
  flows: z.array(matrix),
  residual: number,
});

export const partnersShape = z.object({
  unit: z.string(),
  origins: z.array(z.object({ region: z.string(), value: number, share: number })).min(1),
});

export const pathsShape = z.object({
  paths: z.array(z.object({ path: z.array(z.string()), value: number })),
  total: number,
  remainder: number,
  beyond: number,
  complete: z.boolean(),
});

export const whatIfShape = z.object({ before: z.object({ D_cba: matrix }), after: z.object({ D_cba: matrix }) });

export const budgetShape = z.object({ rows: z.array(z.object({ consumption: number.nullable() })) });

export const spreadShape = z.object({
  ensembles: z
    .array(
      z.object({ median: number, least: number, most: number, members: z.array(z.object({ member: z.string() })) }),
    )
    .length(1),
});

/** The handle of the table. */
export const worldShape = z.object({ request: z.object({ year: z.int() }) });

export const namesShape = z.object({
  rows: z.array(z.object({ iso3: z.string().nullable(), name_en: z.string(), name_zh: z.string() })),
});
