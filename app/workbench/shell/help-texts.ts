import { messages } from "../../../lib/message/message.ts";

/** Texts of the help. */
export const helpTexts = messages("workbench.help", {
  title: { en: "Help", zh: "帮助" },
  states: { en: "States of a cell", zh: "单元格状态" },
  colours: { en: "Colours in charts", zh: "图表颜色" },
  start: { en: "First steps", zh: "第一步" },
  inputs: {
    en: "Move a slider or choose another value: everything that depends on it updates.",
    zh: "移动滑块或选择其他值：所有依赖它的结果都会更新。",
  },
  code: {
    en: "Open the code of a cell, change it and press {run}: the cells that read it run again, and no others.",
    zh: "打开单元格的代码，修改后按 {run}：只有读取它的单元格会重新运行。",
  },
  source: {
    en: "Alt+click a number or a chart, or press T on a cell: its data, methods and assumptions are shown.",
    zh: "按住 Alt 单击数字或图表，或在单元格上按 T：查看其数据、方法与假设。",
  },
  uncertainty: {
    en: "Press ± beside a cell, or U: how uncertain the number is, and which inputs are the reason.",
    zh: "按单元格旁的 ± 或按 U：查看数值的不确定度及其主要来源。",
  },
  data: {
    en: "Drop a CSV, Excel or Parquet file anywhere, or paste cells of a spreadsheet: SQL and JavaScript can read the table.",
    zh: "把 CSV、Excel 或 Parquet 文件拖到任意位置，或粘贴电子表格的单元格：SQL 和 JavaScript 即可读取该表。",
  },
  palette: {
    en: "Press {all} for everything else: new cells, data, sharing, presenting, printing.",
    zh: "其他操作请按 {all}：新建单元格、数据、分享、演示、打印。",
  },
  command: { en: "when a cell is selected (Esc)", zh: "选中单元格时（Esc）" },
  editing: { en: "when its code is edited (Enter)", zh: "编辑代码时（Enter）" },
});

/** The meanings of the states of a cell. */
export const stateMeaningTexts = messages("workbench.meaning", {
  queued: { en: "waiting for its inputs or its turn", zh: "即将运行，正在等待轮次或输入" },
  running: { en: "running now; Stop ends it", zh: "正在运行，可按“停止”结束" },
  stale: { en: "inputs changed; run to update", zh: "输入已变，请运行以更新" },
  paused: { en: "paused by you, or reads a paused cell", zh: "它或它所读取的单元格已被暂停" },
  failed: { en: "stopped by an error; the message says why and where", zh: "未能完成，说明中有原因和位置" },
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
