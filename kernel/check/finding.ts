import type { Sentence } from "../../lib/message/message.ts";
import type { Operation } from "../document/index.ts";

/** How much a finding weighs: what does not work, what should be better, and what is only told. */
export type Severity = "error" | "warning" | "note";

/** What a rule has to say of a notebook, before it is known where in the file that stands. */
export interface Remark {
  /** One or more sentences: what it is, and what to do. */
  readonly message: Sentence;
  /** The cell's id; left out, the remark is about the notebook as a whole. */
  readonly cell?: number;
  /** A range of the cell's source; left out, the cell as a whole. */
  readonly from?: number;
  readonly to?: number;
  /** The line of the file, of a remark that is about no cell. */
  readonly line?: number;
  /** A change that mends it and changes nothing else. */
  readonly mend?: Operation;
}

/** What is wrong with a notebook, and where. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Sentence;
  /** The cell's id and its place in the notebook, from 1. */
  readonly cell?: number;
  readonly place?: number;
  /** Line and column in the file, from 1. */
  readonly line: number;
  readonly column: number;
  /** Line in the cell, from 1. */
  readonly cellLine?: number;
  readonly mend?: Operation;
}
