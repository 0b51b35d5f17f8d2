import { transpose } from "../../numeric/csr.ts";
import type { RandomSystem } from "./random-system.ts";

/**
 * By activity: 1 if a draw must be solved for it. What is random moves the scalings of what its activity buys, directly and through others; a
 * moved scaling matters only where something is random, or on the way to it: the scores of all that is fixed are in w.
 * So a random foreground on a background that does not buy from it is solved without the background.
 */
export function movingActivities({ prepared, cells, terms }: RandomSystem): Uint8Array {
  const { system, references } = prepared;
  const { a } = system;
  const n = a.rows;
  const activityOf = new Int32Array(n);
  references.rowOf.forEach((row, j) => {
    activityOf[row] = j;
  });
  const random = new Uint8Array(n);
  for (const column of cells.column) random[column] = 1;
  for (const column of terms.column) random[column] = 1;
  const byColumn = transpose(a);
  const downstream = reached(random, (j, visit) => {
    for (let p = byColumn.rowStarts[j]!; p < byColumn.rowStarts[j + 1]!; p++)
      visit(activityOf[byColumn.columnIndices[p]!]!);
  });
  const upstream = reached(random, (j, visit) => {
    const row = references.rowOf[j]!;
    for (let p = a.rowStarts[row]!; p < a.rowStarts[row + 1]!; p++) visit(a.columnIndices[p]!);
  });
  return downstream.map((each, j) => each & upstream[j]!);
}

function reached(from: Uint8Array, next: (at: number, visit: (to: number) => void) => void): Uint8Array {
  const found = from.slice();
  const open = [...found.keys()].filter((at) => found[at] === 1);
  for (let at = open.pop(); at !== undefined; at = open.pop())
    next(at, (to) => {
      if (found[to] === 1) return;
      found[to] = 1;
      open.push(to);
    });
  return found;
}
