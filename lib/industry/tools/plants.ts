import { z } from "zod";
import { defineTool } from "../../tool/tool.ts";
import { plantNamed, plants } from "../plant/plants.ts";
import { declaredParameterOut, writeParameter } from "./parameter-schema.ts";

export const industryPlants = defineTool({
  name: "industry.plants",
  title: { en: "Plants that ship", zh: "内置工厂" },
  summary: {
    en: "The plants that ship, with their units at typical parameters, and their parameters with source and confirmation.",
    zh: "列出内置工厂、其在典型参数下的单元，以及各参数的来源与核实程度。",
  },
  input: z.object({ of: z.array(z.string()).describe("Names of plants; an empty list gives all") }),
  output: z.object({
    plants: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        title_zh: z.string(),
        makes: z.enum(["mass", "electricity"]).describe("mass: industry.plant; electricity: industry.powerPlant"),
        process: z.string().describe("IPCC category of process CO2"),
        energy: z.string().describe("IPCC category of energy CO2"),
        units: z.array(z.string()).describe("Units in order, with their operation"),
        assumptions: z.array(z.string()),
        references: z.array(z.string()),
      }),
    ),
    parameters: z.array(declaredParameterOut.extend({ plant: z.string() })),
  }),
  assumptions: ["Recalled and assumed numbers are marked and not for quoting."],
  references: ["Sources of parameters are in each row."],
  run({ of }) {
    const chosen = of.length === 0 ? [...plants.values()] : of.map((name) => plantNamed(name));
    return {
      plants: chosen.map(({ name, title, makes, categories, parameters, assumptions, references, describe }) => ({
        name,
        title: title.en,
        title_zh: title.zh,
        makes,
        ...categories,
        units: describe(typicalOf(parameters)).units.map(({ name: unit, operation }) => `${unit} (${operation})`),
        assumptions: [...assumptions],
        references: [...references],
      })),
      parameters: chosen.flatMap((plant) =>
        Object.entries(plant.parameters).map(([name, declared]) => ({
          plant: plant.name,
          name,
          ...writeParameter(declared),
        })),
      ),
    };
  },
});

function typicalOf(parameters: Readonly<Record<string, { readonly typical: number }>>): Record<string, number> {
  return Object.fromEntries(Object.entries(parameters).map(([name, { typical }]) => [name, typical]));
}
