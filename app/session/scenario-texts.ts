import { messages } from "../../lib/message/message.ts";

/** Texts of scenarios. */
export const scenarioTexts = messages("workbench.scenarios", {
  title: { en: "Scenarios", zh: "情景" },
  hint: {
    en: "Set the inputs of the notebook and save them under a name. Then compare a cell across all scenarios.",
    zh: "按需要设定笔记本的输入，并以一个名称保存；然后在各情景下比较同一单元格。",
  },
  keep: { en: "Save current inputs as a scenario", zh: "保存当前输入" },
  name: { en: "Name of the scenario", zh: "情景名称" },
  new: { en: "Scenario", zh: "情景" },
  now: { en: "now", zh: "当前" },
  apply: { en: "Apply", zh: "应用" },
  delete: { en: "Delete", zh: "删除" },
  deleteNamed: { en: "Delete {name}", zh: "删除{name}" },
  applyNamed: { en: "Apply {name}", zh: "应用{name}" },
  noInputs: {
    en: "This notebook has no inputs; a scenario can still fix its samples.",
    zh: "此笔记本没有输入；情景仍可固定其抽样量。",
  },
  fix: { en: "Fix a sample", zh: "固定抽样量" },
  fixTo: { en: "{name}, fixed to", zh: "{name}，固定为" },
  free: { en: "Let {name} vary again", zh: "让 {name} 重新变动" },
  compare: { en: "Compare", zh: "比较" },
  cell: { en: "Cell", zh: "单元格" },
  nothing: { en: "No cell depends on an input or a sample yet.", zh: "还没有单元格依赖输入或抽样量。" },
  comparing: { en: "Comparing…", zh: "正在比较…" },
  stop: { en: "Stop", zh: "停止" },
  scenario: { en: "Scenario", zh: "情景" },
  value: { en: "Value", zh: "数值" },
  difference: { en: "Difference from now", zh: "与当前之差" },
  made: {
    en: "{draws} draws with common random numbers, seed {seed}",
    zh: "抽样 {draws} 次（公共随机数），种子 {seed}",
  },
  certain: {
    en: "This cell does not depend on any sample: the differences are exact.",
    zh: "没有抽样量影响此单元格：差值是精确的。",
  },
  failed: { en: "It could not be compared. {reason}", zh: "无法比较。{reason}" },
});
