import { Fault, messageOf } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { callback, type Remote } from "../boundary/endpoint.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { WorkerPool } from "../workers/worker-pool.ts";
import { drawAnswers, serviceRequest } from "./draw-answers.ts";
import type { DrawAnswer, DrawApi } from "./draw-api.ts";
import type { Opening, Rows } from "./draw-engine.ts";
import { NotSampled } from "./not-sampled.ts";
import type { Plan } from "./plan.ts";
import type { CallService, ServiceRequest } from "./service-request.ts";
import { pack } from "./wire.ts";

const texts = messages("sampling", {
  stopped: {
    en: "The draws were stopped.",
    zh: "抽样已停止。",
  },
});

/** The maximum number of cached answers to service requests, so that equal requests are sent once. */
const ANSWERS = 4096;
/** Answers to longer requests are not cached. */
const LONGEST = 20_000;

/** Workers that evaluate one plan. Chunks of draws go to any free worker; results are returned in the order of the draws. */
export class DrawPool {
  readonly #workers: WorkerPool<DrawApi>;
  readonly #callService: CallService;
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #lifetime = new AbortController();

  constructor(plan: Plan, open: () => WorkerLike, size: number, callService: CallService) {
    this.#callService = callService;
    this.#workers = new WorkerPool<DrawApi>(open, {
      size,
      answers: drawAnswers,
      prepare: async (api) => unwrap(await api.open(plan, this.#serviceCallback())),
    });
  }

  /** Sends the plan to every worker; returns the result of the central draw. */
  async open(): Promise<Opening> {
    this.#lifetime.signal.throwIfAborted();
    const all = await this.#untilEnded(this.#workers.prepared());
    return all[0] as Opening;
  }

  /** The numbers of each range of rows, in the order of the requests. */
  async *rows(all: Iterable<Rows>): AsyncGenerator<{ rows: Rows; numbers: Float64Array }> {
    const source = all[Symbol.iterator]();
    const pending: { rows: Rows; numbers: Promise<Float64Array> }[] = [];
    let busy = 0;
    const done = () => void --busy;
    for (;;) {
      while (busy < this.#workers.size) {
        const next = source.next();
        if (next.done) break;
        ++busy;
        const numbers = this.#draw(next.value);
        numbers.then(done, done);
        pending.push({ rows: next.value, numbers });
      }
      const first = pending.shift();
      if (!first) return;
      yield { rows: first.rows, numbers: await first.numbers };
    }
  }

  /** Terminates the workers; pending requests are rejected. */
  end(): void {
    this.#lifetime.abort(new Fault(texts.stopped(), { name: "AbortError" }));
    this.#workers.stop();
  }

  #draw(rows: Rows): Promise<Float64Array> {
    const { signal } = this.#lifetime;
    const draw = async (api: Remote<DrawApi>) => unwrap(await api.rows(rows));
    return this.#untilEnded(this.#workers.run(draw, { signal }));
  }

  async #untilEnded<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this.#lifetime;
    try {
      return await promise;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof NotSampled ? error : new NotSampled("failed", messageOf(error));
    }
  }

  /** Answers requests of a worker until the pool ends. */
  #serviceCallback(): CallService {
    const answer = (given: ServiceRequest) => this.#answer(serviceRequest.parse(given));
    return callback(answer, this.#lifetime.signal);
  }

  #answer(request: ServiceRequest): Promise<unknown> {
    if (this.#lifetime.signal.aborted) return Promise.reject(this.#lifetime.signal.reason);
    const key = JSON.stringify(request);
    if (key.length > LONGEST) return this.#packedAnswer(request);
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#packedAnswer(request);
    if (this.#answers.size >= ANSWERS) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(key, answer);
    return answer;
  }

  /** The tables of a tool's result are no fields of it, and would be lost in cloning. */
  async #packedAnswer(request: ServiceRequest): Promise<unknown> {
    return pack(await this.#callService(request));
  }
}

function unwrap<T>(drawn: DrawAnswer<T>): T {
  if ("given" in drawn) return drawn.given;
  const { obstacle, reason, instead } = drawn.refused;
  throw new NotSampled(obstacle, reason, instead);
}
