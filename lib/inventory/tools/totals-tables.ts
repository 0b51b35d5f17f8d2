import { integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";

/** Totals as the tools return them: a number for each year. */
interface Totals {
  readonly metric: string;
  readonly years: readonly number[];
  readonly withoutLulucf: readonly number[];
  readonly withLulucf: readonly number[];
  readonly memo: readonly number[];
  readonly biogenicCo2: readonly number[];
  readonly sectors: Readonly<Record<string, readonly number[]>>;
}

/** A result that consists of totals, or contains them. */
type WithTotals = Totals | { readonly totals: Totals };

function totalsIn(result: WithTotals): Totals {
  return "totals" in result ? result.totals : result;
}

const year = integerColumn({ en: "Year.", zh: "年份。" });
const metric = textColumn({ en: "The metric by which gases are converted to CO2e.", zh: "各气体加权所用的度量。" });
const co2e = "kt CO2e";

/** The totals of an inventory: year by year, and sector by sector. */
export const totalsTables: Readonly<Record<string, TableDeclaration>> = {
  byYear: {
    description: { en: "Totals, year by year.", zh: "逐年合计。" },
    columns: {
      year,
      withoutLulucf: numberColumn(
        {
          en: "Without land use, land-use change and forestry.",
          zh: "不含土地利用、土地利用变化和林业。",
        },
        co2e,
      ),
      withLulucf: numberColumn({ en: "With it.", zh: "含土地利用、土地利用变化和林业。" }, co2e),
      memo: numberColumn({ en: "Memo items, in no total.", zh: "备忘项，不计入合计。" }, co2e),
      biogenicCo2: numberColumn({ en: "Biogenic CO2, in no total.", zh: "生物源二氧化碳，不计入合计。" }, "kt CO2"),
      metric,
    },
    values(result: WithTotals) {
      const { years, sectors: _, lacks: __, ...totals } = totalsIn(result) as Totals & { readonly lacks?: unknown };
      return { ...totals, year: years, metric: years.map(() => totals.metric) };
    },
  },
  bySector: {
    description: { en: "Totals, sector by sector and year by year.", zh: "分部门逐年合计。" },
    columns: {
      sector: textColumn({ en: "The sector.", zh: "部门。" }),
      year,
      value: numberColumn({ en: "Its total.", zh: "该部门的合计。" }, co2e),
      metric,
    },
    values(result: WithTotals) {
      const totals = totalsIn(result);
      const rows = Object.entries(totals.sectors).flatMap(([sector, values]) =>
        values.map((value, at) => ({ sector, year: totals.years[at]!, value })),
      );
      return {
        sector: rows.map(({ sector }) => sector),
        year: rows.map(({ year }) => year),
        value: rows.map(({ value }) => value),
        metric: rows.map(() => totals.metric),
      };
    },
  },
};
