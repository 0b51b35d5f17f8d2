import type { adviceEn } from "./advice-en.ts";

export const adviceZhCn: Record<keyof typeof adviceEn, string> = {
  "advice.title": "建议",
  "advice.about": "即 `yuheng check` 的意见：无人读取的内容、缺少来源或文字说明之处，以及依赖图看不到的改动。",
  "advice.none": "没有建议。",
  "advice.looking": "正在阅读笔记本……",
  "advice.cell": "第 {place} 个单元格",
};
