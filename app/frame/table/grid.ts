import type { Table } from "apache-arrow";
import { render } from "lit";
import { writeValue, writeWhole } from "../../../kernel/output/table/writing.ts";
import type { UnitOf } from "../../../kernel/values/column.ts";
import { say } from "../../language/speech.ts";
import { commaSeparated, tabSeparated } from "./export.ts";
import { type Filter, noFilter } from "./filter.ts";
import { headOf } from "./header.ts";
import { Rows } from "./rows.ts";
import { Selection, type Spot } from "./selection.ts";
import { inSlices } from "./slices.ts";
import { type Summary, summarise } from "./summary.ts";
import { tableTexts } from "./texts.ts";
import { type ToolsHost, toolsOf } from "./tools.ts";
import { ROW_PX, Viewport } from "./viewport.ts";

/** Tables of at most this many rows are drawn whole, so that they can be read, printed and searched like other text. */
const WHOLE = 60;

/** Rows from which the width of a column is estimated. */
const SAMPLE = 40;

/** How long “Copied” is shown. */
const COPIED_MS = 1500;

/** Most rows of a table that are printed. */
const PRINTED_ROWS = 100;

const grids = new WeakMap<Element, Grid>();
let made = 0;

/** An Arrow table of any size as a grid; only the visible rows are in the DOM. */
export function tableElement(table: Table, unitOf: UnitOf): HTMLElement {
  return new Grid(new Rows(table, unitOf)).element;
}

/** Updates the texts of all tables below an element after a change of language. */
export function relabelTables(root: Element): void {
  for (const element of root.querySelectorAll(".arrow-table")) grids.get(element)?.relabel();
}

/** An Arrow table for print; null for an element that is no grid. */
export function printedTable(element: Element): HTMLElement | null {
  return grids.get(element)?.printed() ?? null;
}

/** The text next to a number of a table, by row and column; empty for none. */
export type NumberMark = (row: number, column: string) => string;

/** Puts a text next to the numbers of a table; null removes it. */
export function markTable(table: Element, mark: NumberMark | null): void {
  grids.get(table)?.setMark(mark);
}

class Grid implements ToolsHost {
  readonly element = make("figure", "arrow-table");
  readonly rows: Rows;
  filter: Filter = noFilter;
  filtering = false;
  copied = false;
  readonly #id = `table-${++made}`;
  readonly #scroller = make("div", "table-scroller");
  readonly #sizer = make("div", "table-sizer");
  readonly #pin = make("div", "table-pin");
  readonly #table = make("table", "");
  readonly #heads: HTMLTableCellElement[] = [];
  readonly #body = document.createElement("tbody");
  readonly #caption = document.createElement("figcaption");
  readonly #viewport = new Viewport();
  readonly #selection = new Selection();
  readonly #summaries: Summary[] = [];
  readonly #whole: boolean;
  #mark: NumberMark | null = null;

  constructor(rows: Rows) {
    this.rows = rows;
    this.#whole = rows.all <= WHOLE;
    grids.set(this.element, this);
    this.element.classList.toggle("whole", this.#whole);
    this.#table.setAttribute("role", "grid");
    this.#table.tabIndex = 0;
    this.#table.append(this.#columns(), this.#head(), this.#body);
    this.#pin.append(this.#table);
    this.#sizer.append(this.#pin);
    this.#scroller.append(this.#sizer);
    this.element.append(this.#scroller, this.#caption);
    this.#listen();
    this.relabel();
    this.#resize();
    this.#draw();
  }

  relabel(): void {
    const { rows } = this;
    const columns = rows.columns.length;
    this.#table.setAttribute("aria-label", say(tableTexts.label({ rows: writeWhole(rows.all), columns })));
    this.#table.setAttribute("aria-colcount", String(columns));
    this.#renderHead();
    this.#renderTools();
  }

  /** The first rows as a plain table, with a caption that says how many there are. */
  printed(): HTMLElement {
    const { rows } = this;
    const table = make("table", "data");
    const head = table.createTHead().insertRow();
    for (const { name, unit, kind } of rows.columns) {
      const cell = document.createElement("th");
      cell.className = kind === "number" ? "number" : "";
      cell.append(name);
      if (unit) cell.append(Object.assign(document.createElement("small"), { textContent: unit }));
      head.append(cell);
    }
    const body = table.createTBody();
    const shown = Math.min(rows.count, PRINTED_ROWS);
    for (let place = 0; place < shown; ++place) {
      const line = body.insertRow();
      for (const column of rows.columns) {
        const cell = line.insertCell();
        cell.className = column.kind === "number" ? "number" : "";
        cell.textContent = writeValue(column.get(rows.at(place)), column);
      }
    }
    const figure = make("figure", "");
    const caption = make("figcaption", "");
    const all = writeWhole(rows.count);
    caption.textContent =
      shown < rows.count ? say(tableTexts.printed({ shown, rows: all })) : say(tableTexts.rows({ rows: all }));
    figure.append(table, caption);
    return figure;
  }

  setMark(mark: NumberMark | null): void {
    if (!mark && !this.#mark) return;
    this.#mark = mark;
    this.#table.querySelector("colgroup")?.replaceWith(this.#columns());
    this.#draw();
  }

  // Tools

  toggleFilter(): void {
    this.filtering = !this.filtering;
    if (this.filtering) this.#renderTools();
    else this.setFilter(noFilter);
    if (this.filtering) this.#caption.querySelector<HTMLElement>("select")?.focus();
  }

  setFilter(filter: Filter): void {
    this.filter = filter;
    void this.rows.filter(filter);
  }

  /** Writing to the clipboard is only allowed in response to a user's action, during a `copy` event. */
  copy(): void {
    this.#table.focus({ preventScroll: true });
    document.execCommand("copy");
    const button = this.#caption.querySelector<HTMLElement>(".copy");
    button?.focus({ preventScroll: true });
  }

  async download(): Promise<void> {
    const pieces = await inSlices(commaSeparated(this.rows), new AbortController().signal);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(pieces, { type: "text/csv" }));
    link.download = "table.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  // Implementation

  #listen(): void {
    this.rows.addEventListener("change", () => this.#changed());
    this.#scroller.addEventListener("scroll", () => this.#draw(), { passive: true });
    this.#scroller.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.#table.addEventListener("keydown", (event) => this.#key(event));
    this.#table.addEventListener("mousedown", (event) => this.#press(event));
    this.#table.addEventListener("mousemove", (event) => {
      if (event.buttons === 1) this.#press(event);
    });
    this.#table.addEventListener("click", ({ target }) => {
      const head = (target as Element).closest("button.name")?.closest("th");
      if (head) this.#sort(this.#heads.indexOf(head));
    });
    for (const event of ["focus", "blur"]) this.#table.addEventListener(event, () => this.#draw());
    this.element.addEventListener("copy", (event) => this.#copied(event));
    new ResizeObserver(() => {
      this.#resize();
      this.#draw();
    }).observe(this.#scroller);
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        seen.disconnect();
        void this.#summarise();
      },
      { root: document },
    );
    seen.observe(this.element);
  }

  #changed(): void {
    this.#renderTools();
    this.#table.setAttribute("aria-busy", String(this.rows.working));
    if (this.rows.working) return;
    this.#renderHead();
    this.#resize();
    this.#draw();
  }

  #columns(): HTMLElement {
    const group = document.createElement("colgroup");
    let total = 0;
    for (const column of this.rows.columns) {
      let longest = Math.max(column.name.length + 2, column.unit.length, 10);
      for (let row = 0; row < Math.min(SAMPLE, this.rows.all); ++row) {
        const mark = this.#mark?.(row, column.name) ?? "";
        longest = Math.max(longest, writtenWidth(writeValue(column.get(row), column) + mark));
      }
      const width = Math.max(84, Math.min(320, Math.ceil(longest * 7.2 + 24)));
      const element = document.createElement("col");
      element.style.width = `${width}px`;
      group.append(element);
      total += width;
    }
    this.#sizer.style.minWidth = `${total}px`;
    return group;
  }

  #head(): HTMLTableSectionElement {
    const head = document.createElement("thead");
    const row = head.insertRow();
    row.setAttribute("aria-rowindex", "1");
    for (const [i, { kind }] of this.rows.columns.entries()) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.id = `${this.#id}-head-${i}`;
      cell.className = kind === "number" ? "number" : "";
      cell.setAttribute("aria-colindex", String(i + 1));
      row.append(cell);
      this.#heads.push(cell);
    }
    return head;
  }

  #renderHead(): void {
    const { order, columns } = this.rows;
    for (const [i, cell] of this.#heads.entries()) {
      const sorted = order?.column !== i ? "none" : order.descending ? "descending" : "ascending";
      cell.setAttribute("aria-sort", sorted);
      render(headOf(columns[i]!, i, order, this.#summaries[i]), cell);
    }
  }

  #renderTools(): void {
    render(toolsOf(this), this.#caption);
  }

  /** Updates how many rows fit. */
  #resize(): void {
    const viewport = this.#viewport;
    viewport.rows = this.rows.count;
    this.#table.setAttribute("aria-rowcount", String(viewport.rows + 1));
    if (this.#whole) return;
    const head = this.#table.tHead?.offsetHeight ?? 0;
    this.#sizer.style.height = `${viewport.total + head}px`;
    this.#pin.style.height = `${this.#scroller.clientHeight}px`;
    viewport.height = Math.max(0, (this.#scroller.clientHeight || 384) - head);
  }

  #draw(): void {
    const { rows } = this;
    const viewport = this.#viewport;
    const { first, cut } = this.#whole ? { first: 0, cut: 0 } : viewport.at(this.#scroller.scrollTop);
    const count = this.#whole ? rows.count : viewport.needed;
    while (this.#body.rows.length > count) this.#body.lastElementChild!.remove();
    while (this.#body.rows.length < count) this.#body.append(this.#row());
    for (const [i, row] of [...this.#body.rows].entries()) this.#fill(row, first + i);
    this.#body.style.transform = cut > 0 ? `translateY(${-cut}px)` : "";
    const { row, column } = this.#selection.active;
    const active = row < 0 ? `${this.#id}-head-${column}` : `${this.#id}-${row}-${column}`;
    if (document.getElementById(active)) this.#table.setAttribute("aria-activedescendant", active);
    else this.#table.removeAttribute("aria-activedescendant");
    for (const [i, cell] of this.#heads.entries()) cell.classList.toggle("here", row < 0 && column === i);
  }

  #row(): HTMLTableRowElement {
    const row = document.createElement("tr");
    for (const i of this.rows.columns.keys()) row.insertCell().setAttribute("aria-colindex", String(i + 1));
    return row;
  }

  #fill(element: HTMLTableRowElement, place: number): void {
    const row = this.rows.at(place);
    element.setAttribute("aria-rowindex", String(place + 2));
    const { active } = this.#selection;
    for (const [i, column] of this.rows.columns.entries()) {
      const cell = element.cells[i]!;
      const value = column.get(row);
      cell.id = `${this.#id}-${place}-${i}`;
      const kind = value === null || value === undefined ? "missing" : column.kind === "number" ? "number" : "";
      const selected = active.row >= 0 && this.#selection.contains({ row: place, column: i });
      const at = active.row === place && active.column === i;
      cell.className = `${kind}${selected ? " selected" : ""}${at ? " here" : ""}`;
      if (selected) cell.setAttribute("aria-selected", "true");
      else cell.removeAttribute("aria-selected");
      const text = writeValue(value, column);
      const mark = this.#mark?.(row, column.name) ?? "";
      if (cell.textContent === text + mark) continue;
      cell.textContent = text;
      if (mark) cell.append(markOf(mark));
    }
  }

  #key(event: KeyboardEvent): void {
    const { rows } = this;
    const far = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor(this.#viewport.height / ROW_PX) - 1);
    const next = event.altKey ? undefined : this.#selection.next(event, rows.count, rows.columns.length, page);
    if (next) this.#go(next, event.shiftKey);
    else if (far && event.key.toLowerCase() === "a") {
      this.#selection.all(rows.count, rows.columns.length);
      this.#draw();
    } else if (
      (event.key === "Enter" || event.key === " ") &&
      this.#selection.active.row < 0 &&
      !far &&
      !event.shiftKey
    ) {
      this.#sort(this.#selection.active.column);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #press(event: MouseEvent): void {
    const cell = (event.target as Element).closest("td");
    const row = cell?.parentElement;
    if (!cell || !row) return;
    const spot = { row: Number(row.getAttribute("aria-rowindex")) - 2, column: cell.cellIndex };
    this.#go(spot, event.shiftKey || event.type === "mousemove");
    this.#table.focus({ preventScroll: true });
    event.preventDefault();
  }

  #go(spot: Spot, extend: boolean): void {
    this.#selection.go(spot, extend);
    const scroller = this.#scroller;
    if (spot.row >= 0) {
      const top = this.#whole ? scroller.scrollTop : this.#viewport.toShow(spot.row, scroller.scrollTop);
      if (top !== scroller.scrollTop) scroller.scrollTop = top;
    }
    this.#draw();
    const head = this.#heads[spot.column];
    if (head) {
      const { offsetLeft: left, offsetWidth: width } = head;
      if (left < scroller.scrollLeft) scroller.scrollLeft = left;
      else if (left + width > scroller.scrollLeft + scroller.clientWidth)
        scroller.scrollLeft = left + width - scroller.clientWidth;
    }
    if (this.#whole)
      document.getElementById(`${this.#id}-${spot.row}-${spot.column}`)?.scrollIntoView({ block: "nearest" });
  }

  /** Cycles through ascending, descending and the table's own order. */
  #sort(column: number): void {
    const { order } = this.rows;
    const next =
      order?.column !== column ? { column, descending: false } : order.descending ? null : { column, descending: true };
    this.#selection.go({ row: -1, column }, false);
    void this.rows.sort(next);
  }

  /** A table taller than browsers can scroll is moved by rows; otherwise the wheel would skip many of them. */
  #wheel(event: WheelEvent): void {
    if (!this.#viewport.scaled || event.deltaY === 0 || event.ctrlKey) return;
    const pixels = event.deltaMode === 1 ? event.deltaY * ROW_PX : event.deltaY;
    this.#scroller.scrollTop = this.#viewport.scrolled(this.#scroller.scrollTop, pixels);
    event.preventDefault();
  }

  #copied(event: ClipboardEvent): void {
    if (document.activeElement !== this.#table || !getSelection()?.isCollapsed) return;
    const all = { top: 0, bottom: this.rows.count - 1, left: 0, right: this.rows.columns.length - 1 };
    const text = tabSeparated(this.rows, this.#selection.active.row < 0 ? all : this.#selection.range);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    this.copied = true;
    this.#renderTools();
    setTimeout(() => {
      this.copied = false;
      this.#renderTools();
    }, COPIED_MS);
  }

  async #summarise(): Promise<void> {
    const removed = new AbortController();
    for (const [i, column] of this.rows.columns.entries()) {
      if (!this.element.isConnected) return removed.abort();
      this.#summaries[i] = await inSlices(summarise(column, this.rows.all), removed.signal);
      this.#renderHead();
    }
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

function markOf(text: string): HTMLElement {
  const element = make("span", "plus-minus-beside");
  element.textContent = text;
  return element;
}

/** Approximate width of a text in Latin letters: a Chinese character is two wide. */
function writtenWidth(text: string): number {
  let width = text.length;
  for (const sign of text) if (sign > "\u2e7f") ++width;
  return width;
}
