import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";

interface Drawn {
  readonly rows: readonly {
    readonly region: string;
    readonly year: number;
    readonly step: string;
    readonly distribution?: {
      readonly histogram: { readonly edges: readonly number[]; readonly counts: readonly number[] };
    };
  }[];
  readonly adjustments: readonly {
    readonly region: string;
    readonly year: number;
    readonly from: string;
    readonly to: string;
    readonly quantiles: readonly { readonly probability: number; readonly value: number }[];
  }[];
}

const region = textColumn({ en: "Code of the region.", zh: "区域代码。" });
const year = integerColumn({ en: "Year.", zh: "年份。" });
const ofRows = { unitIn: "rows.unit" };

/** Results of a ladder's draws beyond its steps; without rows if no uncertainty was requested. */
export const ladderTables: Readonly<Record<string, TableDeclaration>> = {
  bins: recordTable(
    { en: "The histogram of every step that was drawn.", zh: "各步骤抽样结果的直方图。" },
    {
      region,
      year,
      step: textColumn({ en: "The step.", zh: "步骤。" }),
      from: numberColumn({ en: "Where the bin begins.", zh: "分组下界。" }, ofRows),
      to: numberColumn({ en: "Where it ends.", zh: "分组上界。" }, ofRows),
      count: numberColumn({ en: "Draws in it.", zh: "落入该组的抽样数。" }),
    },
    ({ rows }: Drawn) =>
      rows.flatMap(({ region, year, step, distribution }) => {
        const { edges = [], counts = [] } = distribution?.histogram ?? {};
        return counts.map((count, bin) => ({ region, year, step, from: edges[bin], to: edges[bin + 1], count }));
      }),
  ),
  quantiles: recordTable(
    { en: "Quantiles of every level relative to the first.", zh: "各口径相对首个口径的分位数。" },
    {
      region,
      year,
      from: textColumn({ en: "The first level.", zh: "首个口径。" }),
      to: textColumn({ en: "The level that is relative to it.", zh: "与之相比的口径。" }),
      probability: numberColumn({ en: "Of being below.", zh: "低于该值的概率。" }),
      value: numberColumn({ en: "The quantile.", zh: "分位数。" }, "%"),
    },
    ({ adjustments }: Drawn) =>
      adjustments.flatMap(({ region, year, from, to, quantiles }) =>
        quantiles.map((quantile) => ({ region, year, from, to, ...quantile })),
      ),
  ),
};
