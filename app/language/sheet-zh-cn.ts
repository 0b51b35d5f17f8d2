import type { sheetEn } from "./sheet-en.ts";

export const sheetZhCn: Record<keyof typeof sheetEn, string> = {
  "sheet.choose": "活动数据：选择 CSV 或 XLSX 文件，或拖放到此处",
  "sheet.read": "{file}：{rows} 行",
  "sheet.columns": "各列的含义",
  "sheet.category": "IPCC 类别",
  "sheet.activity": "活动",
  "sheet.unit": "单位",
  "sheet.year": "年份",
  "sheet.value": "数值",
  "sheet.technology": "技术",
  "sheet.plant": "工厂",
  "sheet.note": "备注",
};
