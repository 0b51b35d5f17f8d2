import { Fault, saidOf } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { callback, type Remote } from "../boundary/endpoint.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { WorkerPool } from "../workers/worker-pool.ts";
import { drawAnswers, question } from "./draw-answers.ts";
import type { DrawApi, Drawn } from "./draw-api.ts";
import type { Opening, Rows } from "./draw-engine.ts";
import { NotSampled } from "./not-sampled.ts";
import type { Plan } from "./plan.ts";
import type { Ask, Question } from "./questions.ts";

const said = messages("sampling", {
  stopped: {
    en: "The draws were stopped.",
    zh: "抽样已停止。",
  },
});

/** Answers to what draws asked of the page: so many are kept, so that the same is asked once. */
const ANSWERS = 4096;
/** Longer questions are not kept. */
const LONGEST = 20_000;

/** Workers that evaluate one plan. Chunks of draws go to whichever is free; they are given back in the order of the draws. */
export class DrawPool {
  readonly #workers: WorkerPool<DrawApi>;
  readonly #ask: Ask;
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #life = new AbortController();

  constructor(plan: Plan, open: () => WorkerLike, size: number, ask: Ask) {
    this.#ask = ask;
    this.#workers = new WorkerPool<DrawApi>(open, {
      size,
      answers: drawAnswers,
      prepare: async (api) => given(await api.open(plan, this.#answering())),
    });
  }

  /** Gives every worker the plan; what the central draw tells. */
  async open(): Promise<Opening> {
    this.#life.signal.throwIfAborted();
    const all = await this.#unlessEnded(this.#workers.prepared());
    return all[0] as Opening;
  }

  /** The numbers of each set of rows, in the order in which they were asked for. */
  async *rows(all: Iterable<Rows>): AsyncGenerator<{ rows: Rows; numbers: Float64Array }> {
    const source = all[Symbol.iterator]();
    const under: { rows: Rows; numbers: Promise<Float64Array> }[] = [];
    let busy = 0;
    const done = () => void --busy;
    for (;;) {
      while (busy < this.#workers.size) {
        const next = source.next();
        if (next.done) break;
        ++busy;
        const numbers = this.#draw(next.value);
        numbers.then(done, done);
        under.push({ rows: next.value, numbers });
      }
      const first = under.shift();
      if (!first) return;
      yield { rows: first.rows, numbers: await first.numbers };
    }
  }

  /** Ends the workers; whatever was under way is refused. */
  end(): void {
    this.#life.abort(new Fault(said.stopped(), { name: "AbortError" }));
    this.#workers.stop();
  }

  #draw(rows: Rows): Promise<Float64Array> {
    const { signal } = this.#life;
    const draw = async (api: Remote<DrawApi>) => given(await api.rows(rows, this.#answering()));
    return this.#unlessEnded(this.#workers.run(draw, { signal }));
  }

  async #unlessEnded<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this.#life;
    try {
      return await promise;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof NotSampled ? error : new NotSampled("failed", saidOf(error));
    }
  }

  /** Answers a worker for as long as one call of it lasts. */
  #answering(): Ask {
    return callback((asked: Question) => this.#answer(question.parse(asked)));
  }

  #answer(question: Question): Promise<unknown> {
    if (this.#life.signal.aborted) return Promise.reject(this.#life.signal.reason);
    const key = JSON.stringify(question);
    if (key.length > LONGEST) return this.#ask(question);
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#ask(question);
    if (this.#answers.size >= ANSWERS) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(key, answer);
    return answer;
  }
}

function given<T>(drawn: Drawn<T>): T {
  if ("given" in drawn) return drawn.given;
  const { obstacle, reason, instead } = drawn.refused;
  throw new NotSampled(obstacle, reason, instead);
}
