import { chooseKernels } from "../../kernel/services/compute/choose-kernels.ts";
import { leontiefSystem } from "../../lib/numeric/leontief.ts";
import { dense } from "../../lib/numeric/matrix.ts";
import { tableMatrix } from "../../lib/numeric/table-arena.ts";
import { uninterrupted } from "../../lib/numeric/work.ts";

/** Solves a table that comes by message in the worker's own kernels, as a compute worker does. */
self.onmessage = async ({ data }: MessageEvent<{ n: number; sectors: number; a: Float64Array; b: Float64Array }>) => {
  const { n, sectors, a, b } = data;
  const kernels = await chooseKernels();
  const table = tableMatrix(n, sectors, kernels);
  table.data.set(a);
  const work = { ...uninterrupted, kernels };
  const system = leontiefSystem(table, sectors);
  const right = dense(n, b.length / n, b);
  const [plain, turned] = [await system.solve(right, work), await system.solveTransposed(right, work)];
  self.postMessage({ kernels: kernels.name, reproducible: kernels.reproducible, plain, turned });
};
