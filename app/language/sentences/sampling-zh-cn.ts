/** 抽样与不确定度的说明（kernel/sampling）。 */
export const samplingZhCn: Record<string, string> = {
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
};
