// `npm run bench:uncertainty-mrio`: draws of footprints on seeded synthetic tables of the sizes in the field, one thread.
import { join } from "node:path";
import "../relaxed-simd.ts";
import { compileKernels } from "../../cli/serve/wasm.ts";
import { accounts } from "../../lib/mrio/accounts.ts";
import { inputOutputTable } from "../../lib/mrio/table.ts";
import { checkedSources, type ErrorSource } from "../../lib/mrio/uncertainty/error-source.ts";
import { exactDraws } from "../../lib/mrio/uncertainty/exact-draws.ts";
import { effectsOf } from "../../lib/mrio/uncertainty/first-order.ts";
import { footprintBase } from "../../lib/mrio/uncertainty/footprint-base.ts";
import { footprintDraws } from "../../lib/mrio/uncertainty/footprint-draws.ts";
import { loadKernels } from "../../lib/numeric/load-kernels.ts";
import { type DenseMatrix, dense } from "../../lib/numeric/matrix.ts";
import { tableMatrix } from "../../lib/numeric/table-arena.ts";
import { uninterrupted, type Work } from "../../lib/numeric/work.ts";
import { benchTable, numbersFrom, type Shape, shapes } from "./bench-mrio-table.ts";

// `… | head` closes the pipe early.
process.stdout.on("error", () => process.exit(0));

const reproducible = process.argv.includes("--reproducible");
const kernels = await loadKernels(await compileKernels(join(import.meta.dirname, "../..")), { reproducible });
const work: Work = { ...uninterrupted, kernels };

const DRAWS = 10_000;
const bySize = [
  { size: 1e-3, halfWidthPercent: 100 },
  { size: 10, halfWidthPercent: 10 },
];
const sources: Record<string, readonly ErrorSource[]> = {
  "normal: cells of Z and Y by size, rows of F, columns of Z": [
    { name: "deliveries", part: "Z", shared: "cell", error: { bySize }, law: "lognormal" },
    { name: "demand", part: "Y", shared: "cell", error: { bySize }, law: "lognormal" },
    { name: "emissions", part: "F", shared: "row", error: { halfWidthPercent: 15 }, law: "normal" },
    { name: "recipes", part: "Z", shared: "column", error: { halfWidthPercent: 10 }, law: "normal" },
  ],
  "lognormal: rows of F, those that weigh one by one": [
    { name: "emissions", part: "F", shared: "row", error: { halfWidthPercent: 15 }, law: "lognormal" },
  ],
};

/** The table whose coefficients the benches of the solver take. */
function tableOf(shape: Shape) {
  const { a, s, y } = benchTable(shape, kernels);
  const n = a.rows;
  const output = numbersFrom(99);
  const x = Float64Array.from({ length: n }, () => 100 + 900 * output());
  const Z: DenseMatrix = tableMatrix(n, shape.sectors, kernels);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) Z.data[i * n + j] = a.data[i * n + j]! * x[j]!;
  return inputOutputTable({
    regions: Array.from({ length: shape.regions }, (_, r) => `R${r}`),
    sectors: Array.from({ length: shape.sectors }, (_, k) => `s${k}`),
    Z,
    Y: dense(
      n,
      shape.regions,
      y.data.map((value, p) => value * x[Math.floor(p / shape.regions)]!),
    ),
    x,
    F: dense(
      1,
      n,
      s.data.map((value, i) => value * x[i]!),
    ),
    stressors: ["CO2"],
  });
}

interface Took {
  readonly wall: number;
  /** Of the processor, which a machine that is not ours alone does not lengthen as much. */
  readonly processor: number;
}

async function timed<T>(run: () => Promise<T>): Promise<[Took, T]> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const result = await run();
  const { user, system } = process.cpuUsage(used);
  return [{ wall: performance.now() - began, processor: (user + system) / 1000 }, result];
}

const show = (what: string, value: string) => console.log(`  ${what.padEnd(72)} ${value}`);
const digits = (value: number) => value.toFixed(value < 10 ? 1 : 0);
const ms = ({ wall, processor }: Took) => `${digits(wall)} ms (${digits(processor)} ms of the processor)`;

console.log(`${kernels.name}, one thread`);
for (const shape of shapes) {
  const table = tableOf(shape);
  console.log(
    `n = ${table.x.length} (${shape.regions} regions × ${shape.sectors} sectors), ${DRAWS} draws of 2 × ${shape.regions} accounts`,
  );
  const [solving, solved] = await timed(() => accounts(table, work));
  show("accounts, once", ms(solving));
  const base = footprintBase(table, solved, 0, "held");
  for (const [name, given] of Object.entries(sources)) {
    const [preparing, effects] = await timed(() => effectsOf(base, checkedSources(given), work));
    let least: Took = { wall: Number.POSITIVE_INFINITY, processor: Number.POSITIVE_INFINITY };
    for (let round = 0; round < 6; round++) {
      const [{ wall, processor }] = await timed(() => footprintDraws(effects, 1 + round, DRAWS, work));
      least = { wall: Math.min(least.wall, wall), processor: Math.min(least.processor, processor) };
    }
    show(`${name}: covariances and derivatives, once`, ms(preparing));
    show(`${name}: draws`, ms(least));
    if (table.x.length < 3000)
      show(`${name}: one exact draw`, ms((await timed(() => exactDraws(base, effects, 1, 1, work)))[0]));
  }
}
