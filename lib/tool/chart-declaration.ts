import type { Text } from "../message/message.ts";

/**
 * How a table is drawn by a chart of notebooks: `charts.NAME(result)`. A chart knows channels, not domains: which column is which
 * channel, what its values are called and which colours they have is said here, beside the table.
 */
export interface ChartDeclaration {
  /** The column of each channel. */
  readonly channels: Readonly<Record<string, string>>;
  /** What is measured, for the subtitle. */
  readonly measure?: Text;
  /** Names of the values of text columns, in sentence case. */
  readonly words?: Readonly<Record<string, Text>>;
  /** The meaning of values of text columns, as the colours of charts name it: `production`, `sink`, … */
  readonly colours?: Readonly<Record<string, string>>;
  /** Further facts by name: their paths in the result, or in what it is about. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** The charts of a table, with the facts themselves. */
export type TableCharts = Readonly<
  Record<string, Omit<ChartDeclaration, "facts"> & { readonly facts: Readonly<Record<string, Fact>> }>
>;

/** A value that a chart states. */
export type Fact = string | number;
