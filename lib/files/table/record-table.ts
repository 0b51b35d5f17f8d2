import type { Message } from "../../message/message.ts";
import type { TextTypes } from "./column-evidence.ts";
import type { FieldSink, FieldValue } from "./field-value.ts";
import { columnNames } from "./table-head.ts";
import { checkColumns, checkRows, type ScanOptions, type TableForm, type TableSource } from "./table-source.ts";

export type JsonRecord = Readonly<Record<string, unknown>>;

/** A table in records: its columns are their keys, in the order in which they first come. */
export class RecordTable implements TableSource {
  readonly file: string;
  readonly title: string;
  readonly form: TableForm;
  readonly texts: TextTypes = "dates";
  readonly places = "record";
  readonly notes: readonly Message[] = [];
  readonly #records: readonly JsonRecord[];
  readonly #keys: readonly string[];

  /** Throws TableFileError. */
  constructor(file: string, title: string, form: TableForm, records: readonly JsonRecord[]) {
    this.file = file;
    this.title = title;
    this.form = form;
    this.#records = records;
    checkRows(file, records.length);
    const keys = new Set<string>();
    for (const record of records) {
      for (const key of Object.keys(record)) keys.add(key);
      checkColumns(file, keys.size);
    }
    this.#keys = [...keys];
  }

  get width(): number {
    return this.#keys.length;
  }

  names(columns: number): string[] {
    return columnNames(this.#keys, columns);
  }

  scan(sinks: (FieldSink | null)[], { most = Number.POSITIVE_INFINITY }: ScanOptions = {}): number {
    const rows = Math.min(this.#records.length, most);
    const keys = this.#keys;
    for (let row = 0; row < rows; row++) {
      const record = this.#records[row]!;
      for (let c = 0; c < sinks.length; c++) {
        const key = keys[c];
        sinks[c]?.add(key !== undefined && Object.hasOwn(record, key) ? jsonValue(record[key]) : null, row + 1);
      }
    }
    return rows;
  }
}

/** A value of JSON as that of a field: lists and objects stay JSON. */
export function jsonValue(value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : (value as FieldValue);
}
