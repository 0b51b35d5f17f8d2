import { dirname } from "node:path";
import { parseNotebook } from "../../kernel/document/index.ts";
import { FolderAttachments } from "../../kernel/headless/folder-attachments.ts";
import {
  type Executed,
  type NotebookDifference,
  notebookDifference,
} from "../../kernel/headless/notebook-difference.ts";
import { runNotebook } from "../../kernel/headless/run-notebook.ts";
import { commandServices } from "../headless/command-services.ts";
import { type GivenNotebook, textOf } from "../notebook-files.ts";
import type { Settings } from "../run/settings.ts";

/** Two notebooks to run and compare. */
export interface ComparisonJob {
  readonly notebooks: readonly [before: GivenNotebook, after: GivenNotebook];
  readonly set: Settings;
  readonly tolerance?: number;
  readonly patience?: number;
  /** How long each of the two may run, in milliseconds. */
  readonly timeout?: number;
}

export type ComparisonMessage =
  | { readonly type: "progress"; readonly text: string }
  | { readonly type: "done"; readonly difference: NotebookDifference }
  | { readonly type: "refused"; readonly misuse: boolean; readonly sentence: string };

/** Runs both notebooks in reproducible mode, so that only edits cause differences, and compares them. */
export async function compareNotebooks(
  { notebooks, set, tolerance, patience, timeout }: ComparisonJob,
  progress: (text: string) => void,
): Promise<NotebookDifference> {
  const sides: Executed[] = [];
  for (const given of notebooks) {
    const { file } = given;
    const text = await textOf(given);
    const services = await commandServices(file, true);
    try {
      const executed = await runNotebook(text, {
        services,
        attachments: new FolderAttachments(dirname(file)),
        set,
        reproducible: true,
        ...(patience === undefined ? {} : { patience }),
        ...(timeout === undefined ? {} : { timeout }),
        progress: ({ place, state }) => {
          if (state.status === "running") progress(`${file}: cell ${place}`);
        },
      });
      sides.push({ notebook: parseNotebook(text), executed });
    } finally {
      await services.close();
    }
  }
  const [before, after] = sides as [Executed, Executed];
  return notebookDifference(before, after, tolerance);
}
