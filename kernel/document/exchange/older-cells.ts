import { isOlderObservable } from "../../cell/kinds/unsupported.ts";
import type { Notebook } from "../notebook.ts";
import { parseNotebook } from "../parse.ts";
import { serializeNotebook } from "../serialize.ts";
import type { CurrentNotebook } from "./observable.ts";

/** The notebook with its cells of Observable's older JavaScript converted; the same notebook if it has none. */
export async function withCurrentCells(notebook: Notebook): Promise<CurrentNotebook> {
  if (!notebook.cells.some(isOlderObservable)) return { notebook, notes: [] };
  const { convertCells } = await import("./observable.ts");
  return convertCells(notebook);
}

/** The text of a notebook with such cells converted; the same text if it has none. */
export async function withCurrentText(text: string): Promise<string> {
  const written = parseNotebook(text);
  const { notebook } = await withCurrentCells(written);
  return notebook === written ? text : serializeNotebook(notebook);
}
