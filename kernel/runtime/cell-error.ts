import { Fault } from "../../lib/message/fault.ts";
import type { Message, Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { boundedSentence, MAX_TEXT } from "../values/bounded-text.ts";

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

/** The longest name of an error. */
const MAX_NAME = 200;

/** The default description of a thrown value. */
export function errorOf(thrown: unknown): CellError {
  return thrown instanceof Error
    ? { name: errorName(thrown), ...errorFields(thrown) }
    : { name: "Error", ...sentenceFields(String(thrown)) };
}

/** The name of an error, which code of a notebook may have set. */
export function errorName({ name }: Error): string {
  return String(name).slice(0, MAX_NAME);
}

/** The text fields of an error with a sentence; a long one is cut, and says by how much. */
export function sentenceFields(sentence: Sentence): Pick<CellError, "message" | "said"> {
  const message = writeMessage(sentence);
  if (message.length <= MAX_TEXT) return typeof sentence === "string" ? { message } : { message, said: sentence };
  const said = boundedSentence(message) as Message;
  return { message: writeMessage(said), said };
}

/** The text fields of an error, with its message value if it has one. */
export function errorFields(error: Error): Pick<CellError, "message" | "said"> {
  return sentenceFields(error instanceof Fault && error.code !== "" ? error.said : String(error.message || error.name));
}
