import type { Account, MatchedLine } from "./account-shapes.ts";
import type { LeftOut } from "./line-shape.ts";

type Counted = Pick<MatchedLine, "file" | "sheet" | "row" | "column" | "splitFrom" | "emissions">;

/**
 * How many lines of a file are in a figure, and of how many. A line counts once, however many parts it was split into or is computed in,
 * and a row that may be a line and could not be read is one.
 */
export function lineCoverage(
  lines: readonly Counted[],
  leftOut: readonly Pick<LeftOut, "kind">[],
): Pick<Account["coverage"], "lines" | "of"> {
  const places = new Map<string, boolean>();
  for (const line of lines) if (line.splitFrom !== null) places.set(placeOf(line), false);
  let [counted, all] = [0, 0];
  for (const line of lines) {
    const isCounted = line.emissions !== null;
    const place = places.size > 0 ? placeOf(line) : "";
    if (places.has(place)) {
      if (isCounted) places.set(place, true);
      continue;
    }
    all += 1;
    if (isCounted) counted += 1;
  }
  const unreadable = leftOut.filter(({ kind }) => kind === "unreadable").length;
  return {
    lines: counted + [...places.values()].filter(Boolean).length,
    of: all + places.size + unreadable,
  };
}

const placeOf = ({ file, sheet, row, column }: Counted) => `${file}|${sheet}|${row}|${column}`;
