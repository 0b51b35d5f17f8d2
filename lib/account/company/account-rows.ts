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
    ...finding.own?.cells,
    ...(line.supplier === null ? {} : { supplier: line.supplier }),
  };
}

/** What the inventory gives for a row. */
export interface RowResult {
  readonly main: CompanyLine | null;
  /** t CO2e; null without a line. */
  readonly co2e: number | null;
  readonly market: number | null;
  readonly problems: readonly Message[];
}

/** The inventory's lines by row: a row has one for each gas, and in scope 2 one by location and some by market. */
export function resultsByRow({ lines, problems, unknownOrigin }: CompanyInventory, count: number): RowResult[] {
  const said = new Map<number, Message[]>();
  for (const { table, row, message } of problems) {
    if (table !== "rows") continue;
    const known = said.get(row);
    if (known) known.push(message);
    else said.set(row, [message]);
  }
  const withoutMarket = new Set(unknownOrigin.flatMap(({ rows }) => rows));
  const results = Array.from({ length: count }, (_, i): Sums => {
    const market = withoutMarket.has(i + 1) ? Number.NaN : null;
    return { main: null, co2e: null, market, problems: said.get(i + 1) ?? none };
  });
  for (const line of lines) add(results[line.row - 1]!, line);
  for (const result of results) if (Number.isNaN(result.market)) result.market = null;
  return results;
}

const none: readonly Message[] = [];
type Sums = { -readonly [Field in keyof RowResult]: RowResult[Field] };

/** Sums in the order of the lines; the main line is the first of CO2, else the first. */
function add(result: Sums, line: CompanyLine): void {
  if (line.basis === "market") {
    // NaN, of a row without a figure by market, stays.
    result.market = (result.market ?? 0) + line.co2e;
    return;
  }
  result.co2e = (result.co2e ?? 0) + line.co2e;
  if (result.main === null || (line.gas.startsWith("CO2") && !result.main.gas.startsWith("CO2"))) result.main = line;
}
