/** The fastest of five rounds, in milliseconds: what the work itself takes, on a machine that is busy with other things, too. */
export function fastest(work: () => unknown): number {
  const rounds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...rounds);
}
