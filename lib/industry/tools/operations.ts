import { z } from "zod";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { operations } from "../operation/operations.ts";
import { operationNamed } from "../operation/run-operation.ts";
import { shippedSubstances } from "../substance/substances.ts";
import { declaredParameterOut, writeParameter } from "./parameter-schema.ts";

export const industryOperations = defineTool({
  name: "industry.operations",
  title: { en: "Unit operations and substances", zh: "单元操作与物质" },
  summary: {
    en: "The unit operations with their ports, parameters, sources and assumptions, and the substances that streams carry.",
    zh: "列出各单元操作的端口、参数、来源与假设，以及流股所含的物质。",
  },
  input: z.object({
    of: z.array(z.string()).describe("Names of operations; an empty list gives all"),
  }),
  output: z.object({
    operations: z.array(
      z.object({
        name: z.string(),
        inlets: z.array(z.string()).describe("Names of what is given, with what flows there"),
        demands: z.array(z.string()).describe("Names of what it takes besides, computed"),
        outlets: z.array(z.string()),
        closes: z.string().describe("The duty that closes the balance of energy"),
        assumptions: z.array(z.string()),
        references: z.array(z.string()),
      }),
    ),
    parameters: z.array(declaredParameterOut.extend({ operation: z.string() })),
    substances: z.array(
      z.object({
        name: z.string(),
        phase: z.enum(["gas", "condensed"]),
        carbon: ratio.describe("kg of carbon in a kg"),
        lowerHeatingValue: numberIn("MJ/kg"),
        source: z.string(),
      }),
    ),
  }),
  assumptions: [
    "Numbers of parameters are those of their sources; recalled and assumed ones are marked and not for quoting.",
  ],
  references: ["McBride, Zehe, Gordon (2002), NASA/TP-2002-211556.", "Sources of parameters are in each row."],
  run({ of }) {
    const chosen = of.length === 0 ? [...operations.values()] : of.map(operationNamed);
    const ports = (kinds: Readonly<Record<string, string>>) =>
      Object.entries(kinds).map(([name, kind]) => `${name} (${kind})`);
    return {
      operations: chosen.map(({ name, inlets, demands, outlets, closes, assumptions, references }) => ({
        name,
        inlets: ports(inlets),
        demands: ports(demands),
        outlets: ports(outlets),
        closes,
        assumptions: [...assumptions],
        references: [...references],
      })),
      parameters: chosen.flatMap((operation) =>
        Object.entries(operation.parameters).map(([name, declared]) => ({
          operation: operation.name,
          name,
          ...writeParameter(declared),
        })),
      ),
      substances: [...shippedSubstances.values()].map(({ name, phase, elements, lowerHeatingValue, source }) => ({
        name,
        phase,
        carbon: elements.C ?? 0,
        lowerHeatingValue,
        source,
      })),
    };
  },
});
