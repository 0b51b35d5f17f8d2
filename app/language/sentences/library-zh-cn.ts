/** 投入产出核算的说明（lib/mrio、lib/tools）。 */
export const libraryZhCn: Record<string, string> = {
  'The concordance names "{code!}", which is none of the {field!}.': "对照表中的“{code}”不在 {field} 之列。",
  "The tables have {before#} and {after#} rows; jumps need one layout.":
    "两张表分别有 {before} 行和 {after} 行；比较跳变需要相同的布局。",
  "emissions[{k#}].sector[{at#}] is {sector#}, but there are {count#} sectors (0 … {last#}, −1 for households).":
    "emissions[{k}].sector[{at}] 为 {sector}，而部门只有 {count} 个（0 … {last}，−1 表示居民）。",
  "{field!} has {count#} entries, but {other} has {wanted#}.": "{field} 有 {count} 个数，而 {other} 有 {wanted} 个。",
  "{field!}[{p#}] is {index#}, but the table has rows 0 … {last#}.":
    "{field}[{p}] 为 {index}，而表的行号为 0 … {last}。",
  "A decomposition takes 1 to 12 factors, not {count#}.": "分解可用 1 至 12 个因素，而不是 {count} 个。",
  "Row {row#} cannot be extracted: the table has rows 0 … {last#}.": "无法抽取第 {row} 行：表的行号为 0 … {last}。",
  "Row {row#} cannot be traced: the table has rows 0 … {last#}.": "无法追溯第 {row} 行：表的行号为 0 … {last}。",
  "u has {count#} sums, but the matrix has {rows#} rows.": "u 有 {count} 个合计，而矩阵有 {rows} 行。",
  "v has {count#} sums, but the matrix has {columns#} columns.": "v 有 {count} 个合计，而矩阵有 {columns} 列。",
  "Row sums add up to {rows#} and column sums to {columns#}: no matrix has both.":
    "行合计共 {rows}，列合计共 {columns}：不存在同时满足两者的矩阵。",
  "columnSums add up to {columns#}, but rowSums to {rows#}: no matrix has both.":
    "columnSums 合计 {columns}，而 rowSums 合计 {rows}：不存在同时满足两者的矩阵。",
  "Final demand adds up to {demand#} and value added to {value#}; both must be above zero.":
    "最终需求合计 {demand}，增加值合计 {value}；两者都必须大于零。",
  "{field!} has {count#} entries, but {wanted#} are needed.": "{field} 有 {count} 个数，应为 {wanted} 个。",
  "{field!} has {count#} entries, but {size} are needed.": "{field} 有 {count} 个数，应为 {size} 个。",
  "index has {count#} entries, but {regions#} (regions) or {rows#} (rows) are needed.":
    "index 有 {count} 个数，应为 {regions} 个（区域）或 {rows} 个（行）。",
  "index[{at#}] is {value}; a price index is above zero.": "index[{at}] 为 {value}；价格指数应大于零。",
  "producerShare is {share#}, but it must lie between 0 and 1.": "producerShare 为 {share}，应在 0 与 1 之间。",
  "{field!} has {count#} entries, but there are {regions#} regions.":
    "{field} 有 {count} 个数，而区域有 {regions} 个。",
  "{field!}[{at#}] is {value}; it must be above zero.": "{field}[{at}] 为 {value}；必须大于零。",
  "Z admits no Leontief inverse: I − A is singular (column {column#}). Some sectors use up all that they make together, so that nothing is left for final demand.":
    "Z 没有列昂惕夫逆：I − A 是奇异矩阵（第 {column} 列）。有些部门合起来耗尽了自身的产出，没有剩余可供最终需求。",
  "Z admits no Leontief inverse without negative cells: the spectral radius of A is {radius}, and must be below 1 (Hawkins–Simon condition). These sectors use up, directly and through each other, all that they make or more: {rows}. Check their cells of Z and their output x.":
    "Z 没有不含负元素的列昂惕夫逆：A 的谱半径为 {radius}，应小于 1（霍金斯–西蒙条件）。以下部门直接或相互之间耗尽了自身的产出，甚至更多：{rows}。请检查它们在 Z 中的数值和产出 x。",
  "The spectral radius of A is {radius}, and must be below 1 (Hawkins–Simon condition): multipliers are negative in places and cannot be read, and rounds of supply grow without end. These sectors use up, directly and through each other, all that they make or more: {rows}.":
    "A 的谱半径为 {radius}，应小于 1（霍金斯–西蒙条件）：部分乘数为负，没有意义，供应轮次会无限增大。以下部门直接或相互之间耗尽了自身的产出，甚至更多：{rows}。",
  "A has {cells}, and the spectral radius of its absolute values is not below 1: rounds of supply are not known to die away, and multipliers may be negative.":
    "A 有 {cells}，且其绝对值矩阵的谱半径不小于 1：无法确定供应轮次会逐渐消失，乘数可能为负。",
  "{cells#} negative cells": "{cells} 个负元素",
  "{cells#} negative cell": "{cells} 个负元素",
  '"{sector!}" is none of the sectors.': "部门中没有“{sector}”。",
  'The parts of "{sector!}" need names that no other sector has.': "“{sector}”拆分后各部分的名称不能与其他部门相同。",
  "The shares of {kind} add up to {sum#}; they must add up to 1.": "{kind}份额合计为 {sum}，应为 1。",
  "{field!} differ between the two tables; bring them to one classification first.":
    "两张表的 {field} 不同，请先统一分类。",
  "units.stressors has {count#} entries, but there are {stressors#} stressors.":
    "units.stressors 有 {count} 项，而压力因子有 {stressors} 个。",
  "{field!} has {count#} entries, but Y has {columns#} columns.": "{field} 有 {count} 项，而 Y 有 {columns} 列。",
  "yRegions is missing: Y has {columns#} columns and there are {regions#} regions, so the region of each column must be named.":
    "缺少 yRegions：Y 有 {columns} 列而区域有 {regions} 个，须写明每列所属的区域。",
  "yRegions[{c#}] is {region!}, which is none of the regions.": "yRegions[{c}] 为 {region}，不在区域之列。",
  "{field!} is {region!}, which is none of the regions.": "{field} 为 {region}，不在区域之列。",
  "{field!} is empty; at least one is needed.": "{field} 为空，至少需要一项。",
  '{field!} names "{name!}" twice; names must differ.': "{field} 中“{name}”出现了两次；名称不能重复。",
  "{field!} is {rows#} × {columns#}, but {wantedRows#} × {wantedColumns#} is needed ({why}).":
    "{field} 为 {rows} × {columns}，应为 {wantedRows} × {wantedColumns}（{why}）。",
  "{field!} holds {value} at position {at#}; every value must be a number.":
    "{field} 在位置 {at} 处为 {value}；每个值都必须是数字。",
  "purchase has {count#} entries, but the table has {rows#} rows.": "purchase 有 {count} 个数，而表有 {rows} 行。",
  "demand has {count#} entries, but the table has {rows#} rows.": "demand 有 {count} 个数，而表有 {rows} 行。",
  "The edits of coefficients touch {rank#} rows or columns; beyond {most#} edit the table and solve it anew.":
    "对系数的改动涉及 {rank} 行或列；超过 {most} 时，请直接修改表并重新求解。",
  "{field!} names {i}, but there are 0 … {last#}.": "{field} 中有 {i}，而可用的是 0 … {last}。",
  "{count#} factors were given for {edits#} edits.": "给出了 {count} 个系数，而改动有 {edits} 项。",
  "With these factors the economy uses up as much as it makes or more, so that rounds of supply grow without end and no output meets the demand. Lower the factors of {names}.":
    "按这些系数，经济消耗的不少于其产出，供应轮次会无限增大，没有任何产出能满足最终需求。请降低 {names} 的系数。",
  "{field!} has {count#} rows, but there are {factors#} factors.": "{field} 有 {count} 行，而因素有 {factors} 个。",
  "{field!}[{row#}] has {count#} values, but before[0] has {wanted#}.":
    "{field}[{row}] 有 {count} 个值，而 before[0] 有 {wanted} 个。",
  "{field!}[{row#}] ({factor!}) holds a negative value; LMDI needs 0 or more.":
    "{field}[{row}]（{factor}）含有负值；LMDI 要求不小于 0。",
  "product, consumer or demand is missing: something must be bought.":
    "缺少 product、consumer 或 demand：须指明购买什么。",
  "Z is {rows#} × {columns#}, but it must be square.": "Z 为 {rows} × {columns}，必须是方阵。",
  "{field!} has {count#} entries, but Z has {rows#} rows.": "{field} 有 {count} 个数，而 Z 有 {rows} 行。",
  "F has {columns#} columns, but Z has {rows#} rows.": "F 有 {columns} 列，而 Z 有 {rows} 行。",
  "{field!} is {reference!}, which is no row of the table (region.sector).":
    "{field} 为 {reference}，不是表中的行（区域.部门）。",
  'stressor is "{name!}", which is none of the stressors.': "stressor 为“{name}”，不在压力因子之列。",
  "{field!} is {code!}, which is no {noun} of the table.": "{field} 为 {code}，表中没有这个{noun}。",
  'Factor "{factor!}" has {count#} values {year}, but {wanted#} are needed.':
    "因素“{factor}”{year}有 {count} 个值，应为 {wanted} 个。",
  'Factor "{factor!}" is {value} in category {i#} {year}; LMDI needs values of 0 or more.':
    "因素“{factor}”{year}在第 {i} 类中为 {value}；LMDI 要求值不小于 0。",
};
