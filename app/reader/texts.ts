import { messages } from "../../lib/message/message.ts";

/** Texts of the bar of a published page. */
export const readerTexts = messages("reader", {
  running: { en: "Running…", zh: "正在运行…" },
  stop: { en: "Stop", zh: "停止" },
  light: { en: "Light colours", zh: "浅色" },
  dark: { en: "Dark colours", zh: "深色" },
  still: { en: "The notebook stays as it was published: {reason}", zh: "笔记本保持发布时的样子：{reason}" },
  barred: {
    en: "the host of this page does not let its cells run (Content-Security-Policy).",
    zh: "本页所在的主机不允许运行其中的单元格（Content-Security-Policy）。",
  },
  offline: { en: "Available offline", zh: "可离线使用" },
  reproduce: { en: "Reproduce", zh: "复现" },
  reproduceWhy: {
    en: "Run everything again and compare it with what was published",
    zh: "全部重新运行，并与发布的结果比对",
  },
  share: { en: "Copy a link with the current inputs", zh: "复制带有当前输入值的链接" },
  copied: {
    en: "Link copied: it opens this page with the current inputs.",
    zh: "链接已复制：打开即为当前输入值。",
  },
  inAddress: { en: "The address of this page now contains the current inputs.", zh: "本页地址现已包含当前输入值。" },
  tooLong: { en: "The inputs are too large for a link.", zh: "输入值太多，链接放不下。" },
  link: { en: "The link set {inputs} {inputs:input|inputs}.", zh: "链接设定了 {inputs} 个输入值。" },
  linkEdits: {
    en: "The link set {inputs} {inputs:input|inputs} and changed {cells} {cells:cell|cells}.",
    zh: "链接设定了 {inputs} 个输入值，并改动了 {cells} 个单元格。",
  },
});
