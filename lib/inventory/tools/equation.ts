import { z } from "zod";
import { defineTool } from "../../tool/tool.ts";
import { evaluate } from "../equation.ts";
import { equations, findEquation } from "../equations.ts";
import { given, stepOut } from "./tier-schema.ts";

const GUIDELINES = "IPCC (2006), 2006 IPCC Guidelines for National Greenhouse Gas Inventories, Volumes 2 to 5.";

export const inventoryEquation = defineTool({
  name: "inventory.equation",
  title: { en: "Evaluate a numbered equation of the IPCC", zh: "计算 IPCC 指南的编号公式" },
  summary: {
    en: "One equation by its volume and number, with inputs as numbers in its own units or with units of their own; the step with symbol, value, unit and inputs.",
    zh: "按卷号和编号计算一个公式;输入可为公式自身单位的数值,也可带单位;给出符号、数值、单位与输入。",
  },
  input: z.object({
    equation: z.string().describe("e.g. V2 Eq 2.1"),
    inputs: z.record(z.string(), given("A variable of the equation")),
    gas: z.string().default("CO2").describe("For equations that serve several gases"),
  }),
  output: stepOut,
  formula: "y = f(x), f the equation asked for.",
  assumptions: ["A number without a unit is in the unit that the equation names."],
  references: [GUIDELINES],
  run({ equation, inputs, gas }) {
    const step = evaluate(findEquation(equation), inputs, { gas });
    return { ...step, inputs: { ...step.inputs } };
  },
});

export const inventoryEquations = defineTool({
  name: "inventory.equations",
  title: { en: "List the equations of the IPCC that there are", zh: "列出可用的 IPCC 公式" },
  summary: {
    en: "Number, title, result and variables with their units, of one volume.",
    zh: "列出公式编号、名称、结果和变量及其单位(按卷)。",
  },
  input: z.object({ volume: z.int().min(2).max(5) }),
  output: z.object({
    equations: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        symbol: z.string(),
        unit: z.string(),
        variables: z.array(z.object({ symbol: z.string(), name: z.string(), unit: z.string(), range: z.string() })),
      }),
    ),
  }),
  assumptions: ["{gas} in a unit stands for the gas that the equation is applied to."],
  references: [GUIDELINES],
  run({ volume }) {
    const wanted = [...equations.values()].filter(({ id }) => id.startsWith(`V${volume}`));
    return {
      equations: wanted.map(({ id, title, symbol, unit, variables }) => ({
        id,
        title,
        symbol,
        unit,
        variables: Object.values(variables).map((variable) => ({ ...variable })),
      })),
    };
  },
});
