import type { Sentence } from "../../lib/message/message.ts";
import type { DatasetEntry } from "../services/catalogue.ts";

/** Why the database refuses a statement, and at which offset of it. */
export interface StatementRefusal {
  readonly message: Sentence;
  readonly offset?: number;
}

/** What a notebook finds where it runs. A check that lacks a part of it leaves out the rules that need that part. */
export interface CheckEnvironment {
  readonly catalogue: readonly DatasetEntry[];
  /** Whether the browser gives a value of this name to every script. */
  isGlobal(name: string): boolean;
  /** The versions of the libraries that ship, by the names under which cells import them. */
  readonly versions: Readonly<Record<string, string>>;
  /** The names that another notebook beside this one declares; null where there is no such notebook. */
  namesOf?(notebook: string): Promise<ReadonlySet<string> | null>;
  /** The names that notebooks beside this one import from it. */
  readonly taken?: ReadonlySet<string>;
  /** Asks the database, which has every dataset of the catalogue as a table, whether it could run a statement. */
  refuse?(statement: string): Promise<StatementRefusal | null>;
}
