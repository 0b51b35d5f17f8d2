import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { isMarkdown } from "../../kernel/cell/kinds.ts";
import { authorshipOf } from "../../kernel/document/authorship.ts";
import { withDialogue, withoutDialogue } from "../../kernel/document/dialogue-script.ts";
import { withCurrentCells, withCurrentText } from "../../kernel/document/exchange/older-cells.ts";
import { parseNotebook, serializeNotebook } from "../../kernel/document/index.ts";
import { notebookNameIn } from "../../kernel/document/notebook-name.ts";
import { summaryOf } from "../../kernel/document/summary.ts";
import { AnsweredOnce } from "../../kernel/headless/answered-once.ts";
import { FolderAttachments } from "../../kernel/headless/folder-attachments.ts";
import type { NodeServices } from "../../kernel/headless/node-services.ts";
import type { CellChange } from "../../kernel/headless/run-notebook.ts";
import { runNotebook } from "../../kernel/headless/run-notebook.ts";
import type { Lock, LockedModule } from "../../kernel/integrity/lock.ts";
import type { PageData } from "../../kernel/integrity/page-data.ts";
import { ProofRecorder } from "../../kernel/integrity/proof-recorder.ts";
import { readChance } from "../../kernel/random/chance.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { describeTools } from "../../kernel/services/compute/describe-tools.ts";
import type { LaterProgram } from "../../kernel/services/later-program.ts";
import { datasetsOf, toolsOf } from "../../kernel/services/step.ts";
import { DIGITS } from "../../kernel/values/canonical-number.ts";
import { loadTool } from "../../lib/load-tools.ts";
import { type BuiltNotebook, EXERCISE, isDormant } from "./built-notebook.ts";
import { type CarriedFiles, carriedFiles } from "./carried-files.ts";
import { updatedAt } from "./feed.ts";
import { firstNeeds } from "./first-needs.ts";
import type { Versions } from "./installed-versions.ts";
import { type AnsweredBy, answererOf } from "./needed-database.ts";
import { neededDatasets } from "./needed-datasets.ts";
import { neededPrograms } from "./needed-programs.ts";
import { firstPicture } from "./pictures.ts";

/** Widths of the reading column, in pixels, for which pictures are drawn: the width of the design, and that of a phone. */
const WIDTHS = { wide: 740, narrow: 358 };

/** A notebook to make a page of. */
export interface SourceNotebook {
  /** File name without `.html`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

export interface RunForPage {
  readonly services: NodeServices;
  readonly versions: Versions;
  /** The language of the outputs. */
  readonly language: string;
  /** The text of another notebook that cells import from. */
  notebook(name: string): Promise<string>;
  /** How long a run may take, in milliseconds. */
  readonly timeout?: number;
  /** Called before each run: there is a second one for a narrow column. */
  began?(): void;
  progress(change: CellChange): void;
}

/** A notebook with everything that its page shows, except the files next to the page. */
export interface RunNotebook extends Omit<BuiltNotebook, "data"> {
  readonly data: Omit<
    PageData,
    "files" | "pages" | "program" | "scripts" | "later" | "parts" | "database" | "workbench"
  >;
  /** What answers the queries of its cells. */
  readonly answeredBy: AnsweredBy;
  /** Whether a reader writes in it: it has exercises. */
  readonly needsEditor: boolean;
  /** Whether a cell calls a tool that runs the solver of programmes. */
  readonly needsSolver: boolean;
  /** The programs that the frame may load later. */
  readonly needs: ReadonlySet<LaterProgram>;
}

/** Runs a notebook as a reader's proof runs it: seeded, with a frozen clock and strict kernels. */
export async function runForPage(source: SourceNotebook, host: RunForPage): Promise<RunNotebook> {
  const { name, path } = source;
  const written = parseNotebook(source.text);
  // The conversation stays with the author: a page does not carry it.
  const { notebook } = await withCurrentCells(withDialogue(written, null));
  const text = notebook === written ? source.text : serializeNotebook(notebook);
  const { services, language, timeout, progress } = host;
  const attachments = new FolderAttachments(dirname(path));
  const limit = timeout === undefined ? {} : { timeout };
  // The second run, at another width, asks for what the first has computed.
  const shared = { ...services, compute: new AnsweredOnce(services.compute) };
  const run = {
    services: shared,
    attachments,
    language,
    allLanguages: true,
    ...limit,
    progress,
    reproducible: true,
  };
  const runAt = (width: number, recorder?: ProofRecorder) => {
    host.began?.();
    // The text as it was written: its run says what could not be converted.
    return runNotebook(source.text, { ...run, width, ...(recorder ? { recorder } : {}) });
  };
  const { values: _, ...executed } = await runAt(WIDTHS.wide, new ProofRecorder());
  const steps = executed.cells.flatMap((cell) => cell.steps);
  const called = toolsOf(steps);
  const narrow = /\b(?:width|charts)\b/.test(text)
    ? differencesOf(executed, await runAt(WIDTHS.narrow))
    : new Map<number, string>();
  const notebooks = await importedNotebooks(
    notebook.cells.map(({ source }) => source),
    host.notebook,
  );
  const cells = [...notebook.cells, ...Object.values(notebooks).flatMap((text) => parseNotebook(text).cells)];
  const carried = await carriedFiles(attachments, cells, steps);
  const catalogue = [...(await host.services.datasets.entries()), ...carried.entries];
  const needed = neededDatasets(cells, datasetsOf(steps), catalogue);
  const used = catalogue.filter((entry) => needed.names.has(entry.name));
  const chance = readChance(notebook.attributes);
  const dormant = new Set(
    executed.cells
      .filter((cell, i) => isDormant(cell, notebook.cells[i]!.source, chance.reproducible))
      .map(({ id }) => id),
  );
  const order = Number(notebook.attributes["data-order"] ?? Number.NaN);
  const needsEditor = notebook.cells.some(({ kind, source }) => !isMarkdown(kind) && EXERCISE.test(source));
  return {
    name,
    notebook,
    executed,
    narrow,
    summary: summaryOf(notebook.cells, language),
    updated: updatedAt(authorshipOf(notebook.attributes).date, (await stat(path)).mtime),
    figure: firstPicture(executed.cells.map(({ html }) => html)),
    order: Number.isNaN(order) ? null : order,
    needsEditor,
    needsSolver: await callsSolver(called),
    needs: neededPrograms(cells, needsEditor),
    answeredBy: await answererOf(cells, executed.cells, readerOf(catalogue, carried, services), needsEditor),
    computed: needed.computed,
    carried,
    data: {
      name,
      text,
      language,
      widths: WIDTHS,
      cells: executed.cells.map(({ id, steps }) => ({ id, dormant: dormant.has(id), steps })),
      first: firstNeeds(notebook.cells, executed.cells, (id) => dormant.has(id)),
      catalogue: used,
      attachments: carried.attachments,
      tools: await describeTools(called),
      notebooks,
      lock: {
        format: 1,
        yuheng: host.versions.yuheng,
        notebook: sha256(text),
        seed: chance.seed,
        now: chance.now,
        digits: DIGITS,
        datasets: used.map(lockedFile),
        files: carried.attachments.map(({ name, sha256 }) => ({ name, sha256 })),
        modules: [...host.versions.modules, ...lockedNotebooks(notebooks)],
        cells: executed.proofs,
      } satisfies Lock,
    },
  };
}

async function callsSolver(names: readonly string[]): Promise<boolean> {
  const tools = await Promise.all(names.map(loadTool));
  return tools.some((tool) => tool?.solver !== undefined);
}

/** The datasets as the page has them. */
function readerOf(catalogue: readonly DatasetEntry[], { tables }: CarriedFiles, { datasets }: NodeServices) {
  return {
    entries: async () => [...catalogue],
    load: async (name: string) => tables.get(name)?.slice() ?? datasets.load(name),
  };
}

/** The outputs of the second run that differ from the first. References within the page get names of their own. */
function differencesOf(first: BuiltNotebook["executed"], second: BuiltNotebook["executed"]): Map<number, string> {
  const shown = new Map(first.cells.map(({ id, html }) => [id, html]));
  const others = second.cells.filter(({ id, html, state }) => state.status === "fresh" && html !== shown.get(id));
  return new Map(others.map(({ id, html }) => [id, withOtherNames(html)]));
}

function withOtherNames(html: string): string {
  const names = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name!));
  return html
    .replace(/(\s(?:id|for|aria-labelledby|aria-describedby)=")([^"]+)"/g, (all, start, name) =>
      names.has(name) ? `${start}${name}-narrow"` : all,
    )
    .replace(/(url\(#|href="#)([^)"]+)/g, (all, start, name) => (names.has(name) ? `${start}${name}-narrow` : all));
}

function lockedFile({ name, file, vintage, sha256 }: DatasetEntry) {
  return { name, file, vintage, sha256 };
}

function lockedNotebooks(notebooks: Readonly<Record<string, string>>): LockedModule[] {
  return Object.entries(notebooks).map(([name, text]) => ({ name: `${name}.html`, sha256: sha256(text) }));
}

/** The notebooks that cells import, directly or through another notebook. The importing cell reports one that is missing. */
async function importedNotebooks(
  sources: readonly string[],
  read: (name: string) => Promise<string>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const open = [...sources];
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    for (const [, specifier] of source.matchAll(/\b(?:from|import)\s*\(?\s*["']([^"']+\.html)(?:[?#][^"']*)?["']/g)) {
      const name = notebookNameIn(specifier!);
      if (name === "" || name in found) continue;
      const text = await read(name)
        .then(withCurrentText)
        .then(withoutDialogue, () => null);
      if (text === null) continue;
      found[name] = text;
      open.push(...parseNotebook(text).cells.map((cell) => cell.source));
    }
  }
  return found;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
