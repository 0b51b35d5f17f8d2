import type { ExecutedCell, ExecutedNotebook } from "../../kernel/headless/executed-notebook.ts";
import { inertElement } from "../../kernel/markup/inert.ts";
import { plainValue } from "../../kernel/values/plain.ts";
import { valueTable } from "../../kernel/values/table.ts";
import { arrowOf, csvOf, parquetOf } from "./table-file.ts";

/** What can be written of a run. */
export const resultFormats = ["json", "csv", "arrow", "parquet", "svg", "html"] as const;

export type ResultFormat = (typeof resultFormats)[number];

/** What of a notebook is written: all, or the cells and names that are listed. */
export interface Selection {
  readonly formats: ReadonlySet<ResultFormat>;
  /** Names that cells define, and places of cells from 1; null for all. */
  readonly chosen: ReadonlySet<string> | null;
}

/** Takes a file of a run: its name within the folder, and what stands in it. */
export type FileSink = (name: string, content: string | Uint8Array) => void;

/**
 * The files that a run gives. Values go in files of their own by name (`total.json`, `flows.csv`), pictures by their cell
 * (`cell-07.svg`): each as soon as its cell is done, so that it is there whatever becomes of the rest.
 */
export class ResultFiles {
  readonly #selection: Selection;
  readonly #sink: FileSink;
  readonly #given = new Map<string, string | Uint8Array>();

  constructor(selection: Selection, sink: FileSink) {
    this.#selection = selection;
    this.#sink = sink;
  }

  /** Takes the value of a name. */
  value(name: string, value: unknown, place: number): void {
    if (!this.#takes([name], place)) return;
    const { formats } = this.#selection;
    const table = valueTable(value);
    if (table) {
      if (formats.has("csv")) this.file(`${name}.csv`, csvOf(table));
      if (formats.has("arrow")) this.file(`${name}.arrow`, arrowOf(table));
      if (formats.has("parquet")) this.file(`${name}.parquet`, parquetOf(table));
    }
    const plain = formats.has("json") ? plainValue(value) : undefined;
    if (plain !== undefined) this.file(`${name}.json`, `${JSON.stringify(plain)}\n`);
  }

  /** Takes what a cell shows. */
  cell({ html, place, names }: ExecutedCell): void {
    if (!this.#selection.formats.has("svg") || !html.includes("<svg") || !this.#takes(names, place)) return;
    const pictures = picturesIn(html);
    for (const [i, svg] of pictures.entries()) {
      const number = String(place).padStart(2, "0");
      this.file(`cell-${number}${pictures.length > 1 ? `-${i + 1}` : ""}.svg`, svg);
    }
  }

  /** Takes the end of a run: whatever has changed since it was taken. */
  finish({ cells, values }: ExecutedNotebook): void {
    for (const cell of cells) {
      if (cell.state.status !== "fresh") continue;
      this.cell(cell);
      for (const name of cell.names) if (values.has(name)) this.value(name, values.get(name), cell.place);
    }
  }

  /** Hands a file on, unless it is the same as before. */
  file(name: string, content: string | Uint8Array): void {
    const before = this.#given.get(name);
    if (before !== undefined && Buffer.compare(Buffer.from(before), Buffer.from(content)) === 0) return;
    this.#given.set(name, content);
    this.#sink(name, content);
  }

  #takes(names: readonly string[], place: number): boolean {
    const { chosen } = this.#selection;
    return chosen === null || [...names, String(place)].some((name) => chosen.has(name));
  }
}

/** The pictures of an output, each as a file of its own: not the small ones within controls, nor those within others. */
function picturesIn(html: string): string[] {
  const root = document.createElement("div");
  root.innerHTML = html;
  return [...root.querySelectorAll("svg")].filter(isPicture).map((svg) => {
    if (!svg.hasAttribute("font-family")) svg.setAttribute("font-family", "system-ui, sans-serif");
    return `<?xml version="1.0" encoding="UTF-8"?>\n${inertElement(svg, { xml: true })}\n`;
  });
}

function isPicture(svg: Element): boolean {
  const [, , viewWidth] = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  const width = Number.parseFloat(svg.getAttribute("width") ?? "") || viewWidth || 0;
  return width >= 200 && !svg.parentElement?.closest("svg");
}
