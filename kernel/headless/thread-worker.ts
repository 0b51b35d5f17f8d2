import { resolveObjectURL } from "node:buffer";
import { Worker as Thread, type Transferable, type WorkerOptions } from "node:worker_threads";
import type { WorkerLike } from "../workers/running-worker.ts";

type Listener = (event: { data?: unknown; message?: string }) => void;
type AnyListener = EventListenerOrEventListenerObject;

/**
 * A thread of Node with the face of a web worker. It does not keep the process alive: whoever
 * waits for an answer does.
 */
export class ThreadWorker implements WorkerLike {
  onmessage: Listener | null = null;
  onmessageerror: Listener | null = null;
  onerror: Listener | null = null;
  readonly #thread: Promise<Thread>;
  /** The same, once it is there. */
  #started: Thread | null;
  readonly #listeners = new Map<string, Set<Listener>>();
  #ended = false;

  constructor(thread: Thread | Promise<Thread>) {
    this.#started = thread instanceof Thread ? this.#begin(thread) : null;
    this.#thread = Promise.resolve(thread).then((thread) => (this.#started ??= this.#begin(thread)));
    this.#thread.catch((error: Error) => this.#tell("error", { message: error.message }));
  }

  postMessage(message: unknown, transfer: readonly (Transferable | globalThis.Transferable)[] = []): void {
    const handed = transfer as readonly Transferable[];
    // What cannot be cloned must say so here, before the thread is there.
    const clone = this.#started || handed.length > 0 ? message : structuredClone(message);
    if (this.#started) this.#started.postMessage(clone, handed);
    else void this.#thread.then((thread) => thread.postMessage(clone, handed));
  }

  addEventListener(type: string, listener: AnyListener): void {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(callOf(listener)));
  }

  removeEventListener(type: string, listener: AnyListener): void {
    this.#listeners.get(type)?.delete(callOf(listener));
  }

  terminate(): void {
    this.#ended = true;
    void this.#thread.then((thread) => thread.terminate()).catch(() => {});
  }

  #begin(thread: Thread): Thread {
    thread.unref();
    thread.on("message", (data) => this.#tell("message", { data }));
    thread.on("messageerror", () => this.#tell("messageerror", {}));
    thread.on("error", (error: Error) => this.#tell("error", { message: error.message }));
    thread.on("exit", () => this.#ended || this.#tell("error", { message: "it was ended" }));
    return thread;
  }

  #tell(type: "message" | "messageerror" | "error", event: Parameters<Listener>[0]): void {
    this[`on${type}`]?.(event);
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }
}

function callOf(listener: AnyListener): Listener {
  return (typeof listener === "function" ? listener : listener.handleEvent) as Listener;
}

/** A thread that runs a module of this project. */
export function moduleThread(program: URL, workerData: object = {}, options: Pick<WorkerOptions, "env"> = {}): Thread {
  return new Thread(new URL("./thread.mjs", import.meta.url), {
    ...options,
    workerData: { ...workerData, program: program.href },
    execArgv: [],
  });
}

/** What a classic worker's script finds around it. */
const scope = `{
  const {parentPort} = require("node:worker_threads");
  globalThis.self = globalThis;
  globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
  parentPort.on("message", (data) => globalThis.onmessage?.({data}));
}
`;

/** `Worker` of a realm in Node, as far as a notebook needs it: a classic script at a blob's address. */
export class ScriptWorker extends ThreadWorker {
  constructor(address: string | URL) {
    const options: WorkerOptions = { eval: true, execArgv: [], env: {} };
    // The address may be revoked as soon as the worker is made.
    const blob = resolveObjectURL(String(address));
    super(
      blob
        ? blob.text().then((script) => new Thread(scope + script, options))
        : Promise.reject(new Error("A worker can only be made of a blob's address.")),
    );
  }
}
