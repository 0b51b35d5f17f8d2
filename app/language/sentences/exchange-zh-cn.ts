/** 导入数据库时的说明（kernel/services/import、lib/exchange）。每句之前有文件名和行号。 */
export const exchangeZhCn: Record<string, string> = {
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
  'a row that is also a column was expected, but "{label!}" stands there twice.':
    "每一行也应是一列，而“{label}”出现了两次。",
  "The aggregation names {count#} regions that the table has not: {regions}.":
    "归并方案中有 {count} 个区域不在表中：{regions}。",
  "{name!} belongs to no region and was left out: {total#}.": "{name} 不属于任何区域，未计入：{total}。",
  "{account} has no figures for {count#} of {regions#} regions ({bare}): their emissions are zero here.":
    "{account} 没有 {regions} 个区域中 {count} 个的数据（{bare}）：其排放在此为零。",
  "{sectors#} sectors were brought together in {count#} while the files were read.":
    "读取文件时，{sectors} 个部门归并为 {count} 个。",
  "{name!}, which belongs to no region, was left out: {total#} {unit}.":
    "{name} 不属于任何区域，未计入：{total} {unit}。",
};
