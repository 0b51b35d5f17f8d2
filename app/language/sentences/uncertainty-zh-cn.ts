/** 不确定性（lib/uncertainty）与产品系统（lib/lifecycle）。 */
export const uncertaintyZhCn: Readonly<Record<string, string>> = {
  "{name!} should be a whole number of at least {least#}, but {value#} came.":
    "{name} 应为不小于 {least} 的整数，实际为 {value}。",
  "The probabilities summed to {total#} and were scaled to 1.": "概率之和为 {total}，已归一为 1。",
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
  "No lognormal distribution has this {centre} and both bounds; the {centre2} and the ratio of the bounds were kept, so that the 95 % interval is {low#} to {high#} instead of {lo#} to {hi#}.":
    "没有对数正态分布同时具有该 {centre} 和两个界限；保留 {centre2} 与界限之比，95 % 区间为 {low} 至 {high}，而非 {lo} 至 {hi}。",
  "The bounds cut away {value#} % of the {kind} distribution; its mean moved from {mean#} to {mean2#}.":
    "界限截去了 {kind} 分布的 {value} %；其均值由 {mean} 变为 {mean2}。",

  // 相关
  "The correlations contradict each other (smallest eigenvalue {least#}); the nearest correlation matrix was taken, in which a coefficient differs by at most {adjusted#}.":
    "各相关系数相互矛盾（最小特征值 {least}）；已取最近的相关矩阵，其系数至多相差 {adjusted}。",
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
  "The first-order index of {negative!} is estimated below 0: it is 0 within the error of {n#} draws.":
    "{negative} 的一阶指数估计值小于 0：在 {n} 次抽样的误差内为 0。",
  "The first-order indices sum to {sum#}: the rest of the variance is made by variables together.":
    "一阶指数之和为 {sum}：其余方差由变量共同造成。",
  "Where an uncertainty is not symmetric, the table takes its larger side, as the guideline says.":
    "不确定性不对称时，按指南取较大的一侧。",
  "The total of the base year, {total#}, is no larger than its own uncertainty, ± {uncertain#}: a trend in per cent of it says little. Report the change itself, {change#}.":
    "基准年总量 {total} 不大于其自身的不确定度 ± {uncertain}：以其百分数表示的趋势意义不大。请直接报告变化量 {change}。",
  "The total is a net removal in one of the years; percentages are of its size.":
    "其中一年的总量为净清除；百分比相对其绝对值。",

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
  "The ensemble has one member alone, and so no spread.": "集合只有一个成员，因而没有离散。",
  "{entity!} has one member alone, and so no spread.": "{entity} 只有一个成员，因而没有离散。",
  "{named!} is empty; an ensemble needs at least one value.": "{named} 为空；集合至少需要一个值。",
  "No member has a value at each of the {count#} times; give times that members share.":
    "没有成员在全部 {count} 个时间都有值；请给出各成员共有的时间。",

  // 全景阶梯的抽样
  "follows from the steps before": "由前面各步得出",
  "residence less territory less transport": "居民减属地减运输",
  "The range of sources of {what} of {region!} in {year#} is no error law: it was not drawn from.":
    "{region} 在 {year} 年 {what} 的来源范围不是误差分布：未据此抽样。",
  "No error law of {what} of {region!} in {year#} is stated: it was not drawn.":
    "{region} 在 {year} 年 {what} 没有给出误差分布：未抽样。",
  "reported less land-use change": "报告值减土地利用变化",
  "{kind} law, shared by {group!}": "{kind}分布，由 {group} 共享",
  "stated 95 % interval, each side by itself": "给出的 95 % 区间，两侧分别处理",
  "stated 95 % interval": "给出的 95 % 区间",
  "95 % interval of what was drawn": "已抽样部分的 95 % 区间",
  "σ of {value#} % stated by the Global Carbon Budget 2025, one error for the vintage":
    "《全球碳收支2025》给出的 σ 为 {value} %，同一版本共用一个误差",
  "σ of {value#} GtC stated by the Global Carbon Budget 2025 for the world":
    "《全球碳收支2025》给出的全球 σ 为 {value} GtC",
  "2.5 % and 97.5 % quantile of {draws#} draws": "{draws} 次抽样的 2.5 % 与 97.5 % 分位数",
  "{quantiles}, in which {undrawn} did not move": "{quantiles}，其中 {undrawn} 未变动",
  "range of sources: the lowest and highest that the method names": "来源范围：方法中所列来源的最低与最高值",
};
