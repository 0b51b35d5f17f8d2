import { diffArrays } from "diff";

/** A line of a text that was changed: kept, taken away or added. */
export type LineChange = readonly [mark: " " | "-" | "+", line: string];

/** So many lines may be changed; beyond, all between the first and the last difference count as changed. */
const MOST = 4000;

/** The lines of two texts as one list of changes, with as many kept as possible. */
export function compareLines(from: string, to: string): readonly LineChange[] {
  const a = from.split("\n");
  const b = to.split("\n");
  const parts = diffArrays(a, b, { maxEditLength: MOST });
  if (parts) return parts.flatMap(({ value, added, removed }) => marked(added ? "+" : removed ? "-" : " ", value));
  let start = 0;
  while (a[start] === b[start]) ++start;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) ++end;
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

/** The text before changes of its lines, or after them. */
export function textOf(changes: readonly LineChange[], side: "before" | "after"): string {
  const other = side === "before" ? "+" : "-";
  return changes
    .filter(([mark]) => mark !== other)
    .map(([, line]) => line)
    .join("\n");
}
