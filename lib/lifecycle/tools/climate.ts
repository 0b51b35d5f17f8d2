import { z } from "zod";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { climateLineShape, climateSums, climateSumsShape } from "../impact/climate-inventory.ts";

const co2e = "kg CO2e {metric}";

export const lifecycleClimate = defineTool({
  name: "lifecycle.climate",
  title: { en: "Climate impact by kind", zh: "按类别拆分的气候影响" },
  summary: {
    en: "Greenhouse gases of a product in CO2 equivalents, as ISO 14067 asks: fossil, biogenic emissions and removals, land-use change and aircraft each by itself, their total, and the total without biogenic CO2.",
    zh: "按 ISO 14067 的要求把产品的温室气体折算为二氧化碳当量：分别给出化石、生物源排放、生物源清除、土地利用变化和航空的数值，以及总量和不含生物源 CO2 的总量。",
  },
  input: z.object({
    inventory: z.array(climateLineShape),
    metric: z.string().describe("e.g. AR6.GWP100"),
  }),
  output: climateSumsShape,
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
