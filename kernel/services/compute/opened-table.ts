import type { InputOutputTable } from "../../../lib/mrio/table.ts";
import type { Selection } from "../../../lib/tool/selection.ts";

/** A table as its datasets give it, and which of their rows it is made of. */
export interface OpenedTable {
  readonly table: InputOutputTable;
  readonly rows: readonly Selection[];
}
