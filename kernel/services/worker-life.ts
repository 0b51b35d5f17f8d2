/**
 * Put before a worker's script: it holds a lock of its own name for as long as it lives. A worker that is ended from outside
 * (by the browser, short of memory, or by its tools) says nothing, and what it was asked would be waited for without end.
 */
export const HOLD_LIFE =
  "self.name && navigator.locks?.request(self.name, () => new Promise(() => {})).catch(() => {});\n";

/** A name for a worker that holds its life. */
export function lifeName(kind: string): string {
  return `${kind} ${Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join("")}`;
}

/**
 * Resolves when a worker that has begun to answer is no more; never where it holds no lock, as on a page opened from a disk.
 * Rejects when the signal fires: nobody wants to know any longer.
 */
export async function workerEnd(name: string, signal: AbortSignal): Promise<void> {
  const { locks } = navigator;
  const never = new Promise<void>(() => {});
  if (!locks) return never;
  const isHeld = await locks.request(name, { ifAvailable: true }, (lock) => lock === null).catch(() => false);
  return isHeld ? locks.request(name, { signal }, () => {}) : never;
}
