import { withCurrentCells } from "../../kernel/document/exchange/older-cells.ts";
import { cellsIn, type Notebook, parseNotebook, serializeNotebook, titleIn } from "../../kernel/document/index.ts";
import { notebookOfPage } from "../../kernel/integrity/page-notebook.ts";
import { Fault } from "../../lib/message/fault.ts";
import type { Sentence } from "../../lib/message/message.ts";
import { messages } from "../../lib/message/message.ts";

const said = messages("session", {
  notNotebook: {
    en: "It is a page, but not a notebook: there is no `<notebook>` in it.",
    zh: "这是网页，但不是笔记本：其中没有 `<notebook>`。",
  },
});

/** The formats to which a notebook can be exported. */
export type ExportFormat = "ipynb" | "md" | "js";

/** A notebook made from a file. */
export interface Imported {
  readonly title: string;
  readonly text: string;
  /** Whether the text equals the file byte by byte. */
  readonly same: boolean;
  /** What was lost or not understood, as messages. */
  readonly notes: readonly Sentence[];
}

export const mimes: Readonly<Record<ExportFormat | "html", string>> = {
  html: "text/html",
  ipynb: "application/x-ipynb+json",
  md: "text/markdown",
  js: "text/javascript",
};

/** Whether `importText` reads files with this name. */
export function isImportable(fileName: string): boolean {
  return /\.(html?|ipynb|md|markdown)$/i.test(fileName);
}

/** Reads a notebook from the text of a file, by the extension of its name. Rejects with a Fault. */
export async function importText(fileName: string, text: string): Promise<Imported> {
  if (/\.html?$/i.test(fileName)) return importNotebook(text);
  const { importJupyter, importMarkdown } = await import("../../kernel/document/exchange/index.ts");
  const notebook = /\.ipynb$/i.test(fileName) ? importJupyter(text) : importMarkdown(text);
  if (notebook.cells.length === 0 && notebook.problems[0]) throw new Fault(notebook.problems[0].message);
  return describe(notebook, false);
}

/** Writes a notebook in another format. Its texts are those of one language. */
export async function exportText(text: string, format: ExportFormat, language: string): Promise<string> {
  const { exportJupyter, exportMarkdown, exportModule } = await import("../../kernel/document/exchange/index.ts");
  const whole = parseNotebook(text);
  const notebook = { ...whole, title: titleIn(whole, language), cells: cellsIn(whole.cells, language) };
  if (format === "ipynb") return exportJupyter(notebook);
  return format === "md" ? exportMarkdown(notebook) : exportModule(notebook);
}

async function importNotebook(text: string): Promise<Imported> {
  if (!/<notebook[\s>]/i.test(text)) {
    const page = notebookOfPage(text);
    if (!page) throw new Fault(said.notNotebook());
    return { ...(await importNotebook(page.text)), same: false };
  }
  const notebook = parseNotebook(text);
  const { notebook: current, notes } = await withCurrentCells(notebook);
  return current === notebook ? { ...describe(notebook, true), text } : { ...describe(current, false), notes };
}

function describe(notebook: Notebook, same: boolean): Imported {
  const notes = notebook.problems.map(({ message }) => message);
  return { title: notebook.title, text: serializeNotebook(notebook), same, notes };
}
