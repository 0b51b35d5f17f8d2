import type { Aggregation } from "../../../lib/exchange/mrio/aggregation.ts";
import type { FoundStressor } from "../../../lib/exchange/mrio/stressor-choice.ts";
import type { UnusedFile } from "../../../lib/exchange/mrio/unused-files.ts";
import type { Message, Text } from "../../../lib/message/message.ts";
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

/** A life-cycle inventory in the picked files, as it was read. */
export interface FoundInventory {
  readonly format: Text;
  readonly title: string;
  /** A name under which it can be kept. */
  readonly name: string;
  readonly activities: number;
  readonly products: number;
  readonly flows: number;
  readonly exchanges: number;
  readonly parameters: number;
  /** Names of its impact methods. */
  readonly methods: readonly string[];
  /** Terms of use, as the files state them; null if they state none. */
  readonly licence: string | null;
  readonly notes: readonly Message[];
  /** Names of the inventories that are kept already. */
  readonly kept: readonly string[];
}

/** What the picked files hold. */
export interface ImportOffer {
  readonly tables: readonly OfferedTable[];
  readonly inventory: FoundInventory | null;
}

/** How an inventory is kept. */
export interface InventoryChoice {
  readonly name: string;
  /** Import files again that were already imported under this name. */
  readonly again?: boolean;
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
  /**
   * What the files hold: tables by their labels only; an inventory is read entirely and kept in the worker's memory for `keep`. Throws
   * ImportError or LifecycleError.
   */
  offer(files: readonly File[], progress: (progress: Progress) => void): Promise<ImportOffer>;
  /** Reads and stores every table in the files. Throws ImportError. */
  run(files: readonly File[], choice: ImportChoice, progress: (progress: Progress) => void): Promise<ImportOutcome>;
  /** Stores the inventory in the files. Throws ImportError or LifecycleError. */
  keep(files: readonly File[], choice: InventoryChoice, progress: (progress: Progress) => void): Promise<ImportOutcome>;
}

/** Arguments are trusted, because they come from the page; the files are not, and are read only in the worker. */
export const importRequests: Requests<ImportApi> = {
  offer: [trusted, listener],
  run: [trusted, trusted, listener],
  keep: [trusted, trusted, listener],
};
