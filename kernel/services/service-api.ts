import type { Selection } from "../../lib/tool/selection.ts";
import type { Progress } from "../runtime/state.ts";
import type { ToolDescription } from "./compute/tool-description.ts";
import type { FileContent, FileForm } from "./file-content.ts";
import type { ResultProvenance } from "./step.ts";

/** The services for cells. Each call has a number, by which it can be cancelled. */
export interface ServiceApi {
  /** Runs SQL on the page's database; returns an Arrow IPC stream. */
  query(sql: string, parameters: unknown[], call: number, progress: (progress: Progress) => void): Promise<Uint8Array>;
  /**
   * Runs a tool of the accounting library in a worker: returns its result, the provenance of the result, and the rows of
   * datasets that it depends on.
   */
  compute(
    tool: string,
    input: unknown,
    call: number,
    progress: (progress: Progress) => void,
  ): Promise<{ result: unknown; provenance: ResultProvenance; read: Selection[] }>;
  /** The bytes of a dataset's file, verified by its hash. */
  dataset(name: string, call: number, progress: (progress: Progress) => void): Promise<Uint8Array>;
  /** A file of the notebook. */
  file(name: string, form: FileForm, call: number, progress: (progress: Progress) => void): Promise<FileContent>;
  /** Descriptions of tools of the accounting library. */
  describe(tools: readonly string[]): Promise<ToolDescription[]>;
  /** The text of another notebook in the same folder. */
  notebook(name: string, call: number, progress: (progress: Progress) => void): Promise<string>;
  /** Cancels a call; its promise then rejects with `AbortError`. */
  cancel(call: number): void;
}
