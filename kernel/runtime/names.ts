import type { Module, Variable } from "@observablehq/runtime";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { equalData } from "../values/equal.ts";
import { type Exports, isThenable } from "./exports.ts";
import { variableName } from "./node.ts";
import { RunEnded } from "./run.ts";

const texts = messages("runtime", {
  definedMoreThanOnce: {
    en: "`{name}` is defined more than once",
    zh: "`{name}` 被定义了不止一次",
  },
});

interface Name {
  readonly variable: Variable;
  owners: readonly number[];
  /** The last value that readers received. */
  value: unknown;
  /** Whether readers get an error instead of a value. */
  failed: boolean;
  release: (() => void) | null;
}

/** The names that cells define, as variables of the runtime: each belongs to one cell, or has the error of a duplicate. */
export class Names {
  readonly #module: Module;
  readonly #onValue: (name: string, value: unknown, cell: number) => void;
  readonly #names = new Map<string, Name>();

  /** `onValue` is called with each value that readers of a name receive. */
  constructor(module: Module, onValue: (name: string, value: unknown, cell: number) => void) {
    this.#module = module;
    this.#onValue = onValue;
  }

  /** The last value of a name that its readers received. */
  valueOf(name: string): unknown {
    return this.#names.get(name)?.value;
  }

  /** Whether readers of a name get an error. */
  hasFailed(name: string): boolean {
    return this.#names.get(name)?.failed ?? false;
  }

  /** Whether only this cell defines a name. */
  isOf(name: string, cell: number): boolean {
    return equalData(this.#names.get(name)?.owners, [cell]);
  }

  own(name: string, owners: readonly number[]): void {
    const known = this.#names.get(name);
    if (known && equalData(known.owners, owners)) return;
    const entry: Name = known ?? {
      variable: this.#module.variable({
        pending: () => entry.release?.(),
        fulfilled: (value) => this.#fulfilled(name, entry, value),
        rejected: () => {
          entry.failed = true;
        },
      }),
      owners,
      value: undefined,
      failed: false,
      release: null,
    };
    entry.owners = owners;
    this.#names.set(name, entry);
    this.renew(name);
  }

  /** Removes the names that no cell defines any more. */
  keep(defined: ReadonlyMap<string, unknown>): void {
    for (const [name, known] of this.#names) {
      if (defined.has(name)) continue;
      known.release?.();
      known.variable.delete();
      this.#names.delete(name);
    }
  }

  /** Rejects a name that waits for a promise. */
  release(name: string): void {
    this.#names.get(name)?.release?.();
  }

  /** Computes a name again, and thereby its readers. */
  renew(name: string): void {
    const entry = this.#names.get(name);
    if (!entry) return;
    const [owner] = entry.owners;
    if (entry.owners.length !== 1) {
      entry.variable.define(name, [], () => {
        throw new Fault(texts.definedMoreThanOnce({ name }));
      });
    } else {
      entry.variable.define(name, [variableName(owner!)], (exports: Exports) => this.#read(name, entry, exports));
    }
  }

  #fulfilled(name: string, entry: Name, value: unknown): void {
    entry.value = value;
    entry.failed = false;
    if (entry.owners.length === 1) this.#onValue(name, value, entry.owners[0]!);
  }

  /** The value for readers: of a source, a promise, or the plain value; equal data keep their identity. */
  #read(name: string, entry: Name, exports: Exports): unknown {
    const value = exports.read(name);
    if (!isThenable(value)) return keepIdentity(entry, value);
    // A promise that never settles must not block the name once it has another definition.
    return new Promise((resolve, reject) => {
      entry.release = () => reject(new RunEnded("superseded"));
      value.then((settled) => resolve(keepIdentity(entry, settled)), reject);
    });
  }
}

function keepIdentity(entry: Name, value: unknown): unknown {
  return equalData(entry.value, value) ? entry.value : value;
}
