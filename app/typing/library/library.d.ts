// Types shared by the names of cells (kernel/cell/names), as global names. They are read only by the notebook's language
// service, not by this project's compiler.

/** A value that other cells may change by assigning `.value`; cells that read it then run again. */
type Mutable<T> = import("../../../kernel/stdlib/mutable.ts").Mutable<T>;

/** An Arrow table, the result of SQL cells and `datasets.load`. */
type Table<Row = any> = import("./arrow.d.ts").Table<Row>;

/** A distribution as plain data, for `sample` and the tools of `uncertainty`. */
type Distribution = Readonly<Record<string, unknown>> & { readonly type: string };

interface SampleOptions {
  /** The name for readers, for example `localize({en: "…", zh: "…"})`; by default the sample's own. */
  label?: string;
  /** Samples of one group are drawn together, for example the same factor in all years or a bias shared by all sites. */
  group?: string;
  /** Rank correlation of two members of the group, from 0 to 1; 1 by default. */
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
  /** The field whose spread is computed, if records have several uncertain ones. */
  of?: string;
  /** The number of draws; 1,000 by default. */
  draws?: number;
}
