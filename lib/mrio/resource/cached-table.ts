import type { LeontiefSystem } from "../../numeric/leontief.ts";
import type { Work } from "../../numeric/work.ts";
import { type Accounts, accounts } from "../accounts.ts";
import type { InputOutputTable } from "../table.ts";
import { systemOf } from "../table-system.ts";

/** A table with its system and accounts, which are computed once and serve several calls. */
export interface CachedTable {
  readonly table: InputOutputTable;
  /** (I − A) with its preconditioner, for further solves. */
  system(work: Work): Promise<LeontiefSystem>;
  accounts(work: Work): Promise<Accounts>;
  /** Releases the system, which is as large as the table; it is prepared again on next use. */
  release(): void;
}

/** Wraps a table: system and accounts are computed on first use. A cancelled or failed computation is not cached. */
export function cachedTable(table: InputOutputTable): CachedTable {
  const system = lazily((work) => systemOf(table, work));
  return {
    table,
    system,
    accounts: lazily(async (work) => accounts(table, work, await system(work))),
    release: system.forget,
  };
}

/** A value that is computed on first use and cached until `forget`. */
export interface Lazy<T> {
  (work: Work): Promise<T>;
  forget(): void;
}

/** Computes on first use; a failure is not cached, so the next call computes again. */
export function lazily<T>(compute: (work: Work) => Promise<T>): Lazy<T> {
  let cached: Promise<T> | undefined;
  const get = (work: Work) => {
    if (cached) return cached;
    const running = compute(work);
    cached = running;
    running.catch(() => {
      if (cached === running) cached = undefined;
    });
    return running;
  };
  return Object.assign(get, {
    forget: () => {
      cached = undefined;
    },
  });
}
