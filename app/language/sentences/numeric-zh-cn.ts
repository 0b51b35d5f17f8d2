/** 数值计算与工具输入的说明（lib/numeric、lib/tool）。 */
export const numericZhCn: Record<string, string> = {
  "A thread of the numeric kernels does not answer any more.": "数值内核的一个线程不再响应。",
  "Entry {p#} lies at ({i#}, {j#}), outside the {rows#} × {columns#} matrix.":
    "第 {p} 个元素位于 ({i}, {j})，超出 {rows} × {columns} 的矩阵。",
  "{count#} divisors were given for {columns#} columns.": "给出了 {count} 个除数，而矩阵有 {columns} 列。",
  "A must be square, not {rows#} × {columns#}.": "A 必须是方阵，而不是 {rows} × {columns}。",
  "The right-hand side has {count#} rows, A has {rows#}.": "右端项有 {count} 行，而 A 有 {rows} 行。",
  "The right-hand side has {count#} rows, the system {rows#}.": "右端项有 {count} 行，而方程组有 {rows} 行。",
  "The matrix is singular: no usable pivot in column {column#}.": "矩阵奇异：第 {column} 列没有可用的主元。",
  "LU needs a square matrix, not {rows#} × {columns#}.": "LU 分解需要方阵，而不是 {rows} × {columns}。",
  "A {rows#} × {columns#} matrix holds {size#} numbers, but {count#} were given.":
    "{rows} × {columns} 的矩阵有 {size} 个数，但给出了 {count} 个。",
  "{name!}[{i#}] has {count#} numbers, but {first}[0] has {columns#}: every row needs the same length.":
    "{name}[{i}] 有 {count} 个数，而 {first}[0] 有 {columns} 个：各行长度必须相同。",
  "Shapes do not fit: ({rows#} × {columns#}) · ({rows2#} × {columns2#}) into ({rows3#} × {columns3#}).":
    "形状不符：({rows} × {columns}) · ({rows2} × {columns2}) 写入 ({rows3} × {columns3})。",
  "Shapes do not fit: ({rows#} × {columns#})ᵀ · ({rows2#} × {columns2#}) into ({rows3#} × {columns3#}).":
    "形状不符：({rows} × {columns})ᵀ · ({rows2} × {columns2}) 写入 ({rows3} × {columns3})。",
  "Shapes do not fit: U {rows#} × {columns#}, V {rows2#} × {columns2#}, X {rows3#} × {columns3#} for n = {n#}.":
    "形状不符：n = {n} 时，U 为 {rows} × {columns}，V 为 {rows2} × {columns2}，X 为 {rows3} × {columns3}。",
  "{count#} strengths were given for {changes#} changes.": "给出了 {count} 个幅度，而改动有 {changes} 项。",
  "{size#} MiB are needed at once; WebAssembly reaches 4096 MiB.":
    "一次需要 {size} MiB；WebAssembly 最多可用 4096 MiB。",
  "It takes no table; give it plain data.": "它不接受表，请给出普通数据。",
  "It makes no table.": "它不生成表。",
  "{name!} should be a table.": "{name} 应为投入产出表。",
  "… and {count#} more problems.": "……另有 {count} 个问题。",
  "{field!} should be {expected}, but {came} came.": "{field} 应为{expected}，实际为{came}。",
  "{field!} should hold at least {least#} entries, but {came} came.": "{field} 应至少有 {least} 项，实际为{came}。",
  "{field!} should hold above {least#} entries, but {came} came.": "{field} 应多于 {least} 项，实际为{came}。",
  "{field!} should hold at most {most#} entries, but {came} came.": "{field} 至多有 {most} 项，实际为{came}。",
  "{field!} should hold below {most#} entries, but {came} came.": "{field} 应少于 {most} 项，实际为{came}。",
  "the input should be {expected}, but {came} came.": "输入应为{expected}，实际为{came}。",
  "the input has no field {keys}.": "输入没有字段 {keys}。",
  "{field!} has no field {keys}.": "{field} 没有字段 {keys}。",
  "{field!}: {message}, but {came} came.": "{field}：{message}，实际为{came}。",
  "{field!} should be a text of at most {most#} characters, but it has {count#}.":
    "{field} 应为至多 {most} 个字符的文本，实际有 {count} 个。",
  "{field!} is nested more than {depth#} levels deep.": "{field} 的嵌套超过 {depth} 层。",
  '{field!} has a field "__proto__", which cannot be a name. Rename it.':
    "{field} 含有字段“__proto__”，它不能用作名称，请改名。",
  "{field!} has a name of {count#} characters; at most {most#} fit.":
    "{field} 含有长 {count} 个字符的名称；名称至多 {most} 个字符。",
  "{field!} makes the input larger than {most#} values. Give less at once.":
    "{field} 使输入超过 {most} 个值，请减少一次给出的数据。",
  "{field!} is no finite number ({value#}): numbers of the input are too large or too small to compute with, or the formula divides by zero.":
    "{field} 不是有限的数（{value}）：输入中的数过大或过小而无法计算，或公式以零作除数。",
};
