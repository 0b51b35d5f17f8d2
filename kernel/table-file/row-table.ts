import { type Message, messages } from "../../lib/message/message.ts";
import type { TextTypes } from "./column-evidence.ts";
import type { FieldSink, FieldValue } from "./field-value.ts";
import { columnNames, findHead, HEAD_ROWS, widthOf } from "./table-head.ts";
import type { TableReading } from "./table-reading.ts";
import {
  checkColumns,
  checkRows,
  type PlaceKind,
  type ScanOptions,
  type TableForm,
  type TableSource,
} from "./table-source.ts";

const said = messages("tableFile", {
  longRows: {
    en: "{count} {count:row has|rows have} more values than the header has names; the first is line {line}.",
    zh: "有 {count} 行的值多于表头的列名，第一处在第 {line} 行。",
  },
  shortRows: {
    en: "{count} {count:row has|rows have} fewer values than the header has names; the first is line {line}. What is missing at the end was left empty.",
    zh: "有 {count} 行的值少于表头的列名，第一处在第 {line} 行；末尾缺少的值已留空。",
  },
});

type Visit = (fields: readonly FieldValue[], place: number) => boolean | undefined;

/** Rows of a file, which can be gone through any number of times. */
export interface Rows {
  readonly file: string;
  readonly title: string;
  readonly form: TableForm;
  readonly texts: TextTypes;
  readonly places: PlaceKind;
  /** Calls `visit` with each row until it returns false. The list of fields is used again; a row may be shorter than others. */
  visit(visit: Visit): void;
  /** What a reader should know of the rows, when they have been gone through. */
  notes?(): Message[];
}

/** A table in rows of values, of which some may stand above it, and the first may give the names of its columns. */
export class RowTable implements TableSource {
  readonly file: string;
  readonly title: string;
  readonly form: TableForm;
  readonly texts: TextTypes;
  readonly places: PlaceKind;
  readonly width: number;
  readonly #rows: Rows;
  readonly #header: readonly FieldValue[];
  #long = { count: 0, line: 0 };
  #short = { count: 0, line: 0 };

  constructor(rows: Rows, asked: Partial<Pick<TableReading, "skip" | "header">>) {
    const first: FieldValue[][] = [];
    let above = asked.skip ?? 0;
    rows.visit((fields) => {
      if (above > 0) above--;
      else first.push([...fields]);
      return first.length < HEAD_ROWS;
    });
    const head = findHead(first, { ...asked, ...(asked.skip !== undefined && { skip: 0 }) });
    const { header } = head;
    const filled = first.slice(head.skip).filter((row) => widthOf(row) > 0);
    this.file = rows.file;
    this.title = rows.title;
    this.form = { ...rows.form, skip: asked.skip ?? head.skip, header };
    this.texts = rows.texts;
    this.places = rows.places;
    this.#rows = rows;
    this.#header = header ? (filled[0] ?? []) : [];
    this.width = header ? widthOf(this.#header) : Math.max(0, ...filled.map(widthOf));
    checkColumns(this.file, this.width);
  }

  get notes(): readonly Message[] {
    const notes = this.#rows.notes?.() ?? [];
    if (this.#long.count > 0) notes.push(said.longRows(this.#long));
    if (this.#short.count > 0) notes.push(said.shortRows(this.#short));
    return notes;
  }

  names(columns: number): string[] {
    return columnNames(this.#header, columns);
  }

  scan<Sink extends FieldSink>(
    sinks: (Sink | null)[],
    { grow, most = Number.POSITIVE_INFINITY }: ScanOptions<Sink> = {},
  ): number {
    const { skip = 0, header = false } = this.form;
    const isText = this.places === "line";
    let above = skip;
    let isHeaderAhead = header;
    let rows = 0;
    /** Empty rows count only if another follows. */
    let empty = 0;
    const long = { count: 0, line: 0 };
    const short = { count: 0, line: 0 };
    this.#rows.visit((fields, place) => {
      if (above > 0) {
        above--;
        return;
      }
      const isBlank = widthOf(fields) === 0;
      if (isHeaderAhead) {
        if (!isBlank) isHeaderAhead = false;
        return;
      }
      if (isBlank) {
        // An empty line is no row; a row of empty fields is one.
        if (fields.length > 1) empty++;
        return;
      }
      if (rows + empty + 1 > most) return false;
      for (; empty > 0; empty--) {
        for (const sink of sinks) sink?.add(null, place);
        rows++;
      }
      rows++;
      checkRows(this.file, rows);
      const { length } = fields;
      for (let c = 0; c < sinks.length; c++) sinks[c]?.add(c < length ? fields[c]! : null, place);
      if (length > this.width) {
        const width = widthOf(fields);
        if (width > this.width && header && long.count++ === 0) long.line = place;
        for (let c = sinks.length; grow && c < width; c++) {
          checkColumns(this.file, c + 1);
          const sink = grow();
          sink.add(fields[c]!, place);
          sinks.push(sink);
        }
      } else if (length < this.width && isText && header && short.count++ === 0) short.line = place;
      return rows < most;
    });
    if (most === Number.POSITIVE_INFINITY) {
      this.#long = long;
      this.#short = isText ? short : { count: 0, line: 0 };
    }
    return rows;
  }
}
