import { quantityAdd, quantityConvert, quantityEquivalent, quantityMultiply } from "./tools/arithmetic.ts";
import { quantityCompare } from "./tools/compare.ts";
import { quantityGrowth } from "./tools/growth.ts";
import { quantityOtherMetric } from "./tools/other-metric.ts";

/** Units, gases and metrics that cannot be mixed. */
export const quantity = {
  convert: quantityConvert,
  add: quantityAdd,
  multiply: quantityMultiply,
  compare: quantityCompare,
  growth: quantityGrowth,
  equivalent: quantityEquivalent,
  otherMetric: quantityOtherMetric,
};
