import { messages } from "../message/message.ts";

/** Names of the steps that long work reports. */
export const step = messages("step", {
  checking: { en: "checking the table", zh: "检查投入产出表" },
  coefficients: { en: "coefficients", zh: "计算系数" },
  covariance: { en: "covariance", zh: "计算协方差" },
  diagonalBlocks: { en: "inverting the diagonal blocks", zh: "对角块求逆" },
  dividing: { en: "dividing", zh: "计算系数" },
  draws: { en: "draws", zh: "抽样" },
  evaluations: { en: "evaluations", zh: "求值" },
  exactDraws: { en: "exact draws", zh: "精确抽样" },
  factorising: { en: "factorising", zh: "矩阵分解" },
  integrating: { en: "integrating", zh: "积分" },
  inverting: { en: "inverting", zh: "求逆" },
  solving: { en: "solving", zh: "求解" },
});
