import { resolveObjectURL } from "node:buffer";
import { Worker as Thread, type Transferable, type WorkerOptions } from "node:worker_threads";
import type { WorkerLike } from "../workers/running-worker.ts";

type Listener = (event: { data?: unknown; message?: string }) => void;
type AnyListener = EventListenerOrEventListenerObject;

/**
 * A Node thread with the interface of a web worker. It does not keep the process alive.
 */
export class ThreadWorker implements WorkerLike {
  onmessage: Listener | null = null;
  onmessageerror: Listener | null = null;
  onerror: Listener | null = null;
  readonly #thread: Promise<Thread>;
  /** The thread, once it has started. */
  #started: Thread | null;
  readonly #listeners = new Map<string, Set<Listener>>();
  #ended = false;

  constructor(thread: Thread | Promise<Thread>) {
    this.#started = thread instanceof Thread ? this.#connect(thread) : null;
    this.#thread = Promise.resolve(thread).then((thread) => (this.#started ??= this.#connect(thread)));
    this.#thread.catch((error: Error) => this.#emit("error", { message: error.message }));
  }

  postMessage(message: unknown, transfer: readonly (Transferable | globalThis.Transferable)[] = []): void {
    const transferables = transfer as readonly Transferable[];
    // Cloned here, so that a value that cannot be cloned throws even before the thread has started.
    const clone = this.#started || transferables.length > 0 ? message : structuredClone(message);
    if (this.#started) this.#started.postMessage(clone, transferables);
    else void this.#thread.then((thread) => thread.postMessage(clone, transferables));
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

  #connect(thread: Thread): Thread {
    thread.unref();
    thread.on("message", (data) => this.#emit("message", { data }));
    thread.on("messageerror", () => this.#emit("messageerror", {}));
    thread.on("error", (error: Error) => this.#emit("error", { message: error.message }));
    thread.on("exit", () => this.#ended || this.#emit("error", { message: "it was ended" }));
    return thread;
  }

  #emit(type: "message" | "messageerror" | "error", event: Parameters<Listener>[0]): void {
    this[`on${type}`]?.(event);
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }
}

function callOf(listener: AnyListener): Listener {
  return (typeof listener === "function" ? listener : listener.handleEvent) as Listener;
}

/**
 * A thread that runs a module of this project, named by the address of its source. Compiled, its program lies beside this one under the
 * name of its source; in a clone `thread.mjs` finds it.
 */
export function moduleThread(
  source: URL,
  workerData: object = {},
  options: Pick<WorkerOptions, "env" | "stdout" | "stderr"> = {},
): Thread {
  const { place, isCompiled } = modulePlace(source);
  return new Thread(place, {
    ...options,
    workerData: isCompiled ? workerData : { ...workerData, program: source.href },
    execArgv: [],
  });
}

/** The file that runs a module of this project by itself. */
export function modulePlace(source: URL): { readonly place: URL; readonly isCompiled: boolean } {
  const ending = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  const isCompiled = ending !== ".ts";
  const name = source.pathname.split("/").at(-1)!.replace(/\.ts$/, ending);
  return { place: new URL(isCompiled ? `./${name}` : "./thread.mjs", import.meta.url), isCompiled };
}

/** The global scope of a classic worker's script. */
const scope = `{
  const {parentPort} = require("node:worker_threads");
  globalThis.self = globalThis;
  globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
  parentPort.on("message", (data) => globalThis.onmessage?.({data}));
}
`;

/** `Worker` in Node, as far as notebooks need it: runs a classic script at a blob URL. */
export class ScriptWorker extends ThreadWorker {
  constructor(address: string | URL) {
    const options: WorkerOptions = { eval: true, execArgv: [], env: {} };
    // Resolved now, because the URL may be revoked as soon as the worker exists.
    const blob = resolveObjectURL(String(address));
    super(
      blob
        ? blob.text().then((script) => new Thread(scope + script, options))
        : Promise.reject(new Error("A worker can only be made of a blob's address.")),
    );
  }
}
