import { numberColumn, type TableDeclaration } from "../../tool/table.ts";
import type { BalanceFields } from "./balance-table.ts";
import { regionAxes, regionColumns, type TableLabels } from "./table-rows.ts";
import { emissions } from "./table-units.ts";

const columns = {
  ...regionColumns,
  productionBefore: numberColumn({ en: "Production, before.", zh: "变化前的生产端排放。" }, emissions),
  productionAfter: numberColumn({ en: "Production, after.", zh: "变化后的生产端排放。" }, emissions),
  consumptionBefore: numberColumn({ en: "Consumption, before.", zh: "变化前的消费端排放。" }, emissions),
  consumptionAfter: numberColumn({ en: "Consumption, after.", zh: "变化后的消费端排放。" }, emissions),
};

const description = { en: "The accounts before and after, region by region.", zh: "各区域变化前后的账户。" };

/** Accounts before and after edits, side by side. */
export const whatIfTable: TableDeclaration = {
  description,
  columns,
  values: ({ before, after }: { readonly before: BalanceFields; readonly after: BalanceFields }, labels: TableLabels) =>
    sideBySide(before, after, labels),
};

/** The same for a frame, whose labels contain the accounts before. */
export const frameTable: TableDeclaration = {
  description,
  columns,
  values: (after: BalanceFields, labels: TableLabels & { readonly before: BalanceFields }) =>
    sideBySide(labels.before, after, labels),
};

function sideBySide(before: BalanceFields, after: BalanceFields, labels: TableLabels) {
  return {
    ...regionAxes(labels),
    productionBefore: before.D_pba,
    productionAfter: after.D_pba,
    consumptionBefore: before.D_cba,
    consumptionAfter: after.D_cba,
  };
}
