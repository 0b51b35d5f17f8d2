/** 检查笔记本时的说明（kernel/check）。 */
export const checkZhCn: Record<string, string> = {
  "The attribute “{attribute!}” names no rule “{rule}”. Did you mean “{near}”?":
    "属性“{attribute}”所指的规则“{rule}”不存在。您是不是要用“{near}”？",
  "The attribute “{attribute!}” names no rule “{rule}”.": "属性“{attribute}”所指的规则“{rule}”不存在。",
  "The attribute “{attribute!}” gives no reason for “{rule}”, so it allows nothing. Write “{again}: why”.":
    "属性“{attribute}”没有给出“{rule}”的理由，因此不起作用。请写成“{again}: 理由”。",
  "The cell keeps the rule “{rule!}”, so the exception is not needed. Remove it.":
    "该单元格符合规则“{rule}”，不需要例外。请删除。",
  "The figure has no words. Give `ariaLabel`, or `title` and `caption`: what it shows.":
    "该图没有文字说明。请给出 `ariaLabel`，或 `title` 与 `caption`，说明它表示什么。",
  'The picture has no `alt`. Say what it shows, or give `alt=""` if it only adorns.':
    '该图片没有 `alt`。请说明它表示什么；若只作装饰，请写 `alt=""`。',
  'The drawing has no name. Give `role="img"` and `aria-label`, or a `<title>` within: what it shows.':
    '该图形没有名称。请给出 `role="img"` 与 `aria-label`，或在其中加 `<title>`，说明它表示什么。',
  "The picture has no words. Write between the brackets what it shows.":
    "该图片没有文字说明。请在方括号内写明它表示什么。",
  'The drawing has no name. Add `.attr("role", "img").attr("aria-label", …)`: what it shows.':
    '该图形没有名称。请加上 `.attr("role", "img").attr("aria-label", …)`，说明它表示什么。',
  "The figure says no source, and no dataset or tool is in its trail. Give `caption`: who published the numbers, or that they are assumed.":
    "该图没有注明来源，其溯源中也没有数据集或工具。请用 `caption` 注明数据的发布者，或说明数据为假定。",
  "There is a heading of level 1 in cell {first#} already. Make this one level 2.":
    "第 {first} 个单元格已有一级标题。请将此处改为二级。",
  "A heading of level {level#}, but the notebook begins. Make it level {wanted#}.":
    "笔记本一开始就是 {level} 级标题。请改为 {wanted} 级。",
  "A heading of level {level#}, but the heading before is of level {last#}. Make it level {wanted#}.":
    "此处为 {level} 级标题，而前一标题为 {last} 级。请改为 {wanted} 级。",
  "There is no notebook {module!} beside this one. Correct its name.": "同一文件夹中没有笔记本 {module}。请更正名称。",
  "{module!} declares no `{imported}`. Did you mean `{near}`?":
    "{module} 没有声明 `{imported}`。您是不是要用 `{near}`？",
  "{module!} declares no `{imported}`. It declares {names}.": "{module} 没有声明 `{imported}`。它声明了 {names}。",
  "There is no dataset `{name!}` in the catalogue. Did you mean `{near}`?":
    "目录中没有数据集 `{name}`。您是不是要用 `{near}`？",
  "There is no dataset `{name!}` in the catalogue. The data panel lists what there is.":
    "目录中没有数据集 `{name}`。数据面板列出了现有的数据集。",
  "The dataset `{name!}` has no licence in the catalogue. Say there under which it may be passed on, or that its publisher states none.":
    "目录中未注明数据集 `{name}` 的许可。请注明可依何种许可传播，或注明发布者未作说明。",
  "This changes `{name!}`, which belongs to cell {place#} and to all that read it, without the graph knowing. Use a copy, as `d3.sort` or `toSorted` give.":
    "此处改动了 `{name}`，它属于第 {place} 个单元格及所有读取它的单元格，而依赖图并不知情。请使用副本，如 `d3.sort` 或 `toSorted` 所给。",
  "This changes `{name!}`, which belongs to cell {place#} and to all that read it, without the graph knowing. Change it there, or change a copy.":
    "此处改动了 `{name}`，它属于第 {place} 个单元格及所有读取它的单元格，而依赖图并不知情。请在原处改动，或改动副本。",
  "This changes the browser's `{name!}`, which all cells share, without the graph knowing. Give the value a name in a cell instead.":
    "此处改动了浏览器的 `{name}`，它为所有单元格共有，而依赖图并不知情。请改为在单元格中为该值命名。",
  "`{name!}` needs the network, which a notebook does not have. Add the data to the catalogue and read them with `datasets.load`.":
    "`{name}` 需要网络，而笔记本没有网络。请将数据加入目录，并用 `datasets.load` 读取。",
  "`{name!}` is refused to a notebook: it has no storage and no way out of its frame. Keep values in cells and inputs.":
    "笔记本不得使用 `{name}`：它没有存储空间，也不能离开其框架。请将值保存在单元格与输入中。",
  "`<{element!}>` would be fetched from elsewhere, which a notebook cannot. Put what it shows into the notebook, as SVG or as a data: address.":
    "`<{element}>` 须从别处获取，而笔记本做不到。请将其内容放入笔记本，用 SVG 或 data: 地址。",
  "Nothing declares `{name!}`. Did you mean `{near}`?": "没有任何地方声明 `{name}`。您是不是要用 `{near}`？",
  "Nothing declares `{name!}`. Declare it in a cell, or import it from the notebook that does.":
    "没有任何地方声明 `{name}`。请在单元格中声明，或从声明它的笔记本导入。",
  "Nobody reads {names!}, and the cell shows nothing. Use it, or delete the cell.":
    "{names} 无人读取，且该单元格不显示任何内容。请加以使用，或删除该单元格。",
  "Nobody reads `{name!}`. Use it, or leave it out.": "`{name}` 无人读取。请加以使用，或将其去掉。",
  "The cell is empty. Delete it.": "该单元格是空的。请删除。",
  "“{specifier!}” names no whole version: elsewhere it may be another tomorrow. Write “{wanted}”.":
    "“{specifier}”没有写明完整版本：在别处，日后可能不再是同一版本。请写成“{wanted}”。",
  "`{callee!}` gives another value each time, but this notebook is to be reproduced. Leave it out.":
    "`{callee}` 每次给出不同的值，而本笔记本须可复现。请去掉。",
  "`{callee!}` gives another value each time, but this notebook is to be reproduced. Draw with `random` instead.":
    "`{callee}` 每次给出不同的值，而本笔记本须可复现。请改用 `random` 抽取。",
  "`{callee!}` in the function that `compute` runs is the worker's own, without a seed. Give the function what it needs as an input.":
    "`compute` 所运行函数中的 `{callee}` 属于工作线程，没有种子。请将所需的值作为输入传给函数。",
  "A table of {numbers#} numbers without a source. Say in a comment or in a field `source` where they are from.":
    "含 {numbers} 个数值的表没有来源。请在注释或 `source` 字段中注明出处。",
  "The notebook has no title. Give it a `<title>`, by which it is listed and found.":
    "笔记本没有标题。请加上 `<title>`，以便列出和查找。",
};
