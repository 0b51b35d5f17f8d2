import { z } from "zod";

/** The parts of results that the phases read, from cells that a person may have edited. */

const number = z.number();

/** One t of product an hour: kg/t, kWh/t, and links of energy in MW, which are MWh/t. */
export const runShape = z.object({
  scope1_kg_t: number,
  process_kg_t: number,
  electricity_kWh_t: number,
  stored_kg_t: number,
  feeds: z.array(z.object({ feed: z.string(), mass_kg_t: number })),
  links: z.array(z.object({ from: z.string(), to: z.string(), energy_MW: number })),
  balances: z.array(z.object({ quantity: z.string(), residual: number })),
  parameters: z.array(
    z.object({
      name: z.string(),
      value: number,
      low: number.nullable(),
      high: number.nullable(),
      confirmation: z.string(),
    }),
  ),
});

export const costsShape = z.object({
  rows: z.array(z.object({ technology: z.string(), parameter: z.string(), value: number, unit: z.string() })),
});

export const tierShape = z.object({ emissions: z.array(z.object({ value: number })).min(1) });

export const linksShape = z.object({
  links: z.array(z.object({ parameter: z.string(), emissions: z.object({ elasticity: number.nullable() }) })),
});

export const planShape = z.object({
  plan: z.record(z.string(), number),
  cost: number,
  emissions: number,
  duals: z.record(z.string(), number),
  marginalAbatementCost: number.nullable(),
  residual: number,
});

export const spreadShape = z.object({
  base: z.object({ emissions: z.object({ value: number, lo: number, hi: number }) }),
});
