import { numberColumn, type TableDeclaration } from "../../tool/table.ts";
import { pairAxes, pairColumns, regionAxes, regionColumns, type TableLabels } from "./table-rows.ts";
import { emissions } from "./table-units.ts";

/** Accounts as the tools return them: K × R. */
export interface BalanceFields {
  readonly D_pba: readonly (readonly number[])[];
  readonly D_cba: readonly (readonly number[])[];
  readonly D_imp: readonly (readonly number[])[];
  readonly D_exp: readonly (readonly number[])[];
}

/** Production and consumption of every region in one row, for each stressor. */
export const balanceTable: TableDeclaration = {
  description: {
    en: "Emissions of production and of consumption, region by region.",
    zh: "各区域的生产端与消费端排放。",
  },
  columns: {
    ...regionColumns,
    production: numberColumn(
      { en: "Emitted in the region, households included.", zh: "在该区域产生的排放，含居民直接排放。" },
      emissions,
    ),
    consumption: numberColumn(
      {
        en: "Emitted anywhere for its final use, households included.",
        zh: "为该区域最终使用而在各地产生的排放，含居民直接排放。",
      },
      emissions,
    ),
    imports: numberColumn(
      { en: "Of its consumption, what was emitted abroad.", zh: "消费端排放中产生于区域外的部分。" },
      emissions,
    ),
    exports: numberColumn(
      { en: "Of its production, what was for final use abroad.", zh: "生产端排放中为区域外最终使用的部分。" },
      emissions,
    ),
    difference: numberColumn({ en: "Consumption less production.", zh: "消费端减生产端。" }, emissions),
    percent: numberColumn(
      {
        en: "Consumption relative to production, per cent; missing where production is zero.",
        zh: "消费端相对生产端的百分比；生产端为零处空缺。",
      },
      "%",
    ),
  },
  charts: {
    balance: {
      channels: { label: "name", production: "production", consumption: "consumption" },
      measure: { en: "Emissions", zh: "排放" },
      facts: { year: "year" },
    },
  },
  values: ({ D_pba, D_cba, D_imp, D_exp }: BalanceFields, labels: TableLabels) => ({
    ...regionAxes(labels),
    production: D_pba,
    consumption: D_cba,
    imports: D_imp,
    exports: D_exp,
    difference: pairwise(D_pba, D_cba, (production, consumption) => consumption - production),
    percent: pairwise(D_pba, D_cba, relativeTo),
  }),
};

/** Embodied emissions, a row for each pair of regions. */
export const transfersTable: TableDeclaration = {
  description: {
    en: "Emissions by the region where they were emitted and the region for whose final use.",
    zh: "按排放产生区域与最终使用区域列出的排放。",
  },
  columns: {
    ...pairColumns("origin", "consumer"),
    value: numberColumn(
      {
        en: "Emitted in the origin for the consumer's final use, households left out.",
        zh: "在来源地为消费地最终使用产生的排放，不含居民直接排放。",
      },
      emissions,
    ),
  },
  charts: {
    flows: {
      channels: { origin: "originName", destination: "consumerName", value: "value" },
      measure: { en: "Embodied emissions", zh: "隐含排放" },
      facts: { year: "year" },
    },
  },
  values: ({ flows }: { readonly flows: readonly (readonly number[])[][] }, labels: TableLabels) => ({
    ...pairAxes(labels, "origin", "consumer"),
    value: flows,
  }),
};

function pairwise<T>(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  of: (a: number, b: number) => T,
): T[] {
  return a.flatMap((row, k) => row.map((value, r) => of(value, b[k]![r]!)));
}

function relativeTo(production: number, consumption: number): number | null {
  return production === 0 ? null : (consumption / production - 1) * 100;
}
