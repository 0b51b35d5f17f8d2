/** The last in the queue of this page, by lock, where the browser has no locks. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Does `work` while no other page of this browser does what takes the same lock. Browsers have locks only where the page came over a
 * safe connection; elsewhere the page waits for itself alone.
 */
export async function withLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks) return (await locks.request(`yuheng-${name}`, work)) as Result;
  const before = queues.get(name);
  const turn = (async () => {
    await before?.catch(() => {});
    return work();
  })();
  queues.set(name, turn);
  try {
    return await turn;
  } finally {
    if (queues.get(name) === turn) queues.delete(name);
  }
}
