/** 编译单元格时的说明（kernel/cell、kernel/compile）：语法、名称、导入、模板。 */
export const compileZhCn: Record<string, string> = {
  "“{name!}” is not declared in this cell, so it cannot be assigned here. Declare it in this cell with let, or change it in the cell that declares it.":
    "“{name}”不是在此单元格中声明的，不能在这里赋值。请在此单元格中用 let 声明，或到声明它的单元格中修改。",
  "“arguments” exists only inside a function.": "“arguments”只存在于函数内部。",
  "The global “{name!}” cannot be redefined. Choose another name.": "全局名称“{name}”不能重新定义，请换一个名称。",
  "This cell is nested too deeply to be read. Split it into several cells.":
    "此单元格嵌套过深，无法读取。请拆分为几个单元格。",
  "This cell could not be read: {reason}.": "无法读取此单元格：{reason}。",
  "Unexpected “{token}” here.": "此处不应出现“{token}”。",
  "The code ends before it is complete.": "代码不完整，提前结束。",
  "The code ends before it is complete: the “{token}” on line {line#} is never closed.":
    "代码不完整：第 {line} 行的“{token}”没有闭合。",
  "Import attributes have no meaning in a cell. Remove the “with {…}”.":
    "导入属性在单元格中没有意义，请去掉“with {…}”。",
  "“{specifier}” is not a notebook. Only other notebooks (./name.html) can be imported by path.":
    "“{specifier}”不是笔记本。按路径只能导入其他笔记本（./name.html）。",
  "“{specifier}” cannot be imported: a notebook has no network.": "无法导入“{specifier}”：笔记本不能访问网络。",
  "“{specifier}” cannot be imported: a notebook has no network. Available are: {libraries}.":
    "无法导入“{specifier}”：笔记本不能访问网络。可用的库有：{libraries}。",
  "A cell needs no export: every name it declares at its top level is visible to the other cells.":
    "单元格不需要 export：顶层声明的名称对其他单元格都可见。",
  "import.meta does not exist in a cell.": "单元格中没有 import.meta。",
  "The name “{name!}” is reserved. Choose another name.": "名称“{name}”是保留名称，请换一个。",
  "There is a kind of cell {kind} already.": "已有名为 {kind} 的单元格类型。",
  "Cells of kind “{kind}” are kept but not run.": "类型为“{kind}”的单元格会保留，但不运行。",
  "The output name “{output}” is not a name. Use letters, digits and _, not starting with a digit.":
    "输出名称“{output}”不能用作名称。请用字母、数字和 _，且不以数字开头。",
  "The database “{database}” cannot be reached: a notebook has no network. Remove the attribute “database” to query the notebook's own database.":
    "无法访问数据库“{database}”：笔记本不能访问网络。去掉属性“database”，即可查询笔记本自带的数据库。",
  "In an SQL cell “{lost}” loses its backslash, which is JavaScript's. Write “\\{kept}” to keep it.":
    "在 SQL 单元格中，“{lost}”的反斜杠会被当作 JavaScript 的转义而丢失。如需保留，请写作“\\{kept}”。",
  "The namespace “{name!}” cannot be run here. Use an object or separate declarations instead.":
    "命名空间“{name}”不能在此运行，请改用对象或分开声明。",
};
