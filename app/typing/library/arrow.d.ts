// The part of Apache Arrow that notebooks use, in short: its own types are ten times this library's.

/** A row: its columns by name, and the whole as a record. */
export type Row<T = any> = T & {
  /** The row as a plain record. */
  toJSON(): T;
  toArray(): unknown[];
  [Symbol.iterator](): IterableIterator<[keyof T & string, T[keyof T]]>;
};

export interface Field {
  readonly name: string;
  readonly type: { toString(): string };
  readonly nullable: boolean;
  /** What stands with the column; `metadata.get("unit")` is its unit. */
  readonly metadata: Map<string, string>;
}

/** A column. */
export interface Vector<T = any> extends Iterable<T> {
  readonly length: number;
  readonly nullCount: number;
  readonly type: { toString(): string };
  get(index: number): T;
  at(index: number): T;
  indexOf(value: T): number;
  includes(value: T): boolean;
  slice(begin?: number, end?: number): Vector<T>;
  /** The values: a typed array where they are numbers. */
  toArray(): any;
  toJSON(): T[];
  [Symbol.iterator](): IterableIterator<T>;
}

/** An Arrow table. Iterating gives its rows; Plot and Inputs take it as it is. */
export interface Table<T = any> extends Iterable<Row<T>> {
  readonly numRows: number;
  readonly numCols: number;
  readonly nullCount: number;
  readonly schema: { readonly fields: Field[]; readonly metadata: Map<string, string>; readonly names: string[] };
  readonly batches: unknown[];
  get(index: number): Row<T>;
  at(index: number): Row<T>;
  /** The column of a name. */
  getChild<Name extends keyof T>(name: Name): Vector<T[Name]>;
  getChildAt(index: number): Vector;
  toArray(): Row<T>[];
  slice(begin?: number, end?: number): Table<T>;
  concat(...others: Table<T>[]): Table<T>;
  select<Name extends keyof T>(columns: Name[]): Table<Pick<T, Name>>;
  selectAt(columns: number[]): Table;
  assign<U>(other: Table<U>): Table<T & U>;
  setChild(name: string, column: Vector): Table;
  [Symbol.iterator](): IterableIterator<Row<T>>;
}
