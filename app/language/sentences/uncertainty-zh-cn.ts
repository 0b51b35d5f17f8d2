/** 不确定性（lib/uncertainty）与产品系统（lib/lifecycle）。 */
export const uncertaintyZhCn: Readonly<Record<string, string>> = {
  // 分布
  "{name!} should be above 0, but {value#} came. Give it as a positive number.":
    "{name} 应大于 0，实际为 {value}。请给出正数。",
  "{name!} should be a whole number of at least {least#}, but {value#} came.":
    "{name} 应为不小于 {least} 的整数，实际为 {value}。",
  'There is no distribution "{type!}".': "没有名为“{type}”的分布。",
  "lo ({lo#}) should be below hi ({hi#}).": "lo（{lo}）应小于 hi（{hi}）。",
  "The mode {mode#} does not lie between lo {lo#} and hi {hi#}.": "众数 {mode} 不在 lo {lo} 与 hi {hi} 之间。",
  "The value {value#} does not lie between its bounds {lo#} and {hi#}.": "数值 {value} 不在其界限 {lo} 与 {hi} 之间。",
  "The median {centre#} does not lie between lo {low#} and hi {high#}.":
    "中位数 {centre} 不在 lo {low} 与 hi {high} 之间。",
  "The mean {centre#} does not lie between lo {low#} and hi {high#}.":
    "均值 {centre} 不在 lo {low} 与 hi {high} 之间。",
  "values should hold at least one number.": "values 至少应含一个数。",
  "There are {count#} values, but {count2#} probabilities.": "有 {count} 个值，却有 {count2} 个概率。",
  "probabilities[{at#}] is {probability#}, but none may be negative.":
    "probabilities[{at}] 为 {probability}，概率不得为负。",
  "The probabilities should sum to 1, but they sum to {total#}.": "概率之和应为 1，实际为 {total}。",
  "The probabilities summed to {total#} and were scaled to 1.": "概率之和为 {total}，已归一为 1。",
  "An empirical distribution needs two values or more, but {count#} came.":
    "经验分布至少需要两个值，实际为 {count} 个。",
  "The bounds {lo#} and {hi#} are not symmetric about {value#}, so that the law is not normal. Leave the law out: one that leans as the bounds do is then taken.":
    "界限 {lo} 与 {hi} 不关于 {value} 对称，不是正态分布。请不写 law，程序会取与界限同向偏斜的分布。",
  "two-piece normal": "两段正态",
  "two-piece lognormal": "两段对数正态",
  "The bounds are symmetric: a normal law was taken.": "界限对称：取正态分布。",
  "The bounds are skewed to the right: a lognormal law was taken.": "界限右偏：取对数正态分布。",
  "The bounds are skewed: a normal law in two pieces was taken, each as wide as its bound is far.":
    "界限偏斜：取两段正态分布，每侧宽度由该侧界限决定。",
  "A normal law in two pieces was taken, cut at 0 and fitted so that the published bounds are still its 95 % bounds.":
    "取两段正态分布，在 0 处截断并重新拟合，使发布的界限仍为其 95 % 界限。",
  "The lower bound lies near to 0: a lognormal law in two pieces was taken, each as wide as its bound is far.":
    "下界接近 0：取两段对数正态分布，每侧宽度由该侧界限决定。",
  "The value is one of its bounds: a triangular law was taken, with the value as its mode.":
    "数值等于其中一个界限：取三角分布，以该值为众数。",
  "A lognormal law is skewed to the right, but these bounds are skewed to the left: it was not taken.":
    "对数正态分布右偏，而这些界限左偏：未采用对数正态分布。",
  "The law was cut at its limits and fitted so that the published bounds are still its 95 % bounds.":
    "分布在限值处截断并重新拟合，使发布的界限仍为其 95 % 界限。",
  "No law that is cut at {limit#} has 2.5 % between {limit2#} and its 95 % bound {name!} {bound#}: they lie too near to one another. Give another bound, or a triangular or PERT law that ends at {limit3#}.":
    "在 {limit} 处截断的分布无法在 {limit2} 与其 95 % 界限 {name}（{bound}）之间留有 2.5 % 的概率：两者过近。请给出其他界限，或改用止于 {limit3} 的三角或 PERT 分布。",
  "A lognormal law has positive values alone, but lo is {lo#}.": "对数正态分布只取正值，而 lo 为 {lo}。",
  "A lognormal distribution takes its width once, as geometricSd, sd, or lo with hi; {widths#} of them came.":
    "对数正态分布的宽度只应以 geometricSd、sd 或 lo 与 hi 给出一次，实际给出 {widths} 种。",
  "A lognormal distribution takes a mean or a median, but both came.":
    "对数正态分布取均值或中位数之一，但两者都已给出。",
  "A lognormal distribution needs a mean or a median, but nothing came.": "对数正态分布需要均值或中位数，但没有给出。",
  "No lognormal distribution has this {centre} and both bounds; the {centre2} and the ratio of the bounds were kept, so that the 95 % interval is {low#} to {high#} instead of {lo#} to {hi#}.":
    "没有对数正态分布同时具有该 {centre} 和两个界限；保留 {centre2} 与界限之比，95 % 区间为 {low} 至 {high}，而非 {lo} 至 {hi}。",
  "A normal distribution takes its width once, as sd, variance, halfWidth, halfWidthPercent, or lo with hi; {ways#} of them came.":
    "正态分布的宽度只应以 sd、variance、halfWidth、halfWidthPercent 或 lo 与 hi 给出一次，实际给出 {ways} 种。",
  "A percentage of a mean of 0 is no width; give halfWidth instead.":
    "均值为 0 时百分比不能表示宽度；请改用 halfWidth。",
  "A normal distribution is symmetric, but its mean {mean#} is not the middle of lo {lo#} and hi {hi#}. Use a lognormal or triangular distribution.":
    "正态分布对称，但均值 {mean} 不是 lo {lo} 与 hi {hi} 的中点。请用对数正态或三角分布。",
  "factors[{at#}] is {factor#}, but an uncertainty factor is 1 or above.":
    "factors[{at}] 为 {factor}，不确定性因子应不小于 1。",
  "The best scores and no basic uncertainty leave nothing uncertain; give basic.":
    "各项评分最佳且无基础不确定性，则没有不确定性可言；请给出 basic。",
  "A {kind} distribution is not cut; leave out the values beyond the bounds.":
    "{kind} 分布不作截断；请去掉界限以外的值。",
  "Between lo {lo#} and hi {hi#} lies no more than a millionth of the {kind} distribution; the bounds contradict it.":
    "{kind} 分布在 lo {lo} 与 hi {hi} 之间的概率不超过百万分之一；界限与分布矛盾。",
  "The bounds cut away {value#} % of the {kind} distribution; its mean moved from {mean#} to {mean2#}.":
    "界限截去了 {kind} 分布的 {value} %；其均值由 {mean} 变为 {mean2}。",

  // 相关
  "The correlations contradict each other (smallest eigenvalue {least#}); the nearest correlation matrix was taken, in which a coefficient differs by at most {adjusted#}.":
    "各相关系数相互矛盾（最小特征值 {least}）；已取最近的相关矩阵，其系数至多相差 {adjusted}。",
  '{field!} names "{name!}", but there is no such variable.': "{field} 指名“{name}”，但没有这个变量。",
  "The correlation of {first!} and {second!} is {r#}; it should lie between −1 and 1.":
    "{first} 与 {second} 的相关系数为 {r}，应在 −1 与 1 之间。",
  "{field!} correlates {first!} with itself.": "{field} 让 {first} 与其自身相关。",
  "The correlation of {first!} and {second!} is {r#} in {field!} and {r2#} in {field2!}.":
    "{first} 与 {second} 的相关系数在 {field} 中为 {r}，在 {field2} 中为 {r2}。",
  "{field!} should have {count#} rows of {count2#} numbers, one for each of its variables.":
    "{field} 应有 {count} 行、每行 {count2} 个数，与其变量一一对应。",
  "The correlation of {first!} with itself is {r#} in {field!}; it should be 1.":
    "{field} 中 {first} 与自身的相关系数为 {r}，应为 1。",
  "{field!} is not symmetric: {first!} with {second!} is {r#}, but {second2!} with {first2!} is {values#}.":
    "{field} 不对称：{first} 与 {second} 为 {r}，而 {second2} 与 {first2} 为 {values}。",

  // 抽样与模型
  "There should be at least one variable.": "至少应有一个变量。",
  "There are two variables of the name {twice!}.": "有两个名为 {twice} 的变量。",
  "The seed should be a whole number from 0 to 2^53, but {seed#} came.": "种子应为 0 至 2^53 的整数，实际为 {seed}。",
  "The Latin hypercube has {draws#} draws; it cannot be made longer.": "拉丁超立方有 {draws} 次抽样，不能再加长。",
  'Sobol\'s sequence has {SOBOL_DIMENSIONS#} dimensions here, but there are {count#} variables. Use "random" or "lhs".':
    '此处 Sobol 序列有 {SOBOL_DIMENSIONS} 维，而变量有 {count} 个。请用 "random" 或 "lhs"。',
  'Sobol\'s sequence has {SOBOL_DIMENSIONS#} dimensions here, but more variables came. Use the sampler "random" or "lhs".':
    '此处 Sobol 序列有 {SOBOL_DIMENSIONS} 维，而变量更多。请用抽样法 "random" 或 "lhs"。',
  "Sobol's sequence has 2^32 points here; ask for fewer draws.": "此处 Sobol 序列有 2^32 个点；请减少抽样次数。",
  "Quantiles need at least one draw.": "求分位数至少需要一次抽样。",
  "The model gave {count#} results for {count2#} draws.": "模型对 {count2} 次抽样给出了 {count} 个结果。",
  "The model gives {y} in draw {value#}, where {values}. Narrow the variable at fault, e.g. by a truncated distribution.":
    "模型在第 {value} 次抽样中得 {y}，其中 {values}。请收窄有问题的变量，例如用截断分布。",
  'The model {JSON!} cannot be read at character {value#} ("{text!}"): {what}.':
    "模型 {JSON} 在第 {value} 个字符（“{text}”）处无法读取：{what}。",
  "The model {JSON!} cannot be read at the end: {what}.": "模型 {JSON} 在末尾无法读取：{what}。",
  'The model {JSON!} has a character that is not arithmetic at {value#}: "{text!}".':
    "模型 {JSON} 在第 {value} 个字符处有非算术字符：“{text}”。",
  '"{symbol!}" was expected': "此处应为“{symbol}”",
  "there is no variable or function of this name; the variables are {variables!}":
    "没有这个名称的变量或函数；变量有 {variables}",
  "{name!} takes {least#} arguments, but {count#} came": "{name} 需要 {least} 个参数，实际为 {count} 个",
  "an operation was expected": "此处应为运算符",
  "stop.probability should lie between 0 and 1, but {probability#} came.":
    "stop.probability 应在 0 与 1 之间，实际为 {probability}。",
  "A Latin hypercube is a design of a fixed number of draws and cannot stop early. Use random, sobol or halton.":
    "拉丁超立方的抽样次数固定，不能提前停止。请用 random、sobol 或 halton。",
  "The confidence intervals are those of independent draws; with {sampler} the result is known better.":
    "置信区间按独立抽样计算；用 {sampler} 时结果更精确。",
  "Sobol's sequence is balanced at powers of two; {draws#} draws are none.":
    "Sobol 序列在 2 的幂次处均衡；{draws} 次不是。",
  "Correlated variables are made of the strata of several, so that each of them alone is no Latin hypercube.":
    "相关变量由多个变量的分层构成，单独看不再是拉丁超立方。",
  "The bare sequence has no seed; its first point, 0, was moved to 2^-33.":
    "未加扰的序列没有种子；其首点 0 已移至 2^-33。",
  "After {draws#} draws the {value#} % quantile was not yet known to {value2#} %.":
    "{draws} 次抽样后，{value} % 分位数的精度尚未达到 {value2} %。",

  // 敏感性
  "The delta measure needs at least 100 draws, but {n#} came.": "delta 测度至少需要 100 次抽样，实际为 {n} 次。",
  "FAST with {m#} harmonics needs more than {value#} draws a variable, but {n#} came.":
    "取 {m} 个谐波的 FAST 每个变量需要多于 {value} 次抽样，实际为 {n} 次。",
  "FAST divides the variance among independent variables, but some are correlated.":
    "FAST 在独立变量之间分解方差，而部分变量相关。",
  "Morris moves one variable at a time, but some are correlated.": "Morris 法一次只移动一个变量，而部分变量相关。",
  "levels should be an even number from 2 on, but {levels#} came.": "levels 应为从 2 起的偶数，实际为 {levels}。",
  "The model gives {mean#} whatever its variables are: there is no variance to share.":
    "无论变量取何值，模型都得 {mean}：没有可分解的方差。",
  "A regression on {d#} variables needs at least {value#} draws, but {count#} came.":
    "对 {d} 个变量的回归至少需要 {value} 次抽样，实际为 {count} 次。",
  "{name!} has the same value in every draw; nothing depends on it.": "{name} 在每次抽样中取值相同；没有结果取决于它。",
  "{involved!} move as one in this sample, so that their coefficients cannot be told apart. Leave all but one out.":
    "{involved} 在此样本中同步变动，无法区分其系数。请只保留一个。",
  "Sobol's indices divide the variance among independent variables, but some are correlated. Use the delta or the regression measures, or make one variable of each group.":
    "Sobol 指数在独立变量之间分解方差，而部分变量相关。请用 delta 或回归测度，或把每组合为一个变量。",
  "draws should be a power of two from 2 on, because Sobol's sequence is balanced only there, but {n#} came.":
    "draws 应为从 2 起的 2 的幂，因为 Sobol 序列只在此处均衡，实际为 {n}。",
  "The sample has {value#} rows ({parts#} parts of {n#}), but {count#} results came; indices from them would mean nothing.":
    "样本有 {value} 行（{parts} 部分，每部分 {n} 行），但给出 {count} 个结果；由此算得的指数没有意义。",
  "The sample has {n#} draws, but {count#} results came.": "样本有 {n} 次抽样，但给出 {count} 个结果。",
  "y[{bad#}] is {results}, but each result should be a finite number.": "y[{bad}] 为 {results}，每个结果都应为有限数。",
  "These results were evaluated on another sample ({value!}) than this one ({fingerprint!}): variables, laws, seed, draws or sampler differ. Evaluate the model on this sample.":
    "这些结果是在另一样本（{value}）而非本样本（{fingerprint}）上求得的：变量、分布、种子、次数或抽样法不同。请在本样本上计算模型。",
  "These results were evaluated on another sample ({value!}) than this one ({own!}). Evaluate the model on this sample.":
    "这些结果是在另一样本（{value}）而非本样本（{own}）上求得的。请在本样本上计算模型。",
  "The first-order index of {negative!} is estimated below 0: it is 0 within the error of {n#} draws.":
    "{negative} 的一阶指数估计值小于 0：在 {n} 次抽样的误差内为 0。",
  "The first-order indices sum to {sum#}: the rest of the variance is made by variables together.":
    "一阶指数之和为 {sum}：其余方差由变量共同造成。",
  "The scenario {scenario!} sets {unknown!}, which is no variable.": "情景 {scenario} 设定了 {unknown}，但它不是变量。",

  // 清单
  "The inventory should have at least one source.": "清单至少应有一个排放源。",
  "The {key!} uncertainty of {name!} is {percent#} %, but half of an interval is not negative.":
    "{name} 的 {key} 不确定性为 {percent} %，区间半宽不能为负。",
  "The sources sum to 0 in {key!}; no percentage of that exists.": "各源在 {key} 中之和为 0；无法求百分比。",
  "Where an uncertainty is not symmetric, the table takes its larger side, as the guideline says.":
    "不确定性不对称时，按指南取较大的一侧。",
  "The total of the base year, {total#}, is no larger than its own uncertainty, ± {uncertain#}: a trend in per cent of it says little. Report the change itself, {change#}.":
    "基准年总量 {total} 不大于其自身的不确定度 ± {uncertain}：以其百分数表示的趋势意义不大。请直接报告变化量 {change}。",
  "The total is a net removal in one of the years; percentages are of its size.":
    "其中一年的总量为净清除；百分比相对其绝对值。",
  "threshold should lie above 0 and up to 1, but {threshold#} came.":
    "threshold 应大于 0 且不超过 1，实际为 {threshold}。",
  "{line!} has another uncertainty than the other lines of its group ({name!}); what is one thing has one uncertainty.":
    "{line} 的不确定性与同组（{name}）其他行不同；同一事物只有一个不确定性。",

  // 模型与数据库的离散
  "The ensemble is without {leftOut!}, which lack a time that others have.":
    "集合中不含 {leftOut}：它们缺少其他成员都有的时间。",
  "{entity!} is without {leftOut!}, which lack a time that others have.":
    "{entity} 的集合中不含 {leftOut}：它们缺少其他成员都有的时间。",
  "{entity!} is without {member!}: {newest!} is a newer edition of the same source, and the two are not independent.":
    "{entity} 不含 {member}：{newest} 是同一来源的较新版本，两者并不独立。",
  "The ensemble is without {member!}: {newest!} is a newer edition of the same source, and the two are not independent.":
    "集合不含 {member}：{newest} 是同一来源的较新版本，两者并不独立。",
  "{entity!} has {count#} members: a range, and too few for a standard deviation or an interval.":
    "{entity} 有 {count} 个成员：只给出范围，成员太少，不足以给出标准差或区间。",
  "The ensemble has {count#} members: a range, and too few for a standard deviation or an interval.":
    "集合有 {count} 个成员：只给出范围，成员太少，不足以给出标准差或区间。",
  "{member!} is one of several editions of {source!}; give the year or number of each as edition, so that the newest is known.":
    "{member} 是 {source} 的多个版本之一；请用 edition 给出各版本的年份或编号，以便确定最新一版。",
  "{last!} and {rival!} are both edition {edition#} of {source!}; give each its own, or its own source.":
    "{last} 与 {rival} 都是 {source} 的第 {edition} 版；请为各自给出不同的 edition 或 source。",
  "The ensemble has one member alone, and so no spread.": "集合只有一个成员，因而没有离散。",
  "{entity!} has one member alone, and so no spread.": "{entity} 只有一个成员，因而没有离散。",
  "{named!}[{at#}].sd of {member!} is {sd#}, but a standard deviation is not negative.":
    "{named}[{at}].sd（{member}）为 {sd}，标准差不能为负。",
  "{member!} has two values of {at#}; give each member one a time.":
    "{member} 在 {at} 有两个值；每个成员每个时间只应有一个。",
  "{named!} is empty; an ensemble needs at least one value.": "{named} 为空；集合至少需要一个值。",
  "No member has a value at each of the {count#} times; give times that members share.":
    "没有成员在全部 {count} 个时间都有值；请给出各成员共有的时间。",

  // 投入产出表的误差
  "The table needs at least one source of error; sources is empty.": "投入产出表至少需要一个误差来源；sources 为空。",
  'There are two sources of error of the name "{name!}".': "有两个名为“{name}”的误差来源。",
  '{field!}.shared is "column", but the satellite account has one number a sector: use "row", "region", "sector" or "all".':
    '{field}.shared 为 "column"，而卫星账户每个部门只有一个数：请用 "row"、"region"、"sector" 或 "all"。',
  "exact draws": "精确抽样",
  "stressor is {stressor#}, but the table has {count#}.": "stressor 为 {stressor}，而表中只有 {count} 个。",
  "{name!}: errors of up to ± {value#} % by a normal law let flows change their sign; a lognormal law does not.":
    "{name}：正态分布下达 ± {value} % 的误差会使流量变号；对数正态分布不会。",
  "{name!}: {cells#} cells have errors of their own, whose sum is drawn as normal; one cell makes at most {value#} % of its variance ({regions!}).":
    "{name}：{cells} 个单元各有误差，其和按正态抽样；单个单元至多占其方差的 {value} %（{regions}）。",
  "{name!}: in {regions!} one cell weighs so much that the tails of its own law may show.":
    "{name}：在 {regions} 有一个单元权重很大，其自身分布的尾部可能显现。",
  "{name!} is {halfWidthPercent#}, but half of an interval is not negative. Give it as a number of at least 0.":
    "{name} 为 {halfWidthPercent}，区间半宽不能为负。请给出不小于 0 的数。",
  "{field!}.bySize needs two sizes with their errors, but {count#} came.":
    "{field}.bySize 需要两个流量大小及其误差，实际为 {count} 个。",
  "Both points of {field!}.bySize have the size {size#}.": "{field}.bySize 的两点大小都是 {size}。",

  // 产品系统
  "{field!} is {rows#} × {columns#}, but {rows2#} × {columns2#} is needed to fit the other parts.":
    "{field} 为 {rows} × {columns}，与其他部分相配需要 {rows2} × {columns2}。",
  "{field!} holds a cell that is no finite number.": "{field} 中有单元不是有限数。",
  "technosphere has {rows#} products and {P#} activities; allocate or substitute until there is one activity a product.":
    "technosphere 有 {rows} 种产品和 {P} 个活动；请通过分配或替代使每种产品对应一个活动。",
  "demand has {count#} entries, but there are {P#} products.": "demand 有 {count} 项，而产品有 {P} 种。",
  "Activity {missing#} makes {technosphere#} of its product; the diagonal of technosphere should be above 0.":
    "活动 {missing} 的产品产出为 {technosphere}；technosphere 的对角线应大于 0。",
  "technosphere is singular (activity {column#}): some activities use up all that they make together.":
    "technosphere 奇异（活动 {column}）：某些活动合起来耗尽其全部产出。",
  "technosphere delivers no demand without running activities backwards ({names}): they use up, directly and through each other, more than they make. Check what they take.":
    "technosphere 要满足需求就必须让活动反向运行（{names}）：它们直接或相互之间消耗的多于产出。请检查它们的投入。",
  "Activities with a negative scaling: {names}. They run backwards, because of credits (cells above 0 beside the diagonal) or a negative demand; check that each is meant.":
    "规模系数为负的活动：{names}。由于替代抵扣（对角线以外大于 0 的单元）或负的需求，它们反向运行；请确认每一个都是有意的。",
  "foreground names activity {j#}, but there are 0 … {value#}.": "foreground 指名活动 {j}，而活动编号为 0 … {value}。",
  "No exchange is uncertain: errors fit none of those that may vary.":
    "没有不确定的交换：errors 与可变的交换均不相符。",
  "A draw of score {bad#} is no finite number; narrow the laws of the exchanges.":
    "第 {bad} 个评价结果有一次抽样不是有限数；请收窄交换的分布。",
  "background solved once": "背景只求解一次",
  "each draw solved": "每次抽样求解",
  "The background buys from the foreground, so that each draw was solved as a whole.":
    "背景购买前景的产品，因此每次抽样都整体求解。",
  "errors[{at#}].factor has 1, which leaves an exchange as it is, outside its 99 %; a factor lies about 1.":
    "errors[{at}].factor 的 99 % 范围不含 1（即交换不变）；因子应在 1 附近。",

  // 全景阶梯的抽样
  "follows from the steps before": "由前面各步得出",
  "residence less territory less transport": "居民减属地减运输",
  "The range of sources of {what} of {region!} in {year#} is no error law: it was not drawn from.":
    "{region} 在 {year} 年 {what} 的来源范围不是误差分布：未据此抽样。",
  "No error law of {what} of {region!} in {year#} is stated: it was not drawn.":
    "{region} 在 {year} 年 {what} 没有给出误差分布：未抽样。",
  "reported less land-use change": "报告值减土地利用变化",
  "{field!} takes one law, as factor or as difference.": "{field} 只取一个分布，作为 factor 或 difference。",
  "{field!}.r is {r#}; the correlation within a group should lie between 0 and 1.":
    "{field}.r 为 {r}；组内相关系数应在 0 与 1 之间。",
  "{field!}.{as!} has {centre#}, which leaves the value as it is, outside its 99 %: a factor lies about 1, a difference about 0.":
    "{field}.{as} 的 99 % 范围不含 {centre}（即数值不变）：factor 应在 1 附近，difference 应在 0 附近。",
  "{kind} law, shared by {group!}": "{kind}分布，由 {group} 共享",
  "stated 95 % interval, each side by itself": "给出的 95 % 区间，两侧分别处理",
  "stated 95 % interval": "给出的 95 % 区间",
  "95 % interval of what was drawn": "已抽样部分的 95 % 区间",
  "σ of {value#} % stated by the Global Carbon Budget 2025, one error for the vintage":
    "《全球碳收支2025》给出的 σ 为 {value} %，同一版本共用一个误差",
  "σ of {value#} GtC stated by the Global Carbon Budget 2025 for the world":
    "《全球碳收支2025》给出的全球 σ 为 {value} GtC",
  "{dataset!} states no {as!} σ of {term!}.": "{dataset} 没有给出 {term} 的 σ（{as}）。",
  "2.5 % and 97.5 % quantile of {draws#} draws": "{draws} 次抽样的 2.5 % 与 97.5 % 分位数",
  "{quantiles}, in which {undrawn} did not move": "{quantiles}，其中 {undrawn} 未变动",
  "range of sources: the lowest and highest that the method names": "来源范围：方法中所列来源的最低与最高值",
  "The model has {count#} numbers, names and signs; at most {most#} were expected. Split it.":
    "模型含 {count} 个数、名称和符号；至多 {most} 个，请拆分。",
  "at most {depth#} brackets and signs may stand in one another": "括号与符号至多嵌套 {depth} 层",
  "{name!} should be at most {most#}, but {value#} came. So narrow a law is a fixed number.":
    "{name} 应不超过 {most}，实际为 {value}。分布如此之窄，等于一个固定的数。",
};
