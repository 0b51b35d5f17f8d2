import type { Kernels } from "../../lib/numeric/kernels.ts";
import { leontiefSystem } from "../../lib/numeric/leontief.ts";
import { dense } from "../../lib/numeric/matrix.ts";
import { prepareWoodbury } from "../../lib/numeric/woodbury.ts";
import type { Work } from "../../lib/numeric/work.ts";
import { benchTable, numbersFrom, type Shape } from "./bench-mrio-table.ts";

/** Times in ms, the best of some runs; what each solve says of itself. */
export interface Measures {
  readonly kernels: string;
  readonly multipliers: number;
  readonly multipliersSay: string;
  readonly regions: number;
  readonly regionsSay: string;
  readonly setUp: number;
  readonly frame: number;
  readonly frameError: number;
  readonly lu: number;
  /** The longest stretch without a pause, first runs included, and the job in which it was. */
  readonly stretch: number;
  readonly stretchIn: string;
}

const TOLERANCE = 1e-10;

/** Measures one table on given kernels: as a user meets it, each job with a system that is new, unless said otherwise. */
export async function measure(shape: Shape, kernels: Kernels): Promise<Measures> {
  const { a, s, y } = benchTable(shape, kernels);
  const n = a.rows;
  const system = () => leontiefSystem(a, shape.sectors, { tolerance: TOLERANCE });
  let since = performance.now();
  let stretch = 0;
  let stretchIn = "";
  let job = "";
  const work: Work = {
    kernels,
    progress() {},
    pause() {
      const now = performance.now();
      if (job !== "" && now - since > stretch) {
        stretch = now - since;
        stretchIn = job;
      }
      since = now;
    },
  };
  async function best<T>(name: string, runs: number, run: () => Promise<T>): Promise<[number, T]> {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; ; ) {
      job = i === 0 ? `${name}, first run` : name;
      since = performance.now();
      const began = since;
      const result = await run();
      least = Math.min(least, performance.now() - began);
      job = "";
      if (++i >= runs) return [least, result];
    }
  }

  const [multipliers, m] = await best("multipliers", 4, () => system().solveTransposed(s, work));
  const [regions, x] = await best("all regions", 2, () => system().solve(y, work));
  // A slider over the inputs of one industry: its column of A is u, and v picks it. The system is that of the base solve.
  const [u, v] = [dense(n, 1), dense(n, 1)];
  const industry = shape.sectors + 3;
  for (let i = 0; i < n; i++) u.data[i] = a.data[i * n + industry]!;
  v.data[industry] = 1;
  const prepared = system();
  await prepared.solve(s, work);
  const [setUp, whatIf] = await best("what-if set-up", 4, () => prepareWoodbury(prepared, { u, v }, x.x, work));
  const into = dense(n, shape.regions);
  // A browser's clock may be too coarse for one frame: the mean of twenty, the best of five such.
  const [frame] = await best("what-if frame", 5, async () => {
    for (let i = 0; i < 20; i++) whatIf.frame([-0.5 + i / 20], into);
  });
  const frameError = await whatIf.check([-0.3], work);
  const direct = () => leontiefSystem(a, shape.sectors, { method: "LU" }).solve(s, work);
  const [lu] = await best("LU", n < 2000 ? 3 : 1, direct);
  const say = (solution: typeof m) => `${solution.iterations} passes, ${solution.residual.toExponential(0)}`;
  return {
    kernels: kernels.name,
    multipliers,
    multipliersSay: say(m),
    regions,
    regionsSay: say(x),
    setUp,
    frame: frame / 20,
    frameError,
    lu,
    stretch,
    stretchIn,
  };
}

/** GFLOP/s of dgemm on two square matrices in place, the best of many runs. */
export function gemmRate(kernels: Kernels, n: number, runs: number): number {
  const arena = kernels.arena(8 * 3 * n * n + 4096);
  const next = numbersFrom(7);
  const [a, b, c] = [arena.floats(n * n), arena.floats(n * n), arena.floats(n * n)];
  for (let p = 0; p < n * n; p++) {
    a[p] = next();
    b[p] = next();
  }
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    kernels.gemm(n, n, n, 1, a, 0, n, b, 0, n, c, 0, n);
    least = Math.min(least, performance.now() - began);
  }
  arena.give(a, b, c);
  return (2 * n ** 3) / least / 1e6;
}
