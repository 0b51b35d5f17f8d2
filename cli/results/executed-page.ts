import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { kindOf } from "../../kernel/cell/kinds.ts";
import { createNotebook, type Notebook, serializeNotebook } from "../../kernel/document/index.ts";
import type { ExecutedCell, ExecutedNotebook } from "../../kernel/headless/executed-notebook.ts";
import { staticPolicy } from "../../kernel/markup/static-policy.ts";
import { root } from "../installation/root.ts";
import { escapeText } from "./markup.ts";

/**
 * The notebook with its outputs, in one file: a page without scripts, which its own policy forbids, and a notebook that opens in
 * the workbench.
 *
 * @param set the values that were set from outside, which the page lists
 */
export async function executedPage(
  notebook: Notebook,
  { title, cells }: ExecutedNotebook,
  set: Readonly<Record<string, unknown>>,
): Promise<string> {
  const [tokens, style] = await Promise.all([
    readFile(join(root, "app/design/tokens.css"), "utf8"),
    readFile(join(root, "cli/results/executed-page.css"), "utf8"),
  ]);
  const hasTitle = cells.some(({ html }) => /<h1[\s>]/.test(html));
  const given = Object.entries(set).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const sources = new Map(notebook.cells.map(({ id, source, attributes }) => [id, { source, attributes }]));
  const parts = cells.map((cell) => {
    const { source = "", attributes = {} } = sources.get(cell.id) ?? {};
    return section(cell, source, "pinned" in attributes);
  });
  return `<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${staticPolicy}">
<style>
${tokens}
${style}
</style>
<main class="executed">
${hasTitle ? "" : `<h1 class="notebook-title">${escapeText(title)}</h1>\n`}${given.length > 0 ? `<p class="given">${escapeText(given.join(", "))}</p>\n` : ""}${parts.join("\n")}
</main>
${withoutDoctype(serializeNotebook(cellsOf(notebook)))}`;
}

/**
 * The title and the cells alone: the rest of a notebook's file is arbitrary markup. The policy prevents scripts in it, but not
 * navigation (`<meta http-equiv="refresh">`).
 */
function cellsOf({ title, titles, attributes, cells }: Notebook): Notebook {
  return createNotebook({
    title,
    titles,
    attributes,
    cells: cells.map(({ id, kind, source, attributes }) => ({ id, kind, source, attributes })),
  });
}

function withoutDoctype(text: string): string {
  return text.replace(/^\s*<!doctype[^>]*>\s*/i, "");
}

function section({ place, html, error, state, kind }: ExecutedCell, source: string, pinned: boolean): string {
  const blocked = state.blockedBy && `waits for \`${state.blockedBy.name}\``;
  const { warnings = [] } = state;
  const notices = [
    ...(error ? [`${error.name}: ${error.message}`] : blocked ? [blocked] : []),
    ...warnings.map(({ name, message }) => `warning: ${name}: ${message}`),
  ];
  const code = kindOf(kind).markup
    ? ""
    : `<details class="code"${pinned ? " open" : ""}><summary>${escapeText(kind)}</summary><pre>${escapeText(source)}</pre></details>`;
  return `<section class="cell" id="cell-${place}" data-status="${state.status}"><div class="output">${html}</div>${notices.map((notice) => `<p class="notice">${escapeText(notice)}</p>`).join("")}${code}</section>`;
}
