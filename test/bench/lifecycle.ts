import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import "../relaxed-simd.ts";
import { compileKernels } from "../../cli/serve/wasm.ts";
import { runDraws } from "../../lib/lifecycle/uncertainty/run-draws.ts";
import type { CsrMatrix } from "../../lib/numeric/csr.ts";
import { loadKernels } from "../../lib/numeric/load-kernels.ts";
import { factorSparse, orderOf } from "../../lib/numeric/sparse/sparse-lu.ts";
import { sparseSystem } from "../../lib/numeric/sparse/sparse-system.ts";
import { uninterrupted, type Work } from "../../lib/numeric/work.ts";
import { randomSystem } from "./bench-lifecycle-draws.ts";
import { sizes, syntheticTechnosphere } from "./bench-lifecycle-system.ts";

// `npm run bench:lifecycle`: product systems of 639, 4,000 and 20,000 activities, solved by iteration and by sparse LU, beside scipy on the
// same matrices in the same run; then draws of the same systems with every exchange uncertain. Prints Markdown; nothing here fails. With
// sizes as words: these alone.

const words = process.argv
  .slice(2)
  .filter((word) => word !== "draws")
  .map(Number);
/** The second table alone, without scipy: with the word "draws". */
const isDrawsOnly = process.argv.includes("draws");
const RUNS = 7;
/** Draws until both the exact ones at the start and some of the others are behind. */
const DRAWS = 320;
const work: Work = {
  ...uninterrupted,
  kernels: await loadKernels(await compileKernels(join(import.meta.dirname, "../.."))),
};
console.log(`${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB,`);
console.log(`Node ${process.versions.node}, ${work.kernels.name}, ${new Date().toISOString().slice(0, 10)}\n`);
console.log("Medians of several runs; prepare: order of blocks and rows, once for a technosphere.\n");
console.log(
  "| activities | cells | prepare | prepare and solve | solve again | draw, from the last solution | scores of all products | sparse LU: order, factors | solve | cells of L, U | scipy: factors | solve |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|---|---|");
const chosen = sizes.filter(({ n }) => words.length === 0 || words.includes(n));
const scipyTimes = new Map<number, Scipy>();
for (const { n, inputs } of chosen) if (!isDrawsOnly) await measure(n, inputs);

console.log(
  "\nDraws: all exchanges lognormal; scipy: factors and a solve for each draw, without the time to draw. Medians; load: processes that wait or run.\n",
);
console.log(
  "| activities | uncertain exchanges | a draw, all random | 10,000 draws | sweeps | largest error of a score | variance by first order | 20 activities random on a fixed background | load |",
);
console.log("|---|---|---|---|---|---|---|---|---|");
for (const { n, inputs } of chosen) await measureDraws(n, inputs);

async function measureDraws(n: number, inputs: number): Promise<void> {
  const a = syntheticTechnosphere(n, inputs);
  const timed = async (columns?: number) => {
    const system = await randomSystem(a, 1, columns);
    // Of each draw; several may be solved together.
    const times: number[] = [];
    let [last, lastDone] = [performance.now(), 0];
    const progress = (done: number) => {
      const together = Math.round((done - lastDone) * DRAWS);
      const time = (performance.now() - last) / together;
      for (let k = 0; k < together; k++) times.push(time);
      [last, lastDone] = [performance.now(), done];
    };
    const run = await runDraws(system, { draws: DRAWS }, { ...work, progress });
    const [draws, variance] = [run.scores[0]![0]!, run.firstOrder[0]![0]!.reduce((sum, each) => sum + each, 0)];
    const mean = draws.reduce((sum, each) => sum + each, 0) / DRAWS;
    const sampled = draws.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (DRAWS - 1);
    const time = times.sort((p, q) => p - q)[DRAWS >> 1]!;
    return { run, time, ratio: sampled / variance, system };
  };
  const all = await timed();
  const front = await timed(20);
  const other = scipyTimes.get(n);
  const ratio = other ? ` (${((other.factor + other.solve) / all.time).toFixed(0)} × scipy)` : "";
  const cells = [
    n,
    all.system.numbers.count,
    `${ms(all.time)}${ratio}`,
    `${((10_000 * all.time) / 1000).toFixed(0)} s`,
    all.run.sweeps.toFixed(1),
    `${all.run.control.largest.toExponential(1)}, ${all.run.control.ofSpread.toExponential(1)} of its sd`,
    all.ratio.toFixed(2),
    `${front.time.toFixed(3)} ms, ${front.run.moving} solved for`,
    loadavg()[0]!.toFixed(1),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

async function measure(n: number, inputs: number): Promise<void> {
  const a = syntheticTechnosphere(n, inputs);
  const b = new Float64Array(n);
  b[5] = 1;
  const ones = new Float64Array(n).fill(1);
  const prepare = await median(async () => void sparseSystem(a));
  const first = await median(async () => void (await sparseSystem(a).solve(b, undefined, work)));
  const system = sparseSystem(a);
  const solution = await system.solve(b, undefined, work);
  const again = await median(async () => void (await system.solve(b, undefined, work)));
  await system.solveTransposed(ones, undefined, work);
  const adjoint = await median(async () => void (await system.solveTransposed(ones, undefined, work)));
  const moved = a.values.map((value, p) => (value < 0 ? value * (1 + 0.1 * Math.sin(p)) : value));
  const draw = await median(async () => void (await system.revalued(moved).solve(b, solution.x, work)));
  const runs = n > 10_000 ? 1 : 3;
  const order = await median(async () => void orderOf(a), runs);
  const elimination = orderOf(a);
  let lu = await factorSparse(a, work, elimination);
  const factor = await median(async () => {
    lu = await factorSparse(a, work, elimination);
  }, runs);
  const direct = await median(async () => void (await lu.solve(b, work)), runs);
  const other = await scipy(a);
  if (other) scipyTimes.set(n, other);
  const sum = solution.x.reduce((all, value) => all + value, 0);
  const beside = (ours: number, theirs: number | undefined) =>
    theirs ? ` (${(theirs / ours).toFixed(1)} × scipy)` : "";
  if (other)
    console.error(
      `n = ${n}: sums of the solutions differ by ${Math.abs(other.sum / sum - 1).toExponential(1)} of scipy's (${other.name})`,
    );
  const cells = [
    n,
    a.values.length,
    ms(prepare),
    `${ms(first)}, ${solution.iterations} sweeps${beside(first, other && other.factor + other.solve)}`,
    ms(again),
    ms(draw),
    ms(adjoint),
    `${ms(order)}, ${ms(factor)}${beside(order + factor, other?.factor)}`,
    ms(direct),
    lu.cells,
    other ? ms(other.factor) : "no scipy",
    other ? ms(other.solve) : "",
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

interface Scipy {
  readonly name: string;
  readonly factor: number;
  readonly solve: number;
  readonly sum: number;
}

/** The faster of scipy's orders; undefined where it is not installed. */
async function scipy({ rows, rowStarts, columnIndices, values }: CsrMatrix): Promise<Scipy | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "bench-lifecycle-"));
  try {
    const file = join(folder, "matrix");
    const bytes = (array: { buffer: ArrayBufferLike; byteOffset: number; byteLength: number }) =>
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    await writeFile(file, [Int32Array.of(rows, values.length), rowStarts, columnIndices, values].map(bytes));
    const results: Scipy[] = [];
    for (const order of rows > 10_000 ? ["MMD_AT_PLUS_A"] : ["COLAMD", "MMD_AT_PLUS_A"]) {
      const program = join(import.meta.dirname, "lifecycle-scipy.py");
      const { stdout } = await promisify(execFile)("python3", [program, file, order], { timeout: 900_000 });
      results.push(JSON.parse(stdout) as Scipy);
    }
    return results.sort((p, q) => p.factor - q.factor)[0];
  } catch (error) {
    console.error(`Without scipy: ${(error as Error).message.split("\n").at(-2) ?? error}`);
    return undefined;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function median(run: () => Promise<void>, runs = RUNS): Promise<number> {
  const times: number[] = [];
  for (let r = 0; r < runs; r++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((p, q) => p - q)[Math.floor(runs / 2)]!;
}

function ms(time: number): string {
  return time >= 1000 ? `${(time / 1000).toFixed(1)} s` : `${time.toFixed(time < 10 ? 1 : 0)} ms`;
}
