/** 笔记本文件与编辑操作的说明（kernel/document）：读取、撤销、转换。 */
export const documentZhCn: Record<string, string> = {
  "The source of cell {id#} has {count#} characters; {from#} to {to#} is not a part of it.":
    "单元格 {id} 的源代码共 {count} 个字符，不含第 {from} 至 {to} 个字符这一段。",
  "“{name!}” is not an attribute that can be set on a cell.": "“{name}”不是可以为单元格设置的属性。",
  "“{name!}” is not an attribute that can be set on a notebook.": "“{name}”不是可以为笔记本设置的属性。",
  "There is no deleted cell {id#} to restore.": "没有可以恢复的已删除单元格 {id}。",
  "There is nothing to {action}.": "没有可以{action}的操作。",
  "There is a cell {id#} already.": "已有单元格 {id}。",
  "{id#} cannot be the id of a cell: ids are whole numbers from 1.":
    "{id} 不能作为单元格的编号：编号是从 1 开始的整数。",
  "There is no cell {id#}; it may have been deleted.": "没有单元格 {id}，它可能已被删除。",
  "There is no cell {id#} to put a cell after.": "没有单元格 {id}，无法放在它之后。",
  "The input values of this cell ({attribute}) are not a JSON object. They are kept, but have no effect.":
    "此单元格的输入值（{attribute}）不是 JSON 对象。内容会保留，但不起作用。",
  "This notebook was written by a newer version of Yuheng (format {version}). What is new in it is kept, but has no effect here.":
    "这个笔记本由更新版本的玉衡写成（格式 {version}）。其中的新内容会保留，但在此不起作用。",
  "Line {line#}: {problem}": "第 {line} 行：{problem}",
  "The text from here on is cut off: a comment or a tag is never closed.": "从此处起内容被截断：有注释或标签没有闭合。",
  "This file has more than one <notebook>. The cells of all are read as one notebook.":
    "此文件中有多个 <notebook>，其中的单元格全部作为一个笔记本读取。",
  "The <title> is never closed.": "<title> 没有闭合。",
  "This cell is never closed by </script>; it reaches to the end of the file.":
    "此单元格没有用 </script> 闭合，一直延续到文件末尾。",
  "This cell has a <script after a <!--. Other programs may take all that follows for a part of it; an edit of the cell mends that.":
    "此单元格的 <!-- 之后有 <script。其他程序可能把后面的内容全部当作它的一部分；编辑一次该单元格即可修正。",
  "Another cell has the id {wrong#} too; it is known as cell {id#}.":
    "另一个单元格也用了编号 {wrong}；此单元格改用编号 {id}。",
  "This cell has no valid id; it is known as cell {id#}.": "此单元格没有有效的编号；现用编号 {id}。",
  "This file has no <notebook>, so it has no cells. One is added with the first cell.":
    "此文件中没有 <notebook>，因此没有单元格。添加第一个单元格时会一并添加。",
  "The <notebook> is never closed by </notebook>.": "<notebook> 没有用 </notebook> 闭合。",
  "This is not a Jupyter notebook: it is not JSON ({reason}).": "这不是 Jupyter 笔记本：内容不是 JSON（{reason}）。",
  "This is not a Jupyter notebook: it has no list of cells.": "这不是 Jupyter 笔记本：其中没有单元格列表。",
  "Cells in another language ({language}) do not run here: {count#} were kept as text.":
    "其他语言（{language}）的单元格不能在此运行：{count} 个已作为文本保留。",
  "Files attached to cells are not kept: {count#} cells had some.":
    "单元格的附件不会保留：有 {count} 个单元格带有附件。",
  "Cell {place#} was kept as text: {problem}": "第 {place} 个单元格已作为文本保留：{problem}",
  "Not available here: {names}.": "此处没有：{names}。",
  "Cell {place#} was converted, but will not run. {note}": "第 {place} 个单元格已转换，但无法运行。{note}",
};
