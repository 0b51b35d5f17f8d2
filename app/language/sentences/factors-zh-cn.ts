/** 分类、国家组与排放因子（lib/classification、lib/factors）。 */
export const factorsZhCn: Record<string, string> = {
  "{code!} ({title!}) has {children}.": "{code}（{title}）下有：{children}。",
  "It begins with 1 (energy), 2 (IPPU), 3 (AFOLU), 4 (waste) or 5 (other).":
    "类别以 1（能源）、2（IPPU）、3（AFOLU）、4（废弃物）或 5（其他）开头。",
  "Before 1993 the European Communities; Germany without the GDR before 1990.":
    "1993 年以前为欧洲共同体；1990 年以前德国不含民主德国。",
  "The European Union is a Party too and is left out here: its members are in the list. Kazakhstan counts as Annex I under the Kyoto Protocol alone.":
    "欧盟也是缔约方，此处不列：其成员国已在列表中。哈萨克斯坦仅在《京都议定书》下视为附件一国家。",
  "Saudi Arabia was invited for 2024 and has not said that it joined: it is left out.":
    "沙特阿拉伯获邀于 2024 年加入，但未宣布已加入：此处不列。",
  "The European Union and, since 2023, the African Union are members too and are left out here.":
    "欧盟以及自 2023 年起的非洲联盟也是成员，此处不列。",
  "Indonesia was back for eleven months of 2016 and was no member at the end of that year.":
    "印度尼西亚 2016 年曾恢复成员资格十一个月，当年年末已不是成员。",
  "{name!}, row {row#}: the share of {from!} in {to!} is {share#}.":
    "{name} 第 {row} 行：{from} 归入 {to} 的份额为 {share}。",
  "{name!}, row {row#}: {from!} to {to!} stands there twice.": "{name} 第 {row} 行：{from} 到 {to} 出现了两次。",
  "{name!}: the shares of {from!} sum to {sum#} and not to 1.": "{name}：{from} 的份额合计为 {sum}，应为 1。",

  "Row {row#}, column {column!}: {problem}": "第 {row} 行，“{column}”列：{problem}",
  "shipped factors: {problem}": "随附因子表：{problem}",
  "own factors: {problem}": "自有因子表：{problem}",
  "The {level} value for {where} of category {category!} ({source!}): the only one that fits.":
    "取类别 {category} 中{where}的{level}值（{source}）：仅此一项适用。",
  "The {level} value for {where} of category {category!} ({source!}), before {others}: {reason}.":
    "取类别 {category} 中{where}的{level}值（{source}），优先于{others}：{reason}。",
  "The own {level} value for {where} of category {category!} ({source!}): the only one that fits.":
    "取自有表中类别 {category} 下{where}的{level}值（{source}）：仅此一项适用。",
  "The own {level} value for {where} of category {category!} ({source!}), before {others}: {reason}.":
    "取自有表中类别 {category} 下{where}的{level}值（{source}），优先于{others}：{reason}。",
  'There is no {parameter!} of {gas!} for "{activity!}" in {code!} as asked for. There are: {known!}.':
    "{code} 中没有符合要求的“{activity}”的 {gas} {parameter}。现有：{known}。",
  'There is no {parameter!} for "{activity!}" in {code!} as asked for. There are: {known!}.':
    "{code} 中没有符合要求的“{activity}”的 {parameter}。现有：{known}。",
  'There is no {parameter!} of {gas!} for "{activity!}" in {code!}. Activities there: {near!}.':
    "{code} 中没有“{activity}”的 {gas} {parameter}。该类别下的活动有：{near}。",
  'There is no {parameter!} for "{activity!}" in {code!}. Activities there: {near!}.':
    "{code} 中没有“{activity}”的 {parameter}。该类别下的活动有：{near}。",
  'There is no {parameter!} of {gas!} for "{activity!}" in {code!}: the tables have no {again!} for this category. Add a factor of your own, with its source.':
    "{code} 中没有“{activity}”的 {gas} {parameter}：因子表中该类别没有 {again}。请添加自有因子并注明来源。",
  'There is no {parameter!} for "{activity!}" in {code!}: the tables have no {again!} for this category. Add a factor of your own, with its source.':
    "{code} 中没有“{activity}”的 {parameter}：因子表中该类别没有 {again}。请添加自有因子并注明来源。",
};

/** 句中的片语：因子表各列的问题，以及选择因子的理由。 */
export const factorPartsZhCn: Record<string, string> = {
  "none below it": "没有下级类别",
  "it is empty; {expected} is expected.": "此处为空；应填{expected}。",
  '"{found!}" is not a number.': "“{found}”不是数字。",
  '"{category!}" is no category of the IPCC 2006 Guidelines; a code such as 1.A.1.a is expected.':
    "“{category}”不是《IPCC 2006 指南》的类别；应为 1.A.1.a 之类的代码。",
  "an IPCC category such as 1.A.1.a": "IPCC 类别，如 1.A.1.a",
  "a unit such as kg CO2/TJ": "单位，如 kg CO2/TJ",
  "what is burnt, made, kept or done": "活动名称（燃料、产品、牲畜或做法）",
  "where the value comes from": "数值来源",
  "the lower bound {lo#} lies above the upper bound {hi#}.": "下限 {lo} 大于上限 {hi}。",
  "{value#} lies outside its own bounds {lo!} to {hi!}.": "{value} 超出其自身的上下限 {lo} 至 {hi}。",
  '"{distribution!}" is unknown; {names!} are expected.': "未知的分布“{distribution}”；可用的有 {names}。",
  "it is from your own table": "它来自自有因子表",
  "it is of a more specific level": "它的层级更具体",
  "its region is nearer": "它的地区更接近",
  "it fits what was said of the technology": "它与所给的技术相符",
  "its category is nearer": "它的类别更接近",
  "its years are narrower": "它的适用年份更窄",
  "it is of the edition asked for": "它属于所要求的版本",
  "its value was read nearer to the source": "其数值的查证更接近原始来源",
  "it stands first in its table": "它在表中排在最前",
  "{count#} others that fit": "其余 {count} 项适用的因子",
  "{count#} other that fits": "另外 {count} 项适用的因子",
  "the world": "全球",
  default: "缺省",
  regional: "地区",
  national: "国家",
  plant: "工厂",
};
