import { Fault, saidOf } from "../../lib/message/fault.ts";
import { DrawEngine } from "./draw-engine.ts";
import type { FromDrawWorker, ToDrawWorker } from "./draw-worker.ts";
import { NotSampled } from "./not-sampled.ts";
import type { Ask } from "./questions.ts";

/** The worker's side: answers plans and rows one after the other. */
export class DrawService {
  readonly #say: (message: FromDrawWorker) => void;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #engine: DrawEngine | null = null;
  #calls = 0;

  constructor(say: (message: FromDrawWorker) => void) {
    this.#say = say;
  }

  take(message: ToDrawWorker): void {
    if (message.type === "answer" || message.type === "refusal") {
      const call = this.#waiting.get(message.call);
      this.#waiting.delete(message.call);
      if (message.type === "answer") call?.resolve(message.value);
      else call?.reject(new Fault(message.reason));
    } else void this.#do(message);
  }

  async #do(message: Extract<ToDrawWorker, { type: "plan" | "rows" }>): Promise<void> {
    try {
      if (message.type === "plan") {
        this.#engine = new DrawEngine(message.plan, this.#ask);
        this.#say({ type: "opened", opening: await this.#engine.open() });
      } else {
        this.#say({ type: "drawn", numbers: await this.#engine!.rows(message.rows) });
      }
    } catch (error) {
      const { obstacle, instead } = error instanceof NotSampled ? error : { obstacle: "failed" as const, instead: [] };
      this.#say({ type: "failed", obstacle, reason: saidOf(error), instead });
    }
  }

  readonly #ask: Ask = (question) => {
    const call = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject });
      this.#say({ type: "question", call, question });
    });
  };
}
