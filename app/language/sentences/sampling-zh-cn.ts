/** 抽样与不确定度的说明（kernel/sampling）。 */
export const samplingZhCn: Record<string, string> = {
  "The cell gives other numbers in other scenarios, so that they cannot be set side by side.":
    "该单元格在不同情景下给出的数值个数不同，无法并列比较。",
  "The draws were stopped.": "抽样已停止。",
  "Cell {place#} stands between the samples and this one. {message}":
    "第 {place} 个单元格位于抽样量与此单元格之间。{message}",
  "Cell {place#} failed outside of the page: {reason}": "第 {place} 个单元格在页面之外求值失败：{reason}",
  "Cell {place#} failed on draw {draw#}, where {drawn}: {reason}":
    "第 {place} 个单元格在第 {draw} 次抽样中失败，其时 {drawn}：{reason}",
  "On draw {draw#} the cell gives {count#} numbers, but on the page it gives {expected#}: what is sampled must keep its shape.":
    "第 {draw} 次抽样中该单元格给出 {count} 个数，而页面上为 {expected} 个：抽样时结果的形状不能改变。",
  "On draw {draw#} {name} is {value}, where {drawn}. Narrow the variable at fault, such as by truncated(…, {lo: 0}).":
    "第 {draw} 次抽样中 {name} 为 {value}，其时 {drawn}。请收窄出错的变量，例如用 truncated(…, {lo: 0})。",
  "This cell draws: a drawing has no number to be sampled. Ask one that it reads instead.":
    "此单元格只作图：图中没有可抽样的数。请改为查询它所读取的数。",
  "This cell shows no number.": "此单元格没有显示任何数。",
  "It changes by itself: it is a generator.": "它会自行变化：它是一个生成器。",
  "nothing was drawn": "没有抽取任何量",
  "It reads `{name!}`: what it gives waits for the reader, or changes by itself.":
    "它读取 `{name}`：其值取决于读者的操作，或会自行变化。",
  "It shows a spread, which is the outcome of all draws and has none of its own.":
    "它显示的是全部抽样的离散结果，本身没有不确定度。",
  "It imports {module!} itself. Import it in a cell of its own, which is then taken as it stands.":
    "它自行导入 {module}。请在单独的单元格中导入，其值便按现状采用。",
  "The catalogue of the datasets is not at hand in a draw. Read it in a cell of its own.":
    "抽样时无法使用数据目录。请在单独的单元格中读取。",
  "It is not a function of its inputs: it calls Math.random. Use `random`, the notebook's seeded stream, or make the notebook reproducible.":
    "它不是其输入的函数：它调用了 Math.random。请使用笔记本带种子的 `random`，或将笔记本设为可复现。",
  "It is not a function of its inputs: it reads the clock. Make the notebook reproducible, or write the date.":
    "它不是其输入的函数：它读取时钟。请将笔记本设为可复现，或直接写出日期。",
  "This cell has not run yet.": "此单元格尚未运行。",
  "This cell waits for the reader: its value is what is chosen here, so that it has no uncertainty of its own.":
    "此单元格等待读者操作：其值由读者选定，因而本身没有不确定度。",
  'No sample reaches this cell. Give a number it rests on a distribution, such as sample("coal EF", lognormal({mean: 94.6, lo: 89.5, hi: 99.7})).':
    '没有抽样量影响此单元格。请为它所依据的某个数给出概率分布，例如 sample("coal EF", lognormal({mean: 94.6, lo: 89.5, hi: 99.7}))。',
  "Cell {place#} has not finished, so that what it reads is not known. Run it first.":
    "第 {place} 个单元格尚未运行完，其输入未知。请先运行它。",
  "Cell {place#} reads `{name!}`, which belongs to the page and cannot go to a worker.":
    "第 {place} 个单元格读取 `{name}`，它属于页面，无法交给计算进程。",
  "{name!}: a sample of this name has another distribution in this cell. One name is one uncertain number: rename one of them.":
    "{name}：本单元格中同名的抽样量使用了另一种分布。一个名称只代表一个不确定的数：请改名。",
  "{name!}: a sample of this name has another distribution in another cell. One name is one uncertain number: rename one of them.":
    "{name}：另一单元格中同名的抽样量使用了另一种分布。一个名称只代表一个不确定的数：请改名。",
  'A sample needs a name first: sample("coal EF", normal({mean: 94.6, sd: 2})).':
    '抽样量首先要有名称：sample("coal EF", normal({mean: 94.6, sd: 2}))。',
  "{name!}: sample takes a distribution after the name, such as normal({mean: 94.6, sd: 2}) or lognormal({mean: 94.6, lo: 89.5, hi: 99.7}).":
    "{name}：sample 的名称之后应为概率分布，例如 normal({mean: 94.6, sd: 2}) 或 lognormal({mean: 94.6, lo: 89.5, hi: 99.7})。",
  "{name!}: the group of a sample should be a name.": "{name}：抽样量的组应为一个名称。",
  "{name!}: r is the correlation within a group; name the group too.": "{name}：r 是组内相关系数，请同时给出组名。",
  "{name!}: the correlation r within a group should lie between 0 and 1, but {r} came.":
    "{name}：组内相关系数 r 应在 0 与 1 之间，但给出的是 {r}。",
  "This cell is not up to date, so that there is nothing to be sampled. Run it first.":
    "此单元格不是最新的，没有可抽样的内容。请先运行它。",
  "The longer sample does not begin with the shorter one.": "较长的样本与较短的样本开头不一致。",
  "spread takes a value that another cell gives by a name: spread(series). Name what is computed here in a cell of its own.":
    "spread 接受其他单元格以名称给出的值：spread(series)。请将此处计算的内容放在单独的单元格中命名。",
  "{name!} has no number in a field “{of!}”.": "{name} 的字段“{of}”中没有数。",
  '{name!} has several uncertain fields: {fields}. Say which: spread({again!}, {of: "{field!}"}).':
    '{name} 有多个不确定的字段：{fields}。请指明：spread({again}, {of: "{field}"})。',
};

/** 句中的成分。 */
export const samplingPartsZhCn: Record<string, string> = {
  "its value": "其值",
};
