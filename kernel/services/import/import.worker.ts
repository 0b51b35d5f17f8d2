import { inventoryFormats } from "../../../lib/exchange/lifecycle/formats.ts";
import { readConcordances } from "../../../lib/exchange/mrio/concordance-file.ts";
import { findTables, knownLayouts } from "../../../lib/exchange/mrio/find-tables.ts";
import { ImportError } from "../../../lib/exchange/mrio/import-error.ts";
import type { SourceFiles } from "../../../lib/exchange/mrio/source-files.ts";
import { recordFiles } from "../../../lib/exchange/mrio/unused-files.ts";
import { type Message, messages, type Sentence } from "../../../lib/message/message.ts";
import { expose } from "../../boundary/endpoint.ts";
import type { Progress } from "../../runtime/state.ts";
import type { DatasetEntry } from "../catalogue.ts";
import { type FileSource, openFiles } from "./file-source.ts";
import { type ImportApi, importRequests } from "./import-api.ts";
import { importedBefore, originOf } from "./import-origin.ts";
import { importedDatasets } from "./imported-datasets.ts";
import { ImportedStore } from "./imported-store.ts";
import { InventoryImport } from "./inventory-import.ts";

const texts = messages("import", {
  unknown: {
    en: "one of these was expected: {layouts}.",
    zh: "应为下列之一：{layouts}。",
  },
  packed: {
    en: "one of these was expected: {layouts}. Save {name} as .xlsx or CSV, or unpack it: this form is not read.",
    zh: "应为下列之一：{layouts}。请将 {name} 另存为 .xlsx 或 CSV，或先解压：这种格式无法读取。",
  },
  layouts: {
    en: "{tables}; or a life-cycle inventory: {inventories}",
    zh: "{tables}；或生命周期清单：{inventories}",
  },
  unfinished: {
    en: "{path} does not end with a line break. If it was cut there, its last number is too short.",
    zh: "{path} 末尾没有换行。如果文件在此处被截断，其最后一个数字会不完整。",
  },
});

/** Files that are named where none is known. */
const NAMED = 8;
const PROGRESS_MS = 80;
/** The approximate shares of the time for hashing and reading; the rest is writing. */
const HASHING = 0.1;
const READING = 0.8;

const inventories = new InventoryImport();

const api: ImportApi = {
  async offer(files, progress) {
    const source = await openFiles(files);
    const tables = findTables(source);
    // A workbook in a layout of tables is none of Brightway, and to look into it takes long.
    const others = tables.length > 0 ? withoutWorkbooks(source) : source;
    const inventory = await inventories.find(files, source, others, throttledReport(progress));
    if (tables.length === 0 && inventory === null) throw unknownFiles(files);
    return {
      tables: await Promise.all(
        tables.map(async ({ source, year, stressors }) => ({ source, year, stressors: await stressors() })),
      ),
      inventory,
    };
  },

  async keep(files, choice, progress) {
    const report = throttledReport(progress);
    const outcome = await inventories.keep(files, choice, report);
    if (outcome === null) throw unknownFiles(files);
    // Awaited, because progress has its own port, on which the last report could arrive after the result.
    await progress({ fraction: 1 });
    return outcome;
  },

  async run(files, choice, progress) {
    const report = throttledReport(progress);
    const source = await openFiles(files);
    const recorded = recordFiles(source);
    const tables = tablesOf(recorded, files);
    const store = new ImportedStore();
    const aggregation = choice.aggregation ?? (await readConcordances(recorded));
    let hashed = 0;
    const chosen = { ...choice, ...(aggregation && { aggregation }) };
    const origin = await originOf(files, chosen, (bytes) => {
      hashed += bytes;
      report((HASHING * hashed) / Math.max(1, source.bytes), "SHA-256");
    });
    const before = choice.again ? [] : importedBefore(await store.entries(), origin);
    if (before.length > 0) return { entries: before, since: before[0]!.imported!.at };
    const entries: DatasetEntry[] = [];
    for (const [t, table] of tables.entries()) {
      const share = (fraction: number) => (t + fraction) / tables.length;
      let step = table.source;
      const reportReading = () => {
        const read = share(Math.min(1, source.bytesRead / Math.max(1, source.bytes)));
        report(HASHING + READING * Math.min(1, read), step);
      };
      const { stressors } = choice;
      const read = await table.read({
        ...(stressors && { stressors }),
        ...(aggregation && { aggregation }),
        pause: reportReading,
        step: (sentence) => {
          step = sentence;
          reportReading();
        },
      });
      const name = `${read.source} ${table.year}`;
      report(HASHING + READING * share(1), name);
      const datasets = importedDatasets({ ...read, notes: [...read.notes, ...unfinishedNotes(source)] }, origin);
      entries.push(...(await store.write(datasets, (done) => report(1 - (1 - done) * (1 - HASHING - READING), name))));
    }
    // Awaited, because progress has its own port, on which the last report could arrive after the result.
    await progress({ fraction: 1 });
    return { entries, unused: recorded.unused(tables.map(({ year }) => year)) };
  },
};

function tablesOf(source: SourceFiles, files: readonly File[]) {
  const tables = findTables(source);
  if (tables.length > 0) return tables;
  throw unknownFiles(files);
}

function unknownFiles(files: readonly File[]): ImportError {
  const names = files.map(({ name }) => name);
  const shown = names.length > NAMED ? [...names.slice(0, NAMED), "…"] : names;
  const packed = files.find(({ name }) => /\.(mat|rdata|rds|dta|pkl|pickle|7z|rar|zolca)$/i.test(name));
  const layouts = texts.layouts({ tables: knownLayouts, inventories: inventoryFormats.map(({ title }) => title.en) });
  const reason = packed ? texts.packed({ layouts, name: packed.name }) : texts.unknown({ layouts });
  return new ImportError(shown.join(", "), undefined, reason);
}

function withoutWorkbooks(source: FileSource): SourceFiles {
  return {
    paths: source.paths.filter((path) => !/\.xls[xb]?$/i.test(path)),
    open: (path, encoding, damage) => source.open(path, encoding, damage),
  };
}

/** A plain file that was truncated in its last number is recognised only by the missing line break at its end. */
function unfinishedNotes({ unfinished }: FileSource): Message[] {
  return Array.from(unfinished, (path) => texts.unfinished({ path }));
}

function throttledReport(progress: (progress: Progress) => void): (fraction: number, message: Sentence) => void {
  let lastReportAt = 0;
  let last: Sentence = "";
  return (fraction, message) => {
    if (isSame(message, last) && performance.now() - lastReportAt < PROGRESS_MS) return;
    lastReportAt = performance.now();
    last = message;
    progress({ fraction, message });
  };
}

/** Steps are made anew with every report. */
function isSame(one: Sentence, other: Sentence): boolean {
  return one === other || (typeof one === "object" && typeof other === "object" && one.code === other.code);
}

expose(api, globalThis, importRequests);
