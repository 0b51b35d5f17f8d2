import { z } from "zod";
import { gasIn } from "../../tool/gas.ts";
import { metricOut, notesOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { climateKinds } from "../impact/climate-flow.ts";
import { climateSums } from "../impact/climate-inventory.ts";

const co2e = "kg CO2e {metric}";
const origins = ["fossil", "biogenic"] as const;

export const lifecycleClimate = defineTool({
  name: "lifecycle.climate",
  title: { en: "Climate impact by kind", zh: "按类别拆分的气候影响" },
  summary: {
    en: "Greenhouse gases of a product in CO2 equivalents, as ISO 14067 asks: fossil, biogenic emissions and removals, land-use change and aircraft each by itself, their total, and the total without biogenic CO2.",
    zh: "按 ISO 14067 的要求把产品的温室气体折算为二氧化碳当量：分别给出化石、生物源排放、生物源清除、土地利用变化和航空的数值，以及总量和不含生物源 CO2 的总量。",
  },
  input: z.object({
    inventory: z.array(
      z.strictObject({
        gas: gasIn.describe("e.g. CO2, CH4, HFC-134a"),
        kg: numberIn("kg").describe("Positive, also for a removal"),
        kind: z.enum(climateKinds),
        origin: z
          .enum(origins)
          .optional()
          .describe("Where its carbon comes from; default: what the kind says. It decides the value of methane in AR6"),
      }),
    ),
    metric: z.string().describe("e.g. AR6.GWP100"),
  }),
  output: z.object({
    byKind: z
      .object({
        fossil: numberIn(co2e),
        "biogenic emission": numberIn(co2e),
        "biogenic removal": numberIn(co2e).describe("Zero or negative"),
        "land-use change": numberIn(co2e),
        aircraft: numberIn(co2e),
      })
      .describe("Each by itself; they sum to the total"),
    total: numberIn(co2e),
    withoutBiogenicCO2: numberIn(co2e).describe(
      "Without emissions and removals of biogenic CO2; biogenic methane and other gases stay",
    ),
    lines: z
      .array(
        z.object({
          gas: z.string(),
          kind: z.enum(climateKinds),
          origin: z.enum(origins).nullable(),
          kg: numberIn("kg"),
          factor: numberIn("kg CO2e {metric}/kg"),
          value: numberIn(co2e),
          source: z.string().describe("Where the factor stands"),
        }),
      )
      .describe("What each line of the inventory counts"),
    metric: metricOut,
    notes: notesOut,
  }),
  tablesOut: {
    kinds: recordTable(
      { en: "CO2 equivalents by kind.", zh: "按类别的二氧化碳当量。" },
      {
        kind: textColumn({ en: "Kind by ISO 14067.", zh: "ISO 14067 的类别。" }),
        value: numberColumn({ en: "CO2 equivalents; removals are negative.", zh: "二氧化碳当量；清除为负。" }, co2e),
      },
      ({ byKind }: { readonly byKind: Readonly<Record<string, number>> }) =>
        Object.entries(byKind).map(([kind, value]) => ({ kind, value })),
    ),
  },
  formula: "total = Σ ± kg × metric; a removal counts negative",
  assumptions: [
    "Biogenic CO2 weighs as fossil CO2: +1 where it is emitted, −1 where it is taken up.",
    "Emissions of aircraft stand apart and are part of the total; no factor for effects at altitude is applied.",
    "Methane without an origin, which land-use change and aircraft can lack, has the value for unspecified methane.",
    "When a gas is emitted does not matter: no credit for delay.",
  ],
  references: ["ISO 14067:2018.", "IPCC AR6 WG1 (2021), Tables 7.15 and 7.SM.7; AR5 WG1 (2013), Table 8.A.1."],
  run({ inventory, metric }) {
    const { lines, notes, ...sums } = climateSums(inventory, metric);
    return { ...sums, lines: [...lines], notes: [...notes] };
  },
});
