import { describe, expect, test } from "vitest";
import { expose, wrap } from "../../../kernel/boundary/endpoint.ts";
import { trusted } from "../../../kernel/boundary/rule.ts";
import { AwaitedWorker } from "../../../kernel/workers/awaited-worker.ts";
import { RunningWorker, type WorkerLike } from "../../../kernel/workers/running-worker.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { foreign } from "../../../lib/message/message.ts";

interface Api {
  add(text: string): string;
  size(bytes: ArrayBuffer): number;
}

/** A worker on this thread, which remembers whether it was ended. */
class PortWorker extends EventTarget implements WorkerLike {
  readonly said: string[] = [];
  ended = false;
  readonly #port: MessagePort;

  constructor() {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const api: Api = {
      add: (text) => `${this.said.push(text)} ${text}`,
      size: (bytes) => bytes.byteLength,
    };
    expose<Api>(api, port2, { add: [trusted], size: [trusted] });
    port2.start();
    port1.start();
    port1.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  terminate(): void {
    this.ended = true;
    this.#port.close();
  }
}

/** A worker that the test gives, or does not. */
function making() {
  let resolve!: (worker: WorkerLike) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<WorkerLike>((given, failed) => {
    [resolve, reject] = [given, failed];
  });
  return { promise, resolve, reject };
}

describe("A worker whose program is on its way", () => {
  test("is asked at once, and answers in the order of the questions when it is there", async () => {
    const made = making();
    const worker = new AwaitedWorker(made.promise);
    const api = wrap<Api>(worker, trusted);
    const early = [api.add("first"), api.add("second")];
    const real = new PortWorker();
    expect(real.said).toEqual([]);
    made.resolve(real);
    expect(await Promise.all(early)).toEqual(["1 first", "2 second"]);
    expect(await api.add("third")).toBe("3 third");
    expect(await api.size(new ArrayBuffer(12))).toBe(12);
    worker.terminate();
    expect(real.ended).toBe(true);
  });

  test("fails with the reason why it could not be made, and so does what was asked of it", async () => {
    const made = making();
    const worker = new AwaitedWorker(made.promise);
    const running = new RunningWorker(worker, ({ cause }) => cause ?? new Error("no reason"));
    const asked = running.race(wrap<Api>(worker, trusted).add("first"));
    made.reject(new Fault(foreign("the part is missing")));
    await expect(asked).rejects.toThrow("the part is missing");
    expect(running.isEnded).toBe(true);
  });

  test("is never started if it was ended before it was there", async () => {
    const made = making();
    const worker = new AwaitedWorker(made.promise);
    worker.postMessage({ any: 1 });
    worker.terminate();
    const real = new PortWorker();
    made.resolve(real);
    await made.promise;
    expect(real.ended).toBe(true);
  });

  test("passes on that it failed later", async () => {
    const real = new PortWorker();
    const worker = new AwaitedWorker(Promise.resolve(real));
    await Promise.resolve();
    const running = new RunningWorker(worker, ({ message }) => new Error(message));
    real.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
    await expect(running.race(new Promise(() => {}))).rejects.toThrow("out of memory");
  });
});
