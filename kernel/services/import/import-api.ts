import type { Aggregation } from "../../../lib/exchange/mrio/aggregation.ts";
import type { FoundStressor } from "../../../lib/exchange/mrio/stressor-choice.ts";
import type { UnusedFile } from "../../../lib/exchange/mrio/unused-files.ts";
import { listener, type Requests, trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { DatasetEntry } from "../catalogue.ts";

/** The options of an import. */
export interface ImportChoice {
  /** Names of the stressors to keep; greenhouse gases by default. */
  readonly stressors?: readonly string[];
  /** Labels to aggregate while the files are read. */
  readonly aggregation?: Aggregation;
  /** Import files again that were already imported. */
  readonly again?: boolean;
}

/** A table in the picked files, and the stressors available in it. */
export interface OfferedTable {
  readonly source: string;
  readonly year: number;
  readonly stressors: readonly FoundStressor[];
}

export interface ImportOutcome {
  readonly entries: readonly DatasetEntry[];
  /** When the same files were imported with the same options before (ISO 8601); then nothing was changed. */
  readonly since?: string;
  /** The files that were not read, with the reason where it is known. Omitted if the import changed nothing. */
  readonly unused?: readonly UnusedFile[];
}

/** The interface of the import worker, which is terminated to cancel an import. */
export interface ImportApi {
  /** The tables in the files, determined from labels only. Throws ImportError. */
  offer(files: readonly File[]): Promise<OfferedTable[]>;
  /** Reads and stores every table in the files. Throws ImportError. */
  run(files: readonly File[], choice: ImportChoice, progress: (progress: Progress) => void): Promise<ImportOutcome>;
}

/** Arguments are trusted, because they come from the page; the files are not, and are read only in the worker. */
export const importRequests: Requests<ImportApi> = { offer: [trusted], run: [trusted, trusted, listener] };
