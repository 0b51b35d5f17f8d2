/** 导入数据库时的说明（kernel/services/import、lib/exchange）。每句之前有文件名和行号。 */
export const exchangeZhCn: Record<string, string> = {
  "the file was expected, but it is not there.": "缺少此文件。",
  "more compressed bytes were expected. Was the file cut?": "压缩数据不完整。文件是否被截断？",
  "one of these was expected: {layouts}.": "应为下列之一：{layouts}。",
  "This browser gives the page no storage, so that an imported database cannot be kept.":
    "浏览器没有为此页面提供存储空间，无法保留导入的数据库。",
  "The import ran out of memory, or its worker was ended.": "导入时内存不足，或其进程已被终止。",
  'a sheet "{name!}" was expected in it.': "其中应有工作表“{name}”。",
  "{path!} was expected in it: is it an .xlsx or .xlsb workbook?": "其中应有 {path}：这是 .xlsx 或 .xlsb 工作簿吗？",
  "{form} of a workbook were expected, but they break at {why}.": "应有工作簿的{form}，但在此处中断：{why}。",
  records: "记录",
  tags: "标签",
  "a record that goes on behind the end of the part": "有一条记录超出了该部分的末尾",
  "{count#} files were expected in its directory, but it ends after {found#}. Was the file cut?":
    "目录中应有 {count} 个文件，但到第 {found} 个就结束了。文件是否被截断？",
  "{count#} files were expected in its directory, but there are more.": "目录中应有 {count} 个文件，实际更多。",
  "the directory of a zip archive was expected at its end. Was the file cut?":
    "末尾应有 zip 压缩包的目录。文件是否被截断？",
  "the directory of a 64-bit zip archive was expected. Was the file cut?":
    "应有 64 位 zip 压缩包的目录。文件是否被截断？",
  "its directory was expected to end at byte {stop#}, but it ends at {found#}. Is a part of the file missing?":
    "目录应在第 {stop} 字节结束，实际在第 {found} 字节结束。文件是否缺少一部分？",
  "its bytes were expected in the archive, but are not where its directory says. Was the file cut?":
    "压缩包中目录所指的位置没有它的数据。文件是否被截断？",
  "a file without a password was expected.": "不能读取有密码的文件。",
  "deflate was expected, but it is packed by method {method#}.": "压缩方式应为 deflate，实际为方式 {method}。",
  "{size#} bytes were expected in it, but there are {bytes#}. Was the file cut?":
    "其中应有 {size} 字节，实际有 {bytes} 字节。文件是否被截断？",
  "other bytes were expected: its checksum (CRC-32) does not agree. Load the archive again.":
    "内容有误：校验和（CRC-32）不符。请重新下载压缩包。",
  "Output was not published with the coefficients; it was solved from final demand.":
    "系数未附总产出；总产出由最终需求求解得到。",
  "The statistical discrepancy (region ROW, sector TOTAL) was left out: {total#} thousand USD without regard to sign.":
    "未计入统计误差项（区域 ROW，部门 TOTAL）：绝对值合计 {total} 千美元。",
  "The industry table was made from supply and use by fixed product sales structures (model D).":
    "产业表由供给表和使用表按固定产品销售结构（模型 D）转换得到。",
  'a row that is also a column was expected, but "{label!}" is none.': "每一行也应是一列，而“{label}”不是。",
  "{missing#} of {count#} sectors are missing in their region; their rows and columns are zero.":
    "{count} 个部门中有 {missing} 个在其区域内缺失，相应的行和列为零。",
  "The column {name!}, which belongs to no region, was left out; it adds up to {total#}.":
    "列 {name} 不属于任何区域，未计入；其合计为 {total}。",
  "The browser's storage for this page is full: {title} could not be kept. Remove imported datasets, or free space on the disk.":
    "浏览器为此页面提供的存储空间已满，无法保留 {title}。请移除已导入的数据集，或腾出磁盘空间。",
  "the file {path!} is in it twice, where each was expected once.":
    "文件 {path} 在其中出现了两次，而每个文件只应出现一次。",
  'a row that is also a column was expected, but "{label!}" stands there twice.':
    "每一行也应是一列，而“{label}”出现了两次。",
  "The aggregation names {count#} regions that the table has not: {regions}.":
    "归并方案中有 {count} 个区域不在表中：{regions}。",
  "{path!} does not end with a line break. If it was cut there, its last number is too short.":
    "{path} 末尾没有换行。如果文件在此处被截断，其最后一个数字会不完整。",
  "{name!} belongs to no region and was left out: {total#}.": "{name} 不属于任何区域，未计入：{total}。",
  "{account} has no figures for {count#} of {regions#} regions ({bare}): their emissions are zero here.":
    "{account} 没有 {regions} 个区域中 {count} 个的数据（{bare}）：其排放在此为零。",
  "{sectors#} sectors were brought together in {count#} while the files were read.":
    "读取文件时，{sectors} 个部门归并为 {count} 个。",
  "{name!}, which belongs to no region, was left out: {total#} {unit}.":
    "{name} 不属于任何区域，未计入：{total} {unit}。",
  "a record of {count#} bytes, where at most {most#} were expected": "长 {count} 字节的记录，至多应为 {most} 字节",
  "a record of type {type#}, which is shorter than it should be": "类型为 {type} 的记录，其长度不足",
  "a text of {length#} characters, which its record does not hold": "长 {length} 个字符的文本，超出所在记录",
  "row {row#}: rows were expected in rising order, at most {most#}": "第 {row} 行：行号应递增，且不超过 {most}",
  "column {column#} of row {row#}: at most {most#} columns were expected":
    "第 {row} 行第 {column} 列：至多应有 {most} 列",
  "other compressed bytes were expected. Was the file cut or damaged?": "压缩内容与预期不符。文件是否被截断或损坏？",
};
