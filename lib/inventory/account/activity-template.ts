import { categories, isWithin, leafCategories } from "../../classification/categories.ts";
import type { Factor } from "../../factors/factor.ts";
import { messages } from "../../message/message.ts";
import { InventoryError } from "./inventory-error.ts";

const texts = messages("inventory", {
  unknownSector: {
    en: 'There is no sector "{sector}"; a category such as 1, 1.A, 2 or 4.D is expected.',
    zh: "没有部门“{sector}”；应为 1、1.A、2 或 4.D 之类的类别。",
  },
});

/** A sheet to fill in: one row for each activity of a sector that has a factor, with the matching unit. */
export interface ActivityTemplate {
  readonly sector: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The same as CSV, with commas, quotes if needed, and a line feed at the end of each row. */
  readonly csv: string;
}

const columns = ["category", "activity", "technology", "unit", "year", "value", "note"];

/**
 * The template of a sector (`1` to `4`) or of any category: its columns are those that `readActivity` maps to, so that a filled
 * template needs no mapping. Activities and units come from the factors; categories without a factor have one empty row.
 */
export function activityTemplate(sector: string, factors: readonly Factor[], year: number): ActivityTemplate {
  if (!categories.some(({ code }) => code === sector))
    throw new InventoryError("sector", texts.unknownSector({ sector }));
  const known = factors.filter(
    (factor) => factor.parameter === "EF" && factor.gas !== null && isWithin(factor.category, sector),
  );
  const lines = new Map<string, string[]>();
  for (const { category, activity, technology, unit } of known) {
    const row = [category, activity, technology ?? "", activityUnit(unit), String(year), "", ""];
    // One row per activity and technology, whichever gases have a factor.
    const key = row.slice(0, 3).join("\n");
    if (!lines.has(key)) lines.set(key, row);
  }
  for (const { code } of leafCategories) {
    if (!isWithin(code, sector) || known.some(({ category }) => isWithin(code, category))) continue;
    lines.set(code, [code, "", "", "", String(year), "", ""]);
  }
  // A factor for all of combustion applies to the categories below and has no row itself, or its fuel would be counted twice.
  for (const [key, row] of lines)
    if (
      [...lines.values()].some(
        (other) => other !== row && other[1] === row[1] && row[1] !== "" && other[0]!.startsWith(`${row[0]}.`),
      )
    )
      lines.delete(key);
  const order = new Map(categories.map(({ code }, i) => [code, i]));
  const rows = [...lines.values()].sort(
    (a, b) => order.get(a[0]!)! - order.get(b[0]!)! || a[1]!.localeCompare(b[1]!, "en"),
  );
  const csv = `${[columns, ...rows].map((row) => row.map(quoted).join(",")).join("\n")}\n`;
  return { sector, columns, rows, csv };
}

/** The denominator of a factor's unit: `kg CH4/TJ NCV` needs TJ NCV, `kg CH4/head/yr` needs head. */
function activityUnit(factorUnit: string): string {
  return factorUnit.split("/")[1] ?? "1";
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
