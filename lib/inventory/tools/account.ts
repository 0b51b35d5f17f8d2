import { z } from "zod";
import { factorDatasets, factorsAtHand, ownFactors } from "../../factors/shipped-factors.ts";
import { evidences } from "../../quantity/evidence.ts";
import { namesAround } from "../../tool/names-around.ts";
import { sentenceOut } from "../../tool/outcome.ts";
import { sheetRows } from "../../tool/sheet-rows.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { outsideUnit } from "../../tool/unit-bounds.ts";
import { yearIn } from "../../tool/year.ts";
import { readActivity } from "../account/activity-table.ts";
import { activityTemplate } from "../account/activity-template.ts";
import { compileInventory } from "../account/compilation.ts";
import { compiledTotals } from "../account/compiled-totals.ts";
import { completeness } from "../account/completeness.ts";
import { buildInventory } from "../account/inventory.ts";
import { totals } from "../account/totals.ts";
import { emissionRows, metricIn, totalsOf, totalsOut } from "./emission-rows.ts";
import { templateTable } from "./template-table.ts";
import { totalsTables } from "./totals-tables.ts";

const VOLUME1 = "IPCC 2006 Guidelines, Volume 1: General Guidance and Reporting";

export const inventoryCompile = defineTool({
  name: "inventory.compile",
  title: { en: "Compile an inventory from activity data", zh: "由活动数据编制清单" },
  summary: {
    en: "A sheet of activity data with its columns mapped, times the most specific factors for every gas; lines with the factors used and why, totals, and a sentence for each row that cannot be used.",
    zh: "将活动数据表按列映射，乘以各气体最具体的因子；给出每行所用因子及理由、合计，并说明不能使用的行。",
  },
  input: z.object({
    file: z.string().optional().describe("Name of the file of the sheet, as an activity sheet gives it; not used"),
    activity: sheetRows.describe("Rows of the sheet"),
    columns: z
      .object({
        category: z.string(),
        activity: z.string(),
        unit: z.string().describe("The column, or =kt for one unit of all rows"),
        year: z.string().optional().describe("Left out where the years are columns of their own"),
        value: z.string().optional(),
        technology: z.string().optional(),
        plant: z.string().optional(),
        note: z.string().optional(),
      })
      .describe("What each column contains"),
    factors: sheetRows.optional().describe("Rows of factors; the shipped tables if left out"),
    own: sheetRows.default([]),
    region: z.string().optional(),
    within: z.array(z.string()).optional(),
    edition: z.string().optional(),
    metric: metricIn,
  }),
  output: z.object({
    lines: z.array(
      z
        .object({
          row: z.int(),
          category: z.string(),
          activity: z.string(),
          gas: z.string(),
          year: yearIn,
          value: numberIn("kt {gas}").describe("Of the gas"),
          lo: numberIn("kt {gas}").nullable().describe("By the factor's lower 95 % bound"),
          hi: numberIn("kt {gas}").nullable().describe("By the factor's upper 95 % bound"),
          factor: numberIn({ unitIn: "factorUnit" }),
          factorUnit: z.string(),
          source: z.string(),
          table: z.string().nullable().describe("Of the source, where the factor stands"),
          page: z.string().nullable(),
          ncv: z
            .object({
              value: numberIn(siblingUnit),
              unit: z.string(),
              source: z.string(),
              table: z.string().nullable(),
              page: z.string().nullable(),
            })
            .nullable()
            .describe("The net calorific value between a mass and a factor by energy"),
          valueStatus: z
            .enum(evidences)
            .nullable()
            .describe("How the factor's value came here: read in the source, in a transcription of it, or from memory"),
          valueRead: z.string().nullable().describe("Where it was read"),
          boundsStatus: z.enum(evidences).nullable(),
          boundsRead: z.string().nullable(),
          why: sentenceOut,
        })
        .meta({ provenance: "factor" }),
    ),
    totals: totalsOut,
    unverifiedShare: ratio.describe("Of the emissions in CO2e, on factors whose value was read in no source"),
    problems: z.array(sentenceOut),
  }),
  tablesOut: totalsTables,
  formula: "E = AD × EF, E = AD × NCV × EF.",
  datasets: factorDatasets,
  assumptions: [
    "E = AD × EF, with a net calorific value between where mass meets a factor by energy.",
    "A row that cannot be used is left out of the total and named.",
  ],
  references: [`${VOLUME1}, Ch 2.`],
  async run({ activity, columns, factors, own, region, within, edition, metric }, _work, read) {
    const sheet = readActivity(activity, columns);
    const needed = sheet.records.map(({ category }) => category);
    const [shipped, mine] = [await factorsAtHand(factors, needed, read), ownFactors(own)];
    const compiled = compileInventory(sheet.records, {
      shipped: shipped.factors,
      own: mine.factors,
      ...(region ? { region } : {}),
      ...(within ? { within } : {}),
      ...(edition ? { edition } : {}),
    });
    const sums = compiledTotals(compiled, sheet.problems, metric);
    return {
      lines: compiled.lines.map(({ perUnit: _, factor, ncv, ...line }) => ({
        ...line,
        factor: factor.value,
        factorUnit: factor.unit,
        source: factor.source,
        table: factor.table,
        page: factor.page,
        ncv: ncv && { value: ncv.value, unit: ncv.unit, source: ncv.source, table: ncv.table, page: ncv.page },
        valueStatus: factor.valueStatus,
        valueRead: factor.valueRead,
        boundsStatus: factor.boundsStatus,
        boundsRead: factor.boundsRead,
      })),
      totals: totalsOf(sums),
      unverifiedShare: sums.unverifiedShare,
      problems: [
        ...[...sheet.problems, ...compiled.problems].map(({ message }) => message),
        ...sheet.records.flatMap((record) =>
          typeof record.value === "number"
            ? outsideUnit(record.value, record.unit, `activity[${record.row - 1}]`, () => namesAround("", [record]))
            : [],
        ),
        ...mine.problems,
        ...shipped.problems,
      ],
    };
  },
});

export const inventoryTotals = defineTool({
  name: "inventory.totals",
  title: { en: "Totals of an inventory, with and without LULUCF", zh: "清单合计（含与不含 LULUCF）" },
  summary: {
    en: "Emissions by category, gas and year to totals by one metric, by sector, with memo items and biogenic CO2 separately, and what is missing from the total.",
    zh: "按类别、气体和年份的排放以同一度量合计，分部门列出，国际燃料舱与生物源二氧化碳单列，并说明合计缺少什么。",
  },
  input: z.object({ emissions: emissionRows, metric: metricIn }),
  output: totalsOut.extend({ problems: z.array(sentenceOut) }),
  tablesOut: totalsTables,
  formula: "Σ m_g × GWP_g over categories.",
  assumptions: ["International bunkers and biogenic CO2 are in no total."],
  references: [`${VOLUME1}, Ch 8.`],
  run({ emissions, metric }) {
    const { inventory, problems } = buildInventory(emissions);
    return { ...totalsOf(totals(inventory, metric)), problems: problems.map(({ message }) => message) };
  },
});

export const inventoryCompleteness = defineTool({
  name: "inventory.completeness",
  title: { en: "Completeness of an inventory", zh: "清单完整性" },
  summary: {
    en: "Which categories have a number or a notation key in a year, and which have neither.",
    zh: "某年哪些类别有数值或符号键，哪些都没有。",
  },
  input: z.object({ emissions: emissionRows, year: yearIn }),
  output: z.object({
    year: yearIn,
    estimated: z.array(z.string()),
    byKey: z.record(z.string(), z.array(z.string())),
    blank: z.array(z.string()),
    elsewhereUnsaid: z.array(sentenceOut),
    share: ratio,
    problems: z.array(sentenceOut).describe("Rows that cannot be used"),
  }),
  assumptions: ["A number of a category stands for all below it."],
  references: [`${VOLUME1}, Ch 8.2.5.`],
  run({ emissions, year }) {
    const { inventory, problems } = buildInventory(emissions);
    const { estimated, byKey, blank, elsewhereUnsaid, share } = completeness(inventory, year);
    const keys = Object.fromEntries(Object.entries(byKey).map(([key, codes]) => [key, [...codes]]));
    return {
      year,
      estimated: [...estimated],
      byKey: keys,
      blank: [...blank],
      elsewhereUnsaid: [...elsewhereUnsaid],
      share,
      problems: problems.map(({ message }) => message),
    };
  },
});

export const inventoryTemplate = defineTool({
  name: "inventory.template",
  title: { en: "A template for activity data", zh: "活动数据模板" },
  summary: {
    en: "A sheet for a sector or category with a row for each activity that the factors know, as rows and as CSV; filled in, it needs no mapping.",
    zh: "按部门或类别生成活动数据表（行和 CSV），每个已有因子的活动一行；填好后无需列映射。",
  },
  input: z.object({
    sector: z.string().describe("1 to 4, or any category"),
    factors: sheetRows.optional().describe("Rows of factors; the shipped tables if left out"),
    year: yearIn,
  }),
  output: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())), csv: z.string() }),
  tablesOut: { sheet: templateTable },
  datasets: factorDatasets,
  assumptions: ["Categories without a factor stand there once, with an empty activity."],
  references: [`${VOLUME1}, Ch 8.`],
  async run({ sector, factors, year }, _work, read) {
    const known = await factorsAtHand(factors, [sector], read);
    const { columns, rows: lines, csv } = activityTemplate(sector, known.factors, year);
    return { columns: [...columns], rows: lines.map((line) => [...line]), csv };
  },
});
