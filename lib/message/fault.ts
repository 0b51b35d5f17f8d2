import { foreign, type Message, type Sentence } from "./message.ts";
import { writeMessage } from "./write.ts";

/** What a fault may say besides its message. */
export interface FaultDetails {
  /** The field, parameter or symbol at fault. */
  readonly field?: string;
  /** What to do about it, where the message does not say so. */
  readonly hint?: Message;
  /** Whether the same call may well succeed when it is made again. */
  readonly retryable?: boolean;
  /** The problems that the message tells of together, one by one. */
  readonly problems?: readonly Sentence[];
  /** The class's name, where the fault came from another realm or stands for a class of the platform. */
  readonly name?: string;
  readonly cause?: unknown;
}

/**
 * An error that a person, a form and a program can act on: what happened as a message in every language, and where. Its
 * `message` is the English text. It passes whole through the walls between realms.
 */
export class Fault extends Error {
  override name = "Fault";
  readonly said: Message;
  readonly field: string | undefined;
  readonly hint: Message | undefined;
  readonly retryable: boolean;
  readonly problems: readonly Sentence[];

  /** A text alone is the words of a stranger. */
  constructor(said: Sentence, { field, hint, retryable = false, problems = [], name, cause }: FaultDetails = {}) {
    const message = typeof said === "string" ? foreign(said) : said;
    super(writeMessage(message), cause === undefined ? undefined : { cause });
    if (name !== undefined) this.name = name;
    this.said = message;
    this.field = field;
    this.hint = hint;
    this.retryable = retryable;
    this.problems = problems;
  }

  /** `domain.key` of the message: what a program tells faults apart by. Empty where it says the words of a stranger. */
  get code(): string {
    return this.said.code;
  }
}

/** What a person is told of anything that was thrown: its message, or the words of a stranger's error. */
export function saidOf(thrown: unknown): Sentence {
  if (thrown instanceof Fault) return thrown.said;
  return thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
}
