import type { CellDifference, NotebookDifference } from "../../kernel/headless/notebook-difference.ts";
import { describeDifference } from "./writing.ts";

const MAX_LENGTH = 160;

/** What changed between two notebooks, for a terminal. */
export function textReport(files: readonly [string, string], difference: NotebookDifference): string {
  const { titles, cells, values, addedNames, removedNames } = difference;
  const edited = cells.filter((cell) => cell.edited);
  const shown = cells.filter((cell) => cell.shows && cell.before && cell.after);
  const parts = [
    ...section("Title", titles[0] === titles[1] ? [] : [`${titles[0]} → ${titles[1]}`]),
    ...section("Cells", edited.flatMap(describeEdit)),
    ...section("Names", [...addedNames.map((name) => `+ ${name}`), ...removedNames.map((name) => `- ${name}`)]),
    ...section(
      "Values",
      values.flatMap(({ name, difference }) => {
        const [head = "", ...below] = describeDifference(difference);
        return [`${name}: ${head}`, ...below.map((line) => `  ${line}`)];
      }),
    ),
    ...section("Outputs", shown.map(describeOutput)),
  ];
  const head = `${files[0]} → ${files[1]}`;
  return `${[head, ...(parts.length > 0 ? parts : ["Nothing differs."])].join("\n")}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

function describeEdit({ before, after }: CellDifference): string[] {
  if (!before)
    return [`cell ${after!.place} is new (${after!.kind})`, ...after!.source.split("\n").map((line) => `  + ${line}`)];
  if (!after)
    return [`cell ${before.place} is gone (${before.kind})`, ...before.source.split("\n").map((line) => `  - ${line}`)];
  const place = before.place === after.place ? `cell ${after.place}` : `cell ${before.place}, now ${after.place}`;
  if (before.source === after.source) return [`${place}: other attributes`];
  return [place, ...lineChanges(before.source, after.source)];
}

/** The lines between the common start and the common end. */
function lineChanges(before: string, after: string): string[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) ++first;
  let last = 0;
  while (last < a.length - first && last < b.length - first && a.at(-1 - last) === b.at(-1 - last)) ++last;
  return [
    ...a.slice(first, a.length - last).map((line) => `  - ${line}`),
    ...b.slice(first, b.length - last).map((line) => `  + ${line}`),
  ];
}

function describeOutput({ before, after }: CellDifference): string {
  const place = `cell ${after!.place}`;
  if (before!.error !== after!.error) return `${place}: ${before!.error || "it ran"} → ${after!.error || "it runs"}`;
  if (before!.text === after!.text) return `${place}: the figure changed`;
  return `${place}: ${excerpt(before!.text, after!.text)}`;
}

/** Both texts from their first difference. */
function excerpt(before: string, after: string): string {
  let first = 0;
  while (first < before.length && before[first] === after[first]) ++first;
  const from = Math.max(0, before.lastIndexOf(" ", first - 12));
  const cut = (text: string) => {
    const part = `${from > 0 ? "… " : ""}${text.slice(from).trim()}`;
    return part.length > MAX_LENGTH ? `${part.slice(0, MAX_LENGTH - 1)}…` : part;
  };
  return `${cut(before)}\n      → ${cut(after)}`;
}
