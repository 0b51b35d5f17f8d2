import { diffArrays } from "diff";

/** A line of a changed text: kept, removed or added. */
export type LineChange = readonly [mark: " " | "-" | "+", line: string];

/**
 * At most this many changed lines are compared. Beyond that, which would take seconds, everything between the first and the last
 * difference counts as changed.
 */
const MOST = 2000;

/** The lines of two texts as one list of changes that keeps as many lines as possible; removed lines come before added ones. */
export function compareLines(from: string, to: string): readonly LineChange[] {
  const a = from.split("\n");
  const b = to.split("\n");
  const parts = diffArrays(a, b, { maxEditLength: MOST });
  if (parts) return parts.flatMap(({ value, added, removed }) => marked(added ? "+" : removed ? "-" : " ", value));
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) ++start;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) ++end;
  return [
    ...marked(" ", a.slice(0, start)),
    ...marked("-", a.slice(start, a.length - end)),
    ...marked("+", b.slice(start, b.length - end)),
    ...marked(" ", a.slice(a.length - end)),
  ];
}

function marked(mark: LineChange[0], lines: readonly string[]): LineChange[] {
  return lines.map((line) => [mark, line]);
}

/** The text before or after the changes. */
export function textOf(changes: readonly LineChange[], side: "before" | "after"): string {
  const other = side === "before" ? "+" : "-";
  return changes
    .filter(([mark]) => mark !== other)
    .map(([, line]) => line)
    .join("\n");
}
