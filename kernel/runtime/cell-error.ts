import { Fault } from "../../lib/message/fault.ts";
import type { Message, Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";

/** Where in a cell something stands; line and column count from 1, in the author's own source. */
export interface Place {
  line: number;
  column: number;
  sourceLine?: string;
}

/** What a reader is told about a failure: a sentence, and where. */
export interface CellError extends Partial<Place> {
  /** The kind of error: `SyntaxError`, `TypeError`, `duplicate`, `cycle`, `unknown name`, `stopped`, … */
  name: string;
  /** In English: what a program and a test read. */
  message: string;
  /** The same as a value, where it is a message of ours: what a person is shown, in their language. */
  said?: Message;
  /** A change to the document that would mend it, offered as one click. */
  mend?: Mend;
}

/** One-click mends. `rename` gives the cell's own declaration another name; `pause` takes the cell out of a cycle. */
export type Mend = { kind: "rename"; cell: number; from: string; to: string } | { kind: "pause"; cell: number };

/** What was thrown, as a reader is told of it where nobody knows more. */
export function errorOf(thrown: unknown): CellError {
  return thrown instanceof Error
    ? { name: thrown.name, ...wordsOf(thrown) }
    : { name: "Error", message: String(thrown) };
}

/** A sentence as the words of an error. */
export function saying(sentence: Sentence): Pick<CellError, "message" | "said"> {
  return typeof sentence === "string" ? { message: sentence } : { message: writeMessage(sentence), said: sentence };
}

/** The words of an error, and its message as a value where it has one. */
export function wordsOf(error: Error): Pick<CellError, "message" | "said"> {
  return {
    message: error.message || error.name,
    ...(error instanceof Fault && error.code !== "" ? { said: error.said } : {}),
  };
}
