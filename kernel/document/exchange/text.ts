import { Fault } from "../../../lib/message/fault.ts";
import { type Message, messages, type Sentence } from "../../../lib/message/message.ts";
import type { Notebook } from "../notebook.ts";
import { parseNotebook } from "../parse.ts";
import { serializeNotebook } from "../serialize.ts";
import { cellsIn, titleIn } from "../translations.ts";
import { withCurrentCells } from "./older-cells.ts";
import { notebookOfPage } from "./page-notebook.ts";

const texts = messages("document", {
  notNotebook: {
    en: "It is a page, but not a notebook: there is no `<notebook>` in it.",
    zh: "这是网页，但不是笔记本：其中没有 `<notebook>`。",
  },
  atLine: {
    en: "Line {line}: {message}",
    zh: "第 {line} 行：{message}",
  },
});

/** The formats to which a notebook can be exported. */
export type ExportFormat = "ipynb" | "md" | "qmd" | "js";

/** A notebook made from a file. */
export interface Imported {
  readonly title: string;
  readonly text: string;
  /** Whether the text equals the file byte by byte. */
  readonly same: boolean;
  /** What was lost or not understood, as messages. */
  readonly notes: readonly Sentence[];
}

/** A notebook written in another format. */
export interface Exported {
  readonly text: string;
  /** What does not work there, as messages. */
  readonly notes: readonly Message[];
}

export const mimes: Readonly<Record<ExportFormat | "html", string>> = {
  html: "text/html",
  ipynb: "application/x-ipynb+json",
  md: "text/markdown",
  qmd: "text/markdown",
  js: "text/javascript",
};

/** The endings of files that {@link importText} reads. */
const endings: readonly string[] = ["html", "htm", "ipynb", "md", "markdown", "qmd", "ojs"];

/** Whether {@link importText} reads files with this name. */
export function isImportable(fileName: string): boolean {
  return endings.includes(endingOf(fileName));
}

/**
 * Whether a file with this name and text may be meant as a file of a notebook instead of as a notebook: a page that contains none, or
 * Markdown without cells.
 */
export async function isAmbiguous(fileName: string, text: string): Promise<boolean> {
  const ending = endingOf(fileName);
  if (ending === "html" || ending === "htm") return !/<notebook[\s>]/i.test(text) && !notebookOfPage(text);
  if (ending !== "md" && ending !== "markdown") return false;
  const { importMarkdown } = await import("./index.ts");
  return importMarkdown(text).cells.every(({ kind }) => kind === "md");
}

/** Reads a notebook from the text of a file, by the ending of its name. Rejects with a Fault. */
export async function importText(fileName: string, text: string): Promise<Imported> {
  const ending = endingOf(fileName);
  if (ending === "html" || ending === "htm") return importNotebook(text);
  const { importJupyter, importMarkdown, importOlderModule, importQuarto } = await import("./index.ts");
  const read = { ipynb: importJupyter, qmd: importQuarto, ojs: importOlderModule }[ending] ?? importMarkdown;
  const notebook = read(text);
  const [problem] = notebook.problems;
  if (ending === "ipynb" && notebook.cells.length === 0 && problem) throw new Fault(placed(problem));
  return describe(notebook, false, notebook.problems.map(placed));
}

/** Writes a notebook in another format. Its texts are those of one language. */
export async function exportText(text: string, format: ExportFormat, language: string): Promise<Exported> {
  const { exportJupyter, exportMarkdown, exportModule, exportQuarto, notesOfExport } = await import("./index.ts");
  const whole = parseNotebook(text);
  const notebook = { ...whole, title: titleIn(whole, language), cells: cellsIn(whole.cells, language) };
  switch (format) {
    case "md":
      return { text: exportMarkdown(notebook), notes: notesOfExport(notebook, "framework") };
    case "qmd":
      return { text: exportQuarto(notebook), notes: notesOfExport(notebook, "quarto") };
    case "ipynb":
      return { text: exportJupyter(notebook), notes: [] };
    case "js":
      return { text: exportModule(notebook), notes: [] };
  }
}

async function importNotebook(text: string): Promise<Imported> {
  if (!/<notebook[\s>]/i.test(text)) {
    const page = notebookOfPage(text);
    if (!page) throw new Fault(texts.notNotebook());
    return { ...(await importNotebook(page.text)), same: false };
  }
  const notebook = parseNotebook(text);
  const { notebook: current, notes } = await withCurrentCells(notebook);
  if (current !== notebook) return describe(current, false, notes);
  return {
    ...describe(
      notebook,
      true,
      notebook.problems.map(({ message }) => message),
    ),
    text,
  };
}

function describe(notebook: Notebook, same: boolean, notes: readonly Sentence[]): Imported {
  return { title: notebook.title, text: serializeNotebook(notebook), same, notes };
}

/** A problem with its line, unless it is about the whole file. */
function placed({ line, message }: Notebook["problems"][number]): Message {
  return line > 1 ? texts.atLine({ line, message }) : message;
}

function endingOf(fileName: string): string {
  return /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
}
