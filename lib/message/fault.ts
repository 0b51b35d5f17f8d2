import { foreign, type Message, type Sentence } from "./message.ts";
import { writeMessage } from "./write.ts";

/** Optional details of a fault. */
export interface FaultDetails {
  /** The field, parameter or symbol at fault. */
  readonly field?: string;
  /** What to do about it, if the message does not say so. */
  readonly hint?: Message;
  /** Whether the same call may succeed if repeated. */
  readonly retryable?: boolean;
  /** The individual problems that the message combines. */
  readonly problems?: readonly Sentence[];
  /** The name of the class, if the fault comes from another realm or represents a class of the platform. */
  readonly name?: string;
  readonly cause?: unknown;
}

/**
 * An error that a person, a form and a program can act on: what happened, as a message in every language, and where. Its
 * `message` is the English text. It is transferred completely between realms.
 */
export class Fault extends Error {
  override name = "Fault";
  readonly said: Message;
  readonly field: string | undefined;
  readonly hint: Message | undefined;
  readonly retryable: boolean;
  readonly problems: readonly Sentence[];

  /** A plain text is external: written by an engine, a library or an author. */
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

  /** `domain.key` of the message, by which programs distinguish faults. Empty for an external text. */
  get code(): string {
    return this.said.code;
  }
}

/** The message of anything thrown: that of a fault, or the external text of another error. */
export function messageOf(thrown: unknown): Sentence {
  if (thrown instanceof Fault) return thrown.said;
  return thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
}
