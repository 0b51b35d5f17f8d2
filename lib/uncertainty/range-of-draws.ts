import { messages } from "../message/message.ts";

/**
 * What the 2.5 % and the 97.5 % quantile of draws are called, everywhere: what they are of, and no interval that holds a truth with a
 * probability. Only bounds that were held against published figures may be called an interval of 95 % (`coverage/coverage.ts`).
 */
export const rangeOfDraws = messages("draws", {
  between: { en: "95 % of the draws lie between {lo} and {hi}", zh: "95 % 的抽样介于 {lo} 与 {hi} 之间" },
  title: { en: "Range of the draws, 2.5–97.5 %", zh: "抽样范围（2.5–97.5 %）" },
  bounds: { en: "{bounds}, 95 % of the draws", zh: "{bounds}，95 % 的抽样" },
  lo: { en: "2.5 % of the draws are below", zh: "2.5 % 的抽样低于此值" },
  hi: { en: "97.5 % of the draws are below", zh: "97.5 % 的抽样低于此值" },
  quantiles: {
    en: "Bounds of draws are their 2.5 % and 97.5 % quantiles: what the uncertainty given to the inputs does to the result, and no error of the model or of what is taken as exact.",
    zh: "抽样的上下限为其 2.5 % 与 97.5 % 分位数：只反映为各输入给定的不确定性对结果的影响，不含模型的误差，也不含视为精确的数据的误差。",
  },
  covers: {
    en: "The range covers the uncertainty that inputs were given, and no error of the model or of what is taken as exact.",
    zh: "该范围只包含为各输入给定的不确定性，不含模型的误差，也不含视为精确的数据的误差。",
  },
});
