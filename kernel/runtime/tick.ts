/** Yields to the event loop, not throttled in hidden tabs and not delayed by animation frames (about 0.1 ms). */
export const tick: () => Promise<void> = typeof setImmediate === "function" ? immediate : channel();

function immediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function channel(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}

/** Waits for the next animation frame, or 100 ms if there is none (a hidden tab): the pace of generators. */
export function pace(): Promise<void> {
  if (typeof requestAnimationFrame !== "function") return new Promise((resolve) => setTimeout(resolve, 16));
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      resolve();
    };
    const timer = setTimeout(done, 100);
    const frame = requestAnimationFrame(done);
  });
}
