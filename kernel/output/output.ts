import { Inspector } from "@observablehq/inspector";
import type { Table } from "apache-arrow";
import { SqliteRows } from "../sqlite/sqlite-rows.ts";
import { Amount } from "../values/amount.ts";
import { isArrowTable, type UnitOf } from "../values/column.ts";
import { addAccessibleNames } from "./accessible-names.ts";
import { writePrecise } from "./table/writing.ts";

/** The parts of rendering that depend on the host. */
export interface OutputStyle {
  /** Renders an Arrow table. */
  table(table: Table, unitOf: UnitOf): Node;
  /** The unit of a column name. */
  readonly unitOf: UnitOf;
}

/** Renders a displayed value: nodes unchanged, Arrow tables and rows of a database as tables, everything else by the inspector. */
export function outputOf(value: unknown, { table, unitOf }: OutputStyle): Node {
  if (value instanceof Node) {
    addAccessibleNames(value);
    return value;
  }
  const shown = value instanceof SqliteRows ? value.toArrow() : value;
  if (isArrowTable(shown)) return table(shown, unitOf);
  const element = document.createElement("div");
  element.className = "inspected";
  if (value instanceof Amount) {
    element.append(`${writePrecise(value.value)} ${value.unit}`);
    return element;
  }
  new Inspector(element).fulfilled(value);
  return element;
}
