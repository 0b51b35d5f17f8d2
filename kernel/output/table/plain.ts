import type { Table } from "apache-arrow";
import { columnsOf, type UnitOf } from "../../values/column.ts";
import { writeValue, writeWhole } from "./writing.ts";

/** The maximum number of rows in a plain table. */
const MOST = 200;

/** An Arrow table as a static table: its first rows, and their number. */
export function plainTable(table: Table, unitOf: UnitOf): HTMLElement {
  const columns = columnsOf(table, unitOf);
  const shown = Math.min(MOST, table.numRows);
  const element = make("figure", "arrow-table whole plain");
  const scroller = make("div", "table-scroller");
  const grid = make("table", "");
  const head = make("thead", "");
  const heads = make("tr", "");
  for (const { name, unit, kind } of columns) {
    const cell = make("th", kind === "number" ? "number" : "");
    cell.setAttribute("scope", "col");
    cell.append(make("span", "name", name));
    if (unit) cell.append(" ", make("small", "unit", unit));
    heads.append(cell);
  }
  head.append(heads);
  const body = make("tbody", "");
  for (let row = 0; row < shown; ++row) {
    const line = make("tr", "");
    for (const column of columns) {
      const value = column.get(row);
      const kind = value === null || value === undefined ? "missing" : column.kind === "number" ? "number" : "";
      line.append(make("td", kind, writeValue(value, column)));
    }
    body.append(line);
  }
  grid.append(head, body);
  scroller.append(grid);
  const count = writeWhole(table.numRows);
  const all = shown === table.numRows;
  element.append(scroller, make("figcaption", "", all ? count : `${writeWhole(shown)} / ${count}`));
  return element;
}

function make(name: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
