import { z } from "zod";
import type { ResultOf } from "../../tool/shape.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { isMaterial, type Stream } from "../stream/stream.ts";
import { STANDARD_TEMPERATURE } from "../substance/glenn-polynomial.ts";

const ZERO_CELSIUS = 273.15;

/** A stream of matter or of energy, as tools take it. */
export const streamIn = z.union([
  z.strictObject({
    flows_kg_h: z.record(z.string().min(1), numberIn("kg/h")).describe("Substance → flow"),
    temperature_C: numberIn("°C").optional().describe("Default: 25 °C"),
  }),
  z.strictObject({ power_MW: numberIn("MW").describe("Heat or electricity") }),
]);

/** A fuel that a caller describes. */
export const fuelIn = z.strictObject({
  name: z.string().min(1),
  analysis: z
    .record(z.string(), ratio)
    .describe("Mass fractions of C, H, O, N and S of the fuel as it is burnt; what is left to 1 is ash"),
  lowerHeatingValue: numberIn("MJ/kg").describe("Net calorific value"),
  source: z.string().min(1).optional(),
});

export type StreamInput = z.output<typeof streamIn>;

/** kg/h, K and MW. */
export function readStream(given: StreamInput): Stream<number> {
  if ("power_MW" in given) return { power: given.power_MW };
  const { flows_kg_h: flows, temperature_C: celsius } = given;
  return { flows, temperature: celsius === undefined ? STANDARD_TEMPERATURE : celsius + ZERO_CELSIUS };
}

export function readStreams(given: Readonly<Record<string, StreamInput>>): Record<string, Stream<number>> {
  return Object.fromEntries(Object.entries(given).map(([name, stream]) => [name, readStream(stream)]));
}

/** A stream of matter, as tools give it. */
export const materialOut = z.object({
  temperature_C: numberIn("°C"),
  flows_kg_h: z.record(z.string(), numberIn("kg/h")),
});

export type MaterialOutput = ResultOf<typeof materialOut>;

/** The streams of matter among these; substances that do not flow are left out. */
export function writeMaterials(streams: Readonly<Record<string, Stream<number>>>): Record<string, MaterialOutput> {
  return Object.fromEntries(
    Object.entries(streams).flatMap(([name, stream]) =>
      isMaterial(stream)
        ? [
            [
              name,
              {
                temperature_C: stream.temperature - ZERO_CELSIUS,
                flows_kg_h: Object.fromEntries(Object.entries(stream.flows).filter(([, flow]) => flow !== 0)),
              },
            ],
          ]
        : [],
    ),
  );
}
