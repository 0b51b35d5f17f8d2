/** 数值计算与工具输入的说明（lib/numeric、lib/tool）。 */
export const numericZhCn: Record<string, string> = {
  "The matrix is singular: no usable pivot in column {column#}.": "矩阵奇异：第 {column} 列没有可用的主元。",
  "{field!} should be {expected}, but {came} came.": "{field} 应为{expected}，实际为{came}。",
  "the input should be {expected}, but {came} came.": "输入应为{expected}，实际为{came}。",
  "the input has no field {keys}.": "输入没有字段 {keys}。",
};
