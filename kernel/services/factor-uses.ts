import type { FactorUse, FactorUses } from "./step.ts";

/** The number of pairs that are listed. */
const FIRST = 6;

/**
 * Which factors were applied to which rows of activity data, from the lines of an inventory that contain their row; undefined if
 * there are none. A row has one factor per gas, the same in every year; a mass may also have a calorific value.
 */
export function factorUses(input: unknown, lines: readonly unknown[]): FactorUses | undefined {
  if (!isLine(lines[0])) return undefined;
  const [uses, rows, factors] = [new Set<string>(), new Set<number>(), new Set<string>()];
  const first: FactorUse[] = [];
  const note = (use: FactorUse) => {
    const { row, page: _, ...which } = use;
    const factor = Object.values(which).join("\n");
    rows.add(row);
    factors.add(factor);
    const size = uses.size;
    if (uses.add(`${row}\n${factor}`).size > size && first.length < FIRST) first.push(use);
  };
  for (const line of lines) {
    if (!isLine(line)) continue;
    const { row, activity = "", gas = "", factor, factorUnit, ncv } = line;
    note({ row, activity, gas, factor, unit: factorUnit ?? "", ...placeOf(line) });
    if (ncv) note({ row, activity, gas: "NCV", factor: ncv.value, unit: ncv.unit, ...placeOf(ncv) });
  }
  const { file } = (input ?? {}) as { file?: unknown };
  const counts = { uses: uses.size, rows: rows.size, factors: factors.size };
  return { file: typeof file === "string" ? file : "", first, ...counts };
}

/** The source of a factor. */
interface Place {
  readonly source: string;
  readonly table?: string | null;
  readonly page?: string | null;
}

interface Line extends Place {
  readonly row: number;
  readonly activity?: string;
  readonly gas?: string;
  readonly factor: number;
  readonly factorUnit?: string | null;
  readonly ncv?: (Place & { readonly value: number; readonly unit: string }) | null;
}

function placeOf({ source, table, page }: Place) {
  return { source, table: table ?? "", page: page ?? "" };
}

function isLine(line: unknown): line is Line {
  if (typeof line !== "object" || line === null) return false;
  const { row, factor, source } = line as Record<string, unknown>;
  return typeof row === "number" && typeof factor === "number" && typeof source === "string";
}
