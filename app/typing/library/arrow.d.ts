// The part of Apache Arrow that notebooks use: its own declarations are ten times as large.

/** A row, with its columns as properties. */
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
  /** The metadata of the column; `metadata.get("unit")` is its unit. */
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
  /** The values; a typed array if they are numbers. */
  toArray(): any;
  toJSON(): T[];
  [Symbol.iterator](): IterableIterator<T>;
}

/** An Arrow table. Iterating yields its rows; Plot and Inputs accept it directly. */
export interface Table<T = any> extends Iterable<Row<T>> {
  readonly numRows: number;
  readonly numCols: number;
  readonly nullCount: number;
  readonly schema: { readonly fields: Field[]; readonly metadata: Map<string, string>; readonly names: string[] };
  readonly batches: unknown[];
  get(index: number): Row<T>;
  at(index: number): Row<T>;
  /** The column with a name. */
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
