import { resolve } from "node:path";
import "../relaxed-simd.ts";
import { compileKernels } from "../../cli/serve/wasm.ts";
import { RegionSummer } from "../../lib/natural/grid-sum.ts";
import { loadKernels } from "../../lib/numeric/load-kernels.ts";
import { typescriptKernels } from "../../lib/numeric/typescript-kernels.ts";

// npm run bench:grid: a float32 field of 14,400 × 7,200 cells (0.025°) summed by some two hundred regions.
const root = resolve(import.meta.dirname, "../..");
const [columns, rows] = [14_400, 7_200];
const cells = columns * rows;

const values = new Float32Array(cells);
for (let i = 0; i < cells; i++) values[i] = ((i * 2_654_435_761) % 1000) / 7;
// Regions of some 300 to 3000 cells a row, with ragged edges; two cells of three are sea.
const mask = new Uint8Array(cells);
for (let r = 0; r < rows; r++) {
  for (let c = 0, k = r >> 5; c < columns; k++) {
    const width = 300 + ((k * 7919 + r) % 2700);
    if (k % 3 === 0) mask.fill(1 + ((k * 31) % 200), r * columns + c, r * columns + Math.min(columns, c + width));
    c += width;
  }
}
const everywhere = new Uint8Array(cells).map((_, i) => 1 + ((i >> 9) % 200));

const strict = await loadKernels(await compileKernels(root), { reproducible: true });
for (const [name, regions] of [
  ["land (a third of the cells)", mask],
  ["every cell in a region", everywhere],
] as const) {
  for (const kernels of [strict, typescriptKernels]) {
    const summer = new RegionSummer({ rows, columns }, regions, kernels);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const began = performance.now();
      // A megabyte at a time, as a stream brings it.
      for (let at = 0; at < cells; at += 262_144) summer.add(values.subarray(at, at + 262_144));
      summer.finish();
      times.push(performance.now() - began);
    }
    const sorted = times.sort((a, b) => a - b);
    console.log(
      `${(cells / 1e6).toFixed(1)} M cells, ${name}, ${kernels.name}: best ${sorted[0]!.toFixed(0)} ms, median ${sorted[2]!.toFixed(0)} ms, streamed`,
    );
  }
}
// The sum itself, without the copy of the stream: field and mask where the kernel works.
const arena = strict.arena(4 * cells + cells + 65_536);
const held = arena.floats(cells / 2);
const field = new Float32Array(held.buffer, held.byteOffset, cells);
field.set(values);
const heldMask = arena.floats(cells / 8);
const bytes = new Uint8Array(heldMask.buffer, heldMask.byteOffset, cells);
const [sums, counts] = [arena.floats(256), arena.floats(512)];
for (const [name, regions] of [
  ["land", mask],
  ["every cell", everywhere],
] as const) {
  bytes.set(regions);
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const began = performance.now();
    for (let r = 0; r < rows; r++)
      strict.regionSums(
        field.subarray(r * columns, (r + 1) * columns),
        bytes.subarray(r * columns, (r + 1) * columns),
        sums,
        counts,
      );
    times.push(performance.now() - began);
  }
  const sorted = times.sort((a, b) => a - b);
  console.log(`${name}, the sum itself in place: best ${sorted[0]!.toFixed(0)} ms, median ${sorted[3]!.toFixed(0)} ms`);
}
