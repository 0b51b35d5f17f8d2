/** 打开与保存笔记本时的说明（app/session、cli/serve）。 */
export const serverZhCn: Record<string, string> = {
  "There is no notebook named “{name!}” on this site.": "本站没有名为“{name}”的笔记本。",
  "There is no notebook named “{name!}” in the folder.": "文件夹中没有名为“{name}”的笔记本。",
  "The file has changed since it was opened.": "打开之后，文件有改动。",
  "The file has been removed since it was opened.": "打开之后，文件已被删除。",
  "“{name!}” cannot be the name of a notebook.": "“{name}”不能用作笔记本的名称。",
  "This server answers on this machine only.": "此服务器只响应本机的请求。",
  "A save needs the notebook's text, and the version that it is based on.": "保存时需要笔记本的文本及其所依据的版本。",
  "Notebooks can be read and saved, nothing else.": "笔记本只能读取和保存。",
  "The notebook could not be written: {why}.": "无法写入笔记本：{why}。",
  "This page belongs to an earlier start of the server. Reload it to save.":
    "此页面属于服务器上一次启动。请重新载入后再保存。",
  "Only the workbench itself may ask this server.": "只有工作台本身可以使用此服务器。",
  "Another site may link to the workbench, nothing else.": "其他网站只能链接到工作台，不能作其他用途。",
  "The address is malformed.": "地址格式有误。",
  "This server opens no editor.": "此服务器不会打开编辑器。",
  "The server could not answer this request; its own output says why.": "服务器无法处理此请求；原因见服务器的输出。",
  "What was sent is not UTF-8 text.": "发送的内容不是 UTF-8 文本。",
  "The request ended before it was whole.": "请求在发送完整之前中断。",
  "“{file!}” is a link. Links are not followed out of the folder; put the file itself in its place.":
    "“{file}”是链接。服务器不会跟随链接离开文件夹；请改为放置文件本身。",
  "“{file!}” is not a regular file.": "“{file}”不是普通文件。",
  "“{file!}” changes faster than it can be read. Try again in a moment.": "“{file}”变动过快，无法读取。请稍后重试。",
  "“{file!}” is larger than a notebook may be ({size#} MiB).": "“{file}”超过笔记本的大小上限（{size} MiB）。",
  "“{file!}” is not UTF-8 text. Convert it to UTF-8 to open it.": "“{file}”不是 UTF-8 文本。请转换为 UTF-8 后再打开。",
  "There is “{name!}” already, whose name differs only in capitals. Choose another name.":
    "已有“{name}”，两者名称仅大小写不同。请另取名称。",
  "The folder of notebooks has been moved.": "笔记本文件夹已被移动。",
  "The save took too long. Try again in a moment.": "保存耗时过长。请稍后重试。",
  "Another process is writing this file and does not finish. Try again in a moment.":
    "另一个进程正在写入此文件，尚未完成。请稍后重试。",
  "There is no dataset file {name}.": "没有数据集文件 {name}。",
  "The dataset could not be read: the system says {code}.": "无法读取数据集：系统返回 {code}。",
  "The notebook could not be read: {why}.": "无法读取笔记本：{why}。",
  "The folder {path!} is a link. Links are not followed; put the folder itself in its place.":
    "文件夹 {path} 是链接。服务器不会跟随链接；请改为放置文件夹本身。",
  "Dataset {place#} of {path!}: {file} is not an Arrow file.": "{path} 的第 {place} 个数据集：{file} 不是 Arrow 文件。",
  "Dataset {place#} of {path!}: {why}": "{path} 的第 {place} 个数据集：{why}",
  "A notebook may be at most {size#} MiB.": "笔记本不能超过 {size} MiB。",
  "The frame's program could not be built.": "无法构建笔记本程序。",
  "The dataset `{name!}` of {folder} has the name or the file of another (`{other}`, {file}). Give it its own.":
    "{folder} 的数据集 `{name}` 与另一数据集（`{other}`，{file}）同名或同用一个文件。请另取名称或文件。",
  "The catalogue {path!} cannot be read: {message}.": "无法读取目录 {path}：{message}。",
  "The catalogue {path!} has no list `datasets`.": "目录 {path} 中没有列表 `datasets`。",
  "Dataset {place#} of {path!} has no `name` of small letters, digits and _, as a table of the database needs.":
    "{path} 的第 {place} 个数据集没有由小写字母、数字和 _ 组成的 `name`，而数据库的表需要这样的名称。",
  "Dataset {place#} of {path!} has no `file` beside the catalogue that ends in .arrow or .json.":
    "{path} 的第 {place} 个数据集没有位于目录旁、以 .arrow 或 .json 结尾的 `file`。",
  "Dataset {place#} of {path!}: there is no file {file}.": "{path} 的第 {place} 个数据集：没有文件 {file}。",
};
