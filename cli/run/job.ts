import type { WrittenAssertion } from "../../kernel/assertion/assertion.ts";
import type { ResultFormat } from "../results/result-files.ts";
import type { Settings } from "./settings.ts";

/** One run of one notebook, as the thread gets it that makes it. */
export interface Job {
  readonly file: string;
  readonly set: Settings;
  /** The folder for the results. */
  readonly out: string;
  readonly formats: readonly ResultFormat[];
  /** Names and places of what is written; null for all. */
  readonly chosen: readonly string[] | null;
  readonly reproducible?: boolean;
  readonly seed?: number;
  readonly width?: number;
  readonly patience?: number;
}

/** A test of the notebook, with its cell and the line of the file on which that begins. */
export interface JobTest extends WrittenAssertion {
  readonly place: number;
  readonly line: number;
}

/** What became of a run. */
export interface JobOutcome {
  readonly cells: number;
  readonly failed: number;
  /** Sentences with file, line and cell. */
  readonly failures: readonly string[];
  /** What of its values is a single figure, text or flag, by name. */
  readonly figures: Readonly<Record<string, number | string | boolean>>;
  readonly tests: readonly JobTest[];
  readonly ms: number;
}

/** What the thread tells. */
export type JobMessage =
  | { readonly type: "progress"; readonly done: number; readonly cells: number; readonly text: string }
  | { readonly type: "file"; readonly name: string; readonly content: string | Uint8Array }
  | { readonly type: "done"; readonly outcome: JobOutcome }
  /** The run could not be made: a value that has no place, a file that cannot be written. */
  | { readonly type: "refused"; readonly misuse: boolean; readonly sentence: string };
