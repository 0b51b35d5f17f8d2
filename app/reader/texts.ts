import { messages } from "../../lib/message/message.ts";

/** Texts of the bar of a published page. */
export const readerTexts = messages("reader", {
  cell: { en: "Cell {place}", zh: "第 {place} 个单元格" },
  running: { en: "Running…", zh: "正在运行…" },
  stop: { en: "Stop", zh: "停止" },
  light: { en: "Light colours", zh: "浅色" },
  dark: { en: "Dark colours", zh: "深色" },
  still: { en: "The notebook stays as it was published: {reason}", zh: "笔记本保持发布时的样子：{reason}" },
  offline: { en: "Available offline", zh: "可离线使用" },
  reproduce: { en: "Reproduce", zh: "复现" },
  reproduceWhy: {
    en: "Run everything again and hold it against what was published",
    zh: "全部重新运行，并与发布的结果比对",
  },
  reproduction: { en: "Reproduction", zh: "复现" },
  reproducing: { en: "Running again: {done} of {all} cells", zh: "正在重新运行：已完成 {done}/{all} 个单元" },
  reproduced: {
    en: "✔ Reproduced: {count:the one cell gives|all cells give} what was published ({count}).",
    zh: "✔ 已复现：全部 {count} 个单元与发布的结果一致。",
  },
  differs: {
    en: "✘ {count} of {all} cells {count:differs|differ} from what was published.",
    zh: "✘ {all} 个单元中有 {count} 个与发布的结果不一致。",
  },
  notReproduced: { en: "The notebook could not be run again: {reason}", zh: "笔记本未能重新运行：{reason}" },
  how: {
    en: "Code, inputs, data and results are compared by their SHA-256. Numbers count to {digits} significant digits; below 10⁻⁹ they are 0.",
    zh: "代码、输入、数据和结果按 SHA-256 比对。数值取 {digits} 位有效数字，绝对值小于 10⁻⁹ 视为 0。",
  },
  share: { en: "Copy a link with the inputs as they stand", zh: "复制带有当前输入值的链接" },
  copied: {
    en: "Link copied: it opens this page with the inputs as they stand.",
    zh: "链接已复制：打开即为当前输入值。",
  },
  inAddress: { en: "The address of this page now holds the inputs as they stand.", zh: "本页地址现已包含当前输入值。" },
  tooLong: { en: "The inputs hold too much for a link.", zh: "输入值太多，链接放不下。" },
  link: { en: "The link set {inputs} {inputs:input|inputs}.", zh: "链接设定了 {inputs} 个输入值。" },
  linkEdits: {
    en: "The link set {inputs} {inputs:input|inputs} and changed {cells} {cells:cell|cells}.",
    zh: "链接设定了 {inputs} 个输入值，并改动了 {cells} 个单元格。",
  },
  close: { en: "Close", zh: "关闭" },
});

/** The verdicts of the reproduction of a cell. */
export const verdictTexts = messages("reader.verdict", {
  same: { en: "✔ reproduced", zh: "✔ 已复现" },
  code: { en: "✘ its code differs", zh: "✘ 代码不同" },
  data: { en: "✘ it read other data than the page was built with", zh: "✘ 读取的数据与生成页面时不同" },
  inputs: { en: "✘ differs, because a cell that it reads does", zh: "✘ 不一致，因为它读取的单元不一致" },
  result: { en: "✘ differs, from the same code, inputs and data", zh: "✘ 代码、输入和数据相同，结果却不一致" },
  failed: { en: "✘ failed", zh: "✘ 运行失败" },
  unproved: { en: "– was published without a result", zh: "– 发布时没有结果" },
});
