import type { typingEn } from "./typing-en.ts";

export const typingZhCn: Record<keyof typeof typingEn, string> = {
  "action.cellRename": "在所有单元格中重命名",
  "action.cellDefine": "转到定义",
  "action.cellDescribe": "显示文档",
  "typing.rename": "在所有单元格中重命名 {name}",
  "typing.submit": "重命名",
  "typing.from": "来自第 {place} 个单元格",
  "typing.overload": "第 {at} 种，共 {count} 种",
  "typing.nothing": "此处没有可以重命名的名称。",
  "typing.notAName": "“{name}”不能用作名称。",
  "typing.taken": "名称“{name}”已被占用：由第 {place} 个单元格给出。",
  "typing.clash": "“{name}”已出现在第 {place} 个单元格中，改名后含义会变。",
  "typing.library": "这个名称属于库，不能更改。",
  "typing.noDefinition": "没有单元格声明这个名称。",
  "typing.noDescription": "此处没有可说明的内容。",
};
