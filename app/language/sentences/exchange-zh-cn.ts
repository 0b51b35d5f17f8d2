/** 导入数据库时的说明（kernel/services/import、lib/exchange）。每句之前有文件名和行号。 */
export const exchangeZhCn: Record<string, string> = {
  "{file!}: {problem}": "{file}：{problem}",
  "{file!}, line {line#}: {problem}": "{file} 第 {line} 行：{problem}",
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
  "x.txt is needed beside it for a table of {n#} rows.": "对于 {n} 行的表，旁边还需要 x.txt。",
  "Output was not published with the coefficients; it was solved from final demand.":
    "系数未附总产出；总产出由最终需求求解得到。",
  "its fellow with the ending _f.csv was expected beside it.": "旁边应有结尾为 _f.csv 的配套文件。",
  "its fellow {name!} was expected beside it.": "旁边应有配套文件 {name}。",
  "{count#} rows were expected by the labels, but there are more.": "按标签应有 {count} 行，实际更多。",
  "{count#} rows were expected by the labels, but there are {found#}. Was the file cut?":
    "按标签应有 {count} 行，实际有 {found} 行。文件是否被截断？",
  "{count#} columns were expected by the labels, but there are {found#}.": "按标签应有 {count} 列，实际有 {found} 列。",
  "a multiple of {count#} columns was expected, but there are {found#}.":
    "列数应为 {count} 的倍数，实际有 {found} 列。",
  "{name!} was expected beside it (it may come in indices.zip).": "旁边应有 {name}（可能在 indices.zip 中）。",
  "{name!} was expected beside it.": "旁边应有 {name}。",
  "The statistical discrepancy (region ROW, sector TOTAL) was left out: {total#} thousand USD without regard to sign.":
    "未计入统计误差项（区域 ROW，部门 TOTAL）：绝对值合计 {total} 千美元。",
  "{count#} fields were expected, but there are {found#}. Was the file cut?":
    "应有 {count} 个字段，实际有 {found} 个。文件是否被截断？",
  'a seller and a buyer were expected, but "{row}" and "{column!}" stand there.':
    "应为供给方与使用方，此处却是“{row}”和“{column}”。",
  "cells were expected below a header, but the file ends here.": "标题行之下应有数据，但文件到此结束。",
  "a column {names} was expected in the header.": "标题行中应有 {names} 列。",
  "The industry table was made from supply and use by fixed product sales structures (model D).":
    "产业表由供给表和使用表按固定产品销售结构（模型 D）转换得到。",
  'a number was expected in column {column#}, but "{text}" stands there.': "第 {column} 列应为数字，此处却是“{text}”。",
  "column labels were expected in {count#} lines above, but they are empty.": "上方 {count} 行应为列标签，却是空的。",
  "rows of numbers were expected, but the file ends here.": "此后应为数据行，但文件到此结束。",
  "the column {key} stands there twice.": "列 {key} 出现了两次。",
  'a row that is also a column was expected, but "{label!}" is none.': "每一行也应是一列，而“{label}”不是。",
  "{count#} rows were expected, as many as columns, but there are {found#}.":
    "行数应与列数相同，为 {count} 行，实际有 {found} 行。",
  'a row of the table was expected, but "{label!}" is none.': "应为表中的一行，而“{label}”不是。",
  'a column of the table was expected, but "{label!}" is none.': "应为表中的一列，而“{label}”不是。",
  "no region and sector was found in it.": "其中没有找到区域和部门。",
  "{missing#} of {count#} sectors are missing in their region; their rows and columns are zero.":
    "{count} 个部门中有 {missing} 个在其区域内缺失，相应的行和列为零。",
  "final demand of {region!} was found, which is no region of the table.":
    "出现了 {region} 的最终需求，而表中没有该区域。",
  "no final demand was found beside it.": "旁边没有找到最终需求。",
  "a label was expected in column {column#}, but it is empty.": "第 {column} 列应有标签，却是空的。",
  'the column "{label!}" stands there twice.': "列“{label}”出现了两次。",
  "column labels such as AUS_A01 were expected, but there are none.": "应有形如 AUS_A01 的列标签，但一个也没有。",
  'a region and sector were expected, but "{label!}" stands there.': "应为区域和部门，此处却是“{label}”。",
  "{count#} rows were expected, one for each column, but {missing#} are missing. Was the file cut?":
    "应有 {count} 行，每列对应一行，但缺少 {missing} 行。文件是否被截断？",
  "The column {name!}, which belongs to no region, was left out; it adds up to {total#}.":
    "列 {name} 不属于任何区域，未计入；其合计为 {total}。",
  "four lines of labels (code, name, region, number) were expected above the numbers.":
    "数据上方应有四行标签（代码、名称、区域、编号）。",
  "{count#} rows were expected, one for each sector of the header, but there are {found#}. Was the file cut?":
    "应有 {count} 行，与标题行的部门一一对应，实际有 {found} 行。文件是否被截断？",
  "four lines of labels were expected above the first row.": "第一行数据上方应有四行标签。",
  "The browser's storage for this page is full: {title} could not be kept. Remove imported datasets, or free space on the disk.":
    "浏览器为此页面提供的存储空间已满，无法保留 {title}。请移除已导入的数据集，或腾出磁盘空间。",
  "the file {path!} is in it twice, where each was expected once.":
    "文件 {path} 在其中出现了两次，而每个文件只应出现一次。",
  "Z.txt was expected beside it: coefficients cannot be added up.": "旁边应有 Z.txt：系数不能直接相加。",
  "figures in tonnes for {year#} were expected, but there are none.": "应有 {year} 年以吨计的数据，但一个也没有。",
  "as many fields as in the header were expected.": "字段数应与标题行相同。",
  'a number was expected, but "{text}" stands there.': "应为数字，此处却是“{text}”。",
  "a last row W2_B2A3G was expected. Was the file cut?": "最后应有 W2_B2A3G 行。文件是否被截断？",
  "figures of a measure PROD_… for {year#} were expected, but there are none.":
    "应有 {year} 年指标 PROD_… 的数据，但一个也没有。",
  'a stressor of unit.txt was expected, but "{name!}" is not in it.':
    "应为 unit.txt 中的压力因子，而其中没有“{name}”。",
  "stressors and their units were expected below a header, but there are none.":
    "标题行之下应有压力因子及其单位，但一个也没有。",
  'a row that is also a column was expected, but "{label!}" stands there twice.':
    "每一行也应是一列，而“{label}”出现了两次。",
  "a table of at most {most#} rows was expected, but {regions#} regions × {sectors#} sectors have {rows#}, whose flows take {gigabytes#} GB: more than a browser's tab holds. Bring regions or sectors together while it is read: {few#} regions and the rest of the world with all {allSectors#} sectors would fit, or {many#} groups of sectors for all {allRegions#} regions.":
    "表最多可有 {most} 行，而 {regions} 个区域 × {sectors} 个部门共有 {rows} 行，其流量数据需要 {gigabytes} GB，超出浏览器标签页的容量。请在读取时归并区域或部门：保留全部 {allSectors} 个部门时可容纳 {few} 个区域和世界其他地区；保留全部 {allRegions} 个区域时可容纳 {many} 个部门组。",
  "a last row of output was expected, as there is a column. Was the file cut?":
    "既有总产出列，最后也应有总产出行。文件是否被截断？",
  "sheets named by country (AUS, AUT …) were expected, but there are none.":
    "应有以国家命名的工作表（AUS、AUT……），但一个也没有。",
  "a column {year#} was expected, but the sheet has none.": "工作表中应有 {year} 列，但没有。",
  "a line with CO2, N2O and CH4 was expected above the figures.": "数据上方应有含 CO2、N2O 和 CH4 的一行。",
  "columns of sectors (c1 …) were expected in the header, but there are none.":
    "标题行中应有部门列（c1……），但一个也没有。",
  "a last row of output (GO, r69) was expected. Was the file cut?": "最后应有总产出行（GO，r69）。文件是否被截断？",
  "a label of the database and the one that it becomes were expected.": "应有数据库中的标签及其归并后的标签。",
  '"{from!}" was expected to become one label, but it becomes two.': "“{from}”应归并为一个标签，但这里有两个。",
  "labels were expected below a header, but there are none.": "标题行下应有标签，但一个也没有。",
  "The aggregation names {count#} regions that the table has not: {regions}.":
    "归并方案中有 {count} 个区域不在表中：{regions}。",
  "{path!} does not end with a line break. If it was cut there, its last number is too short.":
    "{path} 末尾没有换行。如果文件在此处被截断，其最后一个数字会不完整。",
  "{name!} belongs to no region and was left out: {total#}.": "{name} 不属于任何区域，未计入：{total}。",
  "{account} has no figures for {count#} of {regions#} regions ({bare}): their emissions are zero here.":
    "{account} 没有 {regions} 个区域中 {count} 个的数据（{bare}）：其排放在此为零。",
  "{cells#} cells of {name!} were expected for {sectors#} sectors and {columns#} columns of final demand, but there are {found#}. Was the file cut?":
    "按 {sectors} 个部门和 {columns} 列最终需求，{name} 应有 {cells} 个单元格，实际有 {found} 个。文件是否被截断？",
  "{example!} was expected beside it: the labels, one a line below a header, or the workbook with a sheet of that name.":
    "旁边应有 {example}：标题行下每行一个标签，或含有同名工作表的工作簿。",
  "{rows#} rows were expected, one for each stressor of unit.txt, but there are {found#}. Was the file cut?":
    "应有 {rows} 行，unit.txt 中每个压力因子一行，实际有 {found} 行。文件是否被截断？",
  "{rows#} rows were expected, one for each sector, but there are {found#}. Was the file cut?":
    "应有 {rows} 行，每个部门一行，实际有 {found} 行。文件是否被截断？",
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
  "a sector was expected in each column, but there are {count#}.": "每一列都应有部门，实际只有 {count} 个。",
};
