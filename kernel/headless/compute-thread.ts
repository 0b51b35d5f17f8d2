import { setFlagsFromString } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import type * as Comlink from "comlink";
import { type KernelBuilds, loadKernels } from "../../lib/numeric/load-kernels.ts";
import { computeRequests } from "../services/compute/compute-api.ts";
import { computeApi } from "../services/compute/compute-jobs.ts";
import { expose } from "../wall/gate.ts";

/** What a compute thread is started with. */
export interface ComputeThreadData {
  readonly builds: KernelBuilds;
  readonly reproducible: boolean;
}

const { builds, reproducible } = workerData as ComputeThreadData;
// Later versions have relaxed SIMD without asking; version 20 has it behind this.
if (process.version.startsWith("v20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
const port = parentPort!;
const endpoint: Comlink.Endpoint = {
  postMessage: (message, transfer = []) => port.postMessage(message, transfer as never),
  addEventListener: (_, listener) => {
    const call = typeof listener === "function" ? listener : listener.handleEvent.bind(listener);
    port.on("message", (data) => call({ data } as MessageEvent));
  },
  removeEventListener: () => {},
};
expose(computeApi(loadKernels(builds, { reproducible })), endpoint, computeRequests);
