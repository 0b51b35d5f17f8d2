import type { Cause, CellState } from "../../kernel/runtime/state.ts";
import { messages } from "../../lib/message/message.ts";

const said = messages("frame", {
  worker: {
    en: "a worker",
    zh: "计算进程",
  },
  database: {
    en: "the database",
    zh: "数据库",
  },
});

/** How often a cell runs again by itself after its service ended, before it says so: a query may be what ends it. */
const TIMES = 2;

/** A service that ended under a cell starts again with the next call: the cell makes it, a few times at most. */
export class Retries {
  readonly #run: (cell: number, cause: Cause) => void;
  readonly #times = new Map<number, number>();

  constructor(run: (cell: number, cause: Cause) => void) {
    this.#run = run;
  }

  see(cell: number, { status, error }: CellState): void {
    if (status === "fresh") this.#times.delete(cell);
    if (status !== "failed" || (error?.name !== "DatabaseStopped" && error?.name !== "WorkerStopped")) return;
    const times = this.#times.get(cell) ?? 0;
    if (times >= TIMES) return;
    this.#times.set(cell, times + 1);
    const service = error.name === "DatabaseStopped" ? said.database() : said.worker();
    setTimeout(() => this.#run(cell, { kind: "restarted", service }));
  }
}
