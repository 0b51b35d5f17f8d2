/** 运行单元格时的说明（kernel/runtime、sandbox、stdlib 与 app/frame）。 */
export const runtimeZhCn: Record<string, string> = {
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
};
