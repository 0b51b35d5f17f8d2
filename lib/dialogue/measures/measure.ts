import type { Text } from "../../message/message.ts";
import type { MeaningKind } from "../lexicon/entry.ts";
import type { Json } from "../plan.ts";

/** Values of key columns that rows must have; several in a list. */
export type Where = Readonly<Record<string, Json>>;

/** What a concept selects in a measure's dataset: rows, or another column of values. */
export interface Selects {
  readonly where?: Where;
  readonly column?: string;
  readonly unit?: string;
  readonly label?: Text;
}

/** How a measure takes concepts of one kind. */
export interface By {
  /** What each value of the concept selects. A name alone stands for a value of `column`. */
  readonly values: Readonly<Record<string, Selects | string>>;
  /** The column whose values the names are. */
  readonly column?: string;
  /** What holds where the question names none: all rows summed, a declared default, or nothing without asking. */
  readonly open: "sum" | { readonly value: string; readonly because: Text } | "ask";
}

/** How values of several years and places go together. */
export type MeasureKind =
  /** Sums over years and places. */
  | "flow"
  /** Sums over places at one time. */
  | "stock"
  /** A ratio: neither sums. */
  | "intensity";

/**
 * A series of a dataset as people ask for it. Measures with a common form are one family: of a family the first counts that takes
 * every concept of the question and reaches its years.
 */
export interface Measure {
  readonly id: string;
  readonly label: Text;
  /** Words for it in any language, parted by “|”. */
  readonly forms: string;
  readonly dataset: string;
  readonly column: string;
  readonly unit: string;
  /** A column with the unit of each row, where `unit` holds for none in general. */
  readonly place: string | null;
  readonly year: string | null;
  readonly kind: MeasureKind;
  /** Rows that count at all. */
  readonly where?: Where;
  /** The rows of the world; without it the world is the sum of all countries. */
  readonly world?: Where;
  /** Rows of parts of the world by their names, where the table has them. */
  readonly areas?: Readonly<Record<string, Where>>;
  /** The rows of countries, for rankings and sums. */
  readonly countries?: Where;
  /** Rows beside the countries, which are not ranked with them. */
  readonly rest?: readonly string[];
  /** The years that the table covers, to choose among a family. */
  readonly begins?: number;
  /** Concepts that it fulfils by itself. */
  readonly is?: Readonly<Partial<Record<MeaningKind, readonly string[]>>>;
  readonly by?: Readonly<Partial<Record<MeaningKind, By>>>;
  /** Said in the answer: which source by which principle. */
  readonly source: Text;
  /** Several estimates in rows of their own: the answer is their range, and their mean where one figure is asked for. */
  readonly members?: string;
  /** A sign that turns the column into what the words mean, such as exports into the negative of imports. */
  readonly sign?: -1;
  /** Slots that are printed as taken by default where the words did not say them. */
  readonly defaults?: readonly {
    readonly slot: "principle" | "gas" | "source" | "edition";
    readonly value: string;
    readonly label: Text;
    readonly because: Text;
  }[];
  /** The unit to which values are converted for the answer, if it is another. */
  readonly shown?: string;
  /** The measure of which its parts are shares, where its own rows are not all. */
  readonly whole?: string;
  /** Whether it is of the whole world or atmosphere. */
  readonly global?: true;
}
