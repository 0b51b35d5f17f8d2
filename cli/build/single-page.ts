import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { embeddedAttribute } from "../../kernel/publication/page-data.ts";
import type { BuiltNotebook } from "./built-notebook.ts";
import { notebookPage } from "./notebook-page.ts";
import { databaseProgram, type SinglePrograms, writingFrame } from "./programs.ts";
import type { RunNotebook } from "./run-for-page.ts";
import type { SiteLanguage } from "./words.ts";

/** Everything is in the page: nothing is loaded, and no request leaves it. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
  "worker-src blob: data:",
  "connect-src blob: data:",
  "img-src blob: data:",
  "media-src blob: data:",
  "font-src data:",
  "style-src 'unsafe-inline'",
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join("; ");

/** A notebook as one file that opens from a disk and runs, its data and where it asks for it the database included. */
export async function singlePage(
  root: string,
  run: RunNotebook,
  programs: SinglePrograms,
  language: SiteLanguage,
): Promise<{ built: BuiltNotebook; html: string }> {
  const database = run.asksDatabase ? await databaseProgram() : null;
  const built: BuiltNotebook = {
    ...run,
    data: {
      ...run.data,
      files: {},
      pages: [run.name],
      program: "",
      draws: "",
      database: database && { worker: "", wasm: "" },
      workbench: null,
    },
  };
  const frame = run.asksEditor ? (await writingFrame(root)).content : programs.frame;
  const parts = [embedded("program", frame), embedded("draws", programs.draws)];
  for (const { name, file } of run.data.catalogue) {
    parts.push(embedded(`data:${name}`, await readFile(join(root, "datasets", file))));
  }
  for (const { address, content } of database?.files ?? []) {
    parts.push(embedded(address.endsWith(".wasm") ? "database-wasm" : "database-worker", content));
  }
  const html = notebookPage(
    built,
    {
      head: "",
      style: `<style>${programs.style.replaceAll("</style", "<\\/style")}</style>`,
      script: "",
      end: `${parts.join("\n")}\n<script type="module">${programs.reader.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--")}</script>`,
      policy,
      index: null,
    },
    language,
  );
  return { built, html };
}

function embedded(name: string, content: string | Uint8Array): string {
  const text = gzipSync(content, { level: 9 }).toString("base64");
  return `<script type="text/plain" ${embeddedAttribute}="${name}">${text}</script>`;
}
