/** A line of a text that was changed: kept, taken away or added. */
export type LineChange = readonly [mark: " " | "-" | "+", line: string];

/** So many pairs of lines are looked at for what is common; beyond, all of the middle counts as changed. */
const PAIRS = 4_000_000;

/** The lines of two texts as one list of changes, with as many kept as possible. */
export function compareLines(from: string, to: string): readonly LineChange[] {
  const a = from.split("\n");
  const b = to.split("\n");
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) ++start;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) ++end;
  const keep = (lines: readonly string[]) => lines.map((line): LineChange => [" ", line]);
  return [
    ...keep(a.slice(0, start)),
    ...compareMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...keep(a.slice(a.length - end)),
  ];
}

/** By the longest common subsequence. */
function compareMiddle(a: readonly string[], b: readonly string[]): LineChange[] {
  const [m, n] = [a.length, b.length];
  if (m * n === 0 || m * n > PAIRS) {
    return [...a.map((line): LineChange => ["-", line]), ...b.map((line): LineChange => ["+", line])];
  }
  const width = n + 1;
  const common = new Uint32Array((m + 1) * width);
  for (let i = m - 1; i >= 0; --i) {
    for (let j = n - 1; j >= 0; --j) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const changes: LineChange[] = [];
  let i = 0;
  let j = 0;
  while (i < m || j < n) {
    if (i < m && j < n && a[i] === b[j]) {
      changes.push([" ", a[i++]!]);
      ++j;
    } else if (i < m && (j === n || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      changes.push(["-", a[i++]!]);
    } else changes.push(["+", b[j++]!]);
  }
  return changes;
}

/** The text before changes of its lines, or after them. */
export function textOf(changes: readonly LineChange[], side: "before" | "after"): string {
  const other = side === "before" ? "+" : "-";
  return changes
    .filter(([mark]) => mark !== other)
    .map(([, line]) => line)
    .join("\n");
}
