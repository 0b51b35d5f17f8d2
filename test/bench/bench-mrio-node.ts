import { join } from "node:path";
import "../relaxed-simd.ts";
import { compileKernels } from "../../cli/serve/wasm.ts";
import { loadKernels } from "../../lib/numeric/load-kernels.ts";
import { gemmRate, measure } from "./bench-mrio-measure.ts";
import { shapes } from "./bench-mrio-table.ts";

// One table in a fresh Node, so that its peak memory is its own: `tsx bench-mrio-node.ts SHAPE`. Prints JSON.

const builds = await compileKernels(join(import.meta.dirname, "../.."));
const shape = shapes[Number(process.argv[2])];
const kernels = await loadKernels(builds);
const result = shape
  ? { ...(await measure(shape, kernels)), memory: process.resourceUsage().maxRSS * 1024 }
  : {
      relaxed: gemmRate(kernels, 960, 12),
      strict: gemmRate(await loadKernels(builds, { reproducible: true }), 960, 12),
    };
console.log(JSON.stringify(result));
