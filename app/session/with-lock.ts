/** The last task of this page's queue for each lock, in a browser without locks. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while no other page of this browser holds the same lock. Browsers provide locks only in secure contexts;
 * elsewhere only this page's own tasks wait for each other.
 */
export async function withLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks) return (await locks.request(`yuheng-${name}`, work)) as Result;
  const before = queues.get(name);
  const task = (async () => {
    await before?.catch(() => {});
    return work();
  })();
  queues.set(name, task);
  try {
    return await task;
  } finally {
    if (queues.get(name) === task) queues.delete(name);
  }
}
