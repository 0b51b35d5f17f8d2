import type { Message } from "../../lib/message/message.ts";
import type { Range } from "./cell-code.ts";
import type { Law } from "./law.ts";

/** A number, input or column that can be made uncertain, so that the cells that depend on it have a ±. */
export interface Candidate {
  /** Identifies it among the candidates of a notebook. */
  readonly id: string;
  /** The cell that defines it, and the position of that cell in the notebook, from 1. */
  readonly cell: number;
  readonly place: number;
  readonly name: string;
  /** Its present value; null for several rows. */
  readonly value: number | null;
  readonly subject: Subject;
  /** A distribution with its source; null if there is none, so that the user has to choose. */
  readonly proposal: Proposal | null;
}

export interface Proposal {
  readonly law: Law;
  /** Who states it, and for what. */
  readonly origin: Message;
}

export type Subject = ConstantSubject | InputSubject | ColumnSubject;

/** A number written in the code. */
export interface ConstantSubject extends Range {
  readonly kind: "constant";
}

/** An input that the reader sets: the distribution is around the chosen value. */
export interface InputSubject {
  readonly kind: "input";
  readonly name: string;
  readonly binding: Range;
}

/** A column of a table or of a list of records, or a field of one record. */
export interface ColumnSubject {
  readonly kind: "column";
  /** The name that holds the rows, and where the cell defines it; null if by its `output` attribute. */
  readonly name: string;
  readonly binding: Range | null;
  /** The field of the value that holds the rows; null if the value itself does. */
  readonly field: string | null;
  readonly isSingle: boolean;
  readonly column: string;
  readonly rows: number;
  /** The fields that name a row; empty if all rows share one error. */
  readonly naming: readonly string[];
  /** Whether values or bounds are missing in some rows, which then stay as they are. */
  readonly hasGaps: boolean;
  /** Whether the rows differ in their bounds and therefore have one error each, told apart by their numbers if need be. */
  readonly isNumbered: boolean;
}
