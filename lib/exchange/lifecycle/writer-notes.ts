import { messages } from "../../message/message.ts";

/** What a writer of inventories says about what its format cannot hold. Each counts its cases and names the first. */
export const lossNotes = messages("exchange.losses", {
  ids: {
    en: "{count} ids that are not UUIDs, as the format demands, were replaced by UUIDs made of them (first: {first}).",
    zh: "格式要求 UUID；{count} 个其他形式的标识已替换为由其生成的 UUID（首个：{first}）。",
  },
  stages: {
    en: "{count} stages of the life cycle were not written (first: {first}).",
    zh: "未写出 {count} 个生命周期阶段（首个：{first}）。",
  },
  noProduct: {
    en: "{count} activities without a product were not written (first: {first}).",
    zh: "未写出 {count} 个没有产品的活动（首个：{first}）。",
  },
  noReference: {
    en: "{count} activities name no reference product; their first product was written as such (first: {first}).",
    zh: "{count} 个活动未指定参考产品；已将其第一个产品写为参考产品（首个：{first}）。",
  },
  substitution: {
    en: "{count} substitutions were written as negative inputs (first: {first}).",
    zh: "{count} 个替代（避免负担）写为负的投入（首个：{first}）。",
  },
  laws: {
    en: "{count} distributions that the format cannot state were not written (first: {first}).",
    zh: "未写出 {count} 个格式无法表达的分布（首个：{first}）。",
  },
  rounded: {
    en: "{count} spreads or shares were rounded to the five digits of the format (first: {first}).",
    zh: "{count} 个离散度或份额按格式的五位数字作了舍入（首个：{first}）。",
  },
  shares: {
    en: "{count} stated shares of allocation were not written (first: {first}).",
    zh: "未写出 {count} 个给定的分配份额（首个：{first}）。",
  },
  properties: {
    en: "{count} sets of product properties (mass, energy, price) were not written (first: {first}).",
    zh: "未写出 {count} 组产品属性（质量、能量、价格）（首个：{first}）。",
  },
  only: {
    en: "{count} assignments of an exchange to one of several products were not written (first: {first}).",
    zh: "未写出 {count} 个交换与某一产品的专属关系（首个：{first}）。",
  },
  formulas: {
    en: "{count} formulas were not written; the amounts were (first: {first}).",
    zh: "未写出 {count} 个公式，只写出数值（首个：{first}）。",
  },
  commonParameters: {
    en: "{count} activities use parameters that hold everywhere; these were written as their own (first: {first}).",
    zh: "{count} 个活动使用全局参数；已将其写为各活动自己的参数（首个：{first}）。",
  },
  unusedParameters: {
    en: "{count} parameters that no formula uses were not written (first: {first}).",
    zh: "未写出 {count} 个没有公式使用的参数（首个：{first}）。",
  },
  parameterUnits: {
    en: "{count} units of parameters were not written (first: {first}).",
    zh: "未写出 {count} 个参数的单位（首个：{first}）。",
  },
  parameters: {
    en: "{count} parameters were not written, because the format has none (first: {first}).",
    zh: "格式没有参数，未写出 {count} 个参数（首个：{first}）。",
  },
  zeroProducts: {
    en: "{count} products with an amount of 0 will be passed over by readers (first: {first}).",
    zh: "{count} 个数量为 0 的产品会被读取程序略过（首个：{first}）。",
  },
  providers: {
    en: "{count} providers were not written, because the format identifies them by product, place and name only (first: {first}).",
    zh: "未写出 {count} 个供应活动，因为格式只以产品、地点和名称识别它们（首个：{first}）。",
  },
  names: {
    en: "{count} names were made distinct by an addition, because the format has no ids (first: {first}).",
    zh: "格式没有标识，{count} 个名称加了后缀以示区别（首个：{first}）。",
  },
  wastes: {
    en: "{count} wastes are not marked as such, because no activity treats them (first: {first}).",
    zh: "{count} 个废物没有处理活动，因此未标明为废物（首个：{first}）。",
  },
  administration: {
    en: "Authors, review and publication, which the publisher's schema demands, are not part of an inventory and were not written.",
    zh: "发布者的模式要求作者、审查与出版信息；清单不含这些内容，因此未写出。",
  },
});
