import type { ImportChoice, ImportOutcome } from "../../../kernel/services/import/import-api.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Workbench } from "../../actions/action.ts";
import { say } from "../../language/speech.ts";
import { importDatabase, offeredDatabase } from "../../session/import.ts";
import type { ImportChooser } from "./import-choice.ts";
import type { ImportProgress } from "./import-progress.ts";
import { importTexts } from "./import-texts.ts";

/** Offers what the files hold, imports what is chosen of it, and tells how far it is and how it ended. */
export async function importPicked(files: readonly File[], tell: Workbench["tell"]): Promise<void> {
  if (files.length === 0) return;
  tell(() => say(importTexts.looking()));
  try {
    const offered = await offeredDatabase(files);
    tell(null);
    await import("./import-choice.ts");
    const choice = await layered<ImportChooser, ImportChoice | null>("yuheng-import-choice", (ask) => ask.ask(offered));
    if (!choice) return;
    await import("./import-progress.ts");
    const { entries, since } = await layered<ImportProgress, ImportOutcome>("yuheng-import-progress", (shown) => {
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
    tell(() =>
      since ? say(importTexts.known({ date: since.slice(0, 10), tables })) : say(importTexts.done({ tables })),
    );
  } catch (error) {
    const isCancelled = error instanceof Error && error.name === "AbortError";
    const reason = messageOf(error);
    tell(() => (isCancelled ? say(importTexts.cancelled()) : say(importTexts.failed({ reason }))));
  }
}

/** Lays an element over the page for as long as something runs. */
async function layered<E extends HTMLElement, T>(name: string, act: (element: E) => Promise<T>): Promise<T> {
  const element = document.createElement(name) as E;
  document.body.append(element);
  try {
    return await act(element);
  } finally {
    element.remove();
  }
}
