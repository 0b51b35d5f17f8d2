import type { CheckEnvironment } from "../../../kernel/check/check-environment.ts";
import { checkNotebook, type RuleSettings } from "../../../kernel/check/check-notebook.ts";
import type { Finding } from "../../../kernel/check/finding.ts";
import { parseNotebook } from "../../../kernel/document/index.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { writeMessage } from "../../../lib/message/write.ts";

/** A dataset as far as the rules look at it. */
export function dataset(name: string, licence = "CC-BY-4.0"): DatasetEntry {
  return {
    name,
    title: name,
    title_zh: name,
    summary: "",
    kind: "consumption",
    file: `${name}.arrow`,
    format: "arrow",
    rows: 1,
    bytes: 1,
    sha256: "",
    columns: [
      { name: "year", type: "Int16", unit: "none", description: "" },
      { name: "value", type: "Float64", unit: "t", description: "" },
    ],
    years: null,
    vintage: "2025",
    publisher: "somebody",
    citation: "",
    licence,
    licence_url: null,
    licence_confirmed: true,
    source: "",
    traps: [],
    share_alike: false,
  };
}

export const environment: CheckEnvironment = {
  catalogue: [dataset("population"), dataset("orphan", "")],
  isGlobal: (name) => ["window", "document", "Array", "Object", "console", "fetch", "localStorage"].includes(name),
  versions: { d3: "7.9.0" },
};

export type Script = string | { kind: string; source: string; attributes?: string };

/** A notebook of cells; a bare text is JavaScript. */
export function notebookOf(cells: readonly Script[], attributes = ""): string {
  const scripts = cells.map((cell, i) => {
    const { kind, source, attributes: own = "" } = typeof cell === "string" ? { kind: "module", source: cell } : cell;
    const body = source.split("\n").map((line) => `    ${line}`);
    return `  <script id="${i + 1}" type="${kind}"${own}>\n${body.join("\n")}\n  </script>`;
  });
  return `<!doctype html>\n<notebook${attributes}>\n  <title>Of a test</title>\n${scripts.join("\n")}\n</notebook>\n`;
}

export const md = (source: string): Script => ({ kind: "text/markdown", source });
export const sql = (source: string, attributes = ""): Script => ({ kind: "application/sql", source, attributes });

/** What is found in a notebook of such cells. */
export function findingsOf(
  cells: readonly Script[],
  {
    attributes = "",
    around = environment,
    settings = {},
  }: {
    attributes?: string;
    around?: CheckEnvironment;
    settings?: RuleSettings;
  } = {},
): Promise<Finding[]> {
  return checkNotebook(parseNotebook(notebookOf(cells, attributes)), around, settings);
}

/** The findings of one rule as `cell:line sentence`. */
export async function saidBy(rule: string, ...given: Parameters<typeof findingsOf>): Promise<string[]> {
  return (await findingsOf(...given))
    .filter((finding) => finding.rule === rule)
    .map(({ place, cellLine, message }) => `${place}:${cellLine ?? "-"} ${writeMessage(message)}`);
}
