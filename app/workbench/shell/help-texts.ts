import { messages } from "../../../lib/message/message.ts";

/** Texts of the help. */
export const helpTexts = messages("workbench.help", {
  title: { en: "Help", zh: "帮助" },
  states: { en: "States of a cell", zh: "单元格状态" },
  colours: { en: "Colours in charts", zh: "图表颜色" },
  how: {
    en: "A cell runs when something it reads changes. Drag a slider or edit a line: only what rests on it moves.",
    zh: "单元格所读取的内容一变，它就会运行。拖动滑块或改一行代码，只有与之相关的结果会更新。",
  },
  command: { en: "when a cell is chosen (Esc)", zh: "选中单元格时（Esc）" },
  editing: { en: "when its code is edited (Enter)", zh: "编辑代码时（Enter）" },
});

/** The meanings of the states of a cell. */
export const stateMeaningTexts = messages("workbench.meaning", {
  queued: { en: "it will run; its turn or its inputs are awaited", zh: "即将运行，正在等待轮次或输入" },
  running: { en: "it runs now; Stop ends it", zh: "正在运行，可按“停止”结束" },
  stale: { en: "what it reads has changed and it waits to be asked", zh: "所读取的内容已变，等待您的要求" },
  paused: { en: "you paused it, or a cell it reads", zh: "它或它所读取的单元格已被暂停" },
  failed: { en: "it could not finish; the sentence says why and where", zh: "未能完成，说明中有原因和位置" },
});

/** The meanings of the colours of charts. */
export const chartTexts = messages("workbench.chart", {
  production: { en: "production", zh: "生产侧排放" },
  consumption: { en: "consumption", zh: "消费侧排放" },
  "trade-in": { en: "embodied in imports", zh: "进口隐含排放" },
  "trade-out": { en: "embodied in exports", zh: "出口隐含排放" },
  natural: { en: "natural source", zh: "自然源" },
  sink: { en: "sink", zh: "汇" },
  avoided: { en: "avoided: hatched, never netted", zh: "避免的排放：斜线，不作抵扣" },
  band: { en: "uncertainty: a lighter band", zh: "不确定性：浅色带" },
  modelled: { en: "modelled, not reported: dashed", zh: "模型估算而非报告值：虚线" },
});
