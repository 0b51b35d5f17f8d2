import { Fault, saidOf } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { Opening, Rows } from "./draw-engine.ts";
import type { DrawWorker, FromDrawWorker, ToDrawWorker } from "./draw-worker.ts";
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

interface Member {
  readonly worker: DrawWorker;
  busy: { resolve: (message: FromDrawWorker) => void; reject: (error: Error) => void } | null;
}

/** Workers that evaluate one plan. Chunks of draws go to whoever is free; they are given back in the order of the draws. */
export class Crew {
  readonly #members: readonly Member[];
  readonly #ask: Ask;
  readonly #answers = new Map<string, Promise<unknown>>();
  #ended: Error | null = null;

  constructor(open: () => DrawWorker, size: number, ask: Ask) {
    this.#ask = ask;
    this.#members = Array.from({ length: size }, () => {
      const member: Member = { worker: open(), busy: null };
      member.worker.listen((message) => this.#take(member, message));
      return member;
    });
  }

  /** Gives every worker the plan; what the central draw tells. */
  async open(plan: Plan): Promise<Opening> {
    const all = await Promise.all(this.#members.map((member) => this.#do(member, { type: "plan", plan })));
    return (all[0] as Extract<FromDrawWorker, { type: "opened" }>).opening;
  }

  /** The numbers of each set of rows, in the order in which they were asked for. */
  async *rows(all: Iterable<Rows>): AsyncGenerator<{ rows: Rows; numbers: Float64Array }> {
    const source = all[Symbol.iterator]();
    const under: { rows: Rows; member: Member; numbers: Promise<Float64Array> }[] = [];
    const free = [...this.#members];
    try {
      for (;;) {
        while (free.length > 0) {
          const next = source.next();
          if (next.done) break;
          const member = free.pop()!;
          const numbers = this.#do(member, { type: "rows", rows: next.value }).then((message) => {
            free.push(member);
            return (message as Extract<FromDrawWorker, { type: "drawn" }>).numbers;
          });
          numbers.catch(() => {});
          under.push({ rows: next.value, member, numbers });
        }
        const first = under.shift();
        if (!first) return;
        yield { rows: first.rows, numbers: await first.numbers };
      }
    } finally {
      // Whoever has seen enough leaves members at work: they are not free for others before they have answered.
      await Promise.allSettled(under.map(({ numbers }) => numbers));
    }
  }

  /** Ends the workers; whatever was under way is refused. */
  end(reason: Error = new Fault(said.stopped(), { name: "AbortError" })): void {
    if (this.#ended) return;
    this.#ended = reason;
    for (const { worker, busy } of this.#members) {
      worker.end();
      busy?.reject(reason);
    }
  }

  #do(member: Member, message: ToDrawWorker): Promise<FromDrawWorker> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      member.busy = { resolve, reject };
      member.worker.post(message);
    });
  }

  #take(member: Member, message: FromDrawWorker): void {
    if (message.type === "question") {
      this.#answer(message.question).then(
        (value) => member.worker.post({ type: "answer", call: message.call, value }),
        (error) =>
          member.worker.post({
            type: "refusal",
            call: message.call,
            reason: saidOf(error),
          }),
      );
      return;
    }
    const { busy } = member;
    member.busy = null;
    if (message.type !== "failed") busy?.resolve(message);
    else busy?.reject(new NotSampled(message.obstacle, message.reason, message.instead));
  }

  #answer(question: Question): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended);
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
