/**
 * Prepended to a worker's script: it holds a lock with the worker's name for as long as the worker lives. A worker that is
 * terminated from outside (by the browser, short of memory, or by developer tools) sends no event, so that callers would wait
 * forever.
 */
export const HOLD_LOCK =
  "self.name && navigator.locks?.request(self.name, () => new Promise(() => {})).catch(() => {});\n";

/** A unique name for a worker and its lock. */
export function workerLockName(kind: string): string {
  return `${kind} ${Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join("")}`;
}

/**
 * Resolves when a running worker has ended; never if it holds no lock, as on a page opened from a file.
 * Rejects when the signal fires.
 */
export async function whenWorkerEnds(name: string, signal: AbortSignal): Promise<void> {
  const { locks } = navigator;
  const never = new Promise<void>(() => {});
  if (!locks) return never;
  const isHeld = await locks.request(name, { ifAvailable: true }, (lock) => lock === null).catch(() => false);
  return isHeld ? locks.request(name, { signal }, () => {}) : never;
}
