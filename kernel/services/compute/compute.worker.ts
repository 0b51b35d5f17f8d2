import { expose } from "../../boundary/endpoint.ts";
import { chooseKernels } from "./choose-kernels.ts";
import { computeRequests } from "./compute-api.ts";
import { computeApi } from "./compute-jobs.ts";

expose(computeApi(chooseKernels()), globalThis, computeRequests);
