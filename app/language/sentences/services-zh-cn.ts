/** 数据集、SQL 与计算服务的说明（kernel/services）。 */
export const servicesZhCn: Record<string, string> = {
  "The call was cancelled.": "调用已取消。",
  "There is no dataset named `{name!}`. Did you mean `{near}`?": "没有名为 `{name}` 的数据集。您是不是要用 `{near}`？",
  "There is no dataset named `{name!}`. The data panel lists what there is.":
    "没有名为 `{name}` 的数据集。“数据”面板列出了现有的数据集。",
  "There is no table or dataset named `{name!}`. Did you mean `{near}`?":
    "没有名为 `{name}` 的表或数据集。您是不是要用 `{near}`？",
  "There is no table or dataset named `{name!}`. The data panel lists what there is.":
    "没有名为 `{name}` 的表或数据集。“数据”面板列出了现有的数据集。",
  "The imported dataset `{name!}` is no longer in the browser's storage: import it again.":
    "导入的数据集 `{name}` 已不在浏览器的存储中，请重新导入。",
  "The catalogue of datasets (datasets/catalogue.json) could not be read. Is the server running?":
    "无法读取数据目录（datasets/catalogue.json）。服务器是否在运行？",
  "The file of dataset `{name!}` (datasets/{file!}) is missing: {why}.":
    "缺少数据集 `{name}` 的文件（datasets/{file}）：{why}。",
  "The file of dataset `{name!}` (datasets/{file!}) is longer than the catalogue says ({bytes#} bytes). Run `npm run datasets` or restore the file.":
    "数据集 `{name}` 的文件（datasets/{file}）比数据目录所述的 {bytes} 字节更长。请运行 `npm run datasets` 或恢复该文件。",
  "The file of dataset `{name!}` (datasets/{file!}) is not the one the catalogue describes: its SHA-256 is {found}…, expected {wanted}…. Run `npm run datasets` or restore the file.":
    "数据集 `{name}` 的文件（datasets/{file}）与数据目录所述不符：其 SHA-256 为 {found}…，应为 {wanted}…。请运行 `npm run datasets` 或恢复该文件。",
  "The database was stopped while this query ran. It starts again with the next query.":
    "此查询运行时数据库被停止。下次查询时会重新启动。",
  "The database was restarted, and the table `{table!}` is gone with it. Run the cell that creates it.":
    "数据库已重新启动，表 `{table}` 随之消失。请运行创建它的单元格。",
  "The result of this query is damaged and was not used. Run it again.": "此查询的结果已损坏，未予采用。请重新运行。",
  "This query cannot be split into its statements with certainty. Simplify its quotes and comments.":
    "无法确定此查询由哪些语句组成。请简化其中的引号和注释。",
  "The catalog `{name!}` cannot be changed. Create tables by a name alone.":
    "目录 `{name}` 不能改动。创建表时只写表名即可。",
  "`{name!}` is a dataset and cannot be changed. Choose another name.": "`{name}` 是数据集，不能改动。请换一个名称。",
  "`{name!}` is a function of the database and cannot be replaced. Choose another name.":
    "`{name}` 是数据库的函数，不能替换。请换一个名称。",
  "This query left its transaction, and the database was stopped for it. It starts again with the next query; tables that cells created are gone.":
    "此查询脱离了所在的事务，数据库因此被停止。下次查询时会重新启动；单元格创建的表已不存在。",
  "The query is empty: write a statement such as `select 1`.": "查询为空：请写一条语句，例如 `select 1`。",
  "`{verb!}` is not available in a notebook: each query is a transaction of its own.":
    "笔记本中不能使用 `{verb}`：每个查询自成一个事务。",
  "`{statement!}` is not available in a notebook: its database has no files, settings or other databases. Tables, views, macros and types can be created and queried.":
    "笔记本中不能使用 `{statement}`：其数据库没有文件、设置或其他数据库。可以创建和查询表、视图、宏与类型。",
  "An invalid date cannot be used in a query.": "无效的日期不能用于查询。",
  "A value of type {type} cannot be used in a query: give a number, a text, a date, a list of these, or null.":
    "类型为 {type} 的值不能用于查询：请给出数字、文本、日期、它们的列表或 null。",
  "A query has more values than places for them.": "查询中的值多于可填入的位置。",
  "The file is not packed: it is no gzip stream, or it was cut.": "文件并非压缩格式：不是 gzip 流，或已被截断。",
  "The packed file has {count#} bytes where {needed#} are needed.": "压缩文件有 {count} 字节，应为 {needed} 字节。",
  "The packed file has no header.": "压缩文件没有文件头。",
  "A dataset has no column `{column!}`; it has {names}.": "数据集中没有字段 `{column}`；现有字段：{names}。",
  "Threads did not start in time.": "线程未能及时启动。",
  "A thread of the numeric kernels did not start.": "数值内核的一个线程未能启动。",
  "An imported table has its own emissions and regions; name source and year alone.":
    "导入的表自带排放和区域，只需给出来源和年份。",
  "The imported table {source!} of {year#} has {rows#} rows where {needed#} are needed.":
    "导入的 {source} {year} 年表有 {rows} 行，应为 {needed} 行。",
  "A factor must be a number, not {factor!}.": "系数必须是数字，而不是 {factor}。",
  "There is no `{tool}` in the accounting library.": "核算库中没有 `{tool}`。",
  "There is no `{tool}` in the accounting library. Did you mean {near}?":
    "核算库中没有 `{tool}`。您是不是要用 {near}？",
  "The worker that computed this was stopped. It starts again with the next call.":
    "执行此计算的进程已停止。下次调用时会重新启动。",
  "There is no table of {size#} regions; those at hand have 41 and, for 2011, 7.":
    "没有 {size} 个区域的表；现有 41 个区域的表，2011 年另有 7 个区域的表。",
  "There is no input–output table for {year#}; WIOD 2013 covers {first#} to {last#}. Later emissions can be laid on a table with `emissionsYear`.":
    "没有 {year} 年的投入产出表；WIOD 2013 覆盖 {first} 至 {last} 年。可用 `emissionsYear` 把以后年份的排放配到已有的表上。",
  "The table of seven regions is of {last#} alone, not of {year#}.": "7 个区域的表只有 {last} 年，没有 {year} 年。",
  "There are no CO2 accounts by sector for {year#}; they cover {first#} to {last#}. Name another year with `emissionsYear`.":
    "没有 {year} 年的分部门 CO2 账户，现有 {first} 至 {last} 年。请用 `emissionsYear` 指定其他年份。",
  "A table was made by `{tool}`, which the library does not have.": "有一张表由 `{tool}` 生成，而库中没有该工具。",
  "The table has no {noun} `{code!}`. It has {codes}.": "表中没有{noun} `{code}`。现有：{codes}。",
  "The Arrow file {name!} is not whole: it was cut or damaged. Take it anew.":
    "Arrow 文件 {name} 不完整：文件被截断或已损坏，请重新获取。",
  "The packed file unfolds to more than {largest#} bytes; no table is that large.":
    "压缩文件展开后超过 {largest} 字节，没有这么大的表。",
  "The packed file is damaged: its header and its bytes do not agree.": "压缩文件已损坏：文件头与内容不一致。",
  "The packed file is damaged: its header cannot be read.": "压缩文件已损坏：无法读取文件头。",
  "The packed file is damaged: a number goes on behind its end.": "压缩文件已损坏：末尾的数字不完整。",
};
