import type { embedEn } from "./embed-en.ts";

/** 嵌入其他页面时的用语。 */
export const embedZhCn: Record<keyof typeof embedEn, string> = {
  "embed.loading": "正在打开笔记本…",
  "embed.failed": "无法在此显示笔记本。",
  "embed.open": "在单独页面中打开",
  "embed.noSource": "缺少笔记本：请用属性 `src` 指明其页面。",
  "embed.missing": "这个笔记本中没有名为 {cells} 的单元格。现有：{known}。",
  "embed.label": "笔记本",
};
