import { z } from "zod";
import { messages } from "../../message/message.ts";
import type { DatasetColumns } from "../../tool/read.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.processParameter", {
  notThere: {
    en: "process_ranges has no “{parameter}” of “{process}”; give the value in the input.",
    zh: "process_ranges 中没有“{process}”的“{parameter}”；请在输入中给出数值。",
  },
});

/** A parameter with what is known of it. */
export const processParameterShape = z.object({
  process: z.string(),
  parameter: z.string(),
  value: z.number().meta({ unitIn: "unit" }),
  unit: z.string(),
  low: z.number().meta({ unitIn: "unit" }).nullable(),
  high: z.number().meta({ unitIn: "unit" }).nullable(),
  source: z.string(),
  /** seen, computed, in tech_parameter, recalled: how far the value was checked. */
  confirmation: z.string().describe("How far the value was checked; recalled: not at all"),
});
export type ProcessParameter = ResultOf<typeof processParameterShape>;

/** A row of the dataset `process_ranges` with its typical value. Throws IndustryError if there is none. */
export function processParameter(columns: DatasetColumns, process: string, parameter: string): ProcessParameter {
  const [processes, parameters] = [columns.texts("process"), columns.texts("parameter")];
  for (let row = 0; row < columns.rows; row++) {
    if (processes[row] !== process || parameters[row] !== parameter) continue;
    return {
      process,
      parameter,
      value: columns.numbers("typical")[row]!,
      unit: columns.texts("unit")[row]!,
      low: columns.numbers("low")[row] ?? null,
      high: columns.numbers("high")[row] ?? null,
      source: columns.texts("source")[row]!,
      confirmation: columns.texts("confirmation")[row]!,
    };
  }
  throw new IndustryError("electrolyser", texts.notThere({ process, parameter }));
}
