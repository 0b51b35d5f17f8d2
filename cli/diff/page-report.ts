import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CellDifference, CellSide, NotebookDifference } from "../../kernel/headless/notebook-difference.ts";
import { staticPolicy } from "../../kernel/markup/static-policy.ts";
import type { ValueDifference } from "../../kernel/values/value-difference.ts";
import { root } from "../installation/root.ts";
import { escapeText } from "../results/markup.ts";
import { describeDifference, writeFigure } from "./writing.ts";

/** What changed between two notebooks, as a page without a script: figures side by side, numbers in tables. */
export async function pageReport(files: readonly [string, string], difference: NotebookDifference): Promise<string> {
  const [tokens, outputs, style] = await Promise.all([
    readFile(join(root, "app/design/tokens.css"), "utf8"),
    readFile(join(root, "cli/results/executed-page.css"), "utf8"),
    readFile(join(root, "cli/diff/page-report.css"), "utf8"),
  ]);
  const { cells, values, titles } = difference;
  const title = `${files[0]} → ${files[1]}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${staticPolicy}">
<title>${escapeText(title)}</title>
<style>
${tokens}
${outputs}
${style}
</style>
</head>
<body>
<main class="difference">
<h1>${escapeText(titles[0] === titles[1] ? titles[1] : `${titles[0]} → ${titles[1]}`)}</h1>
<p class="given">${escapeText(title)}</p>
${values.length === 0 ? "" : `<h2>Values</h2>\n${valueTable(values)}`}
${cells.length === 0 ? "" : `<h2>Cells and what they show</h2>\n${cells.map(cellOf).join("\n")}`}
${values.length + cells.length === 0 ? "<p>Nothing differs.</p>" : ""}
</main>
</body>
</html>
`;
}

function valueTable(values: NotebookDifference["values"]): string {
  const rows = values.map(
    ({ name, difference }) => `<tr><th scope="row">${escapeText(name)}</th>${valueCells(difference)}</tr>`,
  );
  return `<table class="values">
<thead><tr><th scope="col">Name</th><th scope="col" class="number">Before</th><th scope="col" class="number">After</th><th scope="col" class="number">Change</th><th scope="col" class="number">%</th></tr></thead>
<tbody>${rows.join("\n")}</tbody>
</table>`;
}

function valueCells(difference: ValueDifference): string {
  if (difference.kind !== "number") {
    const [head = "", ...lines] = describeDifference(difference);
    const list = lines.length === 0 ? "" : `<ul>${lines.map((line) => `<li>${escapeText(line)}</li>`).join("")}</ul>`;
    return `<td colspan="4">${escapeText(head)}${list}</td>`;
  }
  const { before, after, absolute, relative, unit } = difference;
  const figures = [before, after, absolute].map((value) => `<td class="number">${writeFigure(value)}</td>`);
  const share = relative === null ? "—" : writeFigure(Number((100 * relative).toPrecision(3)));
  return `${figures.join("")}<td class="number">${share}${unit ? ` <small>${escapeText(unit)}</small>` : ""}</td>`;
}

function cellOf({ before, after, edited, shows }: CellDifference): string {
  const place = after ? `Cell ${after.place}` : `Cell ${before!.place}`;
  const what = !before
    ? "new"
    : !after
      ? "gone"
      : edited
        ? shows
          ? "edited; shows something else"
          : "edited"
        : "shows something else";
  return `<section class="changed">
<h3>${place} <small>${what}</small></h3>
<div class="pair">${sideOf("Before", before, edited)}${sideOf("After", after, edited)}</div>
</section>`;
}

function sideOf(title: string, side: CellSide | null, code: boolean): string {
  if (!side) return `<div class="side"><h4>${title}</h4><p class="given">—</p></div>`;
  const source = code ? `<pre>${escapeText(side.source)}</pre>` : "";
  const error = side.error ? `<p class="notice">${escapeText(side.error)}</p>` : "";
  return `<div class="side"><h4>${title}</h4>${source}<div class="output">${side.html}</div>${error}</div>`;
}
