import type { Cause, CellState } from "../../kernel/runtime/state.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("frame", {
  worker: {
    en: "a worker",
    zh: "计算进程",
  },
  database: {
    en: "the database",
    zh: "数据库",
  },
});

/** How often a cell is retried after its service ended, before the error is shown: its query may be what ends the service. */
const MAX_RETRIES = 2;

/** Runs a cell again whose service ended: the next call restarts the service. At most a few times. */
export class Retries {
  readonly #run: (cell: number, cause: Cause) => void;
  readonly #times = new Map<number, number>();

  constructor(run: (cell: number, cause: Cause) => void) {
    this.#run = run;
  }

  update(cell: number, { status, error }: CellState): void {
    if (status === "fresh") this.#times.delete(cell);
    if (status !== "failed" || (error?.name !== "DatabaseStopped" && error?.name !== "WorkerStopped")) return;
    const times = this.#times.get(cell) ?? 0;
    if (times >= MAX_RETRIES) return;
    this.#times.set(cell, times + 1);
    const service = error.name === "DatabaseStopped" ? texts.database() : texts.worker();
    setTimeout(() => this.#run(cell, { kind: "restarted", service }));
  }
}
