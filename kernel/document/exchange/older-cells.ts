import type { Message } from "../../../lib/message/message.ts";
import { isOlderObservable } from "../../cell/kinds/unsupported.ts";
import type { Notebook } from "../notebook.ts";
import type { Operation } from "../operation.ts";
import { applyOperation } from "../operations.ts";

export interface CurrentNotebook {
  readonly notebook: Notebook;
  /** What could not be converted, as sentences. */
  readonly notes: readonly Message[];
}

/**
 * The notebook with its cells of Observable's older JavaScript converted to the current syntax, under the same ids; the same
 * notebook if it has none.
 */
export async function withCurrentCells(notebook: Notebook): Promise<CurrentNotebook> {
  if (!notebook.cells.some(isOlderObservable)) return { notebook, notes: [] };
  const { convertObservable } = await import("./observable.ts");
  const { operations, notes } = convertObservable(notebook);
  const converted = operations.reduce((current: Notebook, operation: Operation) => {
    const outcome = applyOperation(current, operation);
    return outcome.ok ? outcome.notebook : current;
  }, notebook);
  return { notebook: converted, notes };
}
