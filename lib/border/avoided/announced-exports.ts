import { z } from "zod";
import type { Read } from "../../tool/read.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";

/** What the announcement of Panshi·Yuheng 1.0 claims for exported wind and solar goods, t CO2. Nothing is computed from it. */
export const announcedExportsShape = z.object({
  year: yearIn,
  making_t: numberIn("t CO2"),
  avoided_t: numberIn("t CO2"),
  source: z.string(),
});
export type AnnouncedExports = ResultOf<typeof announcedExportsShape>;

export async function announcedExports(read: Read): Promise<AnnouncedExports> {
  const columns = await read("panorama_announced", { item: ["exports_making", "exports_avoided"] });
  const [item, source] = [columns.texts("item"), columns.texts("source")];
  const [year, value] = [columns.numbers("year"), columns.numbers("value")];
  const rowOf = (wanted: string) =>
    Array.from({ length: columns.rows }, (_, row) => row).find((row) => item[row] === wanted)!;
  const [making, avoided] = [rowOf("exports_making"), rowOf("exports_avoided")];
  // The dataset has Mt.
  return {
    year: year[making]!,
    making_t: 1e6 * value[making]!,
    avoided_t: 1e6 * value[avoided]!,
    source: source[making]!,
  };
}
