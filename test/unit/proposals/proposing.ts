import { compileCell } from "../../../kernel/compile/index.ts";
import type { Candidate } from "../../../kernel/proposals/candidate.ts";
import { candidatesOf } from "../../../kernel/proposals/candidates.ts";
import { type Marking, markUncertain } from "../../../kernel/proposals/marking.ts";
import { buildGraph } from "../../../kernel/runtime/graph.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { Step } from "../../../kernel/services/step.ts";
import { writeMessage } from "../../../lib/message/write.ts";

export interface ProposingCell {
  readonly kind?: string;
  readonly source: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

/** A notebook of compiled cells that have not run: their values are given. */
export class Proposing {
  readonly cells;
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #catalogue: readonly DatasetEntry[];

  constructor(
    cells: readonly (string | ProposingCell)[],
    values: Readonly<Record<string, unknown>> = {},
    catalogue: readonly DatasetEntry[] = [],
  ) {
    this.cells = cells.map((each, i) => {
      const { kind = "js", source, attributes = {}, steps = [] } = typeof each === "string" ? { source: each } : each;
      const cell = { id: i + 1, kind, source, attributes };
      const builtins = ["sample", "view", "sql", "datasets", "consumption", "inventory", "Math", "Date", "display"];
      return { ...cell, steps, compiled: compileCell(cell, { builtins }) };
    });
    this.#values = values;
    this.#catalogue = catalogue;
  }

  candidates(target = this.cells.length): Candidate[] {
    const at = (id: number) => this.cells[id - 1];
    const graph = buildGraph(
      this.cells.map(({ id, compiled }) => ({ ...compiled, id, start: () => undefined }) as never),
    );
    return candidatesOf(target, {
      graph,
      catalogue: this.#catalogue,
      cellOf: at,
      compiledOf: (id) => at(id)?.compiled,
      placeOf: (id) => id,
      valueOf: (name) => this.#values[name],
      stepsOf: (id) => at(id)?.steps ?? [],
    });
  }

  candidate(name: string, target?: number): Candidate {
    const all = this.candidates(target);
    const found = all.find((each) => each.name === name);
    if (!found) throw new Error(`${name} is not among ${all.map((each) => each.name).join(", ")}.`);
    return found;
  }

  mark(name: string, percent: number | null = null, samples: readonly string[] = []): Marking {
    const candidate = this.candidate(name);
    const names = new Set(this.cells.flatMap(({ compiled }) => [...compiled.outputs, ...compiled.inputs]));
    return markUncertain(candidate, percent, {
      source: this.cells[candidate.cell - 1]!.source,
      samples: new Set(samples),
      isTaken: (each) => names.has(each),
      write: (message) => writeMessage(message),
    });
  }
}
