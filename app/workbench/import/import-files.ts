import type {
  ImportChoice,
  ImportOffer,
  ImportOutcome,
  InventoryChoice,
} from "../../../kernel/services/import/import-api.ts";
import type { FileImport } from "../../../kernel/services/import/importer.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Message } from "../../../lib/message/message.ts";
import type { Workbench } from "../../actions/action.ts";
import { say } from "../../language/speech.ts";
import { openImport } from "../../session/import.ts";
import type { ImportChooser } from "./import-choice.ts";
import type { ImportProgress } from "./import-progress.ts";
import { importTexts } from "./import-texts.ts";
import type { InventoryChooser } from "./inventory-choice.ts";
import { inventoryImportTexts } from "./inventory-import-texts.ts";
import { unusedNotice } from "./unused-notice.ts";

/** Offers what is in the files for import, imports the user's choice, and notifies of progress and result. */
export async function importPicked(files: readonly File[], notify: Workbench["notify"]): Promise<void> {
  if (files.length === 0) return;
  notify(() => say(importTexts.looking()));
  const importing = openImport(files);
  try {
    const { inventory, tables } = await offered(importing, notify);
    const notices: Message[] = [];
    if (inventory) notices.push(...(await keepInventory(importing, inventory)));
    if (tables.length > 0) notices.push(...(await importTables(importing, tables)));
    if (notices.length > 0) notify(() => notices.map((each) => say(each)).join(" "));
  } catch (error) {
    const isCancelled = error instanceof Error && error.name === "AbortError";
    const reason = messageOf(error);
    notify(() => (isCancelled ? say(importTexts.cancelled()) : say(importTexts.failed({ reason }))));
  } finally {
    importing.stop();
  }
}

/** What is in the files. Labels are read at once; an inventory is read entirely, with progress. */
async function offered(importing: FileImport, notify: Workbench["notify"]): Promise<ImportOffer> {
  await import("./import-progress.ts");
  const controller = new AbortController();
  const shown = document.createElement("yuheng-import-progress") as ImportProgress;
  shown.text = inventoryImportTexts.reading;
  shown.cancel = () => controller.abort();
  let isReading = true;
  try {
    return await importing.offer({
      signal: controller.signal,
      progress: (progress) => {
        shown.progress = progress;
        if (!isReading || shown.isConnected) return;
        notify(null);
        document.body.append(shown);
      },
    });
  } finally {
    // Progress has its own port: a report may arrive after the answer.
    isReading = false;
    shown.remove();
    notify(null);
  }
}

/** Asks about an inventory and stores it; returns what to tell, nothing if the user cancelled. */
async function keepInventory(
  importing: FileImport,
  found: NonNullable<ImportOffer["inventory"]>,
): Promise<readonly Message[]> {
  await import("./inventory-choice.ts");
  const choice = await withElement<InventoryChooser, InventoryChoice | null>("yuheng-inventory-choice", (ask) =>
    ask.ask(found),
  );
  if (!choice) return [];
  const { since } = await withProgress((options) => importing.keep(choice, options));
  const { name } = choice;
  return [since ? importTexts.known({ date: since.slice(0, 10), tables: name }) : inventoryImportTexts.done({ name })];
}

/** The same for input–output tables. */
async function importTables(importing: FileImport, offer: ImportOffer["tables"]): Promise<readonly Message[]> {
  await import("./import-choice.ts");
  const choice = await withElement<ImportChooser, ImportChoice | null>("yuheng-import-choice", (ask) => ask.ask(offer));
  if (!choice) return [];
  const { entries, since, unused = [] } = await withProgress((options) => importing.run(choice, options));
  const tables = [...new Set(entries.map(({ vintage }) => vintage))].join("; ");
  return since
    ? [importTexts.known({ date: since.slice(0, 10), tables })]
    : [importTexts.done({ tables }), ...unusedNotice(unused)];
}

async function withProgress(act: (options: Parameters<FileImport["run"]>[1]) => Promise<ImportOutcome>) {
  await import("./import-progress.ts");
  return withElement<ImportProgress, ImportOutcome>("yuheng-import-progress", (shown) => {
    const controller = new AbortController();
    shown.cancel = () => controller.abort();
    return act({
      signal: controller.signal,
      progress: (progress) => {
        shown.progress = progress;
      },
    });
  });
}

/** Shows an element over the page while a task runs. */
async function withElement<E extends HTMLElement, T>(name: string, act: (element: E) => Promise<T>): Promise<T> {
  const element = document.createElement(name) as E;
  document.body.append(element);
  try {
    return await act(element);
  } finally {
    element.remove();
  }
}
