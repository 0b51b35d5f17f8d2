import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Mutant } from "./mutants.ts";

/** What came of a mutant: a test failed, the tests did not end in their time, or all passed. */
export type Outcome = "killed" | "endless" | "survived";

/** The outcomes of mutants in a file, which is written after each: a run that was ended goes on where it was. */
export class Outcomes {
  readonly #path: string;
  readonly #known: Map<string, Outcome>;

  constructor(path: string) {
    this.#path = path;
    this.#known = new Map(Object.entries(read(path)));
  }

  of(file: string, mutant: Mutant): Outcome | undefined {
    return this.#known.get(keyOf(file, mutant));
  }

  set(file: string, mutant: Mutant, outcome: Outcome): void {
    this.#known.set(keyOf(file, mutant), outcome);
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, JSON.stringify(Object.fromEntries(this.#known), null, 1));
  }
}

const keyOf = (file: string, { from, was, is }: Mutant) => `${file}:${from} ${was} → ${is}`;

function read(path: string): Record<string, Outcome> {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // None yet, or cut off while it was written.
    return {};
  }
}
