/** 自然源汇与全球收支（lib/natural）。 */
export const naturalZhCn: Record<string, string> = {
  "{field!} should not be negative, but {came} came.": "{field} 不应为负，实际为{came}。",
  "{name!}: {field!} should not be negative, but {came} came.": "{name}：{field} 不应为负，实际为{came}。",
  "{field!} should lie between {lo#} and {hi#} ({what}), but {came} came.":
    "{field} 应在 {lo} 与 {hi} 之间（{what}），实际为{came}。",
  "{field!} should lie between −90 and 90 degrees, but {came} came.": "{field} 应在 −90 与 90 度之间，实际为{came}。",
  "{field!} should lie between 0 and 1, but {came} came.": "{field} 应在 0 与 1 之间，实际为{came}。",
  "share should rise from lo to hi between 0 and 1, but {lo#}, {value#}, {hi#} came.":
    "share 应在 0 与 1 之间由 lo 递增至 hi，实际为 {lo}、{value}、{hi}。",
  "The mole fractions of {gas!} have no value for {year#}.": "{gas} 的摩尔分数没有 {year} 年的值。",
  "The period ends ({last#}) before it begins ({first#}).": "时段的结束（{last}）早于开始（{first}）。",
  "The growth of {gas!} in {year#} needs the year before or after it.":
    "计算 {gas} 在 {year} 年的增长需要前一年或后一年的值。",
  "The shares of cleared vegetation should add to 1, but they add to {sum#}.":
    "被清除植被的份额之和应为 1，实际为 {sum}。",
  "The period holds no year of the budget.": "该时段不含碳收支的任何年份。",
  "No model of {component!} covers every year of the period.": "没有 {component} 的模型覆盖该时段的每一年。",
  "{component!} has no budget row for every year of the period.": "{component} 在该时段并非每年都有收支数据。",
  "A mean needs at least one estimate.": "求均值至少需要一个估计值。",
  "The mask has {count#} cells where the grid has {rows#} × {columns#}.":
    "掩码有 {count} 个格点，而网格为 {rows} × {columns}。",
  "More than the grid's {rows#} × {columns#} cells came.": "数据多于网格的 {rows} × {columns} 个格点。",
  "The field ended after {cells#} cells, but the grid has {rows#} × {columns#}.":
    "场在 {cells} 个格点后结束，而网格为 {rows} × {columns}。",
  "The grid has {rows#} rows, but more came.": "网格有 {rows} 行，而数据更多。",
  "The grid has {rows#} rows, but only {row#} came.": "网格有 {rows} 行，而数据只有 {row} 行。",
  "Row {row#}: {name!} has {count#} cells where the grid has {columns#}.":
    "第 {row} 行：{name} 有 {count} 个格点，而网格有 {columns} 列。",
  "{name!}[{row#}] has {count#} cells where the grid has {columns#} columns.":
    "{name}[{row}] 有 {count} 个格点，而网格有 {columns} 列。",
  "There is no row: choose a country that the models cover.": "没有数据行：请选择模型所覆盖的国家。",
  "{model!} has {count#} years between {from#} and {to#}, not {wanted#}: choose one country and years that all models cover.":
    "{model} 在 {from} 与 {to} 之间有 {count} 年，而不是 {wanted} 年：请选择一个国家以及所有模型都覆盖的年份。",
  "The rows are of {count#} countries; choose those of one.": "数据行属于 {count} 个国家；请只取一国。",
  "The table has no {category!} for {period!}, {approach!}, {edition!}.":
    "表中没有 {category} 在 {period}、{approach}、{edition} 下的数据。",
  "The table has no growth of the atmosphere for {period!}; give it.": "表中没有 {period} 的大气增长；请给出该值。",
  "The table has no row {source!}.": "表中没有 {source} 这一行。",
  "No row lies between {first} and {last}.": "{first}与{last}之间没有数据行。",
  "{name!}: a year has no {days#} days.": "{name}：一年没有 {days} 天。",
  "{name!}: temperature_C and reference_C should be given together, or neither.":
    "{name}：temperature_C 与 reference_C 应同时给出，或都不给出。",

  // 方法与区间，见于溯源
  "energy statistics and cement production, less the carbonation of cement": "能源统计与水泥生产，减去水泥碳化",
  "energy statistics and cement production": "能源统计与水泥生产",
  "mean of bookkeeping models": "簿记模型均值",
  "measured mole fractions": "实测摩尔分数",
  "ocean models and observation products": "海洋模型与观测产品",
  "mean of dynamic vegetation models": "动态植被模型均值",
  "carbonation of cement in use and waste": "在用及废弃水泥的碳化",
  "sources less growth and sinks": "源减去大气增长和汇",
  "ends of the sink ({interval}) by ends of the share": "碳汇两端（{interval}）乘以占比两端",
  "mean and range of {count#} models over the period": "{count} 个模型在该时段的均值与范围",
  "mean of {from#}–{to#} by {count#} bookkeeping models": "{count} 个簿记模型在 {from}–{to} 年的均值",
  "bookkeeping models": "簿记模型",
  "bookkeeping models less the reported flux of managed land": "簿记模型减去受管理土地的报告通量",
  "{method}; share of managed land {share#}": "{method}；受管理土地的份额为 {share}",
  "burden of {burden#} Tg N over a lifetime of {years#} ± {sigma#} years":
    "大气储量 {burden} Tg N 除以寿命 {years} ± {sigma} 年",
  "Chapman–Richards growth; soil with one time constant": "Chapman–Richards 生长曲线；土壤取单一时间常数",
  "bulk formula in every cell, weighted by area": "逐格点整体公式，按面积加权",
  "bookkeeping by response curves": "按响应曲线的簿记法",
  "sum over kinds of water": "各类水体之和",
};

/** 句中的片语。 */
export const naturalPartsZhCn: Record<string, string> = {
  "°C, where the Schmidt number is fitted": "°C，施密特数的拟合范围",
  "on the practical scale": "实用盐标",
  "a share": "份额",
  "a finite number": "有限的数",
  "a number of at least 0": "不小于 0 的数",
  "a positive number of Mt CO2": "以 Mt CO2 计的正数",
  "a whole number above zero": "正整数",
  "a whole number of years": "整数年",
  "above zero": "正数",
  "at most 1": "不大于 1 的数",
  "the first year": "首年",
  "the last": "末年",
  "1 sigma; that of the factor is assumed": "1 倍标准差；其中因子的标准差为假定值",
};
