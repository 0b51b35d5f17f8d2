import { lifecycleCalculate } from "./tools/calculate.ts";
import { uncertaintyLifecycle } from "./tools/uncertainty.ts";

/** Uncertainty of product systems. */
export const productUncertainty = {
  lifecycle: uncertaintyLifecycle,
};

/** Product systems: what a functional unit needs, takes and gives. */
export const lifecycle = {
  calculate: lifecycleCalculate,
};
