import { lifecycleAllocate } from "./tools/allocate.ts";
import { lifecycleCalculate } from "./tools/calculate.ts";
import { uncertaintyLifecycle } from "./tools/uncertainty.ts";

/** Uncertainty of product systems. */
export const productUncertainty = {
  lifecycle: uncertaintyLifecycle,
};

/** Product systems: requirements and elementary flows of a functional unit. */
export const lifecycle = {
  calculate: lifecycleCalculate,
  allocate: lifecycleAllocate,
};
