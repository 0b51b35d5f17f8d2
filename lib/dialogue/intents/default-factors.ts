import type { Assumption } from "../plan.ts";

/** What is taken where a question gives no factor of its own. */
export const defaultFactors: Assumption = {
  slot: "method",
  value: "Tier 1",
  label: { en: "default factors of the IPCC", zh: "IPCC 缺省因子" },
  because: { en: "no factor of its own is given", zh: "未给出自有因子" },
  rivals: [],
};
