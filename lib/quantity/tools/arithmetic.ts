import { z } from "zod";
import { messages } from "../../message/message.ts";
import { sentenceOut } from "../../tool/outcome.ts";
import { quantityIn, quantityOut, readQuantity } from "../../tool/quantity.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { metricValue, toCo2e } from "../co2e.ts";
import { evidences } from "../evidence.ts";
import { convert, divide, multiply, quantity, total } from "../quantity.ts";

const texts = messages("quantity", {
  inThisMetric: { en: "already in this metric", zh: "已按此指标折算" },
});

const STOICHIOMETRY =
  "Carbon and nitrogen by the whole molar masses of the IPCC guidelines: 44/12, 44/28. The Global Carbon Budget takes 3.664 for 44/12, which is 0.07 % less.";

export const quantityConvert = defineTool({
  name: "quantity.convert",
  title: { en: "Convert a quantity to another unit", zh: "单位换算" },
  summary: {
    en: "A value with its unit in another unit of the same dimension and substance; also from the mass of a gas to that of its carbon or nitrogen.",
    zh: "把带单位的数值换算为同一量纲、同一物质的另一单位；也可在气体质量与其碳、氮质量之间换算。",
  },
  input: z.object({ value: numberIn({ unitIn: "from" }), from: z.string(), to: z.string() }),
  output: quantityOut("The quantity in the unit asked for."),
  formula: "value × (unit of from / unit of to), exact, with m_C/m_CO2 = 12/44 and m_N/m_N2O = 28/44.",
  assumptions: [STOICHIOMETRY, "A year (yr, a) has 365.25 days; yr365 has 365."],
  references: ["ISO 80000; IEA conventions for toe, tce, Btu."],
  run: ({ value, from, to }) => convert(quantity(value, from), to),
});

export const quantityAdd = defineTool({
  name: "quantity.add",
  title: { en: "Add quantities", zh: "数量求和" },
  summary: {
    en: "The exact decimal sum. Other units, gases, bases or metrics are refused with a sentence; different units of one substance are added if the unit of the sum is given.",
    zh: "按十进制精确求和。单位、气体、基准或度量不一致时给出说明并拒绝；同一物质的不同单位须指明结果单位。",
  },
  input: z.object({ quantities: z.array(quantityIn("A part of the sum.")), unit: z.string().optional() }),
  output: quantityOut("The sum."),
  formula: "Σ value_i × (unit_i / unit), exact in decimals.",
  assumptions: [STOICHIOMETRY],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 8, units and conversions."],
  run: ({ quantities, unit }) =>
    total(
      quantities.map((part, i) => readQuantity(part, `quantities[${i}]`)),
      unit,
    ),
});

export const quantityMultiply = defineTool({
  name: "quantity.multiply",
  title: { en: "Multiply or divide quantities with their units", zh: "带单位的乘除" },
  summary: {
    en: "Activity times factor, with units: numerator and denominator cancel where they are of one substance.",
    zh: "活动数据乘以排放因子，单位随之约分；不同物质的质量不会相互约去。",
  },
  input: z.object({
    left: quantityIn("The first factor, or what is divided."),
    right: quantityIn("The second factor, or what it is divided by."),
    operation: z.enum(["times", "over"]).default("times"),
    unit: z.string().optional().describe("The unit that the result should have"),
  }),
  output: quantityOut("The product or quotient."),
  formula: "c = a × b or c = a / b, units reduced.",
  assumptions: ["A plain tonne cancels with a tonne of any material, never with a tonne of a gas."],
  references: ["IPCC 2006 Guidelines, Vol 1 Ch 8, units and conversions."],
  run({ left, right, operation, unit }) {
    const [a, b] = [readQuantity(left, "left"), readQuantity(right, "right")];
    const result = operation === "times" ? multiply(a, b) : divide(a, b);
    return unit === undefined ? result : convert(result, unit);
  },
});

interface Equivalents {
  readonly parts: readonly {
    readonly given: { readonly value: number; readonly unit: string; readonly gas?: string };
    readonly co2e: { readonly value: number; readonly unit: string };
    readonly metricValue: number;
    readonly source: string;
  }[];
}

export const quantityEquivalent = defineTool({
  name: "quantity.equivalent",
  title: { en: "CO2 equivalent by a metric", zh: "二氧化碳当量" },
  summary: {
    en: "The CO2e of masses of gases by one metric (SAR to AR6; GWP20, GWP100, GWP500, GTP100), blends by their components, with the value used and its source.",
    zh: "按指定度量（SAR 至 AR6,GWP20/100/500、GTP100）把各气体质量折算为二氧化碳当量，混合制冷剂按组分计，并给出所用数值及来源。",
  },
  input: z.object({
    gases: z.array(quantityIn("A mass of a gas, or a factor with one above its line.")),
    metric: z.string().describe("e.g. AR6.GWP100, UNFCCC.GWP100, AR6.GTP100"),
    unit: z.string().optional().describe("A mass unit for the sum, e.g. Mt"),
  }),
  output: z.object({
    parts: z.array(
      z.object({
        given: quantityOut("As given."),
        co2e: quantityOut("Its CO2e."),
        metricValue: ratio.describe("kg CO2e per kg of the gas"),
        source: sentenceOut,
        status: z
          .enum(evidences)
          .describe("How the metric's value came here: read in the source, in a transcription of it, or from memory"),
        read: sentenceOut.nullable().describe("Where it was read"),
        note: sentenceOut.nullable().describe("Where sources contradict one another"),
      }),
    ),
    total: quantityOut("The sum, in the unit of the first part unless another was asked for."),
  }),
  tablesOut: {
    byPart: recordTable(
      { en: "Every part and its CO2e.", zh: "各部分及其二氧化碳当量。" },
      {
        gas: textColumn({ en: "The gas.", zh: "气体。" }),
        value: numberColumn({ en: "As given.", zh: "所给的值。" }, { unitIn: "parts.given.unit" }),
        unit: textColumn({ en: "The unit of what was given.", zh: "所给值的单位。" }),
        co2e: numberColumn({ en: "Its CO2e.", zh: "二氧化碳当量。" }, { unitIn: "parts.co2e.unit" }),
        co2eUnit: textColumn({ en: "The unit of the CO2e.", zh: "二氧化碳当量的单位。" }),
        metricValue: numberColumn({ en: "kg CO2e per kg of the gas.", zh: "每千克该气体的千克二氧化碳当量。" }),
        source: textColumn({ en: "Of the metric's value.", zh: "度量值的来源。" }),
      },
      ({ parts }: Equivalents) =>
        parts.map(({ given, co2e, metricValue, source }) => ({
          gas: given.gas,
          value: given.value,
          unit: given.unit,
          co2e: co2e.value,
          co2eUnit: co2e.unit,
          metricValue,
          source,
        })),
    ),
  },
  formula: "CO2e = Σ m_g × GWP_g; of a blend Σ share × GWP.",
  assumptions: [
    "Methane without an origin takes the unmarked value (AR6: 27.9); fossil and biogenic take their own where the metric has them.",
    "Biogenic CO2 is refused: it stands beside the inventory.",
    "UNFCCC.GWP100 is AR5 over 100 years with one methane (28), as reporting under the Paris Agreement asks.",
  ],
  references: [
    "IPCC AR6 WG1 Tables 7.15 and 7.SM.7; AR5 WG1 Table 8.A.1; openclimatedata/globalwarmingpotentials (CC0).",
  ],
  run({ gases, metric, unit }) {
    const parts = gases.map((part, i) => {
      const given = readQuantity(part, `gases[${i}]`);
      const co2e = toCo2e(given, metric);
      const of = given.metric ? undefined : metricValue(given.gas!, metric, given.origin);
      return {
        given,
        co2e,
        metricValue: of?.value ?? 1,
        source: of?.source ?? texts.inThisMetric(),
        status: of?.status ?? ("source" as const),
        read: of ? of.read : texts.inThisMetric(),
        note: of?.note ?? null,
      };
    });
    const first = parts[0]?.co2e;
    const unitOfSum = unit === undefined ? first?.unit : `${unit} CO2e ${metric}`;
    return {
      parts,
      total: total(
        parts.map(({ co2e }) => co2e),
        unitOfSum ?? `t CO2e ${metric}`,
      ),
    };
  },
});
