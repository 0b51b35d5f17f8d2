import { chooseKernels } from "../../kernel/services/compute/choose-kernels.ts";
import { gemmRate, measure } from "./bench-mrio-measure.ts";
import { shapes } from "./bench-mrio-table.ts";

/** The same in a worker of the browser: a table by its number, or, without one, the rate of dgemm. */
self.onmessage = async ({ data }: MessageEvent<number>) => {
  const kernels = await chooseKernels();
  const shape = shapes[data];
  self.postMessage(shape ? await measure(shape, kernels) : { kernels: kernels.name, rate: gemmRate(kernels, 960, 12) });
};
