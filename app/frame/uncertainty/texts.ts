import { messages } from "../../../lib/message/message.ts";

/** Texts of ± of a cell. */
export const uncertaintyTexts = messages("frame.uncertainty", {
  title: { en: "± of this cell", zh: "此单元格的不确定度" },
  ask: { en: "± how sure is this", zh: "± 这个数有多确定" },
  close: { en: "Close ±", zh: "关闭 ±" },
  stop: { en: "Stop", zh: "停止" },
  more: { en: "Make {count} draws", zh: "抽样 {count} 次" },
  which: { en: "Number", zh: "数值" },
  value: { en: "its value", zh: "单元格的值" },
  shown: { en: "shown {place}", zh: "第 {place} 个显示值" },
  hole: { en: "“{text}” in the text", zh: "文中的“{text}”" },
  page: { en: "on the page {value}", zh: "页面上为 {value}" },
  interval: { en: "95 %: {lo} – {hi}", zh: "95% 置信区间：{lo} – {hi}" },
  isMedian: { en: "median", zh: "中位数" },
  median: { en: "median {value}", zh: "中位数 {value}" },
  sure: { en: "No sample changes this number.", zh: "没有任何抽样量会改变这个数。" },
  figure: {
    en: "Distribution of {name}: 95 % of the draws lie between {lo} and {hi}, half of them below {median}.",
    zh: "{name} 的概率分布：95% 的抽样落在 {lo} 与 {hi} 之间，一半低于 {median}。",
  },
  shares: { en: "What makes it uncertain", zh: "不确定度的来源" },
  alone: { en: "alone", zh: "单独（一阶）" },
  together: { en: "with others", zh: "连同交互（总）" },
  share: {
    en: "{name}: alone {first} %, with others {total} % ({lo} – {hi} %)",
    zh: "{name}：单独 {first}%，连同交互 {total}%（{lo} – {hi}%）",
  },
  others: { en: "{count} {count:other makes|others make} less.", zh: "其余 {count} 个影响更小。" },
  group: { en: "group {name}", zh: "组 {name}" },
  percent: { en: "{value} %", zh: "{value}%" },
  drawing: { en: "Drawing", zh: "正在抽样" },
  sharing: { en: "Dividing among the samples", zh: "正在分解到各抽样量" },
  made: { en: "{draws} draws, seed {seed}, {sampler}", zh: "抽样 {draws} 次，种子 {seed}，{sampler}" },
  enough: { en: "known well enough", zh: "已足够准确" },
  sampler: { en: "Draws", zh: "抽样方式" },
  stopped: { en: "Stopped after {draws} draws.", zh: "抽样 {draws} 次后停止。" },
  stoppedEarly: { en: "Stopped before there was anything to show.", zh: "在得出任何结果之前已停止。" },
  again: { en: "Ask again", zh: "重新查询" },
  beyond: { en: "{count} further {count:number is|numbers are} not sampled.", zh: "另有 {count} 个数未抽样。" },
  instead: { en: "Ask instead:", zh: "可改为查询：" },
  done: {
    en: "± of {name}: {value}, 95 % interval {lo} to {hi}.",
    zh: "{name} 的不确定度：{value}，95% 置信区间 {lo} 至 {hi}。",
  },
});

/** How shares were computed. */
export const shareDesignTexts = messages("frame.design", {
  sobol: {
    en: "shares by Saltelli's design on Sobol's sequence, {count} evaluations",
    zh: "贡献由 Saltelli 设计（Sobol 序列）的 {count} 次求值得出",
  },
  random: {
    en: "shares by Saltelli's design on independent draws, Sobol's sequence having too few dimensions, {count} evaluations",
    zh: "贡献由 Saltelli 设计（独立随机抽样，因 Sobol 序列维数不足）的 {count} 次求值得出",
  },
});

/** The samplers. */
export const samplerTexts = messages("frame.sampler", {
  random: { en: "independent draws (Philox)", zh: "独立随机抽样（Philox）" },
  lhs: { en: "Latin hypercube", zh: "拉丁超立方抽样" },
  sobol: { en: "Sobol's sequence, scrambled", zh: "加扰 Sobol 序列" },
});

/** Why a sampler makes all its draws. */
export const samplerNoteTexts = messages("frame.sampling", {
  lhs: {
    en: "A Latin hypercube is whole or it is none: all its draws are made. The shares need a sample that can grow, and are made on one of their own.",
    zh: "拉丁超立方须整体完成才成立：其全部抽样都会进行。贡献的计算需要可逐步加长的样本，因而另用自己的样本。",
  },
  sobol: {
    en: "Sobol's sequence is even in powers of two: all these draws are made. The shares are made on a sample of their own.",
    zh: "Sobol 序列在 2 的幂次处才均匀：这些抽样都会进行。贡献另用自己的样本计算。",
  },
});
