import { z } from "zod";
import type { ResultOf } from "../tool/shape.ts";
import { ratio } from "../tool/unit.ts";
import { ownFactorShape } from "./own-factor.ts";

/**
 * What a person has settled on the lines of a file. It is kept as a file of its own beside the data (`energy-2024.mapping.json`) and
 * holds for next year's file: an entry is found by the line's name, and by its unit and site where they are given.
 */
export const mappingShape = z.object({
  format: z.literal("yuheng-mapping").default("yuheng-mapping"),
  version: z.literal(1).default(1),
  kind: z.enum(["company", "product", "inventory"]).optional(),
  entries: z
    .array(
      z.strictObject({
        name: z.string().min(1).describe("As the file calls it; letter case and blanks do not matter"),
        unit: z.string().optional(),
        site: z.string().optional(),
        /** One of `to`, `split` and `skip`; `factor` stands alone, or beside `to`, which then says where the line counts. */
        to: z.string().optional().describe("`id` of a candidate"),
        split: z
          .array(z.strictObject({ to: z.string(), share: ratio, name: z.string().optional() }))
          .min(2)
          .optional(),
        skip: z.string().min(1).optional().describe("Why the line is left out"),
        factor: ownFactorShape.optional().describe("The person's own factor, which goes before all others"),
        /** Units of `unit` that one unit of the line is: a density, a mass of a piece, a price. */
        convert: z
          .strictObject({ factor: z.number().positive(), unit: z.string(), source: z.string().optional() })
          .optional(),
      }),
    )
    .default([]),
  places: z
    .record(z.string(), z.string())
    .default({})
    .describe("ISO 3166-1 alpha-3 or ISO 3166-2 by site, or by place as written"),
  /** Answers to what was asked, by its key. */
  answers: z.record(z.string(), z.string()).default({}),
  statements: z
    .record(z.string(), z.string().max(5000))
    .optional()
    .describe("What a person states of the fields that a report asks for, by key: organisation, approach, …"),
});
export type Mapping = ResultOf<typeof mappingShape>;
