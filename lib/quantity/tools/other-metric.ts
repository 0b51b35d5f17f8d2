import { z } from "zod";
import { messages } from "../../message/message.ts";
import { quantityIn, quantityOut, readQuantity } from "../../tool/quantity.ts";
import { remarked } from "../../tool/remark.ts";
import { defineTool } from "../../tool/tool.ts";
import { inOtherMetric } from "../other-metric.ts";

const texts = messages("quantity.other-metric", {
  belowZero: {
    en: "{field}: a total of one gas is {value} {unit}, below 0: more would be removed than is emitted. Check its sign; it was used as given.",
    zh: "{field}：单一气体总量为 {value} {unit}，小于 0，即清除多于排放。请核对正负号；计算按所给数值进行。",
  },
});

const total = remarked(
  quantityIn("CO2e of the gas, e.g. {value: 420, unit: 'Mt CO2e AR6.GWP100'}."),
  ({ value, unit }, field) => (value < 0 ? [texts.belowZero({ field, value, unit })] : []),
);

export const quantityOtherMetric = defineTool({
  name: "quantity.otherMetric",
  title: { en: "A total of one gas by another metric", zh: "单一气体总量改按另一指标折算" },
  summary: {
    en: "A total of one gas in CO2 equivalents, by another metric or report. Exact for a gas with one factor in each, as N2O; methane whose origins are weighed apart and groups such as F-gases are refused with a sentence.",
    zh: "把单一气体的二氧化碳当量总量改按另一指标或评估报告折算。每个指标只有一个系数的气体（如 N2O）可精确换算；分来源计系数的甲烷以及含氟气体等气体组给出说明并拒绝。",
  },
  input: z.object({
    total,
    gas: z.string().describe("e.g. N2O"),
    metric: z.string().describe("e.g. AR5.GWP100"),
  }),
  output: quantityOut("The total by the metric asked for."),
  formula: "value × factor(to) / factor(from)",
  assumptions: [
    "All of the total is of the gas that is named, and was weighed by the metric that its unit names.",
    "AR5 and AR6 have two factors for methane: its total does not say how much is fossil, so it is refused.",
  ],
  references: [
    "IPCC AR6 WG1 (2021), Tables 7.15 and 7.SM.7; AR5 WG1 (2013), Table 8.A.1; openclimatedata/globalwarmingpotentials (CC0).",
  ],
  run: ({ total, gas, metric }) => inOtherMetric(readQuantity(total, "total"), gas, metric),
});
