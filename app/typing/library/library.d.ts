// Types that the names of cells (kernel/cell/names) have in common, as the language service sees them. Read by the
// notebook's language service only, not by the compiler of this project: these are global names.

/** A value that other cells may change by assigning `.value`, and whose readers run again when they do. */
type Mutable<T> = import("../../../kernel/stdlib/mutable.ts").Mutable<T>;

/** An Arrow table: what SQL cells and `datasets.load` give. */
type Table<Row = any> = import("./arrow.d.ts").Table<Row>;

/** A distribution as plain data, as `sample` and the tools of `uncertainty` take it. */
type Distribution = Readonly<Record<string, unknown>> & { readonly type: string };

interface SampleOptions {
  /** Samples of one group are drawn together: the same factor in all years, a bias that all sites share. */
  group?: string;
  /** Rank correlation of two members of the group, from 0 to 1; 1 if left out. */
  r?: number;
}

/** Bounds of the central 95 %, median, mean and standard deviation. */
interface SpreadFields {
  readonly lo: number;
  readonly p50: number;
  readonly hi: number;
  readonly mean: number;
  readonly sd: number;
}

interface SpreadOptions {
  /** The field whose spread is asked, where records have several uncertain ones. */
  of?: string;
  /** So many draws; 1,000 if left out. */
  draws?: number;
}
