import { Fault } from "../../lib/message/fault.ts";
import type { Message, Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";

/** A position in a cell; line and column are counted from 1, in the author's source. */
export interface Place {
  line: number;
  column: number;
  sourceLine?: string;
}

/** The description of a failure for the reader: a sentence and a position. */
export interface CellError extends Partial<Place> {
  /** The kind of error: `SyntaxError`, `TypeError`, `duplicate`, `cycle`, `unknown name`, `stopped`, … */
  name: string;
  /** In English, for programs and tests. */
  message: string;
  /** The same as a message value, if it is one of ours: displayed in the reader's language. */
  said?: Message;
  /** A change to the document that would fix the error, offered as one click. */
  mend?: Mend;
}

/** One-click fixes. `rename` renames the cell's own declaration; `pause` takes the cell out of a cycle. */
export type Mend = { kind: "rename"; cell: number; from: string; to: string } | { kind: "pause"; cell: number };

/** The default description of a thrown value. */
export function errorOf(thrown: unknown): CellError {
  return thrown instanceof Error
    ? { name: thrown.name, ...errorFields(thrown) }
    : { name: "Error", message: String(thrown) };
}

/** The text fields of an error with a sentence. */
export function sentenceFields(sentence: Sentence): Pick<CellError, "message" | "said"> {
  return typeof sentence === "string" ? { message: sentence } : { message: writeMessage(sentence), said: sentence };
}

/** The text fields of an error, with its message value if it has one. */
export function errorFields(error: Error): Pick<CellError, "message" | "said"> {
  return {
    message: error.message || error.name,
    ...(error instanceof Fault && error.code !== "" ? { said: error.said } : {}),
  };
}
