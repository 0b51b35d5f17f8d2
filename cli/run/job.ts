import type { WrittenAssertion } from "../../kernel/values/assertion.ts";
import type { ResultFormat } from "../results/result-files.ts";
import type { Settings } from "./settings.ts";

/** One run of one notebook, as it is sent to the thread. */
export interface Job {
  readonly file: string;
  /** The notebook, if it is not read from the file. */
  readonly text?: string;
  readonly set: Settings;
  /** The folder for the results. */
  readonly out: string;
  readonly formats: readonly ResultFormat[];
  /** Names and places of cells whose results are written; null for all. */
  readonly chosen: readonly string[] | null;
  readonly reproducible?: boolean;
  readonly seed?: number;
  readonly width?: number;
  readonly language?: string;
  readonly patience?: number;
  /** How long the whole run may take, in milliseconds. */
  readonly timeout?: number;
}

/** A test of the notebook, with its cell and the line of the file on which the cell begins. */
export interface JobTest extends WrittenAssertion {
  readonly place: number;
  readonly line: number;
}

/** The outcome of a run. */
export interface JobOutcome {
  readonly cells: number;
  readonly failed: number;
  /** Sentences with file, line and cell. */
  readonly failures: readonly string[];
  /** The cells of kinds that do not run here, likewise. */
  readonly notRun: readonly string[];
  /** What is amiss although the cells ran, likewise. */
  readonly warnings: readonly string[];
  /** Those of its values that are a number, a short text or a boolean, by name. */
  readonly figures: Readonly<Record<string, number | string | boolean>>;
  readonly tests: readonly JobTest[];
  readonly ms: number;
}

/** A message from the thread, beside the outcome. */
export type JobMessage =
  | { readonly type: "progress"; readonly done: number; readonly cells: number; readonly text: string }
  | { readonly type: "file"; readonly name: string; readonly content: string | Uint8Array };
