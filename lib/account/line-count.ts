import { type Message, messages } from "../message/message.ts";
import type { Work } from "../numeric/work.ts";

const texts = messages("account.progress", {
  read: { en: "{done} of {of} rows read", zh: "已读取 {of} 行中的 {done} 行" },
  matched: { en: "{done} of {of} lines matched", zh: "已匹配 {of} 行中的 {done} 行" },
});

/** What is told how far a computation is. */
export type Tell = Work["progress"];

/** Lines that are counted between two reports: fewer than a person waits for. */
const STEP = 500;

/** Counts what is done of the lines of a file, and tells it from time to time. */
export class LineCount {
  readonly #of: number;
  readonly #tell: Tell | undefined;
  readonly #step: (values: { done: number; of: number }) => Message;
  #done = 0;

  /** @param tell gets the share that is done, and in a sentence what */
  constructor(step: "read" | "matched", of: number, tell: Tell | undefined) {
    this.#of = of;
    this.#tell = tell;
    this.#step = texts[step];
  }

  /** One more is done. */
  next(): void {
    this.#done += 1;
    if (this.#tell && this.#done % STEP === 0 && this.#done <= this.#of)
      this.#tell(this.#done / this.#of, this.#step({ done: this.#done, of: this.#of }));
  }
}
