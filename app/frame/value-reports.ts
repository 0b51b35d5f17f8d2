import type { ValueReport } from "../../kernel/sandbox/protocol.ts";
import { columnsOf, previewOf } from "../../kernel/values/preview.ts";

/** Values may change as fast as a slider moves; they are reported at most once in this many milliseconds. */
const THROTTLE_MS = 250;

/** Reports to the page the latest values of names that changed. */
export class ValueReports {
  readonly #read: (name: string) => unknown;
  readonly #send: (values: ValueReport[]) => void;
  readonly #changed = new Set<string>();
  #due = false;

  constructor(read: (name: string) => unknown, send: (values: ValueReport[]) => void) {
    this.#read = read;
    this.#send = send;
  }

  changed(name: string): void {
    this.#changed.add(name);
    if (this.#due) return;
    this.#due = true;
    setTimeout(() => this.#flush(), THROTTLE_MS);
  }

  #flush(): void {
    this.#due = false;
    const names = [...this.#changed];
    this.#changed.clear();
    this.#send(names.map((name) => reportOf(name, this.#read(name))));
  }
}

function reportOf(name: string, value: unknown): ValueReport {
  const columns = columnsOf(value);
  return { name, ...previewOf(value), ...(columns ? { columns } : {}) };
}
