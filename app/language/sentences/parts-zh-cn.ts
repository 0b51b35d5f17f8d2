/** 句中的片语：只在句子的空位中译出，单独出现时不译。 */
export const partsZhCn: Readonly<Record<string, string>> = {
  "cell {place#}": "第 {place} 个单元格",
  nothing: "空缺",
};
