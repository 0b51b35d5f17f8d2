/** 数值计算与工具输入的说明（lib/numeric、lib/tool）。 */
export const numericZhCn: Record<string, string> = {
  "The matrix is singular: no usable pivot in column {column#}.": "矩阵奇异：第 {column} 列没有可用的主元。",
  "{field!} should be {expected}, but {came} came.": "{field} 应为{expected}，实际为{came}。",
  "the input should be {expected}, but {came} came.": "输入应为{expected}，实际为{came}。",
  "the input has no field {keys}.": "输入没有字段 {keys}。",
  // 算术表达式
  'The {subject} {JSON!} cannot be read at character {value#} ("{text!}"): {what}.':
    "{subject} {JSON} 在第 {value} 个字符（“{text}”）处无法读取：{what}。",
  "The {subject} {JSON!} cannot be read at the end: {what}.": "{subject} {JSON} 在末尾无法读取：{what}。",
  'The {subject} {JSON!} has a character that is not arithmetic at {value#}: "{text!}".':
    "{subject} {JSON} 在第 {value} 个字符处有非算术字符：“{text}”。",
  '"{symbol!}" was expected': "此处应为“{symbol}”",
  "there is no variable or function of this name; the variables are {variables!}":
    "没有这个名称的变量或函数；变量有 {variables}",
  "{name!} takes {least#} arguments, but {count#} came": "{name} 需要 {least} 个参数，实际为 {count} 个",
  "an operation was expected": "此处应为运算符",
  "The {subject} has {count#} numbers, names and signs; at most {most#} were expected. Split it.":
    "{subject}含 {count} 个数、名称和符号；至多 {most} 个，请拆分。",
  "at most {depth#} brackets and signs may stand in one another": "括号与符号至多嵌套 {depth} 层",
  "a comparison was expected, one of < <= > >= == !=": "此处应为比较运算符：<、<=、>、>=、== 或 !=",
};
