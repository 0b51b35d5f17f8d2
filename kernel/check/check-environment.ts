import type { Sentence } from "../../lib/message/message.ts";
import type { DatasetEntry } from "../services/catalogue.ts";

/** Why the database refuses a statement, and at which offset of it. */
export interface StatementRefusal {
  readonly message: Sentence;
  readonly offset?: number;
}

/** The environment in which a notebook runs. If a part is missing, the rules that need it are skipped. */
export interface CheckEnvironment {
  readonly catalogue: readonly DatasetEntry[];
  /** Whether the name is a global of the browser. */
  isGlobal(name: string): boolean;
  /** The versions of the bundled libraries, by the names under which cells import them. */
  readonly versions: Readonly<Record<string, string>>;
  /** The names declared by another notebook in the same folder; null if there is no such notebook. */
  namesOf?(notebook: string): Promise<ReadonlySet<string> | null>;
  /** Why a module beside the notebook, or a package, cannot be imported; null if it can. */
  importProblem?(module: string): Promise<Sentence | null>;
  /** The names that other notebooks in the folder import from this one. */
  readonly importedElsewhere?: ReadonlySet<string>;
  /** Asks the database, in which every dataset of the catalogue is a table, why it cannot run a statement; null if it can. */
  refuse?(statement: string): Promise<StatementRefusal | null>;
}
