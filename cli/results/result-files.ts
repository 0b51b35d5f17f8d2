import type { ExecutedCell, ExecutedNotebook } from "../../kernel/headless/executed-notebook.ts";
import { figuresIn, isSvg } from "../../kernel/output/figure/footer.ts";
import { MAX_PARTS, readPlain } from "../../kernel/values/plain.ts";
import { valueTable } from "../../kernel/values/table.ts";
import { arrowOf, csvOf, parquetOf } from "./table-file.ts";
import { lightTheme } from "./theme-colours.ts";
import { wholeFigure, writeFigure } from "./whole-figure.ts";

/** The formats of the results of a run. */
export const resultFormats = ["json", "csv", "arrow", "parquet", "svg", "html"] as const;

export type ResultFormat = (typeof resultFormats)[number];

/** The results that are written: all, or those of the listed cells and names. */
export interface Selection {
  readonly formats: ReadonlySet<ResultFormat>;
  /** Names that cells define, and places of cells from 1; null for all. */
  readonly chosen: ReadonlySet<string> | null;
}

/** Receives a file of a run: its name within the folder, and its content. */
export type FileSink = (name: string, content: string | Uint8Array) => void;

/**
 * The files of a run. A value is a file named after it (`total.json`, `flows.csv`), a picture is named after its cell
 * (`cell-07.svg`). Each is written as soon as its cell has finished, so that it exists even if the run fails later.
 */
export class ResultFiles {
  readonly #selection: Selection;
  readonly #sink: FileSink;
  readonly #written = new Map<string, string | Uint8Array>();
  readonly #problems = new Map<string, string>();

  constructor(selection: Selection, sink: FileSink) {
    this.#selection = selection;
    this.#sink = sink;
  }

  /** What of a name's value was not written, as a sentence; undefined if all was. */
  problemOf(name: string): string | undefined {
    return this.#problems.get(name);
  }

  /** Adds the value of a name. */
  value(name: string, value: unknown, place: number): void {
    if (!this.#includes([name], place)) return;
    this.#problems.delete(name);
    try {
      this.#value(name, value);
    } catch (error) {
      // A getter or a proxy of the author's.
      const { message } = error instanceof Error ? error : { message: String(error) };
      this.#problems.set(name, `\`${name}\` was not written: reading it failed: ${message}`);
    }
  }

  #value(name: string, value: unknown): void {
    const { formats } = this.#selection;
    const table = valueTable(value);
    if (table) {
      if (formats.has("csv")) this.file(`${name}.csv`, csvOf(table));
      if (formats.has("arrow")) this.file(`${name}.arrow`, arrowOf(table));
      if (formats.has("parquet")) this.file(`${name}.parquet`, parquetOf(table));
    }
    if (!formats.has("json")) return;
    const { plain, tooLarge, unreadable } = readPlain(value);
    if (plain !== undefined) this.file(`${name}.json`, `${JSON.stringify(plain)}\n`);
    if (tooLarge) {
      const most = MAX_PARTS.toLocaleString("en");
      this.#problems.set(name, `\`${name}\` was not written as JSON: it has more than ${most} parts.`);
    } else if (unreadable) {
      const path = unreadable.path && ` at ${unreadable.path}`;
      this.#problems.set(name, `\`${name}\` was written in part: reading it failed${path}: ${unreadable.message}`);
    }
  }

  /** Adds the pictures of a cell. */
  cell({ html, place, names }: ExecutedCell): void {
    if (!this.#selection.formats.has("svg") || !html.includes("<svg") || !this.#includes(names, place)) return;
    const pictures = picturesIn(html);
    for (const [i, svg] of pictures.entries()) {
      const number = String(place).padStart(2, "0");
      this.file(`cell-${number}${pictures.length > 1 ? `-${i + 1}` : ""}.svg`, svg);
    }
  }

  /** Adds the final state of a run: everything that has changed since it was added. */
  finish({ cells, values }: ExecutedNotebook): void {
    for (const cell of cells) {
      if (cell.state.status !== "fresh") continue;
      this.cell(cell);
      for (const name of cell.names) if (values.has(name)) this.value(name, values.get(name), cell.place);
    }
  }

  /** Passes a file to the sink, unless it is unchanged. */
  file(name: string, content: string | Uint8Array): void {
    const before = this.#written.get(name);
    if (before !== undefined && Buffer.compare(Buffer.from(before), Buffer.from(content)) === 0) return;
    this.#written.set(name, content);
    this.#sink(name, content);
  }

  #includes(names: readonly string[], place: number): boolean {
    const { chosen } = this.#selection;
    return chosen === null || [...names, String(place)].some((name) => chosen.has(name));
  }
}

/** The figures of an output that are drawn in SVG, each as a file with its title, legends and caption. */
function picturesIn(html: string): string[] {
  const root = document.createElement("div");
  root.innerHTML = html;
  return figuresIn(root)
    .filter(({ picture }) => isSvg(picture))
    .map((figure) => writeFigure(wholeFigure(figure, lightTheme())));
}
