import type { Aggregation } from "../../../lib/exchange/mrio/aggregation.ts";
import type { FoundStressor } from "../../../lib/exchange/mrio/stressor-choice.ts";
import { type Requests, told, trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { DatasetEntry } from "../catalogue.ts";

/** What a person may choose before an import. */
export interface ImportChoice {
  /** Names of the stressors to keep; greenhouse gases when left out. */
  readonly stressors?: readonly string[];
  /** Labels brought together while the files are read. */
  readonly aggregation?: Aggregation;
  /** Imports files anew that were imported already. */
  readonly again?: boolean;
}

/** A table that the picked files hold, and the stressors that can be taken from it. */
export interface OfferedTable {
  readonly source: string;
  readonly year: number;
  readonly stressors: readonly FoundStressor[];
}

export interface ImportOutcome {
  readonly entries: readonly DatasetEntry[];
  /** When the same files were imported with the same choice before (ISO 8601): nothing was changed then. */
  readonly since?: string;
}

/** What the worker of imports offers. It is ended to cancel. */
export interface ImportApi {
  /** What the files hold, read from labels alone. Throws ImportError. */
  offer(files: readonly File[]): Promise<OfferedTable[]>;
  /** Reads every table that the files hold and stores it. Throws ImportError. */
  run(files: readonly File[], choice: ImportChoice, progress: (progress: Progress) => void): Promise<ImportOutcome>;
}

/** The page that starts the worker is trusted, and so is its program; what it reads is not, and stays in it. */
export const importRequests: Requests<ImportApi> = { offer: [trusted], run: [trusted, trusted, told] };
