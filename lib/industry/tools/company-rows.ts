import { z } from "zod";
import { messages } from "../../message/message.ts";
import { notesOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { IndustryError } from "../industry-error.ts";
import { companyRows } from "../plant/company-rows.ts";
import { plantResult } from "../plant/plant-result.ts";
import { plantNamed } from "../plant/plants.ts";
import { gridFactorIn, metricIn, plantIn, plantNotes } from "./plant-schema.ts";

const texts = messages("industry.companyRows", {
  sold: {
    en: "{sold} MWh of electricity is sold: it is no row, since what is sold is not subtracted.",
    zh: "有 {sold} MWh 电售出：不列为行，因为售出的能源不予扣除。",
  },
  notCountry: {
    en: '"{country}" is no country; three capital letters of ISO 3166-1 are expected, as DEU.',
    zh: "“{country}”不是国家代码；应为 ISO 3166-1 的三个大写字母，如 DEU。",
  },
  stored: {
    en: "{stored} t of CO2 is captured and stored: it is in no row, since it is not emitted here.",
    zh: "有 {stored} t CO2 被捕集封存：不列为行，因为未在此排放。",
  },
});

const cells = {
  facility: z.string(),
  country: z.string(),
  year: z.int(),
};

export const industryCompanyRows = defineTool({
  name: "industry.companyRows",
  title: { en: "A plant's year as rows of its company", zh: "工厂年度数据转为企业清单行" },
  summary: {
    en: "What a plant emits and buys in a year, as rows and factors that inventory.company takes: scope 1 by step and IPCC category, other gases as they are, scope 2 by electricity and heat, biogenic CO2 outside of scopes.",
    zh: "将工厂一年的排放与外购能源转为 inventory.company 可用的行与因子：范围一按步骤和 IPCC 类别，其他气体按原样，范围二为电与热，生物源 CO2 列于范围之外。",
  },
  input: z.object({
    ...plantIn,
    produced: numberIn(siblingUnit).positive().describe("Product of the year"),
    unit: z.enum(["t", "MWh"]).default("t").describe("MWh for power plants"),
    facility: z.string().min(1).optional().describe("Default: the name of the plant"),
    country: z.string().describe("ISO 3166-1 alpha-3"),
    year: yearIn,
    gridFactor_t_MWh: gridFactorIn,
    gridSource: z.string().min(1).default("industry.companyRows").describe("Where the factor comes from"),
    metric: metricIn,
  }),
  output: z.object({
    rows: z
      .array(
        z.object({
          scope: z.enum(["1", "2", "outside"]),
          category: z.string(),
          activity: z.string(),
          amount: numberIn(siblingUnit),
          unit: z.string(),
          ...cells,
        }),
      )
      .describe("rows of inventory.company"),
    factors: z
      .array(
        z.object({
          scope: z.literal("2"),
          category: z.literal("electricity"),
          activity: z.literal("grid average"),
          value: numberIn(siblingUnit),
          unit: z.string(),
          country: z.string(),
          year: z.int(),
          source: z.string(),
        }),
      )
      .describe("factors of inventory.company, where a grid factor is given; otherwise the shipped ones are taken"),
    scope1_t: numberIn("t CO2e {metric}").describe("The plant's own: what scope 1 of the company must come to"),
    biogenic_t: numberIn("t CO2"),
    electricity_MWh: numberIn("MWh").describe("Bought; negative: sold"),
    scope2_t: numberIn("t CO2").nullable().describe("Of electricity; null without a grid factor"),
    notes: notesOut,
  }),
  assumptions: [
    "The plant runs the whole year as described. Scope 3 (feeds, fuels upstream, use of products) is not in the rows.",
    "The guidelines' category of each origin is the plant's: process as 2.A to 2.C, energy as 1.A, and both in 2.B.1 for ammonia.",
  ],
  references: ["GHG Protocol, Corporate Standard: scopes.", "IPCC 2006 Guidelines, Vol. 1 ch. 8: categories."],
  run(input) {
    const { plant: name, parameters = {}, unitParameters = {}, produced, unit, country, year, metric } = input;
    const { gridFactor_t_MWh: gridFactor, facility = name } = input;
    if (!/^[A-Z]{3}$/.test(country)) throw new IndustryError("country", texts.notCountry({ country }));
    const kind = plantNamed(name, unit === "MWh" ? "electricity" : "mass");
    const result = plantResult(kind, { parameters, unitParameters, output: 1, gridFactor, metric });
    const tonnes = (kg: number) => (kg * produced) / 1000;
    const electricity = result.per(result.run.electricity) * produced;
    const stored = tonnes(result.stored);
    return {
      rows: companyRows(result, produced).map((row) => ({ ...row, facility, country, year })),
      factors:
        gridFactor === undefined
          ? []
          : [
              {
                scope: "2" as const,
                category: "electricity" as const,
                activity: "grid average" as const,
                value: gridFactor,
                unit: "t CO2/MWh",
                country,
                year,
                source: input.gridSource,
              },
            ],
      scope1_t: tonnes(result.otherGases.reduce((sum, { co2e }) => sum + co2e, result.scope1)),
      biogenic_t: tonnes(result.byOrigin.biogenic),
      electricity_MWh: electricity,
      scope2_t: result.scope2 === null ? null : tonnes(result.scope2),
      notes: [
        ...(electricity < 0 ? [texts.sold({ sold: Number((-electricity).toPrecision(4)) })] : []),
        ...(stored > 0 ? [texts.stored({ stored: Number(stored.toPrecision(4)) })] : []),
        ...plantNotes(result, parameters, unit === "MWh" ? undefined : gridFactor !== undefined),
      ],
    };
  },
});
