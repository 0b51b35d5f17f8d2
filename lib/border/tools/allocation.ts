import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { outsideUnit } from "../../tool/unit-bounds.ts";
import { BorderError } from "../border-error.ts";
import { allocation } from "../carbon-market/allocation.ts";

const texts = messages("border.allocation", {
  noPlants: { en: "plants is empty; give at least one plant.", zh: "plants 为空，请至少给出一家企业。" },
  twice: { en: "plants names {name} twice.", zh: "plants 中 {name} 出现两次。" },
  noSource: {
    en: "The source of the benchmark of {names:and} is not stated. Benchmarks change with every plan of allocation: state which one yours is from.",
    zh: "{names:and} 的基准值未注明来源。基准值随每期配额分配方案而变，请注明所用方案。",
  },
  noOutput: {
    en: "{name} has emissions but no output: its intensity is not defined, and it is allocated nothing.",
    zh: "{name} 有排放但没有产量：强度无定义，且不分配配额。",
  },
  capped: {
    en: "The shortfall of {names:and} is above the limit: what exceeds it need not be bought.",
    zh: "{names:and} 的缺口超过上限，超出部分无需购买。",
  },
});

const cny = numberIn("CNY");
const mass = numberIn("t CO2");
const perUnit = { unitIn: "benchmarkUnit" };

export const industryAllocation = defineTool({
  name: "industry.allocation",
  title: { en: "Allowances of a plant by a benchmark of intensity", zh: "按强度基准分配的企业配额" },
  summary: {
    en: "Allocation of a national carbon market against the intensity of plants: covered emissions, allowances, surplus or shortfall, cost, the part that is passed on, and what one more unit of output or one tonne less is worth.",
    zh: "全国碳市场配额与企业强度的对照：覆盖排放、配额、盈余或缺口、成本、可转嫁部分，以及多产一单位或少排一吨的价值。",
  },
  input: z.object({
    plants: z.array(
      z.strictObject({
        name: z.string().min(1),
        output: numberIn(siblingUnit).nonnegative().describe("What the benchmark is per"),
        unit: z.string().min(1).max(40).describe("Of the output, e.g. MWh or t"),
        emissions_t: mass.nonnegative().describe("As the market counts them"),
        benchmark: z.number().nonnegative().describe("t CO2 per unit of output, of the plan of allocation"),
        correction: ratio.nonnegative().default(1).describe("Product of the correction factors of the plan"),
        source: z.string().min(1).max(500).optional().describe("Where the benchmark stands"),
      }),
    ),
    coverage: ratio.min(0).max(1).default(1).describe("Share of the emissions that the market covers"),
    shortfallLimit: ratio
      .min(0)
      .max(1)
      .optional()
      .describe("Largest shortfall that must be bought, as a share of covered emissions; default: no limit"),
    price: numberIn("CNY/t CO2").nonnegative().describe("Price of an allowance"),
    passThrough: ratio.min(0).max(1).default(0).describe("Share of the net cost that the product's price takes up"),
  }),
  output: z.object({
    plants: z.array(
      z.object({
        name: z.string(),
        unit: z.string(),
        benchmarkUnit: z.string(),
        benchmark: numberIn(perUnit).describe("With the correction"),
        intensity: numberIn(perUnit).nullable(),
        gap: ratio.nullable().describe("(intensity − benchmark) / benchmark; negative: better than the benchmark"),
        covered_t: mass,
        allocation_t: mass,
        balance_t: mass.describe("Positive: a surplus; negative: a shortfall"),
        toBuy_t: mass.describe("Of a shortfall, up to its limit"),
        surplus_t: mass,
        netCost: cny.describe("Of buying, less revenue of selling"),
        costPerOutput: numberIn({ unitIn: "costUnit" }).nullable(),
        costUnit: z.string(),
        passedOn: cny,
        borne: cny.describe("What the plant bears"),
        marginal: numberIn("CNY/t CO2").describe("Worth of one tonne of emissions less"),
        marginalOutputCost: numberIn({ unitIn: "costUnit" })
          .nullable()
          .describe("Cost of one more unit of output at the same intensity; negative: it earns"),
      }),
    ),
    covered_t: mass,
    allocation_t: mass,
    balance_t: mass,
    netCost: cny,
    passedOn: cny,
    borne: cny,
    notes: notesOut,
  }),
  formula: "A = b c Q; balance = A − κ E; cost = p (min(max(0, −balance), λ κ E) − max(0, balance))",
  assumptions: [
    "Benchmark, correction factors, coverage, limit and price are the caller's: none ships, because each plan of allocation sets its own.",
    "The whole surplus is sold and the whole shortfall bought at one price; banking and offsets are left out.",
    "Costs are passed on as a share of the net cost; how much a market lets through is an assumption.",
  ],
  references: [
    "Ministry of Ecology and Environment of China: plans of allocation of the national carbon market (the caller states which).",
  ],
  run({ plants, coverage, shortfallLimit = null, price, passThrough }) {
    if (plants.length === 0) throw new BorderError("plants", texts.noPlants());
    const names = plants.map(({ name }) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new BorderError("plants", texts.twice({ name: twice }));
    const rows = plants.map(({ name, unit, benchmark, correction, output, emissions_t }) => {
      const of = allocation({
        ...{ output, emissions_t, benchmark, correction, coverage, shortfallLimit, price, passThrough },
      });
      const corrected = benchmark * correction;
      return {
        name,
        unit,
        benchmarkUnit: `t CO2/${unit}`,
        benchmark: corrected,
        gap: of.intensity === null || corrected === 0 ? null : of.intensity / corrected - 1,
        costUnit: `CNY/${unit}`,
        ...of,
      };
    });
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
    const unsourced = plants.filter(({ source }) => source === undefined).map(({ name }) => name);
    const capped = rows.filter(({ toBuy_t, balance_t }) => toBuy_t < -balance_t).map(({ name }) => name);
    const notes: Message[] = [
      ...(unsourced.length > 0 ? [texts.noSource({ names: unsourced })] : []),
      ...plants
        .filter(({ output, emissions_t }) => output === 0 && emissions_t > 0)
        .map(({ name }) => texts.noOutput({ name })),
      ...plants.flatMap(({ benchmark, unit }, at) =>
        outsideUnit(benchmark, `t CO2/${unit}`, `plants[${at}].benchmark`),
      ),
      ...rows.flatMap(({ intensity, benchmarkUnit }, at) =>
        outsideUnit(intensity ?? 0, benchmarkUnit, `plants[${at}].emissions_t / output`),
      ),
      ...(capped.length > 0 ? [texts.capped({ names: capped })] : []),
    ];
    return {
      plants: rows,
      covered_t: sum((row) => row.covered_t),
      allocation_t: sum((row) => row.allocation_t),
      balance_t: sum((row) => row.balance_t),
      netCost: sum((row) => row.netCost),
      passedOn: sum((row) => row.passedOn),
      borne: sum((row) => row.borne),
      notes,
    };
  },
});
