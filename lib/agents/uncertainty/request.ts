import { z } from "zod";

/** Whose uncertainty is asked for: a formula with laws, or the combustion of a fuel. */
export const uncertaintyRequest = z.object({
  /** Arithmetic in the variables. */
  model: z.string().min(1).optional(),
  /** Variable → its law, as `uncertainty.propagate` takes it. */
  variables: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  /** A fuel of the IPCC guidelines, whose factors have bounds. */
  material: z.string().optional(),
  /** Tonnes of the fuel. */
  amount: z.number().positive().optional(),
  /** The unit of the model's result. */
  unit: z.string().optional(),
});

export type UncertaintyRequest = z.output<typeof uncertaintyRequest>;
