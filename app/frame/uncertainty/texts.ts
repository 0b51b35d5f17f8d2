import { messages } from "../../../lib/message/message.ts";

export const uncertaintyTexts = messages("frame.uncertainty", {
  title: { en: "Uncertainty of this number", zh: "这个数的不确定度" },
  titleOfFigure: { en: "Uncertainty of the numbers in this figure", zh: "图中各数的不确定度" },
  ask: { en: "±: how sure is this number?", zh: "±：这个数有多确定？" },
  close: { en: "Close ±", zh: "关闭 ±" },
  stop: { en: "Stop", zh: "停止" },
  more: { en: "Run {count} draws", zh: "抽样 {count} 次" },
  which: { en: "Number", zh: "数值" },
  value: { en: "its value", zh: "单元格的值" },
  shown: { en: "shown {place}", zh: "第 {place} 个显示值" },
  hole: { en: "“{text}” in the text", zh: "文中的“{text}”" },
  page: { en: "shown on the page: {value}", zh: "页面上显示为 {value}" },
  isMedian: { en: "median", zh: "中位数" },
  median: { en: "median {value}", zh: "中位数 {value}" },
  sure: { en: "This number does not depend on any uncertain input.", zh: "这个数不依赖任何不确定的输入。" },
  figure: {
    en: "Distribution of {name}: 95 % of the draws lie between {lo} and {hi}, half of them below {median}.",
    zh: "{name} 的概率分布：95 % 的抽样落在 {lo} 与 {hi} 之间，一半低于 {median}。",
  },
  ofFigure: {
    en: "The figure shows {name}. These are its numbers.",
    zh: "此图绘制的是 {name}，以下是其中的数。",
  },
  intervalOf: { en: "{name}: {value}", zh: "{name}：{value}" },
  moreIntervals: { en: "{count} {count:number is|numbers are} not listed.", zh: "另有 {count} 个数未列出。" },
  shares: { en: "Share of each uncertain input in the spread", zh: "各不确定输入对离散程度的贡献" },
  alone: { en: "alone", zh: "单独（一阶）" },
  together: { en: "including interactions", zh: "连同交互（总）" },
  share: {
    en: "{name}: alone {first} %, including interactions {total} % ({lo} – {hi} %)",
    zh: "{name}：单独 {first}%，连同交互 {total}%（{lo} – {hi}%）",
  },
  others: {
    en: "{count} {count:other input contributes|other inputs contribute} less.",
    zh: "其余 {count} 个输入的贡献更小。",
  },
  group: { en: "group {name}", zh: "组 {name}" },
  percent: { en: "{value} %", zh: "{value} %" },
  drawing: { en: "Drawing the uncertain inputs at random", zh: "正在对不确定的输入随机抽样" },
  sharing: { en: "Computing the share of each input", zh: "正在计算各输入的贡献" },
  made: { en: "{draws} draws, seed {seed}, {sampler}", zh: "抽样 {draws} 次，种子 {seed}，{sampler}" },
  madeEnough: { en: "{made} (the range is precise enough)", zh: "{made}（范围已足够精确）" },
  madeAndShared: { en: "{made}; {shares}", zh: "{made}；{shares}" },
  sampler: { en: "Sampling method", zh: "抽样方法" },
  stopped: { en: "Stopped after {draws} draws.", zh: "抽样 {draws} 次后停止。" },
  stoppedEarly: { en: "Stopped before the first result.", zh: "在得出首个结果之前已停止。" },
  again: { en: "Run again", zh: "重新计算" },
  beyond: { en: "{count} further {count:number is|numbers are} not included.", zh: "另有 {count} 个数未计算。" },
  instead: { en: "Show ± of:", zh: "可查看以下数的 ±：" },
  done: {
    en: "± of {name}: {value}; {range}.",
    zh: "{name} 的不确定度：{value}；{range}。",
  },
});

/** The proposals, if a cell does not depend on a sample. */
export const proposalTexts = messages("frame.proposals", {
  none: {
    en: "This number does not depend on any uncertain input yet.",
    zh: "这个数还不依赖任何不确定的输入。",
  },
  ask: {
    en: "This number does not depend on any uncertain input yet. Mark one as uncertain:",
    zh: "这个数还不依赖任何不确定的输入。请将其中一个标为不确定：",
  },
  askInput: {
    en: "This is an input: it has the value that is chosen here. Mark it as uncertain:",
    zh: "这是一个输入，取此处选定的值。可将其标为不确定：",
  },
  nothing: {
    en: "Nothing in the notebook above it is a number that could be marked. Give one of its inputs a distribution, such as {example}.",
    zh: "它所依据的单元格中没有可标记的数。请为其某个输入给出概率分布，例如 {example}。",
  },
  candidates: { en: "Numbers that can be marked as uncertain", zh: "可标为不确定的数" },
  place: { en: "cell {place}", zh: "第 {place} 个单元格" },
  rows: { en: "{count} {count:row|rows}", zh: "{count} 行" },
  input: { en: "input", zh: "输入" },
  noRange: { en: "No published range: choose ±.", zh: "没有已发布的范围：请选择 ±。" },
  stated: { en: "{law}: {origin}", zh: "{law}：{origin}" },
  relative: { en: "± {percent} % (1σ)", zh: "±{percent}%（1σ）" },
  absolute: { en: "± {sigma} (1σ)", zh: "±{sigma}（1σ）" },
  percent: { en: "Your assumption for the 95 % interval, ± %", zh: "自设的 95 % 区间，± %" },
  invalidPercent: { en: "Enter a number from {least} to {most}.", zh: "请输入 {least} 至 {most} 之间的数。" },
  preview: { en: "Change of the code", zh: "代码的改动" },
  mark: { en: "Mark as uncertain", zh: "标为不确定" },
  undo: { en: "One undo takes the change back.", zh: "撤销一次即可恢复。" },
  more: { en: "Show {count} more", zh: "再显示 {count} 个" },
});

/** How shares were computed. */
export const shareDesignTexts = messages("frame.design", {
  sobol: {
    en: "shares by Saltelli's design on a Sobol sequence, {count} evaluations",
    zh: "贡献由 Saltelli 设计（Sobol 序列）的 {count} 次求值得出",
  },
  random: {
    en: "shares by Saltelli's design on independent draws, because the Sobol sequence has too few dimensions, {count} evaluations",
    zh: "贡献由 Saltelli 设计（独立随机抽样，因 Sobol 序列维数不足）的 {count} 次求值得出",
  },
});

/** The samplers. */
export const samplerTexts = messages("frame.sampler", {
  random: { en: "independent draws (Philox)", zh: "独立随机抽样（Philox）" },
  lhs: { en: "Latin hypercube", zh: "拉丁超立方抽样" },
  sobol: { en: "Sobol sequence, scrambled", zh: "加扰 Sobol 序列" },
});

/** Why a sampler makes all its draws. */
export const samplerNoteTexts = messages("frame.sampling", {
  lhs: {
    en: "A Latin hypercube is valid only as a whole, so all draws are made. The shares need a sample that can be extended and use their own.",
    zh: "拉丁超立方须整体完成才有效，因此全部抽样都会进行。贡献的计算需要可逐步加长的样本，因而另用自己的样本。",
  },
  sobol: {
    en: "A Sobol sequence is evenly spread at powers of two, so all these draws are made. The shares use a sample of their own.",
    zh: "Sobol 序列在 2 的幂次处才均匀，因此这些抽样都会进行。贡献另用自己的样本计算。",
  },
});
