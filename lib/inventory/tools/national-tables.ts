import type { Sentence } from "../../message/message.ts";
import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";

interface Found {
  readonly series: readonly { readonly year: number; readonly withoutLulucf: number; readonly like: number }[];
  readonly breaks: readonly {
    readonly year: number;
    readonly lulucf: boolean;
    readonly share: number | null;
    readonly kind: "ends" | "begins";
  }[];
  readonly lines: readonly {
    readonly category: string;
    readonly gas: string;
    readonly name: string;
    readonly value: number | null;
    readonly co2e: number | null;
    readonly key: string | null;
    readonly amount: number | null;
    readonly unit: string | null;
  }[];
  readonly beside: readonly {
    readonly gas: string;
    readonly source: Sentence;
    readonly unit: string;
    readonly ours: number;
    readonly theirs: number;
    readonly difference: number;
    readonly boundary: number | null;
    readonly bySource: number | null;
  }[];
}

const gas = textColumn({ en: "The gas.", zh: "气体。" });
const unit = textColumn({ en: "The unit of the numbers.", zh: "数值的单位。" });

/** The lines of a national inventory, and the figures of others beside it. */
export const nationalTables: Readonly<Record<string, TableDeclaration>> = {
  emissions: recordTable(
    { en: "The lines, one for each activity and gas.", zh: "清单各行，每种活动和气体一行。" },
    {
      category: textColumn({ en: "IPCC 2006 category.", zh: "IPCC 2006 类别。" }),
      gas,
      name: textColumn({ en: "The activity.", zh: "活动。" }),
      amount: numberColumn({ en: "Amount of the activity, in `unit`.", zh: "活动数量，单位见 `unit`。" }),
      unit: textColumn({ en: "Unit of the amount.", zh: "活动数量的单位。" }),
      value: numberColumn({ en: "kt of the gas.", zh: "该气体的千吨数。" }),
      co2e: numberColumn({ en: "By the metric.", zh: "按所用度量。" }, "kt CO2e"),
      key: textColumn({ en: "Notation key in place of a number.", zh: "代替数值的符号键。" }),
    },
    ({ lines }: Found) =>
      lines.map(({ category, name, amount, value, co2e, key, ...line }) => {
        return { category, gas: line.gas, name, amount, unit: line.unit, value, co2e, key };
      }),
  ),
  comparison: recordTable(
    { en: "Figures of others, and the difference.", zh: "其他机构的数据及差异。" },
    {
      gas,
      source: textColumn({ en: "Who published it.", zh: "公布者。" }),
      unit,
      ours: numberColumn({ en: "Ours.", zh: "本清单。" }),
      theirs: numberColumn({ en: "Theirs.", zh: "对方数据。" }),
      difference: numberColumn({ en: "Theirs less ours.", zh: "对方减本清单。" }),
      boundary: numberColumn({ en: "Of it, what only one side estimates.", zh: "其中仅一方估算的部分。" }),
      bySource: numberColumn({ en: "Of it, other data and factors.", zh: "其中数据和因子不同的部分。" }),
    },
    ({ beside }: Found) =>
      beside.map((row) => ({ ...row, source: String(row.source), parts: undefined, scope: undefined })),
  ),
  seriesLines: {
    charts: {
      trend: {
        channels: { x: "year", y: "co2e", series: "lines", break: "break" },
        measure: { en: "What is estimated, without land use", zh: "已估算部分（不含土地利用）" },
        words: {
          all: { en: "Sum of all lines", zh: "全部行之和" },
          like: { en: "Lines of every year", zh: "每年均有的行" },
          ends: {
            en: "The data of lines end here: a gap, no change of emissions",
            zh: "部分行的数据至此为止：是数据缺口，并非排放变化",
          },
          begins: {
            en: "The data of lines begin here: a gap before, no change of emissions",
            zh: "部分行的数据自此开始：此前为数据缺口，并非排放变化",
          },
          both: {
            en: "The data of lines end and begin here: gaps, no change of emissions",
            zh: "部分行的数据在此中止和开始：是数据缺口，并非排放变化",
          },
        },
        colours: { all: "production", like: "neutral" },
      },
    },
    ...recordTable(
      {
        en: "The total year by year, broken where lines begin or end, and that of the lines that are estimated in every year.",
        zh: "逐年总量（在某行开始或中止处断开），以及每年均有估算的各行之和。",
      },
      {
        year: integerColumn({ en: "Year.", zh: "年份。" }),
        lines: textColumn({ en: "all or like.", zh: "all（全部）或 like（每年均有）。" }),
        co2e: numberColumn({ en: "Without LULUCF.", zh: "不含 LULUCF。" }, "kt CO2e"),
        break: textColumn({
          en: "Whether lines begin or end in this year: ends, begins or both.",
          zh: "当年是否有行开始或中止：ends、begins 或 both。",
        }),
      },
      ({ series, breaks }: Found) => [
        ...series.map(({ year, withoutLulucf }) => ({
          year,
          lines: "all",
          co2e: withoutLulucf,
          break: breaksOf(year, breaks),
        })),
        ...series.map(({ year, like }) => ({ year, lines: "like", co2e: like })),
      ],
    ),
  },
};

/** Breaks of the total without land use that can be seen in a drawing. */
function breaksOf(year: number, breaks: Found["breaks"]): string | undefined {
  const seen = breaks.filter((one) => one.year === year && !one.lulucf && Math.abs(one.share ?? 0) >= 0.1);
  const kinds = new Set(seen.map(({ kind }) => kind));
  return kinds.size > 1 ? "both" : [...kinds][0];
}
