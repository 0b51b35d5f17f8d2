/** 运行单元格时的说明（kernel/runtime、sandbox、stdlib 与 app/frame）。 */
export const runtimeZhCn: Record<string, string> = {
  "{entry}: not in the catalogue": "{entry}：不在数据目录中",
};
