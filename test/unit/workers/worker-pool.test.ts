import { afterEach, describe, expect, test } from "vitest";
import { expose } from "../../../kernel/boundary/endpoint.ts";
import { type Requests, trusted } from "../../../kernel/boundary/rule.ts";
import type { WorkerLike } from "../../../kernel/workers/running-worker.ts";
import { type PoolOptions, WorkerPool } from "../../../kernel/workers/worker-pool.ts";
import { WorkerStopped } from "../../../kernel/workers/worker-stopped.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { foreign } from "../../../lib/message/message.ts";

/** What the workers of the tests do. */
interface Api {
  learn(text: string): string;
  name(): number;
  /** Answers when the test says so. */
  wait(key: string): Promise<string>;
  give(key: string): void;
  fail(): never;
}

const requests: Requests<Api> = { learn: [trusted], name: [], wait: [trusted], give: [trusted], fail: [] };

class TestWorker extends EventTarget implements WorkerLike {
  readonly place: number;
  readonly learned: string[] = [];
  readonly answers = new Map<string, (text: string) => void>();
  ended = false;
  readonly #port: MessagePort;

  constructor(place: number) {
    super();
    this.place = place;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    expose<Api>(
      {
        learn: (text) => {
          this.learned.push(text);
          return `${text} at ${place}`;
        },
        name: () => place,
        wait: (key) => new Promise((resolve) => this.answers.set(key, resolve)),
        give: (key) => this.answers.get(key)?.("given up"),
        fail: () => {
          throw new Fault("it does not work", { field: "a", retryable: true });
        },
      },
      port2,
      requests,
    );
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    if (type === "message") this.#port.addEventListener(type, listener);
    else super.addEventListener(type, listener);
  }

  start(): void {
    this.#port.start();
  }

  terminate(): void {
    this.ended = true;
    this.#port.close();
  }

  crash(message = "", error?: Error): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message, error }));
  }
}

const opened: TestWorker[] = [];

function open(options: Partial<PoolOptions<Api>> = {}): WorkerPool<Api> {
  const create = () => {
    const worker = new TestWorker(opened.length);
    opened.push(worker);
    return worker;
  };
  return new WorkerPool<Api>(create, { size: 2, answers: trusted, ...options });
}

afterEach(() => {
  for (const worker of opened) if (!worker.ended) worker.terminate();
  opened.length = 0;
});

const name = (pool: WorkerPool<Api>) => pool.run((api) => api.name());

/** Waits until a worker has begun a job. */
async function begun(place: number, key: string): Promise<(text: string) => void> {
  for (;;) {
    const answer = opened[place]?.answers.get(key);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

describe("A worker pool", () => {
  test("opens a worker when there is a job for it, and gives each job to the first that is free", async () => {
    const pool = open();
    expect(opened).toHaveLength(0);
    expect([await name(pool), await name(pool)]).toEqual([0, 0]);
    const first = pool.run((api) => api.wait("a"));
    expect(await name(pool)).toBe(1);
    (await begun(0, "a"))("done");
    expect(await first).toBe("done");
    expect(await name(pool)).toBe(0);
    expect(opened).toHaveLength(2);
  });

  test("lets jobs wait in their order where no worker is free", async () => {
    const pool = open({ size: 1 });
    const held = pool.run((api) => api.wait("a"));
    const order: string[] = [];
    const rest = ["b", "c"].map((text) => pool.run((api) => api.learn(text)).then(() => order.push(text)));
    (await begun(0, "a"))("");
    await Promise.all([held, ...rest]);
    expect(order).toEqual(["b", "c"]);
    expect(opened[0]!.learned).toEqual(["b", "c"]);
  });

  test("answers a cancelled job at once, and gives its worker another when it has yielded", async () => {
    const pool = open({ size: 1, patience: 60_000 });
    const stop = new AbortController();
    const job = pool.run((api) => api.wait("a"), { signal: stop.signal, cancel: (api) => api.give("a") });
    await begun(0, "a");
    stop.abort();
    await expect(job).rejects.toMatchObject({ name: "AbortError" });
    expect(await name(pool)).toBe(0);
    expect(opened[0]!.ended).toBe(false);
  });

  test("ends the worker of a cancelled job that does not yield in time, or that may not", async () => {
    for (const options of [{ patience: 5 }, {}]) {
      opened.length = 0;
      const pool = open({ size: 1, ...options });
      const stop = new AbortController();
      const job = pool.run((api) => api.wait("a"), { signal: stop.signal });
      await begun(0, "a");
      stop.abort();
      await expect(job).rejects.toMatchObject({ name: "AbortError" });
      expect(await name(pool)).toBe(1);
      expect(opened[0]!.ended).toBe(true);
    }
  });

  test("does not begin a job that was cancelled while it waited, or before", async () => {
    const pool = open({ size: 1 });
    const held = pool.run((api) => api.wait("a"));
    const stop = new AbortController();
    const waiting = pool.run((api) => api.learn("never"), { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    await expect(pool.run((api) => api.learn("never"), { signal: stop.signal })).rejects.toThrow();
    (await begun(0, "a"))("");
    await held;
    expect(await name(pool)).toBe(0);
    expect(opened[0]!.learned).toEqual([]);
  });

  test("says that a worker crashed, fails its job, and replaces it", async () => {
    const pool = open({ size: 1, stopped: (message) => `It stopped (${message}).` });
    let stops = 0;
    pool.addEventListener("stop", () => ++stops);
    const job = pool.run((api) => api.wait("a"));
    const waiting = name(pool);
    await begun(0, "a");
    opened[0]!.crash("no memory");
    await expect(job).rejects.toThrow(new WorkerStopped("It stopped (no memory)."));
    expect(await waiting).toBe(1);
    expect(stops).toBe(1);
  });

  test("gives the reason for which a worker never started", async () => {
    const pool = open({ prepare: (api) => api.learn("plan") });
    const ready = pool.prepared();
    opened[0]!.crash("", new Fault("There is no program."));
    await expect(ready).rejects.toThrow("There is no program.");
  });

  test("ends all workers when it is stopped, and opens new ones for the next jobs", async () => {
    const pool = open();
    const jobs = [pool.run((api) => api.wait("a")), pool.run((api) => api.wait("b"))];
    await Promise.all([begun(0, "a"), begun(1, "b")]);
    pool.stop();
    for (const job of jobs) await expect(job).rejects.toBeInstanceOf(WorkerStopped);
    expect(await name(pool)).toBe(2);
  });

  test("keeps faults whole, and the worker unless its state is not to be trusted after one", async () => {
    const kept = open();
    const fault = kept.run((api) => api.fail());
    await expect(fault).rejects.toMatchObject({
      name: "Fault",
      said: foreign("it does not work"),
      field: "a",
      retryable: true,
    });
    expect(await name(kept)).toBe(0);
    opened.length = 0;
    const strict = open({ endsAfterFailure: true });
    await expect(strict.run((api) => api.fail())).rejects.toThrow("it does not work");
    expect(await name(strict)).toBe(1);
  });

  test("prepares each worker before its first job, also one that replaces another", async () => {
    const pool = open({ prepare: (api) => api.learn("plan") });
    expect(await pool.prepared()).toEqual(["plan at 0", "plan at 1"]);
    opened[0]!.crash();
    expect(await name(pool)).toBe(2);
    expect(opened.map(({ learned }) => learned)).toEqual([["plan"], ["plan"], ["plan"]]);
  });
});
