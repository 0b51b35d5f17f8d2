import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { embeddedAttribute } from "../../kernel/integrity/page-data.ts";
import { eachLater } from "../../kernel/services/later-program.ts";
import { escapeAttribute } from "../results/markup.ts";
import { withSolver } from "../serve/highs.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import { notebookPage } from "./notebook-page.ts";
import { pageHead } from "./page-head.ts";
import { packed } from "./page-part.ts";
import type { SinglePrograms } from "./program-builds.ts";
import { databaseProgram, writingFrame } from "./programs.ts";
import type { RunNotebook } from "./run-for-page.ts";
import type { PageCard, SiteFacts } from "./site-facts.ts";

/** A notebook as one file that opens from a disk and runs, with its data, and with the database if its queries need it. */
export async function singlePage(
  root: string,
  run: RunNotebook,
  programs: SinglePrograms,
  withDatabase: boolean,
  card: PageCard | null,
  site: SiteFacts,
): Promise<{ built: BuiltNotebook; html: string }> {
  const database = withDatabase || run.answeredBy === "database" ? await databaseProgram(root) : null;
  const built: BuiltNotebook = {
    ...run,
    data: {
      ...run.data,
      files: {},
      parts: {},
      pages: [run.name],
      program: "",
      scripts: [],
      later: eachLater(() => ""),
      database: database && { worker: "", wasm: "" },
      workbench: null,
    },
  };
  const frame = run.needsEditor ? (await writingFrame(root)).content : programs.frame;
  const worker = await withSolver(programs.worker, run.needsSolver);
  const parts = [embedded("program", frame), embedded("worker", worker)];
  for (const program of run.needs) parts.push(embedded(program, programs.later[program]));
  for (const { name, file } of run.data.catalogue) {
    const content = run.carried.tables.get(name) ?? (await readFile(join(root, "datasets", file)));
    parts.push(embedded(`data:${name}`, content));
  }
  for (const notice of new Set(run.data.catalogue.flatMap((entry) => entry.notice ?? []))) {
    parts.push(noticePart(notice, await readFile(join(root, "datasets", notice), "utf8")));
  }
  for (const { key, content } of run.carried.files) parts.push(embedded(key, content));
  for (const { address, content } of database?.files ?? []) {
    parts.push(embedded(address.endsWith(".wasm") ? "database-wasm" : "database-worker", content));
  }
  const icon = await readFile(join(root, "app/design/mark.svg"), "base64");
  const program = programs.reader.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const html = notebookPage(
    built,
    {
      head: `${pageHead(built, card, site)}\n<link rel="icon" href="data:image/svg+xml;base64,${icon}">`,
      style: `<style>${programs.style.replaceAll("</style", "<\\/style")}</style>`,
      script: "",
      end: `${parts.join("\n")}\n<script type="module">${program}</script>`,
      program,
      files: "within",
      index: null,
    },
    site.language,
  );
  return { built, html };
}

/** The notice that must accompany a dataset, legible in the page's source. */
function noticePart(notice: string, text: string): string {
  const legible = text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  return `<script type="text/plain" data-notice="${escapeAttribute(notice)}">${legible}</script>`;
}

function embedded(name: string, content: string | Uint8Array): string {
  return `<script type="text/plain" ${embeddedAttribute}="${escapeAttribute(name)}">${packed(content)}</script>`;
}
