/** 国家清单（lib/inventory、lib/tools）：活动数据表、清单行、编制、审查，以及公式的报错。 */
export const inventoryZhCn: Record<string, string> = {
  "Header: {problem}": "表头：{problem}",
  "Row {row#}, column category: {category!} lies within {above!}, which has {gas!} of {year#} in row {other#}: it would be counted twice.":
    "第 {row} 行，“category”列：{category} 属于 {above}，而后者在第 {other} 行已有 {year} 年的 {gas}：会重复计算。",
  "None of the published figures is of {year#}.": "已发布的数据中没有 {year} 年的。",
  "{source!} is not compared: {reason}": "未与 {source} 比较：{reason}",
  "{year#}: there is no value, though there are some before and after.": "{year} 年：没有数值，而前后年份都有。",
  "{year#}: from {before#} to {now#} the sign changes.": "{year} 年：由 {before} 变为 {now}，符号改变。",
  "{year#}: the step from {before#} to {now#} is out of line with the other years; was the method or the source changed?":
    "{year} 年：由 {before} 变为 {now}，与其他年份不一致；方法或来源是否有变？",
  "{year#}: the step from {before#} to {now#} ({percent#} %) is out of line with the other years; was the method or the source changed?":
    "{year} 年：由 {before} 变为 {now}（{percent} %），与其他年份不一致；方法或来源是否有变？",
  "{first#}–{last#}: the value {value#} does not change; was it carried on?":
    "{first}–{last} 年：数值 {value} 未变；是否沿用了旧值？",
  "{gas!} is left out: {reason}": "未计入 {gas}：{reason}",
  "{gas!} of {category!} has no number and no key in {years!}.":
    "{category} 的 {gas} 在 {years} 年既无数值也无符号键。",
  "{gas!} of {category!} is not estimated (NE) in {years!}.": "{category} 的 {gas} 在 {years} 年未估算（NE）。",
  "{gas!} of {category!} is confidential (C) in {years!}.": "{category} 的 {gas} 在 {years} 年保密（C）。",
  "{count#} row is left out, in whole or in part: {rows}.": "有 {count} 行全部或部分未计入：{rows}。",
  "{count#} rows are left out, in whole or in part: {rows}.": "有 {count} 行全部或部分未计入：{rows}。",
  "{why} Its unit does not go with {unit!}, that of the next one does.":
    "{why}其单位与 {unit} 不相配，因此取下一项单位相配的因子。",
  'There is no equation "{written!}". There are {near!}.': "没有公式“{written}”。可用的有：{near}。",
  "{equation!}: organic, residues and mineralised add up to {sum#} kg N, more than the {all#} kg N of all inputs to flooded rice.":
    "{equation}：organic、residues 和 mineralised 合计 {sum} kg N，超过水田全部氮输入 {all} kg N。",
  "{fuel!}: {amount!} is a mass; its net calorific value is needed too.": "{fuel}：{amount} 是质量；还需要净热值。",
  "{fuel!}: {unit!} is on the gross basis; say net over gross, 0.95 for coal and oil, 0.90 for gas.":
    "{fuel}：{unit} 按高热值计；请给出净热值与高热值之比（煤和油 0.95，天然气 0.90）。",
  "{year#}: {recovered#} Gg CH4 recovered are more than the {generated#} Gg that were generated; check the recovery, or the waste of earlier years.":
    "{year} 年：回收的 {recovered} Gg CH4 多于产生的 {generated} Gg；请检查回收量或往年的填埋量。",
  'There is no kind of waste "{waste!}"; there are {kinds!}.': "没有废弃物种类“{waste}”；可用的有 {kinds}。",
};

/** 句中的片语：一行数据的问题。 */
export const inventoryPartsZhCn: Record<string, string> = {
  "nitric acid": "硝酸",
  "adipic acid": "己二酸",
  "dead organic matter": "死有机质",
  "forest land": "林地",
  "other land": "其他土地",
  'there is no column "{column!}" for the {field!}; there are {names!}.':
    "没有作为 {field} 的列“{column}”；现有列：{names}。",
  "no column is mapped to the year, and no column is a year such as 2022.":
    "没有指定年份列，也没有以年份（如 2022）命名的列。",
  "{count#} column has no name, as where header cells are merged; give every column a name of its own in one row.":
    "有 {count} 列没有名称（例如表头单元格被合并）；请在同一行中给每列各自的名称。",
  "{count#} columns have no name, as where header cells are merged; give every column a name of its own in one row.":
    "有 {count} 列没有名称（例如表头单元格被合并）；请在同一行中给每列各自的名称。",
  "a code such as 1.A.1.a": "1.A.1.a 之类的代码",
  "a fuel, product, animal or practice": "燃料、产品、牲畜或做法",
  "a unit such as kt or TJ": "kt 或 TJ 之类的单位",
  "a whole number such as 2022": "整数，如 2022",
  "a number or one of {keys!}": "数字或 {keys} 之一",
  '"{text!}" is not a year; a whole number such as 2022 is expected.': "“{text}”不是年份；应为整数，如 2022。",
  '"{text!}" is neither a number nor one of {keys!}.': "“{text}”既不是数字，也不是 {keys} 之一。",
  '"{text!}" is neither a number nor one of {keys!}. Write it without separators of thousands, with a point before decimals.':
    "“{text}”既不是数字，也不是 {keys} 之一。请不用千位分隔符，小数点用“.”。",
  "the activity is {value#}; 0 or more is expected.": "活动数据为 {value}；应不小于 0。",
  '"{unit!}" is CO2e; give the mass of each gas, so that any metric can be applied to it.':
    "“{unit}”是 CO2e；请给出各气体的质量，以便采用任一折算指标。",
  '"{unit!}" says no gas; a mass of a gas such as kt CH4 is expected.':
    "“{unit}”没有写明气体；应为气体质量，如 kt CH4。",
  "{value#} is below 0; only land, wood products and captured CO2 can take away more than they emit.":
    "{value} 小于 0；只有土地、木产品和捕集的 CO2 的清除量才能大于排放量。",
  "row {row#}": "第 {row} 行",
  "rows {rows!}": "第 {rows} 行",
  "a part of the sum": "合计的一部分",
};
