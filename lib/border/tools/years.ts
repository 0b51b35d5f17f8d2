import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut, sentenceOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { BorderError } from "../border-error.ts";
import {
  benchmarkOf,
  cbamDatasets,
  countedActual,
  goodOf,
  matchOf,
  readCbamTables,
  totalDefault,
} from "../cbam/declaration.ts";
import { edition } from "../cbam/edition.ts";
import { obligationYear } from "../cbam/obligation-years.ts";
import { perTonne, pricePerTonne, tonnes } from "../cbam/units.ts";
import {
  declarationFields,
  declarationReferences,
  editionAssumption,
  matchedOut,
  priceIn,
} from "./declaration-schema.ts";

const texts = messages("border.years", {
  noPrice: {
    en: "prices has no price for {years}. Give one for each year, or one price for all in price.",
    zh: "prices 缺少 {years} 年的价格。请为每一年给出价格，或在 price 中给出适用于所有年份的一个价格。",
  },
  bothPrices: {
    en: "Give either price, for all years, or prices by year, not both.",
    zh: "请只给出 price（适用于所有年份）或 prices（按年份）之一。",
  },
  twice: { en: "prices has {year} twice.", zh: "prices 中 {year} 年出现两次。" },
  order: { en: "to is {to}, before from, which is {from}.", zh: "to（{to}）早于 from（{from}）。" },
  constantPrice: {
    en: "One price holds for all years: an assumption. Costs are not discounted.",
    zh: "所有年份采用同一价格：这是一项假定。成本未折现。",
  },
  constantDefault: {
    en: "The default value of {year} is kept for all years; the regulation lets it be revised.",
    zh: "各年均沿用 {year} 年的默认值；条例允许对其修订。",
  },
  changes: {
    en: "The benchmark is {from} t CO2e/t at first, and {to} t CO2e/t for goods produced from {year} on.",
    zh: "基准值起初为 {from} t CO2e/t，{year} 年起生产的商品为 {to} t CO2e/t。",
  },
  tooLow: {
    en: "The default value is lower than the actual emissions: declaring it costs less, and the difference is negative.",
    zh: "默认值低于实际排放：按默认值申报成本更低，差额为负。",
  },
});

/** The first year of the definitive period, of which the default values are. */
const FIRST = 2026;

interface Years {
  readonly years: readonly {
    readonly year: number;
    readonly defaultCost: number;
    readonly actualCost: number | null;
  }[];
}

const euros = numberIn("EUR");

export const cbamYears = defineTool({
  name: "cbam.years",
  title: { en: "CBAM obligation and cost by year", zh: "碳边境调节义务与成本（按年份）" },
  summary: {
    en: "Certificates and cost of a good from 2026 to 2034 while the free allocation ends, by default value and by actual emissions, and what a default value that is too high costs: the part of the mark-up and the part of the value.",
    zh: "2026 至 2034 年免费配额退坡期间商品的证书与成本：按默认值与按实际排放，以及默认值偏高的代价（加成与数值各占多少）。",
  },
  input: z.object({
    ...declarationFields,
    from: yearIn.default(FIRST),
    to: yearIn.default(2034),
    price: priceIn.optional().describe("One price for all years"),
    prices: z.array(z.strictObject({ year: yearIn, price: priceIn })).optional(),
  }),
  output: z.object({
    years: z.array(
      z.object({
        year: yearIn,
        price: numberIn(pricePerTonne),
        factor: ratio.describe("CBAM factor"),
        factorConfirmation: z.string().describe("Whether the factor was seen in a document"),
        benchmark: numberIn(perTonne),
        markup: ratio,
        freeAllocation_t: numberIn(tonnes),
        defaultCertificates: numberIn(tonnes),
        defaultCost: euros,
        actualCertificates: numberIn(tonnes).nullable(),
        actualCost: euros.nullable(),
        excess: euros.nullable().describe("Cost by default value less cost by actual emissions"),
        fromMarkup: euros.nullable().describe("The part of the excess that the mark-up causes"),
        fromValue: euros.nullable().describe("The part that the default value before mark-up causes"),
      }),
    ),
    default: numberIn(perTonne).describe("Default value before mark-up"),
    actual: numberIn(perTonne).nullable().describe("Actual emissions that count"),
    benchmark: numberIn(perTonne).describe("Of the first year"),
    defaultCost: euros.describe("Of all years, not discounted"),
    actualCost: euros.nullable(),
    excess: euros.nullable().describe("What declaring the default value costs this plant more"),
    excessPerTonne: numberIn("EUR/t").nullable().describe("Per tonne of the good, mean of the years"),
    breakEven: numberIn(perTonne).describe("Actual emissions below which no certificate is needed in the first year"),
    matched: matchedOut.describe("With the benchmark of the first year"),
    edition: sentenceOut,
    notes: notesOut,
  }),
  tablesOut: {
    costs: {
      charts: {
        trend: {
          channels: { x: "year", y: "cost", series: "values" },
          measure: { en: "Cost of certificates", zh: "证书成本" },
          words: {
            default: { en: "Default value", zh: "默认值" },
            actual: { en: "Actual emissions", zh: "实际排放" },
          },
        },
      },
      ...recordTable(
        { en: "Cost in every year by default value and by actual emissions.", zh: "各年按默认值与按实际排放的成本。" },
        {
          year: integerColumn({ en: "Year.", zh: "年份。" }),
          values: textColumn({
            en: "default or actual.",
            zh: "default（默认值）或 actual（实际排放）。",
          }),
          cost: numberColumn({ en: "Cost of certificates.", zh: "证书成本。" }, "EUR"),
        },
        ({ years }: Years) =>
          years.flatMap(({ year, defaultCost, actualCost }) => [
            { year, values: "default", cost: defaultCost },
            ...(actualCost === null ? [] : [{ year, values: "actual", cost: actualCost }]),
          ]),
      ),
    },
  },
  formula: "certificates_y = max(0, s_y − f_y c b) m; excess = Σ_y (cost by default − cost by actual)",
  assumptions: [
    editionAssumption,
    "Good, mass, default value and actual emissions are the same in all years; the benchmarks of production years 2028 to 2030 hold for later ones too.",
    "The mark-up of the last year in the table holds for all later ones.",
    "Costs are in money of the prices given, not discounted.",
  ],
  references: declarationReferences,
  datasets: cbamDatasets,
  async run({ from, to, price, prices, actual, mass_t, paid, correction, ...asked }, _work, read) {
    if (to < from) throw new BorderError("to", texts.order({ from, to }));
    const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    const priceOf = pricesOf(years, price, prices);
    const tables = await readCbamTables(read);
    const found = goodOf(tables, asked);
    const value = totalDefault(found, asked.origin);
    const counted = actual ? countedActual(found, actual, asked.benchmark !== undefined) : null;
    const chosen = years.map((year) => {
      // A year before the first has no mark-up, which says so.
      const markup = tables.markups.of(found.good.sector, year);
      return { year, markup, benchmark: benchmarkOf(tables, found, asked, year) };
    });
    const rows = chosen.map(({ year, markup, benchmark: { value: benchmark } }) => {
      const { factor, confirmation } = tables.factors.of(year);
      const terms = { year, value, markup, factor, benchmark, correction, mass_t, paid };
      const row = obligationYear({ ...terms, price: priceOf(year), actual: counted?.specific ?? null });
      return { ...row, benchmark, factorConfirmation: confirmation };
    });
    const [{ benchmark }] = chosen as [(typeof chosen)[number]];
    const changed = rows.find((row) => row.benchmark !== benchmark.value);
    const sumOf = (of: (row: (typeof rows)[number]) => number | null) =>
      counted === null ? null : rows.reduce((sum, row) => sum + of(row)!, 0);
    const excess = sumOf((row) => row.excess);
    const notes: Message[] = [
      ...found.notes,
      ...benchmark.notes,
      ...tables.factors.beyond(to),
      ...(changed ? [texts.changes({ from: benchmark.value, to: changed.benchmark, year: changed.year })] : []),
      ...(counted?.notes ?? []),
      ...(prices ? [] : [texts.constantPrice()]),
      texts.constantDefault({ year: FIRST }),
      ...(excess !== null && excess < 0 ? [texts.tooLow()] : []),
    ];
    return {
      years: rows,
      default: value,
      actual: counted?.specific ?? null,
      benchmark: benchmark.value,
      defaultCost: rows.reduce((sum, row) => sum + row.defaultCost, 0),
      actualCost: sumOf((row) => row.actualCost),
      excess,
      excessPerTonne: excess === null || mass_t === 0 ? null : excess / (mass_t * rows.length),
      breakEven: rows[0]!.factor * correction * benchmark.value,
      matched: matchOf(found, benchmark),
      edition: edition(),
      notes,
    };
  },
});

/** The price of each year. Throws BorderError if one is missing. */
function pricesOf(
  years: readonly number[],
  price: number | undefined,
  prices: readonly { readonly year: number; readonly price: number }[] | undefined,
): (year: number) => number {
  if (price !== undefined && prices !== undefined) throw new BorderError("prices", texts.bothPrices());
  if (price !== undefined) return () => price;
  const byYear = new Map<number, number>();
  for (const { year, price: of } of prices ?? []) {
    if (byYear.has(year)) throw new BorderError("prices", texts.twice({ year }));
    byYear.set(year, of);
  }
  const missing = years.filter((year) => !byYear.has(year));
  if (missing.length > 0) throw new BorderError("prices", texts.noPrice({ years: missing }));
  return (year) => byYear.get(year)!;
}
