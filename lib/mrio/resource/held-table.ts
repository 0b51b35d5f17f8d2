import type { LeontiefSystem } from "../../numeric/leontief.ts";
import type { Work } from "../../numeric/work.ts";
import { type Accounts, accounts } from "../accounts.ts";
import type { InputOutputTable } from "../table.ts";
import { systemOf } from "../table-system.ts";

/** A table with its accounts at hand: whoever holds it longer than one call solves it once. */
export interface HeldTable {
  readonly table: InputOutputTable;
  /** (I − A) with its preconditioner, for further solves. */
  system(work: Work): Promise<LeontiefSystem>;
  accounts(work: Work): Promise<Accounts>;
  /** Gives up the system, which is as large as the table; it is prepared again when asked for. */
  rest(): void;
}

/** Holds a table: system and accounts are computed on first use. A run that was cancelled or failed leaves nothing. */
export function heldTable(table: InputOutputTable): HeldTable {
  const system = keptOnce((work) => systemOf(table, work));
  return {
    table,
    system,
    accounts: keptOnce(async (work) => accounts(table, work, await system(work))),
    rest: system.forget,
  };
}

/** What is computed on first use and kept until it is forgotten. */
export interface Kept<T> {
  (work: Work): Promise<T>;
  forget(): void;
}

/** Computes on first use; a failure is forgotten, so that the next call starts afresh. */
export function keptOnce<T>(compute: (work: Work) => Promise<T>): Kept<T> {
  let kept: Promise<T> | undefined;
  const get = (work: Work) => {
    if (kept) return kept;
    const running = compute(work);
    kept = running;
    running.catch(() => {
      if (kept === running) kept = undefined;
    });
    return running;
  };
  return Object.assign(get, {
    forget: () => {
      kept = undefined;
    },
  });
}
