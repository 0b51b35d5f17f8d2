import { z } from "zod";
import { messages } from "../../message/message.ts";
import { evidences } from "../../quantity/evidence.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { biomeNames, biomeShape, biomeSource, biomes, landCovers } from "../biomes.ts";
import { bookkeeping, landChangeShape, poolNames, poolShape, responseCurve, withVegetation } from "../bookkeeping.ts";
import { type Estimate, estimateShape, NaturalInputError, withSigma } from "../estimate.ts";
import { standCarbon, standShape } from "../forest-stand.ts";
import { landUseRowShape, landUseSpread } from "../land-use-spread.ts";
import { bookkeepingTables, standTable } from "./land-tables.ts";

const texts = messages("natural", {
  givenStocks: { en: "the stocks given", zh: "所给的储量" },
  responseCurves: { en: "bookkeeping by response curves", zh: "按响应曲线的簿记法" },
  sigmaOfVegetation: {
    en: "1 sigma of the stocks of vegetation ({percent} %)",
    zh: "植被储量的 1 倍标准差（{percent} %）",
  },

  severalCountries: {
    en: "The rows are of {count} countries; choose those of one.",
    zh: "数据行属于 {count} 个国家；请只取一国。",
  },
});

const cover = z.enum(landCovers);

export const naturalBookkeeping = defineTool({
  name: "natural.bookkeeping",
  title: { en: "Land-use change by bookkeeping", zh: "土地利用变化的簿记法" },
  summary: {
    en: "Emissions year by year of a history of land-use changes: every change sets its response curve going (at once, slash, products, soil, regrowth), and the curves add.",
    zh: "由土地利用变化历史逐年计算排放：每次变化按响应曲线（即时、残余物、产品、土壤、再生长）释放，曲线相加。",
  },
  input: z.object({
    biome: z.union([z.enum(biomeNames), biomeShape]).describe("A biome by name, or stocks and times of your own"),
    changes: z.array(landChangeShape).min(1),
    from: yearIn,
    to: yearIn,
    vegetationSigma: ratio
      .min(0)
      .max(1)
      .optional()
      .describe("One sigma of the vegetation's stocks, relative; left out, the emissions have no range"),
  }),
  output: z.object({
    years: z.array(
      z.object({ year: z.number(), total: estimateShape, byPool: z.record(z.enum(poolNames), numberIn("t C/yr")) }),
    ),
    committed_tC: numberIn("t C").describe("What all changes emit in the end"),
    realised_tC: numberIn("t C").describe("What of it falls into the period"),
    curves: z.array(
      z.object({
        from: cover,
        to: cover,
        committed_tC_ha: numberIn("t C/ha"),
        pools: z.array(poolShape),
      }),
    ),
    stocksStatus: z
      .enum(evidences)
      .nullable()
      .describe("How the stocks of the biome came here; null where they were given"),
  }),
  tablesOut: bookkeepingTables,
  assumptions: [
    "A change happens at the begin of its year; each pool decays with one time constant.",
    "Stocks are those of the present climate: bookkeeping leaves out what CO2 and climate do to them.",
    "There is a range only where vegetationSigma is given; it takes the stocks of vegetation alone, all in one direction.",
  ],
  references: [
    "Houghton et al. (1983), doi:10.2307/1942531.",
    "Hansis et al. (2015), BLUE, doi:10.1002/2014GB004997.",
    "Houghton & Hackler (1999), doi:10.1046/j.1365-2486.1999.00244.x (stocks; from memory).",
  ],
  run({ biome, changes, from, to, vegetationSigma }) {
    const base = typeof biome === "string" ? biomes[biome] : biome;
    const source = typeof biome === "string" ? biomeSource.source : texts.givenStocks();
    const result = bookkeeping(base, changes, from, to);
    const rest = { unit: "t C/yr", source, method: texts.responseCurves() };
    const ends =
      vegetationSigma === undefined
        ? null
        : [1 - vegetationSigma, 1 + vegetationSigma].map((factor) =>
            bookkeeping(withVegetation(base, factor), changes, from, to),
          );
    const estimate = (i: number): Estimate => {
      const value = result.years[i]!.total;
      if (ends === null) return withSigma(value, null, rest);
      const totals = ends.map(({ years }) => years[i]!.total);
      return {
        value,
        lo: Math.min(...totals),
        hi: Math.max(...totals),
        interval: texts.sigmaOfVegetation({ percent: vegetationSigma! * 100 }),
        ...rest,
      };
    };
    const kinds = new Map(changes.map(({ from: before, to: after }) => [`${before} ${after}`, { before, after }]));
    return {
      years: result.years.map(({ year, byPool }, i) => ({ year, total: estimate(i), byPool })),
      committed_tC: result.committed,
      realised_tC: result.realised,
      curves: [...kinds.values()].map(({ before, after }) => {
        const curve = responseCurve(base, before, after);
        return {
          from: before,
          to: after,
          committed_tC_ha: curve.committed,
          pools: curve.pools.map((pool) => ({ ...pool })),
        };
      }),
      stocksStatus: typeof biome === "string" ? biomeSource.status : null,
    };
  },
});

export const naturalLandUseSpread = defineTool({
  name: "natural.landUseSpread",
  title: { en: "Land-use change of a country by three models", zh: "一国土地利用变化：三种模型对比" },
  summary: {
    en: "BLUE, H&C2023 and OSCAR over a period: mean of each, their range, and whether they agree in sign.",
    zh: "BLUE、H&C2023、OSCAR在某一时段的均值、范围及符号是否一致。",
  },
  input: z.object({
    rows: z
      .array(
        z.object({
          ...landUseRowShape.shape,
          entity: z.string().optional(),
          iso3: z.string().nullable().optional(),
          entity_type: z.string().nullable().optional(),
        }),
      )
      .describe("Rows of one country of the dataset land_use_change_countries"),
    from: yearIn,
    to: yearIn,
  }),
  output: z.object({
    models: z.array(z.object({ model: z.string(), value: numberIn("Mt C/yr"), cumulative_gtc: numberIn("Gt C") })),
    estimate: estimateShape,
    agreeInSign: z.boolean(),
    relativeRange: ratio.nullable(),
  }),
  assumptions: ["The three models count alike.", "Their range is no confidence interval."],
  references: [
    "Hansis et al. (2015), doi:10.1002/2014GB004997; Houghton & Castanho (2023), doi:10.5194/essd-15-2025-2023; Gasser et al. (2020), doi:10.5194/bg-17-4075-2020.",
  ],
  run({ rows, from, to }) {
    const others = new Set(rows.flatMap(({ entity }) => entity ?? []));
    if (others.size > 1) throw new NaturalInputError("rows", texts.severalCountries({ count: others.size }));
    const { models, ...rest } = landUseSpread(rows, from, to);
    return { ...rest, models: models.map((model) => ({ ...model })) };
  },
});

export const naturalForestStand = defineTool({
  name: "natural.forestStand",
  title: { en: "Carbon of a growing forest stand and its soil", zh: "林分生长与土壤碳" },
  summary: {
    en: "Biomass by the Chapman–Richards curve with roots, soil carbon approaching a new stock, and the sink of every year.",
    zh: "按Chapman–Richards曲线计算含根生物量，土壤碳趋于新平衡，并给出逐年碳汇。",
  },
  input: z.object({ ...standShape.shape, ages: z.int().min(1).max(500).default(100) }),
  output: z.object({
    years: z.array(
      z.object({ age: numberIn("yr"), biomass_tC: numberIn("t C"), soil_tC: numberIn("t C"), sink: estimateShape }),
    ),
  }),
  tablesOut: { byAge: standTable },
  assumptions: ["One age, no disturbance; dead wood and litter are left out."],
  references: ["Richards (1959), doi:10.1093/jxb/10.2.290.", "IPCC 2006 Guidelines, Vol 4 Ch 2 and 4."],
  run: ({ ages, ...stand }) => ({ years: standCarbon(stand, ages).map((year) => ({ ...year })) }),
});
