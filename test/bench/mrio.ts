import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openChromium } from "./bench-mrio-chromium.ts";
import type { Measures } from "./bench-mrio-measure.ts";
import { numpyRate, numpySolve, numpyTable } from "./bench-mrio-numpy.ts";
import { shapes } from "./bench-mrio-table.ts";

// `npm run bench:mrio`: the numeric kernels in Node and Chromium beside numpy, on seeded synthetic tables (46 % dense,
// column sums 0.2–0.8), tolerance 1e-10. Prints Markdown; nothing here fails. With sizes as words: these alone.

type Row = Measures & { memory: number | null };
const root = join(import.meta.dirname, "../..");
const words = process.argv.slice(2).map(Number);
const wanted = [...shapes.keys()].filter((i) => words.length === 0 || words.includes(sizeOf(i)));
const one = await openChromium(false);
const isolated = await openChromium(true);
try {
  console.log(`${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB,`);
  console.log(`Node ${process.versions.node}, Chromium ${one.version}, ${new Date().toISOString().slice(0, 10)}\n`);
  await rates();
  if (wanted.some((i) => sizeOf(i) === 1435)) await shipped();
  for (const shape of wanted) await table(shape);
} finally {
  await one.close();
  await isolated.close();
}

async function rates(): Promise<void> {
  const native = await numpyRate();
  const haswell = native && native.core !== "Haswell" ? await numpyRate("Haswell") : native;
  const node = (await inNode(-1)) as unknown as { relaxed: number; strict: number };
  const [relaxed, strict, threads] = [await one.rate(false), await one.rate(true), await isolated.rate(false)];
  console.log(
    "| dgemm, 960², in place | GFLOP/s | of OpenBLAS, its choice | of OpenBLAS, Haswell (AVX2) |\n|---|---|---|---|",
  );
  const rows: [string, number][] = [
    ["Node, relaxed", node.relaxed],
    ["Node, strict", node.strict],
    [`Chromium, ${relaxed.kernels}`, relaxed.rate],
    [`Chromium, ${strict.kernels}`, strict.rate],
    [`Chromium, ${threads.kernels}`, threads.rate],
  ];
  if (native) rows.unshift([`numpy ${native.version}, OpenBLAS ${native.core}, one thread`, native.rate]);
  if (native && haswell && native !== haswell) rows.splice(1, 0, ["the same, told to take Haswell", haswell.rate]);
  for (const [name, rate] of rows) {
    const ratio = (other: { rate: number } | null) => (other ? (rate / other.rate).toFixed(2) : "no numpy");
    console.log(`| ${name} | ${rate.toFixed(1)} | ${ratio(native)} | ${ratio(haswell)} |`);
  }
}

async function table(i: number): Promise<void> {
  const { regions, sectors } = shapes[i]!;
  const numpy = await numpyTable(shapes[i]!);
  const columns: [string, Row][] = [
    ["Node, one thread", await inNode(i)],
    ["Chromium, one worker", await one.measure(i)],
    ["Chromium, isolated page", await isolated.measure(i)],
  ];
  console.log(`\n**n = ${sizeOf(i)}** (${regions} regions × ${sectors} sectors)\n`);
  console.log(`| job | ${columns.map(([name, row]) => `${name} (${row.kernels})`).join(" | ")} | numpy, all threads |`);
  console.log(`|---|${columns.map(() => "---|").join("")}---|`);
  const line = (job: string, value: (row: Row) => string, other = "") =>
    console.log(`| ${job} | ${columns.map(([, row]) => value(row)).join(" | ")} | ${other} |`);
  const beside = (ms: number, other?: number) => `${time(ms)}${other ? ` (${(other / ms).toFixed(1)} × numpy)` : ""}`;
  line(
    "all multipliers S·L, set-up included",
    (row) => `${beside(row.multipliers, numpy?.inverse)}; ${row.multipliersSay}`,
    numpy ? `inverse ${time(numpy.inverse)}` : "",
  );
  line(
    "output for all regions at once, set-up included",
    (row) => `${beside(row.regions, numpy?.solve)}; ${row.regionsSay}`,
    numpy ? `solve ${time(numpy.solve)}` : "",
  );
  line("LU and one solve", (row) => beside(row.lu, numpy?.solve), numpy ? `solve ${time(numpy.solve)}` : "");
  line("what-if: set-up", (row) => time(row.setUp));
  line("what-if: a frame, all regions", (row) => `${time(row.frame)}; checked to ${row.frameError.toExponential(0)}`);
  line("longest stretch without a pause", (row) => `${time(row.stretch)} (${row.stretchIn})`);
  line("peak memory of the process", (row) => (row.memory ? `${Math.round(row.memory / 2 ** 20)} MiB` : "unknown"));
}

/** Outputs of all regions of the table that ships, beside numpy's solve of the same system. */
async function shipped(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-mrio-"));
  try {
    const file = join(folder, "system");
    const { n, filled, ms, says } = (await program("bench-mrio-shipped.ts", file)) as Shipped;
    const numpy = await numpySolve(file);
    console.log(`\n**The table of 2011 that ships** (n = ${n}, ${Math.round(100 * filled)} % of its cells filled)\n`);
    const other = numpy ? `, numpy ${time(numpy)}: ${(numpy / ms).toFixed(2)} × numpy` : "";
    console.log(`outputs of all regions, Node, one thread: ${time(ms)} (${says})${other}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Shipped {
  readonly n: number;
  readonly filled: number;
  readonly ms: number;
  readonly says: string;
}

async function inNode(shape: number): Promise<Row> {
  return (await program("bench-mrio-node.ts", String(shape))) as Row;
}

async function program(name: string, word: string): Promise<unknown> {
  const words = [join(root, "node_modules/tsx/dist/cli.mjs"), join(import.meta.dirname, name), word];
  return JSON.parse((await promisify(execFile)(process.execPath, words)).stdout);
}

function sizeOf(i: number): number {
  return shapes[i]!.regions * shapes[i]!.sectors;
}

function time(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms.toFixed(ms < 1 ? 3 : ms < 100 ? 1 : 0)} ms`;
}
