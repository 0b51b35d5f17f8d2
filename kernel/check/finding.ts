import type { Sentence } from "../../lib/message/message.ts";
import type { Operation } from "../document/index.ts";

/** The severity of a finding: broken, should be improved, or for information. */
export type Severity = "error" | "warning" | "note";

/** What a rule reports, before its position in the file is known. */
export interface Remark {
  /** One or more sentences: the problem, and what to do. */
  readonly message: Sentence;
  /** The cell's id; without it, the remark is about the notebook as a whole. */
  readonly cell?: number;
  /** A range of the cell's source; without it, the remark is about the cell as a whole. */
  readonly from?: number;
  readonly to?: number;
  /** The line of the file, for a remark without a cell. */
  readonly line?: number;
  /** An operation that fixes the problem and changes nothing else. */
  readonly mend?: Operation;
}

/** A problem of a notebook, and its position. */
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
