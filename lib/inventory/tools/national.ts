import { z } from "zod";
import { factorDatasets, factorsAtHand } from "../../factors/shipped-factors.ts";
import { messages } from "../../message/message.ts";
import { evidences } from "../../quantity/evidence.ts";
import { metricOut, sentenceOut } from "../../tool/outcome.ts";
import type { Read } from "../../tool/read.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { tableYear } from "../../tool/table-year.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { notationKeys } from "../account/inventory.ts";
import { InventoryError } from "../account/inventory-error.ts";
import { besideOthers, besideShape } from "../national/beside.ts";
import { equivalentOf } from "../national/equivalent.ts";
import { editions } from "../national/factor-book.ts";
import { gasCoverage, gasCoverageShape } from "../national/gas-coverage.ts";
import { activityDatasets, readNationalActivity } from "../national/national-activity.ts";
import { energySources } from "../national/national-context.ts";
import { NationalInventories, nationalTotal } from "../national/national-inventory.ts";
import type { NationalLine } from "../national/national-line.ts";
import { ownRowShape } from "../national/own-activity.ts";
import { publishedDatasets, readPublishedInventories } from "../national/published-inventories.ts";
import { likeTotals, likeTrend, namesOf, seriesBreaks } from "../national/series-breaks.ts";
import { totalInterval } from "../national/total-interval.ts";
import type { Percent } from "../uncertainty/inventory-source.ts";
import { metricIn } from "./emission-rows.ts";
import { nationalTables } from "./national-tables.ts";

const texts = messages("inventory", {
  unknownCountry: {
    en: 'region: "{region}" is no country of the table; give its code of ISO 3166 alpha-3, such as CHN.',
    zh: "region：国家表中没有“{region}”；请给出 ISO 3166 三字母代码，如 CHN。",
  },
  yearsBackwards: {
    en: "since: {since} is after year, {year}.",
    zh: "since：{since} 晚于 year（{year}）。",
  },
  carriedLines: {
    en: "{year} has no amounts of its own for {lines}: those of other years stand in, as each line says.",
    zh: "{lines}没有 {year} 年自身的数量：以其他年份的数量代替，各行均有说明。",
  },
});

const percent = numberIn("%");
const percentOut = z.object({ lo: percent, hi: percent }).nullable();
const co2e = numberIn("kt CO2e {metric}");

const lineOut = z
  .object({
    category: z.string(),
    gas: z.string(),
    name: z.string().describe("By which own data address the line"),
    label: sentenceOut,
    value: numberIn("kt {gas}").nullable(),
    co2e: co2e.nullable(),
    key: z.enum(notationKeys).nullable().describe("Notation key in place of a number"),
    amount: numberIn(siblingUnit).nullable(),
    unit: z.string().nullable(),
    data: sentenceOut.nullable().describe("The source of the amount"),
    activityError: percentOut.describe("Half of the 95 % interval of the amount; null where its source states none"),
    factor: numberIn({ unitIn: "factorUnit" }).nullable().describe("The gas per unit of the amount"),
    factorUnit: z.string().nullable(),
    factorError: percentOut.describe("Of the factor, by its 95 % bounds; null without"),
    factors: z
      .array(
        z.object({
          parameter: z.string(),
          activity: z.string(),
          value: numberIn(siblingUnit),
          unit: z.string(),
          lo: numberIn(siblingUnit).nullable(),
          hi: numberIn(siblingUnit).nullable(),
          source: z.string(),
          table: z.string().nullable(),
          valueStatus: z.enum(evidences).nullable(),
          boundsStatus: z.enum(evidences).nullable(),
        }),
      )
      .describe("The factors that make it"),
    edition: z.string().nullable().describe("The edition of the guidelines that all of its factors are of"),
    filled: z
      .enum(["interpolated", "carried"])
      .nullable()
      .describe("How the amount was made where the year has none of its own"),
    notes: z.array(sentenceOut),
  })
  .meta({ provenance: "factor" });

const lineName = { category: z.string(), name: z.string(), label: sentenceOut, gas: z.string() };

const totalOut = z.object({
  year: yearIn,
  withoutLulucf: co2e,
  withLulucf: co2e,
  lo: co2e
    .nullable()
    .describe(
      "Range of the total without LULUCF by the stated errors of its lines (Approach 1); null where what is missing is material",
    ),
  hi: co2e.nullable(),
});

/** A year of the activities; own amounts may be of another. People alone make no inventory: their table begins in 1800. */
const activityYear = tableYear(
  activityDatasets.filter((dataset) => dataset !== "population"),
  "own",
);

const rankedOut = z.object({ ...lineName, value: co2e, share: ratio, cumulative: ratio, isKey: z.boolean() });

export const inventoryNational = defineTool({
  name: "inventory.national",
  title: { en: "A Tier 1 inventory of a country and year", zh: "任一国家和年份的方法 1 清单" },
  summary: {
    en: "Lines from the activity data that ship (fuels, cement, animals, fertiliser, crops, rice, forest, waste, F-gases) with factors, ± by Approach 1, key categories, notation keys where there are no data, and what others publish beside it.",
    zh: "由随附的活动数据（燃料、水泥、牲畜、化肥、作物、水稻、森林、垃圾、含氟气体）按因子逐行编制：方法 1 的 ±、关键类别、无数据处的符号键，并列出其他机构公布的数据。",
  },
  input: z.object({
    region: z.string().describe("ISO 3166 alpha-3"),
    year: activityYear,
    since: activityYear.optional().describe("First year of the series of totals; the year alone if left out"),
    metric: metricIn,
    own: z.array(ownRowShape).default([]).describe("Own amounts in place of the shipped ones"),
    energySources: z
      .array(z.enum(energySources))
      .min(1)
      .default([...energySources])
      .describe("Where heat of fuels may come from, in this order"),
    clinkerFraction: ratio.min(0).max(1).default(0.75).describe("Clinker per tonne of cement, an assumption"),
    irrigatedRice: ratio.min(0).max(1).default(1).describe("Share of rice fields that are irrigated, an assumption"),
    edition: z
      .enum(editions)
      .default("2006")
      .describe("Of the guidelines, for the whole account: 2006 alone, or 2006 with the 2019 Refinement"),
  }),
  output: z.object({
    region: z.string(),
    year: yearIn,
    metric: metricOut,
    lines: z.array(lineOut),
    total: totalOut.extend({
      uncertainty: percent.nullable().describe("Half of the interval of the total, larger sides; null without"),
      noInterval: sentenceOut.nullable().describe("Why there is no interval of the total; null with one"),
      estimated: z
        .object({
          value: co2e.describe("The sum of the lines that have a stated error"),
          lo: co2e,
          hi: co2e,
          uncertainty: percent.describe("Half of it, larger sides"),
          withoutError: z.array(z.object(lineName)).describe("Lines without a stated error, which are not in it"),
        })
        .nullable()
        .describe(
          "Range of what is estimated and has a stated error, by Approach 1 from these errors (halves of 95 % intervals): no statement about the total",
        ),
      sectors: z.record(z.string(), co2e).describe("1 to 4, and LULUCF by itself"),
      gases: z.array(z.object({ gas: z.string(), value: numberIn("kt {gas}") })).describe("Without LULUCF"),
    }),
    edition: z.string().describe("Of the account"),
    coverage: z
      .array(gasCoverageShape)
      .describe("How much of published totals the estimated lines stand for, without LULUCF"),
    series: z.array(
      totalOut.extend({ like: co2e.describe("Of the lines that are estimated in every year of the series") }),
    ),
    breaks: z
      .array(
        z.object({
          year: yearIn.describe("The first year that is estimated otherwise than the one before"),
          kind: z.enum(["ends", "begins"]),
          lulucf: z.boolean(),
          lines: z.array(z.object({ ...lineName, value: co2e.describe("Last before, or first after") })),
          value: co2e,
          share: percent.nullable().describe("Of the total without LULUCF; null for LULUCF"),
          note: sentenceOut,
        }),
      )
      .describe("Where the series begins or ceases to estimate lines: gaps of data, not changes of emissions"),
    trend: z
      .object({
        base: yearIn,
        year: yearIn,
        from: co2e,
        to: co2e,
        change: percent.nullable(),
        leftOut: z
          .array(z.object({ ...lineName, base: co2e.nullable(), value: co2e.nullable() }))
          .describe("Estimated in one of the years only"),
        keyCategories: z.array(rankedOut.extend({ base: co2e })),
      })
      .nullable()
      .describe("From since to year over what both estimate, with key categories by trend; null for one year"),
    keyCategories: z.array(rankedOut),
    beside: z.array(besideShape).describe("Figures of others; ours is never moved towards them"),
    notes: z.array(sentenceOut),
  }),
  tablesOut: nationalTables,
  formula: "E = AD × EF; landfills by first-order decay; forest by the stock difference.",
  datasets: ["countries", ...activityDatasets, ...publishedDatasets, ...factorDatasets],
  assumptions: [
    "Fuels by apparent consumption: bunkers, stocks and products that are not burnt are as in the source of the data.",
    "Sources of fuels in the order national statistics, US EIA, World Factbook.",
    "A missing year is interpolated between years at most five apart, or carried on for three years, and says so.",
    "The interval is of what is estimated and has a stated error. The total has one only if neither what is not estimated, by published figures, nor what has no stated error would be a key category (of the 95 % of Vol 1 Ch 4).",
    "The factors of a line are of one edition of the guidelines: that of the account, else 2006; where it does not ship whole the line is NE.",
    "A trend compares what is estimated in both of its years.",
  ],
  references: [
    "IPCC 2006 Guidelines, Volume 1, Ch 3 (Approach 1), Ch 4 (key categories), Ch 5.3.3 (gaps), Ch 8 (notation keys).",
    "IPCC 2006 Guidelines, Volume 2 Ch 6; Volume 3 Ch 2; Volume 4 Ch 2, 5, 10, 11; Volume 5 Ch 3 to 5.",
    "IPCC 2019 Refinement, Volume 4 Ch 5 (rice), Ch 11 (crop residues).",
  ],
  async run({ region, year, since = year, metric, own, ...options }, _work, read) {
    if (since > year) throw new InventoryError("since", texts.yearsBackwards({ since, year }));
    const inventories = await openInventories(region, read);
    const published = await readPublishedInventories(read, { iso3: region });
    const lines = inventories.lines(region, year, { ...options, own });
    const series = Array.from({ length: year - since + 1 }, (_, i) => ({
      year: since + i,
      lines: since + i === year ? lines : inventories.lines(region, since + i, options),
    }));
    const totals = series.map((one) => totalOf(one.year, one.lines));
    const { total, ...claimed } = totals.at(-1)!;
    const like = likeTotals(series, metric);
    const breaks = seriesBreaks(series, metric);
    const trend = since === year ? null : likeTrend(series[0]!, series.at(-1)!, metric);
    const filled = lines.filter((line) => line.value !== null && line.activity?.filled);
    return {
      region,
      year,
      metric,
      edition: options.edition,
      lines: lines.map((line) => lineOf(line, metric)),
      total: {
        ...claimed.row,
        uncertainty: claimed.interval?.uncertainty ?? null,
        noInterval: claimed.reason,
        estimated: total.estimated && {
          value: total.estimated.value,
          lo: total.estimated.lo,
          hi: total.estimated.hi,
          uncertainty: total.estimated.uncertainty,
          withoutError: total.estimated.withoutError.map(nameOf),
        },
        sectors: Object.fromEntries(total.sectors),
        gases: [...total.gases].map(([gas, value]) => ({ gas, value })),
      },
      coverage: gasCoverage(region, year, lines, published).map((row) => ({ ...row })),
      series: totals.map(({ row }, i) => ({ ...row, like: like[i]! })),
      breaks: breaks.map(({ isLulucf: lulucf, isNoted: _isNoted, lines: some, ...rest }) => ({
        ...rest,
        lulucf,
        lines: some.map(({ line, value }) => ({ ...nameOf(line), value })),
      })),
      trend: trend && {
        base: trend.base,
        year: trend.year,
        from: trend.from,
        to: trend.to,
        change: trend.change,
        leftOut: trend.leftOut.map(({ line, ...values }) => ({ ...nameOf(line), ...values })),
        keyCategories: trend.keyCategories.map(({ line, ...ranked }) => ({ ...nameOf(line), ...ranked })),
      },
      keyCategories: total.keyCategories.map(({ line, ...ranked }) => ({ ...nameOf(line), ...ranked })),
      beside: besideOthers(region, year, lines, published).map((row) => ({
        ...row,
        parts: row.parts.map((part) => ({ ...part })),
      })),
      notes: [
        ...(claimed.reason ? [claimed.reason] : []),
        ...(total.estimated?.notes ?? []),
        ...breaks.filter(({ isNoted }) => isNoted).map(({ note }) => note),
        ...(trend?.notes ?? []),
        ...(filled.length > 0 ? [texts.carriedLines({ year, lines: namesOf(filled) })] : []),
      ],
    };

    function totalOf(when: number, some: readonly NationalLine[]) {
      const found = nationalTotal(some, metric);
      const { interval, reason } = totalInterval(region, when, some, found.estimated, published, metric);
      const { withoutLulucf, withLulucf } = found;
      const row = { year: when, withoutLulucf, withLulucf, lo: interval?.lo ?? null, hi: interval?.hi ?? null };
      return { total: found, interval, reason, row };
    }
  },
});

function nameOf({ category, name, label, gas }: NationalLine) {
  return { category, name, label, gas };
}

async function openInventories(region: string, read: Read): Promise<NationalInventories> {
  const countries = await read("countries", { iso3: region });
  const [codes, subregions] = [countries.texts("iso3"), countries.texts("un_region")];
  const places = new Map(Array.from(codes, (iso3, i) => [iso3 ?? "", subregions[i] ?? ""] as const));
  if (!places.has(region)) throw new InventoryError("region", texts.unknownCountry({ region }));
  const activity = await readNationalActivity(read, { iso3: region });
  const { factors } = await factorsAtHand(undefined, ["1", "2", "3", "4"], read);
  return new NationalInventories(activity, factors, places);
}

function sidesOf(error: Percent | null): { lo: number; hi: number } | null {
  return typeof error === "number" ? { lo: error, hi: error } : error && { ...error };
}

function lineOf(line: NationalLine, metric: string): ResultOf<typeof lineOut> {
  const { activity, factors, perUnit, factorError, notes, group: _, of: __, ...rest } = line;
  return {
    ...rest,
    co2e: line.value === null ? null : equivalentOf(line, metric),
    amount: activity?.amount ?? null,
    unit: activity?.unit ?? null,
    data: activity?.source ?? null,
    activityError: sidesOf(activity?.error ?? null),
    factor: perUnit,
    factorUnit: perUnit === null ? null : `kt ${line.gas}/${activity!.unit.replace(/\/yr$/, "")}`,
    factorError: sidesOf(factorError),
    factors: factors.map(
      ({ parameter, activity: of, value, unit, lo, hi, source, table, valueStatus, boundsStatus }) => {
        // Bounds that nobody read in a source are not told.
        const read = boundsStatus === "memory" ? { lo: null, hi: null, boundsStatus: null } : { lo, hi, boundsStatus };
        return { parameter, activity: of, value, unit, ...read, source, table, valueStatus };
      },
    ),
    filled: activity?.filled ?? null,
    notes: [...notes],
  };
}
