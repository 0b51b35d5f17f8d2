/** 自然源汇与全球收支（lib/natural）。 */
export const naturalZhCn: Record<string, string> = {
  "{field!} should lie between {lo#} and {hi#} ({what}), but {came} came.":
    "{field} 应在 {lo} 与 {hi} 之间（{what}），实际为{came}。",

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
  "the first year": "首年",
  "the last": "末年",
  "1 sigma; that of the factor is assumed": "1 倍标准差；其中因子的标准差为假定值",
};
