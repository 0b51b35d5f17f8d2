import { type Message, messages } from "../../message/message.ts";
import type { TextTypes } from "./column-evidence.ts";
import { type Row, widthOf } from "./field-kind.ts";
import type { FieldSink, FieldValue } from "./field-value.ts";
import { FOOT_ROWS, footRows } from "./foot-rows.ts";
import { joinedHead, unitsIn } from "./head-rows.ts";
import { columnNames, findHead, HEAD_ROWS } from "./table-head.ts";
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
  above: {
    en: "{count} {count:row|rows} above the table {count:was|were} left out: {texts}.",
    zh: "表格上方的 {count} 行未读取：{texts}。",
  },
  below: {
    en: "{count} {count:row|rows} below the table {count:was|were} left out: {texts}.",
    zh: "表格下方的 {count} 行未读取：{texts}。",
  },
  named: { en: "`{name}`", zh: "`{name}`" },
  quoted: { en: "“{text}”", zh: "“{text}”" },
  joined: {
    en: "The names of the columns were joined from {count} rows.",
    zh: "列名由 {count} 行合并而成。",
  },
  sameNames: {
    en: "Columns have the same name in the header; they are called {names}.",
    zh: "表头中有列同名，现称为 {names}。",
  },
  unitRow: {
    en: "The row below the names was read as the units of the columns.",
    zh: "列名下方的一行按各列的单位读取。",
  },
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
  /** Whether people lay out such rows, with titles, heads of several rows and notes. */
  readonly isLaidOut?: boolean;
  /** Whether it is worth looking for notes below the data. */
  mayHaveFoot?(): boolean;
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
  readonly units?: readonly string[];
  readonly #rows: Rows;
  readonly #header: Row;
  /** What was recognised of the rows that are not data. */
  readonly #recognised: readonly Message[];
  #long = { count: 0, line: 0 };
  #short = { count: 0, line: 0 };

  constructor(rows: Rows, asked: Partial<Pick<TableReading, "skip" | "header" | "head" | "unitRow" | "foot">>) {
    const first: FieldValue[][] = [];
    let above = asked.skip ?? 0;
    rows.visit((fields) => {
      if (above > 0) above--;
      else first.push([...fields]);
      return first.length < HEAD_ROWS;
    });
    const found = findHead(first, { ...asked, ...(asked.skip !== undefined && { skip: 0 }) }, rows.isLaidOut);
    const { header, head, unitRow } = found;
    const filled = first.slice(found.skip).filter((row) => widthOf(row) > 0);
    const titles = first.slice(0, found.skip).filter((row) => widthOf(row) > 0);
    const names = header ? filled.slice(0, head) : [];
    this.file = rows.file;
    this.title = rows.title;
    this.texts = rows.texts;
    this.places = rows.places;
    this.#rows = rows;
    this.#header = names.length > 0 ? joinedHead(names) : [];
    this.width = Math.max(0, ...(header ? names : filled).map(widthOf));
    checkColumns(this.file, this.width);
    if (unitRow) this.units = unitsIn(filled[head] ?? [], this.width);
    const rowsAbove = titles.length + names.length + Number(unitRow);
    const below = asked.foot === undefined ? this.#footRows(rowsAbove, asked.skip ?? 0) : [];
    const foot = asked.foot ?? below.length;
    this.form = {
      ...rows.form,
      skip: asked.skip ?? found.skip,
      header,
      ...((head > 1 || asked.head !== undefined) && { head }),
      ...((unitRow || asked.unitRow !== undefined) && { unitRow }),
      ...((foot > 0 || asked.foot !== undefined) && { foot }),
    };
    const doubled = doubledNames(this.#header, this.width);
    this.#recognised = [
      ...(doubled.length > 0 ? [said.sameNames({ names: doubled.slice(0, SHOWN.names) })] : []),
      ...(titles.length > 0 ? [said.above({ count: titles.length, texts: textsOf(titles) })] : []),
      ...(head > 1 && asked.head === undefined ? [said.joined({ count: head })] : []),
      ...(unitRow && asked.unitRow === undefined ? [said.unitRow()] : []),
      ...(below.length > 0 ? [said.below({ count: below.length, texts: textsOf(below) })] : []),
    ];
  }

  /**
   * The notes below the data; none if there are no data.
   * @param above how many rows that are not empty stand above the data, behind those that are skipped
   */
  #footRows(above: number, skip: number): Row[] {
    if (!this.#rows.mayHaveFoot?.()) return [];
    let last: Row[] = [];
    let place = 0;
    let filled = 0;
    this.#rows.visit((fields) => {
      if (place++ < skip) return true;
      if (widthOf(fields) > 0) filled++;
      if (last.length >= 2 * FOOT_ROWS) last = last.slice(-FOOT_ROWS);
      last.push([...fields]);
      return true;
    });
    const end = last.slice(-FOOT_ROWS);
    const count = footRows(end, this.width);
    return count === 0 || filled - above <= count ? [] : end.filter((row) => widthOf(row) > 0).slice(-count);
  }

  get notes(): readonly Message[] {
    const notes = [...this.#recognised, ...(this.#rows.notes?.() ?? [])];
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
    const { skip = 0, header = false, head = 1, unitRow = false, foot = 0 } = this.form;
    const isText = this.places === "line";
    let above = skip;
    let headAhead = header ? head + Number(unitRow) : 0;
    let rows = 0;
    /** Empty rows count only if another follows. */
    let empty = 0;
    const long = { count: 0, line: 0 };
    const short = { count: 0, line: 0 };
    const visit: Visit = (fields, place) => {
      if (above > 0) {
        above--;
        return;
      }
      const isBlank = widthOf(fields) === 0;
      if (headAhead > 0) {
        if (!isBlank) headAhead--;
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
    };
    this.#rows.visit(foot > 0 ? withoutLast(foot, visit) : visit);
    if (most === Number.POSITIVE_INFINITY) {
      this.#long = long;
      this.#short = isText ? short : { count: 0, line: 0 };
    }
    return rows;
  }
}

/** Leaves out the last rows that are not empty. */
function withoutLast(count: number, visit: Visit): Visit {
  const waiting: { readonly fields: Row; readonly place: number; readonly isBlank: boolean }[] = [];
  let filled = 0;
  return (fields, place) => {
    const isBlank = widthOf(fields) === 0;
    waiting.push({ fields: [...fields], place, isBlank });
    if (!isBlank) filled++;
    while (filled > count) {
      const next = waiting.shift()!;
      if (!next.isBlank) filled--;
      if (visit(next.fields, next.place) === false) return false;
    }
    return true;
  };
}

/** The names of columns that are not those of the header, because another column has them, in upper or lower case. */
function doubledNames(header: Row, width: number): Message[] {
  const names = columnNames(header, width);
  const taken = new Set<string>();
  return names.flatMap((name, c) => {
    const given = String(header[c] ?? "")
      .replace(/\s+/g, " ")
      .trim()
      .toLowerCase();
    const isDoubled = given !== "" && taken.has(given);
    taken.add(given);
    return isDoubled ? [said.named({ name })] : [];
  });
}

/** Rows and characters of each that are shown of what was left out, and names. */
const SHOWN = { rows: 3, characters: 120, names: 5 };

function textsOf(rows: readonly Row[]): Message[] {
  return rows.slice(0, SHOWN.rows).map((row) => {
    const texts = row.flatMap((value) => (value === null || value === "" ? [] : [String(value).trim()]));
    const text = texts.join(" ").replace(/\s+/g, " ");
    return said.quoted({ text: text.length > SHOWN.characters ? `${text.slice(0, SHOWN.characters)}…` : text });
  });
}
