import { setFlagsFromString } from "node:v8";
import { workerData } from "node:worker_threads";
import { type KernelBuilds, loadKernels } from "../../lib/numeric/load-kernels.ts";
import { expose } from "../boundary/endpoint.ts";
import { computeRequests } from "../services/compute/compute-api.ts";
import { computeApi } from "../services/compute/compute-jobs.ts";
import { threadEndpoint } from "./thread-endpoint.ts";

/** The start data of a compute thread. */
export interface ComputeThreadData {
  readonly builds: KernelBuilds;
  readonly reproducible: boolean;
}

const { builds, reproducible } = workerData as ComputeThreadData;
// Later versions enable relaxed SIMD by default; version 20 needs a flag.
if (process.version.startsWith("v20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
expose(computeApi(loadKernels(builds, { reproducible })), threadEndpoint(), computeRequests);
