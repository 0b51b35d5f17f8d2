/** 运行单元格时的说明（kernel/runtime、sandbox、stdlib 与 app/frame）。 */
export const runtimeZhCn: Record<string, string> = {
  "{name!} is not defined": "{name} 未定义",
  "`{name!}` is defined more than once": "`{name}` 被定义了不止一次",
  "An input failed.": "有一项输入未能得出。",
  "`{name!}` is not defined in this notebook. Did you mean `{near}`?":
    "`{name}` 在这个笔记本中没有定义。您是不是要用 `{near}`？",
  "`{name!}` is not defined in this notebook. Define it in a cell, or correct the name.":
    "`{name}` 在这个笔记本中没有定义。请在单元格中定义它，或改正名称。",
  "`{name!}` is also defined in {others}. A name belongs to one cell: rename it here or there.":
    "`{name}` 在{others}中也有定义。一个名称只能属于一个单元格：请在此处或彼处改名。",
  "This cell reads {links}, which in turn depends on this cell (through {others}). Break the circle in one of them.":
    "此单元格读取 {links}，而后者又依赖此单元格（经由{others}）。请在其中一处断开循环。",
  "The cell is {reason}.": "单元格处于“{reason}”状态。",
  "The run was {ending}.": "运行已结束：{ending}。",
  "This cell was stopped before it finished.": "此单元格未运行完就被停止。",
  "The cell threw nothing (undefined).": "单元格抛出了空值（undefined）。",
  "A loop in this cell ran for {seconds#} s without a pause and was ended. Let it await something now and then, or move the work into `compute`.":
    "此单元格中的循环连续运行了 {seconds} 秒而没有停顿，已被终止。请让它不时 await，或把计算移入 `compute`。",
  "`compute` takes a function first, then its inputs.": "`compute` 的第一个参数是函数，其后是该函数的输入。",
  "`compute` takes a function written in the notebook; a built-in one has no source to send.":
    "`compute` 需要写在笔记本中的函数；内置函数没有可发送的源代码。",
  "The result of `compute` cannot be sent back: return plain data.": "`compute` 的结果无法传回：请返回普通数据。",
  "The worker stopped: {reason}.": "计算进程已停止：{reason}。",
  "An input of `compute` cannot be sent to a worker ({reason}). Send plain data.":
    "`compute` 的一项输入无法发送给计算进程（{reason}）。请发送普通数据。",
  "{entry}: not in the catalogue": "{entry}：不在数据目录中",
  "{notebook}.html defines no `{name!}`. It defines {names}.": "{notebook}.html 没有定义 `{name}`。它定义了 {names}。",
  "`{name!}` of {notebook}.html: {reason} (cell {place#} there)":
    "{notebook}.html 的 `{name}`：{reason}（该笔记本的第 {place} 个单元格）",
  "{name!}.html imports itself, through {path!}. Break the circle in one of them.":
    "{name}.html 经由 {path} 导入了自身。请在其中一处断开循环。",
};
