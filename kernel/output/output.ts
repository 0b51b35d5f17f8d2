import { Inspector } from "@observablehq/inspector";
import type { Table } from "apache-arrow";
import { Amount } from "../stdlib/amount.ts";
import { nameParts } from "./naming.ts";
import { isArrowTable, type UnitOf } from "./table/column.ts";
import { writePrecise } from "./table/writing.ts";

/** How the place in which a notebook is shown draws what it does not leave to the kernel. */
export interface OutputStyle {
  /** An Arrow table as an element. */
  table(table: Table, unitOf: UnitOf): Node;
  /** The unit of a column by its name. */
  readonly unitOf: UnitOf;
}

/** What a shown value looks like: nodes as they are, Arrow tables as tables, all else inspected. */
export function outputOf(value: unknown, { table, unitOf }: OutputStyle): Node {
  if (value instanceof Node) {
    nameParts(value);
    return value;
  }
  if (isArrowTable(value)) return table(value, unitOf);
  const element = document.createElement("div");
  element.className = "inspected";
  if (value instanceof Amount) {
    element.append(`${writePrecise(value.value)} ${value.unit}`);
    return element;
  }
  new Inspector(element).fulfilled(value);
  return element;
}
