import * as Comlink from "comlink";
import { chooseKernels } from "./choose-kernels.ts";
import { computeApi } from "./compute-jobs.ts";

Comlink.expose(computeApi(chooseKernels()));
