import { isMarkdown } from "../cell/kinds.ts";
import type { CompiledCell } from "../compile/index.ts";
import type { DocumentCell } from "../document/document-cell.ts";
import type { CellState } from "../runtime/state.ts";
import { datasetsOf, type Step } from "../services/step.ts";
import { hashOf } from "../values/canonical.ts";
import type { CellProof } from "./lock.ts";

/** The notebook that a recorder observes. */
export interface ProofRecorderHost {
  compiledOf(cell: number): CompiledCell | undefined;
  stateOf(cell: number): CellState | undefined;
  valueOf(name: string): unknown;
  stepsOf(cell: number): readonly Step[];
  /** SHA-256 of a dataset's file. */
  hashOfDataset(name: string): string | undefined;
}

/** The output of an exercise depends on the reader's answers, so it has no result. */
const EXERCISE = /\bexercise\s*\(/;

/** Records the outputs of cells, and computes the hashes for comparing runs. */
export class ProofRecorder {
  readonly #shown = new Map<number, unknown[]>();

  begin(cell: number): void {
    this.#shown.set(cell, []);
  }

  display(cell: number, value: unknown, replace: boolean): void {
    const shown = replace ? [] : (this.#shown.get(cell) ?? []);
    shown.push(value);
    this.#shown.set(cell, shown);
  }

  /** The proofs of all cells, once they have settled, in document order. */
  proofs(cells: readonly DocumentCell[], host: ProofRecorderHost): CellProof[] {
    const results = new Map(
      cells.map(({ id, kind, source }) => [
        id,
        !isMarkdown(kind) && EXERCISE.test(source) ? null : this.#result(id, host),
      ]),
    );
    const definers = new Map(cells.flatMap(({ id }) => (host.compiledOf(id)?.outputs ?? []).map((name) => [name, id])));
    return cells.map(({ id, kind, source, attributes }) => {
      const inputs = [...(host.compiledOf(id)?.inputs ?? [])].sort();
      const read = inputs.map((name) => [name, results.get(definers.get(name) ?? Number.NaN) ?? ""]);
      const steps = host.stepsOf(id);
      const data = datasetsOf(steps).sort();
      const files = steps.flatMap((step) => (step.kind === "file" ? [[step.file, step.sha256]] : [])).sort();
      return {
        id,
        code: hashOf([kind, source, attributes.output ?? "", "hidden" in attributes, attributes["data-values"] ?? ""]),
        inputs: hashOf(read),
        data: hashOf([...data.map((name) => [name, host.hashOfDataset(name) ?? ""]), ...files]),
        result: results.get(id) ?? null,
      };
    });
  }

  #result(cell: number, host: ProofRecorderHost): string | null {
    if (host.stateOf(cell)?.status !== "fresh") return null;
    const values = (host.compiledOf(cell)?.outputs ?? []).map((name) => [name, host.valueOf(name)]);
    return hashOf([values, this.#shown.get(cell) ?? []]);
  }
}
