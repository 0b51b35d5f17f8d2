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
import { type GivenNotebook, textOf } from "../input/notebook-files.ts";
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

/** What the thread says beside the difference. */
export interface ComparisonMessage {
  readonly type: "progress";
  readonly text: string;
}

/** Receives how a comparison goes. */
export interface ComparisonListener {
  /** A notebook begins to run. */
  began(file: string): void;
  progress(text: string): void;
}

/** Runs both notebooks in reproducible mode, so that only edits cause differences, and compares them. */
export async function compareNotebooks(
  { notebooks, set, tolerance, patience, timeout }: ComparisonJob,
  listener: ComparisonListener,
): Promise<NotebookDifference> {
  const sides: Executed[] = [];
  for (const given of notebooks) {
    const { file } = given;
    const text = await textOf(given);
    const services = await commandServices(file, true);
    listener.began(file);
    try {
      const executed = await runNotebook(text, {
        services,
        attachments: new FolderAttachments(dirname(file)),
        set,
        reproducible: true,
        ...(patience === undefined ? {} : { patience }),
        ...(timeout === undefined ? {} : { timeout }),
        progress: ({ place, state }) => {
          if (state.status === "running") listener.progress(`${file}: cell ${place}`);
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
