import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";

/** A change of a table's satellite account: the emissions of sectors of a region, times a factor. */
export const intensityEditShape = z.object({
  /** Region code; default: all regions. */
  region: z.string().optional(),
  /** Sector code; default: all sectors. */
  sector: z.string().optional(),
  factor: z.number(),
});
export type IntensityEdit = ResultOf<typeof intensityEditShape>;
