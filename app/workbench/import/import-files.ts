import type { ImportChoice, ImportOutcome } from "../../../kernel/services/import/import-api.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Workbench } from "../../actions/action.ts";
import { say } from "../../language/speech.ts";
import { importDatabase, offeredDatabase } from "../../session/import.ts";
import type { ImportChooser } from "./import-choice.ts";
import type { ImportProgress } from "./import-progress.ts";
import { importTexts } from "./import-texts.ts";
import { unusedNotice } from "./unused-notice.ts";

/** Offers the tables in the files for import, imports the user's choice, and notifies of progress and result. */
export async function importPicked(files: readonly File[], notify: Workbench["notify"]): Promise<void> {
  if (files.length === 0) return;
  notify(() => say(importTexts.looking()));
  try {
    const offered = await offeredDatabase(files);
    notify(null);
    await import("./import-choice.ts");
    const choice = await withElement<ImportChooser, ImportChoice | null>("yuheng-import-choice", (ask) =>
      ask.ask(offered),
    );
    if (!choice) return;
    await import("./import-progress.ts");
    const {
      entries,
      since,
      unused = [],
    } = await withElement<ImportProgress, ImportOutcome>("yuheng-import-progress", (shown) => {
      const controller = new AbortController();
      shown.cancel = () => controller.abort();
      return importDatabase(files, choice, {
        signal: controller.signal,
        progress: (progress) => {
          shown.progress = progress;
        },
      });
    });
    const tables = [...new Set(entries.map(({ vintage }) => vintage))].join("; ");
    notify(() =>
      since
        ? say(importTexts.known({ date: since.slice(0, 10), tables }))
        : [importTexts.done({ tables }), ...unusedNotice(unused)].map((each) => say(each)).join(" "),
    );
  } catch (error) {
    const isCancelled = error instanceof Error && error.name === "AbortError";
    const reason = messageOf(error);
    notify(() => (isCancelled ? say(importTexts.cancelled()) : say(importTexts.failed({ reason }))));
  }
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
