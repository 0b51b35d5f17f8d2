import { z } from "zod";
import type { ImpactMethod } from "./impact-method.ts";

/** Impact methods as data. */
export const impactMethodsIn = z
  .array(
    z
      .strictObject({
        id: z.string().min(1).describe("Name by which it is asked for"),
        indicators: z
          .array(
            z.strictObject({
              code: z.string().min(1),
              name: z.string().optional().describe("Default: the code"),
              unit: z.string().describe("Of the score, as the method writes it, such as kg SO2 eq"),
              kind: z
                .enum(["impact", "inventory"])
                .default("impact")
                .describe("An inventory sums what is taken from nature"),
            }),
          )
          .min(1),
        factors: z.array(
          z.strictObject({
            indicator: z.string().describe("Code of the indicator"),
            flow: z.string().min(1).describe("Name of the elementary flow"),
            flowId: z.string().optional().describe("Id of the flow, by which it is found before its name"),
            compartment: z.string().describe("Path, such as emission/air; empty: the flow is found by its id alone"),
            unit: z.string().min(1).describe("Of the flow"),
            value: z.number().describe("In the indicator's unit per unit of the flow"),
            location: z.string().optional().describe("Place for which it holds, such as CN; default: the whole world"),
            cas: z.string().optional(),
          }),
        ),
      })
      .describe("A method of life-cycle impact assessment"),
  )
  .describe("Impact methods as data, besides those that ship");

/** Names of imports whose methods can be chosen. */
export const methodsFromIn = z
  .array(z.string().min(1).max(200))
  .describe("Names of imports, whose impact methods can then be named");

export type MethodRecord = z.infer<typeof impactMethodsIn>[number];

/** A method of the input. */
export function methodOfRecord({ id, indicators, factors }: MethodRecord): ImpactMethod {
  return {
    id,
    name: id,
    version: "",
    origin: "given",
    indicators: indicators.map(({ code, name, unit, kind }) => ({ code, name: name ?? code, unit, kind })),
    factors: factors.map(({ location, cas, flowId, ...factor }) => ({
      ...factor,
      ...(location !== undefined && { location }),
      ...(cas !== undefined && { cas }),
      ...(flowId !== undefined && { flowId }),
    })),
  };
}
