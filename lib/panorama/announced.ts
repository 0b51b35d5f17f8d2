import { z } from "zod";
import type { DatasetColumns } from "../tool/read.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";

/** What Panshi·Yuheng 1.0 announced: the difference of its panoramic account from the IPCC's production account. */
export const announcedShape = z.object({
  region: z.string(),
  year: z.number(),
  gas: z.string(),
  /** Per cent. */
  percent: numberIn("%"),
  source: z.string(),
  method: z.string(),
});
export type Announced = ResultOf<typeof announcedShape>;

/** The claim on China's exported wind and solar goods, Mt CO2. */
export const announcedExportsShape = z.object({
  year: z.number(),
  making: numberIn("Mt CO2"),
  avoided: numberIn("Mt CO2"),
  source: z.string(),
});
export type AnnouncedExports = ResultOf<typeof announcedExportsShape>;

/** The figures of the dataset `panorama_announced`: no calculation uses them, and none is fitted to them. */
export function announcedIn(columns: DatasetColumns): {
  readonly figures: readonly Announced[];
  readonly exports: AnnouncedExports;
} {
  const [item, region, gas] = [columns.texts("item"), columns.texts("region"), columns.texts("gas")];
  const [source, method] = [columns.texts("source"), columns.texts("method")];
  const [year, value] = [columns.numbers("year"), columns.numbers("value")];
  const rowsOf = (wanted: string) =>
    Array.from({ length: columns.rows }, (_, row) => row).filter((row) => item[row] === wanted);
  const [making, avoided] = [rowsOf("exports_making")[0]!, rowsOf("exports_avoided")[0]!];
  return {
    figures: rowsOf("panorama_to_production").map((row) => ({
      region: region[row]!,
      year: year[row]!,
      gas: gas[row]!,
      percent: value[row]!,
      source: source[row]!,
      method: method[row]!,
    })),
    exports: { year: year[making]!, making: value[making]!, avoided: value[avoided]!, source: source[making]! },
  };
}
