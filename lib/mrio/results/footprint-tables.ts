import { recordTable } from "../../tool/record-table.ts";
import { integerColumn, numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";
import { siblingUnit } from "../../tool/unit.ts";
import { type Figure, figureColumns } from "../../uncertainty/figure-columns.ts";
import { ofField, pairTable } from "./field-table.ts";
import { regionName as name, regionCode as region, type TableLabels } from "./table-rows.ts";

/** Results of `uncertainty.footprint` by region, and the draws of the requested regions. */
interface Footprints {
  readonly accounts: readonly {
    readonly region: string;
    readonly D_pba: Figure;
    readonly D_cba: Figure;
    readonly adjustment: Figure | null;
    readonly shares: readonly { readonly source: string; readonly D_cba: number; readonly adjustment: number }[];
    readonly linearisation: Readonly<Record<keyof typeof linearisation, number>> | null;
  }[];
  readonly kept: readonly {
    readonly region: string;
    readonly D_pba: readonly number[];
    readonly D_cba: readonly number[];
  }[];
}

const linearisation = {
  bias: numberColumn({ en: "Mean of exact less first order.", zh: "精确解减一阶近似的均值。" }, siblingUnit),
  standardError: numberColumn({ en: "Standard error of that mean.", zh: "该均值的标准误。" }, siblingUnit),
  relativeRms: numberColumn({
    en: "Root mean square of the differences, relative to consumption.",
    zh: "差值的均方根，相对于消费端。",
  }),
  relativeLargest: numberColumn({
    en: "The largest difference, relative to consumption.",
    zh: "最大差值，相对于消费端。",
  }),
  sdRatio: numberColumn({ en: "Standard deviation, exact over first order.", zh: "精确解与一阶近似的标准差之比。" }),
};

export const footprintTables: Readonly<Record<string, TableDeclaration>> = {
  byRegion: recordTable(
    {
      en: "Production and consumption of every region, with what the draws say.",
      zh: "各区域的生产端与消费端账户及其抽样结果。",
    },
    {
      region,
      name,
      account: textColumn({ en: "production or consumption.", zh: "production（生产端）或 consumption（消费端）。" }),
      ...figureColumns(siblingUnit),
    },
    ({ accounts }: Footprints, labels: TableLabels) =>
      accounts.flatMap(({ region, D_pba, D_cba }) => [
        { ...named(region, labels), account: "production", ...D_pba },
        { ...named(region, labels), account: "consumption", ...D_cba },
      ]),
  ),
  adjustments: recordTable(
    {
      en: "Consumption relative to production, per cent, with what the draws say; no row where production is zero.",
      zh: "消费端相对生产端的百分比及其抽样结果；生产端为零的区域不列。",
    },
    { region, name, ...figureColumns("%") },
    ({ accounts }: Footprints, labels: TableLabels) =>
      accounts.flatMap(({ region, adjustment }) => (adjustment ? [{ ...named(region, labels), ...adjustment }] : [])),
  ),
  bySource: recordTable(
    { en: "What each source of error makes of the variance.", zh: "各误差来源在方差中的份额。" },
    {
      region,
      name,
      source: textColumn({ en: "The source of error.", zh: "误差来源。" }),
      consumption: numberColumn({ en: "Share of the variance of consumption.", zh: "在消费端方差中的份额。" }),
      adjustment: numberColumn({
        en: "Share of the variance of consumption relative to production.",
        zh: "在消费端相对生产端百分比的方差中的份额。",
      }),
    },
    ({ accounts }: Footprints, labels: TableLabels) =>
      accounts.flatMap(({ region, shares }) =>
        shares.map(({ source, D_cba, adjustment }) => ({
          ...named(region, labels),
          source,
          consumption: D_cba,
          adjustment,
        })),
      ),
  ),
  linearisations: recordTable(
    {
      en: "How far first order is from the draws that were solved exactly, for consumption.",
      zh: "消费端一阶近似与精确求解的抽样之间的差距。",
    },
    { region, name, ...linearisation },
    ({ accounts }: Footprints, labels: TableLabels) =>
      accounts.flatMap(({ region, linearisation }) =>
        linearisation ? [{ ...named(region, labels), ...linearisation }] : [],
      ),
  ),
  correlations: oneStressor(
    pairTable(
      { en: "Correlation of consumption between regions.", zh: "各区域消费端之间的相关。" },
      ["region", "other"],
      {
        correlation: ofField("correlation", { en: "Over the draws.", zh: "按各次抽样。" }, "1"),
      },
    ),
  ),
  byDraw: {
    description: {
      en: "Every draw of the regions named in `keep`.",
      zh: "`keep` 所列区域的逐次抽样。",
    },
    columns: {
      region,
      draw: integerColumn({ en: "The draw, from 1.", zh: "抽样序号，从 1 起。" }),
      production: numberColumn({ en: "Production.", zh: "生产端。" }, siblingUnit),
      consumption: numberColumn({ en: "Consumption.", zh: "消费端。" }, siblingUnit),
      percent: numberColumn(
        { en: "Consumption relative to production, per cent.", zh: "消费端相对生产端的百分比。" },
        "%",
      ),
    },
    values: ({ kept }: Footprints) => ({
      region: { labels: kept.map(({ region }) => region), each: kept[0]?.D_pba.length ?? 0 },
      draw: kept.map(({ D_pba }) => D_pba.map((_, draw) => draw + 1)),
      production: kept.map(({ D_pba }) => D_pba),
      consumption: kept.map(({ D_cba }) => D_cba),
      percent: kept.map(({ D_pba, D_cba }) => D_cba.map((value, draw) => (value / D_pba[draw]! - 1) * 100)),
    }),
  },
};

function named(region: string, { regions, names }: TableLabels) {
  return { region, name: names?.regions?.[regions.indexOf(region)] ?? region };
}

/** Results for one stressor have no stressor column, even if the table has several stressors. */
function oneStressor(table: TableDeclaration): TableDeclaration {
  return {
    ...table,
    values: (output: never, labels: TableLabels) => table.values(output, { ...labels, stressors: [""] } as never),
  };
}
