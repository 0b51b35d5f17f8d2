import type { CompanyInventory } from "../../company/company-inventory.ts";
import type { CompanyLine } from "../../company/company-line.ts";
import type { Message } from "../../message/message.ts";
import type { SettledLine } from "./settle-lines.ts";

/** A row of `inventory.company`. */
export type InventoryRow = Readonly<Record<string, string | number | null>>;

/** The row that a settled line becomes; null of one that is in no figure. */
export function inventoryRow(
  { finding, amountOfRow, unitOfRow, place, line }: SettledLine,
  hasFacilities: boolean,
): InventoryRow | null {
  const { target } = finding;
  if (target === null || amountOfRow === null) return null;
  return {
    scope: target.scope,
    category: target.category,
    activity: target.scope === "2" ? target.category : target.activity,
    amount: amountOfRow,
    unit: unitOfRow!,
    country: place?.country ?? null,
    ...(target.scope === "2" && place?.province ? { province: place.province } : {}),
    ...(target.technology === null ? {} : { technology: target.technology }),
    ...(hasFacilities && line.site !== null ? { facility: line.site } : {}),
    ...(line.supplier === null ? {} : { supplier: line.supplier }),
  };
}

/** What the inventory gives for a row. */
export interface RowResult {
  readonly main: CompanyLine | null;
  /** t CO2e; null without a line. */
  readonly co2e: number | null;
  readonly market: number | null;
  readonly metric: string | null;
  readonly why: Message | null;
  readonly problems: readonly Message[];
}

/** The inventory's lines by row: a row has one for each gas, and in scope 2 one by location and some by market. */
export function resultsByRow({ lines, problems, unknownOrigin }: CompanyInventory, count: number): RowResult[] {
  const of: CompanyLine[][] = Array.from({ length: count }, () => []);
  for (const line of lines) of[line.row - 1]!.push(line);
  const said: Message[][] = Array.from({ length: count }, () => []);
  for (const { table, row, message } of problems) if (table === "rows" && said[row - 1]) said[row - 1]!.push(message);
  const withoutMarket = new Set(unknownOrigin.flatMap(({ rows }) => rows));
  return of.map((mine, i) => {
    const located = mine.filter(({ basis }) => basis !== "market");
    const byMarket = mine.filter(({ basis }) => basis === "market");
    const main = located.find(({ gas }) => gas.startsWith("CO2")) ?? located[0] ?? null;
    return {
      main,
      co2e: located.length > 0 ? sum(located) : null,
      market: byMarket.length > 0 && !withoutMarket.has(i + 1) ? sum(byMarket) : null,
      metric: main?.metric ?? null,
      why: main?.why ?? null,
      problems: said[i]!,
    };
  });
}

function sum(lines: readonly CompanyLine[]): number {
  return lines.reduce((total, { co2e }) => total + co2e, 0);
}
