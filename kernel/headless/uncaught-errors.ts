import { AsyncLocalStorage } from "node:async_hooks";

/** A notebook that runs in this thread, and receives the errors of its code that nothing caught. */
export interface UncaughtHost {
  /** @param failed takes the errors of the cell whose code it is; null if that is unknown */
  uncaught(error: unknown, failed: ((error: unknown) => void) | null): void;
}

interface Origin {
  readonly host: UncaughtHost;
  /** Takes the errors of the cell whose code it is; null if that is unknown. */
  readonly failed: ((error: unknown) => void) | null;
}

const origins = new AsyncLocalStorage<Origin>();
/** The notebooks that run now. */
const running = new Set<UncaughtHost>();
let listening = false;

/**
 * Runs a notebook. Errors that nothing catches (a late rejection, a timer of a library) go to the notebook whose code caused them
 * instead of ending the process, and are ignored once it has ended.
 */
export async function catchingErrors<T>(host: UncaughtHost, body: () => Promise<T>): Promise<T> {
  listen();
  running.add(host);
  try {
    return await origins.run({ host, failed: null }, body);
  } finally {
    running.delete(host);
  }
}

/** Runs the body of a cell, whose code is then known by its asynchronous context. */
export function withinRun<T>(host: UncaughtHost, body: () => T, failed: (error: unknown) => void): T {
  return origins.run({ host, failed }, body);
}

/** Whether the running code is that of a notebook. */
export function isNotebookCode(): boolean {
  return origins.getStore() !== undefined;
}

/** Once in a thread: code of a notebook may fail after its end, too. */
function listen(): void {
  if (listening) return;
  listening = true;
  process.on("uncaughtException", pass);
  process.on("unhandledRejection", pass);
}

function pass(error: unknown): void {
  const origin = origins.getStore();
  if (origin) {
    if (running.has(origin.host)) origin.host.uncaught(error, origin.failed);
    return;
  }
  const [only] = running;
  if (only && running.size === 1) only.uncaught(error, null);
  else fail(error);
}

/** What Node does by itself when nothing listens. */
function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
