import type { CellContent } from "../cell.ts";
import { compareLines, type LineChange } from "./line-difference.ts";
import type { CellPatch, NotebookPatch, Replacement } from "./patch.ts";

/** The first line of every patch, with the version of the format. */
export const mark = "Yuheng patch 1";

/** Whether a text claims to be a patch. */
export function isPatch(text: string): boolean {
  return text.startsWith("Yuheng patch ");
}

/** Writes a patch in a readable form: cell by cell, line by line. */
export function writePatch({ notebook, base, title, titles, settings, cells, order }: NotebookPatch): string {
  const head = [mark, `notebook: ${JSON.stringify(notebook)}`, `base: sha256 ${base}`];
  if (title) head.push(`title: ${writeReplacement(title)}`);
  for (const [language, change] of Object.entries(titles)) head.push(`title ${language}: ${writeReplacement(change)}`);
  for (const [name, change] of Object.entries(settings)) head.push(`setting ${name}: ${writeReplacement(change)}`);
  if (order) head.push(`order: ${order.join(" ")}`);
  return [...head, ...cells.flatMap((cell) => ["", ...cellLines(cell)])].join("\n").concat("\n");
}

function cellLines(patch: CellPatch): string[] {
  const lines = (changes: readonly LineChange[]) => changes.map(([sign, line]) => `${sign}|${line}`);
  const whole = ({ kind, source, attributes = {} }: CellContent, sign: "+" | "-") => [
    `  kind: ${JSON.stringify(kind)}`,
    ...Object.entries(attributes).map(([name, value]) => `  @${name}: ${JSON.stringify(value)}`),
    ...lines(source.split("\n").map((line) => [sign, line])),
  ];
  switch (patch.type) {
    case "added":
      return [`cell ${patch.cell} added after ${patch.after ?? "the title"}`, ...whole(patch.content, "+")];
    case "deleted":
      return [`cell ${patch.cell} deleted`, ...whole(patch.content, "-")];
    case "changed":
      return [
        `cell ${patch.cell} changed`,
        ...(patch.kind ? [`  kind: ${writeReplacement(patch.kind)}`] : []),
        ...Object.entries(patch.attributes).map(([name, change]) => `  @${name}: ${writeReplacement(change)}`),
        ...(patch.source ? lines(compareLines(...patch.source)) : []),
      ];
  }
}

function writeReplacement([from, to]: Replacement<string | null>): string {
  return `${JSON.stringify(from)} → ${JSON.stringify(to)}`;
}
