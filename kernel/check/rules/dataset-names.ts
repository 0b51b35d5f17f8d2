import type { CheckedCell } from "../subject.ts";
import { calleeOf, findCalls } from "../visit.ts";

/** A dataset named in a call, such as `datasets.load("population")`. */
export interface NamedDataset {
  readonly name: string;
  /** Offsets of the script. */
  readonly start: number;
  readonly end: number;
  /** Whether it is only cited. */
  readonly cited: boolean;
}

const calls = ["datasets.load", "datasets.describe", "datasets.cite"];

/** The datasets that a cell names by a string literal in a call. */
export function findNamedDatasets(cell: CheckedCell): NamedDataset[] {
  return findCalls(cell).flatMap(({ call }) => {
    const callee = calleeOf(call);
    if (!calls.includes(callee)) return [];
    return call.arguments.flatMap((given) =>
      given.type === "Literal" && typeof given.value === "string"
        ? [{ name: given.value, start: given.start, end: given.end, cited: callee === "datasets.cite" }]
        : [],
    );
  });
}
