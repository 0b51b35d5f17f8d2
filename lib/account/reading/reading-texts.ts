import { messages } from "../../message/message.ts";

/** Sentences on what was read from sheets, and on what was not. */
export const texts = messages("account.read", {
  head: { en: "The head of the table.", zh: "表头。" },
  headAgain: { en: "The head of the table again.", zh: "重复的表头。" },
  above: { en: "It stands above the table: a title or a field of a form.", zh: "位于表格上方：标题或表单字段。" },
  section: { en: "A heading between rows.", zh: "行间的小标题。" },
  note: { en: "It has text and no amount.", zh: "只有文字，没有数量。" },
  empty: { en: "The row is empty.", zh: "空行。" },
  unreadable: {
    en: "{sheet}, row {row}: the amount “{text}” cannot be read as a number. Write it in the file, or leave the row out.",
    zh: "{sheet} 第 {row} 行：数量“{text}”无法读作数字。请在文件中填写，或不采用此行。",
  },
  formulaError: {
    en: "{sheet}, row {row}, column “{column}”: its formula gives {error}. Repair it in a spreadsheet program, or write the value there.",
    zh: "{sheet} 第 {row} 行列“{column}”：公式结果为 {error}。请用电子表格软件修正，或直接填写数值。",
  },
  noAmount: {
    en: "{sheet}, row {row}: there is no amount. Add it in the file if the activity took place.",
    zh: "{sheet} 第 {row} 行：没有数量。如该活动确有发生，请在文件中补填。",
  },
  emptyCell: { en: "The cell is empty.", zh: "单元格为空。" },
  total: {
    en: "A sum of other rows: its words say so, and its value is their sum.",
    zh: "其他行的合计：文字如此写明，数值也相符。",
  },
  totalByWord: {
    en: "A sum of other rows by its words; its rows have several units, so the sum could not be checked.",
    zh: "按文字为其他行的合计；各行单位不同，无法核对合计。",
  },
  totalDiffers: {
    en: "A sum by its words, but its value {value} is not the sum of its rows ({sum}).",
    zh: "按文字为合计，但其数值 {value} 与各行之和（{sum}）不符。",
  },
  sumWithoutWord: { en: "It equals the sum of the rows above it.", zh: "它等于上方各行之和。" },
  askTotal: {
    en: "{sheet}, row {row}, “{name}”: is this a sum of other rows ({sum}), although it says {value}?",
    zh: "{sheet} 第 {row} 行“{name}”：这是其他行的合计（{sum}）吗？其数值为 {value}。",
  },
  askSum: {
    en: "{sheet}, row {row}, “{name}”: it equals the sum of the rows above it. Is it their sum, or a line of its own?",
    zh: "{sheet} 第 {row} 行“{name}”：它等于上方各行之和。它是合计，还是独立的一行？",
  },
  isTotal: { en: "A sum; leave it out", zh: "合计，不采用" },
  isLine: { en: "A line of its own", zh: "独立的一行" },
  repeated: {
    en: "The amount of its parts, which are lines below it, said again.",
    zh: "重复了其组成部分（下方各行）的数量。",
  },
  partOf: {
    en: "By its words it is a part of the row above, which counts it.",
    zh: "按文字是上一行的一部分，已计入上一行。",
  },
  askParts: {
    en: "{sheet}, row {row}, “{name}”: its amount {value} is not the sum of its parts ({sum}). Which is right?",
    zh: "{sheet} 第 {row} 行“{name}”：其数量 {value} 不等于组成部分之和（{sum}）。以哪个为准？",
  },
  useParts: { en: "The parts", zh: "组成部分" },
  useBoth: { en: "Both: it has an amount beside its parts", zh: "两者都算：它另有自身数量" },
  duplicate: { en: "The same as row {row}.", zh: "与第 {row} 行相同。" },
  askDuplicates: {
    en: "{sheet}: {count} {count:row repeats|rows repeat} another row in every cell, the first in row {row}. Are they further purchases, or entered twice?",
    zh: "{sheet}：有 {count} 行与另一行完全相同，第一处在第 {row} 行。它们是另外的记录，还是重复录入？",
  },
  keepAll: { en: "Keep all", zh: "全部保留" },
  keepFirst: { en: "Keep the first of each", zh: "各保留第一行" },
  negative: { en: "The amount is negative: a credit or a correction?", zh: "数量为负：是冲销还是更正？" },
  askNegative: {
    en: "{sheet}: {count} {count:amount is|amounts are} negative, the first in row {row}, column “{column}”. Are they credits that reduce the total?",
    zh: "{sheet}：有 {count} 个数量为负，第一处在第 {row} 行列“{column}”。它们是冲减总量的记录吗？",
  },
  keep: { en: "Yes, keep them", zh: "是，保留" },
  leaveOut: { en: "No, leave them out", zh: "否，不采用" },
  negativeOut: { en: "A negative amount, left out as answered.", zh: "负数量，按答复不采用。" },
  askDecimal: {
    en: "{sheet}, column “{column}”, row {row}: “{text}” can be two numbers. Is the sign before decimals a point or a comma?",
    zh: "{sheet} 列“{column}”第 {row} 行：“{text}”可读作两个数。小数点是点号还是逗号？",
  },
  point: { en: "A point: {value}", zh: "点号：{value}" },
  comma: { en: "A comma: {value}", zh: "逗号：{value}" },
  askUnitOf: {
    en: "{sheet}, column “{column}”: no unit is given, the first time in row {row}. In which unit are the amounts?",
    zh: "{sheet} 列“{column}”：没有写明单位，第一处在第 {row} 行。数量的单位是什么？",
  },
  askContradiction: {
    en: "{sheet}, row {row}, column “{column}”: {first} by the {where}, but {second} by the {other}. Which unit is right?",
    zh: "{sheet} 第 {row} 行列“{column}”：{where}写的是 {first}，而{other}写的是 {second}。哪个单位正确？",
  },
  whereHead: { en: "head", zh: "表头" },
  whereColumn: { en: "column of units", zh: "单位列" },
  whereCell: { en: "cell", zh: "单元格" },
  whereName: { en: "name", zh: "名称" },
  whereTitle: { en: "title", zh: "标题" },
  contradiction: {
    en: "{first} by the {where} was taken; the {other} says {second}.",
    zh: "采用了{where}的 {first}；{other}写的是 {second}。",
  },
  askTon: {
    en: "{sheet}, row {row}: is a “ton” a tonne (1000 kg) or a short ton of the United States?",
    zh: "{sheet} 第 {row} 行：“ton”是公吨（1000 kg）还是美制短吨？",
  },
  tonne: { en: "Tonne (t)", zh: "公吨（t）" },
  shortTon: { en: "Short ton", zh: "短吨" },
  askPriceYear: {
    en: "{sheet}, row {row}, column “{column}”: amounts of money are given without a year. Of which year are the prices?",
    zh: "{sheet} 第 {row} 行列“{column}”：金额没有写明年份。价格属于哪一年？",
  },
  askCurrency: {
    en: "{sheet}, column “{column}”: in which currency are the amounts of money?",
    zh: "{sheet} 列“{column}”：金额的币种是什么？",
  },
  gross: { en: "By its unit the energy is on the gross calorific value.", zh: "按单位说明，能量以高位发热量计。" },
  net: { en: "By its unit the energy is on the net calorific value.", zh: "按单位说明，能量以低位发热量计。" },
  grossSaid: {
    en: "The sheet says that gas is on the gross calorific value: “{text}”.",
    zh: "工作表说明燃气以高位发热量计：“{text}”。",
  },
  lifetime: { en: "How long something lasts, and no amount of an activity.", zh: "使用年限，不是活动数据。" },
  threshold: { en: "A limit or threshold, and no amount of an activity.", zh: "限值或阈值，不是活动数据。" },
  sizeOnly: {
    en: "A measure of how large the business is, and no amount of an activity.",
    zh: "反映规模或产出的指标，不是活动数据。",
  },
  rating: { en: "What something is built for, and no amount that was used.", zh: "额定值，不是实际用量。" },
  ratio: { en: "A factor, an intensity or a rate: an amount per another.", zh: "因子、强度或速率：是两个量之比。" },
  energySum: {
    en: "All energy once more, as standard coal: the other lines have it.",
    zh: "以标准煤重复计算的能耗合计，其他各行已包含。",
  },
  restated: {
    en: "{sheet}: the column “{column}” says the amounts of “{other}” again in another unit; it was not counted.",
    zh: "{sheet}：列“{column}”以另一单位重复了“{other}”的数量，未计入。",
  },
  restatedSum: {
    en: "{sheet}: the column “{column}” adds up the energy of the other columns as standard coal; it was not counted.",
    zh: "{sheet}：列“{column}”是其他各列能耗折标准煤之和，未计入。",
  },
  elsewhere: {
    en: "Its remark says that another row counts it, or that it was not used.",
    zh: "备注写明已由其他行计入，或并未使用。",
  },
  askElsewhere: {
    en: "{sheet}, row {row}: its remark says “{remark}”. Is it counted elsewhere or not used, or is it a line of its own?",
    zh: "{sheet} 第 {row} 行：备注为“{remark}”。它是已另行计入或未使用，还是独立的一行？",
  },
  nested: { en: "{count} of “{name}”, of which it is a part.", zh: "所属“{name}”共 {count} 件。" },
  askNested: {
    en: "{sheet}, row {row}: “{name}” is in the product {count} times. Are the pieces of its parts those of one of it, or of all?",
    zh: "{sheet} 第 {row} 行：产品含 {count} 件“{name}”。其零件数量是每件的，还是全部的？",
  },
  ofOneAssembly: { en: "Of one; multiply them", zh: "每件的，应相乘" },
  ofAllAssemblies: { en: "Of all; take them as they are", zh: "全部的，照原数" },
  emissions: {
    en: "Emissions, which are the result of an activity and not its amount.",
    zh: "排放量，是结果而非活动数据。",
  },
  spans: {
    en: "{sheet}: the {count:column|columns} {names} {count:is|are} of another span of time than the year, or of a plan, and {count:was|were} not counted.",
    zh: "{sheet}：列 {names} 为其他期间或计划的数据，未计入。",
  },
  askSpan: {
    en: "{sheet}: a month stands beside the year to date, and the sheet does not say that it is December. Which amounts belong to the account?",
    zh: "{sheet}：本月与本年累计并列，且未写明是12月。核算应采用哪一列？",
  },
  toDate: { en: "The year to date", zh: "本年累计" },
  monthAlone: { en: "The month alone", zh: "仅本月" },
  taxes: {
    en: "{sheet}: the column “{column}” has the amounts before tax, which were taken; those of {names} say them again with tax, or are the tax.",
    zh: "{sheet}：采用了列“{column}”的不含税金额；列 {names} 为含税金额或税额，未计入。",
  },
  noPurchase: {
    en: "Wages, depreciation, interest, taxes or transfers: money for which nothing was bought.",
    zh: "工资、折旧、利息、税金或转账：没有采购任何物品或服务。",
  },
  askNoPurchase: {
    en: "{sheet}: {count} {count:row is|rows are} wages, depreciation, interest, taxes or transfers, the first in row {row}. Do they belong to the account?",
    zh: "{sheet}：有 {count} 行为工资、折旧、利息、税金或转账，第一处在第 {row} 行。是否计入核算？",
  },
  rowSums: {
    en: "{sheet}: the column “{column}” sums the columns beside it and was not counted, but in {count} {count:row|rows} it is another sum, the first in row {row}.",
    zh: "{sheet}：列“{column}”是旁边各列之和，未计入；但有 {count} 行与之和不符，第一处在第 {row} 行。",
  },
  fiscalYear: {
    en: "“{text}” spans two calendar years and was taken for {year}, in which it begins.",
    zh: "“{text}”跨两个自然年，按其起始年 {year} 处理。",
  },
  yearOfName: { en: "The year {year} stands in the name “{name}” only.", zh: "年份 {year} 仅见于名称“{name}”。" },
  yearOfCover: {
    en: "The year {year} stands on the sheet “{sheet}”, row {row}, only.",
    zh: "年份 {year} 仅见于工作表“{sheet}”第 {row} 行。",
  },
  ofBatch: { en: "{share} % of {mass} {unit}.", zh: "{mass} {unit} 的 {share}%。" },
  shareAlone: {
    en: "{sheet}, row {row}: {share} is a share, and the mass that it is of is not stated.",
    zh: "{sheet} 第 {row} 行：{share} 是份额，未写明其对应的总质量。",
  },
  askBatch: {
    en: "{sheet}: the column “{column}” has shares of a mass. Of which mass, for example 20 kg?",
    zh: "{sheet}：列“{column}”为质量份额。总质量是多少，例如 20 kg？",
  },
  several: {
    en: "The name has several things in it. Split the line if each has a factor of its own.",
    zh: "名称含有多种物质。如各有不同因子，请拆分该行。",
  },
  moved: {
    en: "{amount} {unit} stands beside it: the transport is their product.",
    zh: "旁边有运距 {amount} {unit}：二者之积为周转量。",
  },
  besideDistance: {
    en: "The distance is the amount; the numbers without a unit beside it are not read: {names}.",
    zh: "以距离为数量；旁边没有单位的数字未读取：{names}。",
  },
  either: {
    en: "The unit may be {first} or {second}; {taken} was taken for what the row is called.",
    zh: "单位可能是 {first} 或 {second}；按该行名称采用了 {taken}。",
  },
  unitTyped: {
    en: "The file says “{typed}”, which is no unit; {unit} was taken. Correct it in the file if it is another.",
    zh: "文件写的是“{typed}”，不是单位；按 {unit} 处理。如为其他单位，请在文件中改正。",
  },
  unitOfHead: {
    en: "The row’s column of units is empty; the head’s {unit} was taken.",
    zh: "该行的单位列为空；采用了表头的 {unit}。",
  },
  money: { en: "There is no physical amount, so the money was taken.", zh: "没有实物量，采用了金额。" },
  months: { en: "The sum of {count} columns of periods: {names}.", zh: "{count} 个时段列之和：{names}。" },
  monthsLack: {
    en: "The sum of {count} columns of periods: {names}. Empty: {empty}.",
    zh: "{count} 个时段列之和：{names}。空缺：{empty}。",
  },
  rowTotalDiffers: {
    en: "The row’s total says {total}; its columns sum to {sum}, which was taken.",
    zh: "该行的合计写的是 {total}；各列之和为 {sum}，采用后者。",
  },
  fromTotal: { en: "The columns are empty; the row’s total was taken.", zh: "各列为空；采用了该行的合计。" },
  each: { en: "{count} × {each} {unit}.", zh: "{count} × {each} {unit}。" },
  countUnread: {
    en: "{sheet}, row {row}: the number of pieces “{text}” cannot be read, so the mass of one was taken. Write it in the file.",
    zh: "{sheet} 第 {row} 行：件数“{text}”无法读取，采用了单件质量。请在文件中改正。",
  },
  eachDiffers: {
    en: "{count} × {each} is {product}, but the total mass says {total}, which was taken.",
    zh: "{count} × {each} 为 {product}，但总质量写的是 {total}，采用后者。",
  },
  askEach: {
    en: "{sheet}, column “{column}”: is the mass that of one piece, or of all pieces in the row?",
    zh: "{sheet} 列“{column}”：质量是单件的，还是该行全部件数的？",
  },
  ofOne: { en: "Of one piece", zh: "单件" },
  ofAll: { en: "Of all pieces", zh: "全部" },
  power: { en: "The file has it in units of 10^{power} {unit}.", zh: "文件以 10^{power} {unit} 为单位。" },
  about: { en: "The file says “about”.", zh: "文件注明为约数。" },
  carried: { en: "{what} was taken from the row above.", zh: "{what}沿用上一行。" },
  theName: { en: "The name", zh: "名称" },
  noName: { en: "The row has no name.", zh: "该行没有名称。" },
  emptySheet: { en: "The sheet is empty.", zh: "工作表为空。" },
  noTable: { en: "No table of amounts was found: a cover or text.", zh: "未找到数量表：封面或文字。" },
  sizesOnly: {
    en: "Its numbers say how large things are or how much they hold ({columns}), and not what was used. Of refrigerants, write the kilograms that were refilled or leaked.",
    zh: "其数字只说明规模或容量（{columns}），不是用量。制冷剂请写明补充或泄漏的千克数。",
  },
  hidden: { en: "The sheet is hidden. Choose it to read it.", zh: "工作表是隐藏的。如需读取请选择它。" },
  pivot: {
    en: "A pivot table, which sums rows of another sheet. Choose it to read it.",
    zh: "数据透视表，汇总了其他工作表的行。如需读取请选择它。",
  },
  pivotBeside: {
    en: "A pivot table beside the rows that it sums. Nothing was taken from it, so that no amount counts twice.",
    zh: "数据透视表，汇总了旁边的各行。为避免重复计算，未从中取数。",
  },
  pivotRead: {
    en: "{sheet}: a pivot table was read, because no other sheet has lines. The rows that it sums are in no sheet of the file: take the sheet that it was made from, if you have it.",
    zh: "{sheet}：其他工作表没有用量行，因此读取了数据透视表。文件的工作表中没有它所汇总的行：如有生成它的工作表，请改用该表。",
  },
  hiddenRead: {
    en: "{sheet}: the sheet is hidden, and was read because no other sheet has lines. Check that it belongs to the account.",
    zh: "{sheet}：该工作表是隐藏的；其他工作表没有用量行，因此读取了它。请确认它属于本次核算。",
  },
  lookup: { en: "A list of factors or prices, without amounts.", zh: "因子或价格列表，没有数量。" },
  summary: {
    en: "By its name it sums other sheets. Choose it to read it.",
    zh: "从名称看是其他工作表的汇总。如需读取请选择它。",
  },
  notChosen: { en: "It was not chosen.", zh: "未选择。" },
  askSheet: {
    en: "Does the sheet “{sheet}” sum the other sheets, or has it lines of its own?",
    zh: "工作表“{sheet}”是其他工作表的汇总，还是另有数据？",
  },
  noHead: {
    en: "{sheet}: no head was found; columns were recognised by their values.",
    zh: "{sheet}：未找到表头；按数值识别各列。",
  },
  noSuchSheet: { en: "There is no sheet “{sheet}”. There are {names}.", zh: "没有工作表“{sheet}”。现有：{names}。" },
  uncomputed: {
    en: "{sheet}: {count} {count:formula has|formulas have} no value in the file, the first in row {row}, column {column}. Open it in a spreadsheet program and save it anew.",
    zh: "{sheet}：有 {count} 个公式在文件中没有数值，第一处在第 {row} 行第 {column} 列。请用电子表格软件打开并重新保存。",
  },
  calculated: {
    en: "{sheet}: formulas without a value in the file were calculated from their cells, the first in row {row}, column {column}. Compare it with what a spreadsheet program shows.",
    zh: "{sheet}：文件中没有数值的公式已按其单元格计算，第一处在第 {row} 行第 {column} 列。请与电子表格软件显示的数值核对。",
  },
  formulaErrors: {
    en: "{sheet}: {count} {count:cell has|cells have} the error of a formula, the first ({error}) in row {row}, column “{column}”; nothing was taken from {count:it|them}. Repair the formulas in a spreadsheet program, or write the values.",
    zh: "{sheet}：有 {count} 个单元格为公式错误，第一处（{error}）在第 {row} 行列“{column}”，均未采用。请用电子表格软件修正公式，或直接填写数值。",
  },
  withoutHead: {
    en: "{sheet}: nothing was taken from the numbers of {count} {count:column|columns} without a head, the first in column {column}. Write a head above each in the file.",
    zh: "{sheet}：有 {count} 列数字没有列名，未采用，第一处在第 {column} 列。请在文件中为各列填写列名。",
  },
  tooWide: {
    en: "{sheet}: the table has {columns} columns; nothing was taken from those behind column {most}. Make rows of them, or split the sheet.",
    zh: "{sheet}：表格有 {columns} 列，第 {most} 列之后的未读取。请将其转为行，或拆分工作表。",
  },
  tooManyAmounts: {
    en: "{sheet}, row {row}: here the file has more than {most} amounts, which is the limit of an account, so that none of it was taken. Split the file, or sum its rows first.",
    zh: "{sheet} 第 {row} 行：至此文件中的数量超过核算的上限 {most} 个，因此整个文件未采用。请拆分文件，或先汇总各行。",
  },
  manySheets: {
    en: "Lines were read from {count} sheets. Choose those that belong to the account.",
    zh: "从 {count} 个工作表读取了用量行。请选择属于本次核算的工作表。",
  },
  columnsNotUsed: {
    en: "{sheet}: nothing was taken from the {count:column|columns} {names}.",
    zh: "{sheet}：未使用列 {names}。",
  },
});
