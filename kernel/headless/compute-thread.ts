import { setFlagsFromString } from "node:v8";
import { workerData } from "node:worker_threads";
import { type KernelBuilds, loadKernels } from "../../lib/numeric/load-kernels.ts";
import { expose } from "../boundary/endpoint.ts";
import { computeRequests } from "../services/compute/compute-api.ts";
import { computeApi } from "../services/compute/compute-jobs.ts";
import { threadEndpoint } from "./thread-endpoint.ts";

/** What a compute thread is started with. */
export interface ComputeThreadData {
  readonly builds: KernelBuilds;
  readonly reproducible: boolean;
}

const { builds, reproducible } = workerData as ComputeThreadData;
// Later versions have relaxed SIMD without asking; version 20 has it behind this.
if (process.version.startsWith("v20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
expose(computeApi(loadKernels(builds, { reproducible })), threadEndpoint(), computeRequests);
