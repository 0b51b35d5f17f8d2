import { z } from "zod";
import { numberIn } from "../../tool/unit.ts";
import { streamIn } from "./stream-schema.ts";

const bounds = { lo: z.number().optional(), hi: z.number().optional() };

/** Units of a flowsheet, as tools take them. */
export const unitsIn = z
  .array(
    z.strictObject({
      name: z.string().min(1),
      operation: z
        .string()
        .min(1)
        .describe("One of industry.operations, or mixer, splitter, separator, heat exchanger"),
      inlets: z.record(z.string(), z.string()).describe("Port → stream"),
      outlets: z
        .record(z.string(), z.string())
        .default({})
        .describe("Port → stream; a port that is left out gives the stream unit.port"),
      parameters: z
        .record(z.string(), z.number())
        .default({})
        .describe(
          "Of an operation: its own. Splitter: share by outlet, one left out. Separator: share by substance to top. Heat exchanger: temperature in °C",
        ),
    }),
  )
  .min(1)
  .max(500);

export const feedsIn = z.record(z.string(), streamIn).describe("Stream → what enters");

/** What may change: a parameter of a unit, or a flow of a feed. */
export const adjustedIn = z.union([
  z.strictObject({ unit: z.string(), parameter: z.string(), ...bounds }),
  z.strictObject({ feed: z.string(), substance: z.string(), ...bounds }),
]);

/** What a specification sets or an instrument reads of a stream. */
export const quantitiesIn = {
  stream: z.string(),
  substance: z.string().optional(),
  kg_h: numberIn("kg/h").optional(),
  temperature_C: numberIn("°C").optional(),
  power_MW: numberIn("MW").optional(),
};
