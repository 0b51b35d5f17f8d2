import { z } from "zod";
import type { TableRequest, WhatIfRequest } from "./request.ts";
import { whatIfOptions } from "./what-if-edits.ts";

const intensityEdit = z.object({
  region: z.string().optional(),
  sector: z.string().optional(),
  factor: z.number(),
});

/** The schema of a request for a table. Whether the table exists is checked when it is opened. */
export const tableRequest: z.ZodType<TableRequest> = z.lazy(() =>
  z.object({
    year: z.number(),
    source: z.string().optional(),
    emissionsYear: z.number().optional(),
    regions: z.number().optional(),
    modelled: z.boolean().optional(),
    made: z
      .object({
        tool: z.string(),
        tables: z.record(z.string(), tableRequest),
        options: z.record(z.string(), z.unknown()),
      })
      .optional(),
    edits: z.array(intensityEdit),
  }),
);

export const whatIfRequest: z.ZodType<WhatIfRequest> = z.object({
  table: tableRequest,
  edits: whatIfOptions.shape.edits,
});
