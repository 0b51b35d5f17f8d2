import { writeFileSync } from "node:fs";
import { join } from "node:path";
import "../relaxed-simd.ts";
import { shippedDatasets } from "../../cli/serve/shipped-datasets.ts";
import { compileKernels } from "../../cli/serve/wasm.ts";
import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { calcInverseOutput, sumByRegion } from "../../lib/mrio/coefficients.ts";
import { shippedTable } from "../../lib/mrio/resource/shipped-table.ts";
import { cellsOf, toDense } from "../../lib/numeric/csr.ts";
import { leontiefSystem } from "../../lib/numeric/leontief.ts";
import { loadKernels } from "../../lib/numeric/load-kernels.ts";
import { settleScaled } from "../../lib/numeric/table-arena.ts";
import type { Work } from "../../lib/numeric/work.ts";

// The table that ships in a fresh Node: `tsx bench-mrio-shipped.ts FILE`. Writes I − A and Y by region to the file, as doubles for
// numpy, and prints JSON: the least of some times from the coefficients to the outputs by consumer.

const RUNS = 12;
const TOLERANCE = 1e-10;
const file = process.argv[2]!;

const kernels = await loadKernels(await compileKernels(join(import.meta.dirname, "../..")));
const table = await shippedTable({ year: 2011, edits: [] }, readOnce(shippedDatasets()));
const { Z, Y, x, yRegions, regions, sectors } = table;
const n = x.length;
const y = sumByRegion(Y, yRegions, regions.length);
const work: Work = { kernels, pause() {}, progress() {} };

let least = Number.POSITIVE_INFINITY;
let says = "";
for (let run = 0; run < RUNS; run++) {
  const a = await settleScaled(Z, calcInverseOutput(x), sectors.length, work);
  const began = performance.now();
  const { iterations, residual } = await leontiefSystem(a, sectors.length, { tolerance: TOLERANCE }).solve(y, work);
  least = Math.min(least, performance.now() - began);
  says = `${iterations} passes, ${residual.toExponential(0)}`;
  if (run > 0) continue;
  const minus = toDense(a).data.map((value) => -value);
  for (let i = 0; i < n; i++) minus[i * n + i]! += 1;
  writeFileSync(file, new Uint8Array(Float64Array.of(...[n, y.columns]).buffer));
  writeFileSync(file, new Uint8Array(minus.buffer, minus.byteOffset, minus.byteLength), { flag: "a" });
  writeFileSync(file, new Uint8Array(y.data.buffer, y.data.byteOffset, y.data.byteLength), { flag: "a" });
}
console.log(JSON.stringify({ n, filled: cellsOf(Z).length / n ** 2, ms: least, says }));
