/** 数量、单位与折算指标（lib/quantity、kernel/stdlib/amount）。 */
export const quantityZhCn: Record<string, string> = {
  "{gas!} has no value in {metric!}. It has one in {others}.": "{gas} 在 {metric} 中没有数值。有其数值的是：{others}。",
  "{gas!} has no value in {metric!}. No report gives it one.": "{gas} 在 {metric} 中没有数值，各次评估报告均未给出。",
  'The first is in "{first!}", number {at#} in "{other}". {what} cannot be added to the other without saying so: convert one of them, or say the unit of the sum, for example "{example!}".':
    "第一个的单位是“{first}”，第 {at} 个是“{other}”。{what}，不能直接相加：请先换算其中一个，或指明合计的单位，如“{example}”。",
  '"{from!}" does not convert to "{to!}": the one is {is}, the other {other}.':
    "“{from}”不能换算为“{to}”：前者为{is}，后者为{other}。",
  '"{from!}" does not convert to "{to!}": two metrics weigh the gases differently. Go back to the gases and apply one metric to each.':
    "“{from}”不能换算为“{to}”：两种折算指标对各气体的权重不同。请回到各气体的质量，并采用同一指标。",
  '"{from!}" does not convert to "{to!}": that takes a metric. Use toCo2e(quantity, "AR6.GWP100") on the mass of the gas.':
    '“{from}”不能换算为“{to}”：这需要折算指标。请对气体的质量使用 toCo2e(quantity, "AR6.GWP100")。',
  '"{from!}" does not convert to "{to!}": only one of them says it is {substance!}. Say it of both.':
    "“{from}”不能换算为“{to}”：只有其中一个写明是 {substance}。请两边都写明。",
  '"{from!}" does not convert to "{to!}": {substance!} does not become {other} by a change of unit.':
    "“{from}”不能换算为“{to}”：{substance} 不会因单位换算变为 {other}。",
};

/** 句中的片语：量纲与缘由。 */
export const quantityPartsZhCn: Record<string, string> = {
  "They are masses of different things, and one": "二者是不同物质的质量",
  "already in this metric": "已按此指标折算",
  One: "二者单位不同",
  "a plain number": "无量纲数",
  "a number per {below}": "每{below}的数",
  "{above} per {below}": "{above}（每{below}）",
  "a mass of {substance!}": "{substance} 的质量",
  "a mass of {substance!} per {below}": "{substance} 的质量（每{below}）",
  "an energy of {substance!}": "{substance} 的能量",
  "a volume of {substance!}": "{substance} 的体积",
  "a volume of {substance!} per {below}": "{substance} 的体积（每{below}）",
  "an energy of {substance!} per {below}": "{substance} 的能量（每{below}）",
  "mass of {substance!}": "{substance} 质量",
  "a mass": "质量",
  "an energy": "能量",
  "a length": "长度",
  "an area": "面积",
  "a volume": "体积",
  "a time": "时间",
  "a head": "头数",
  "a person": "人数",
  "a vehicle": "车辆数",
  "an item": "件数",
  mass: "质量",
  energy: "能量",
  length: "长度",
  area: "面积",
  volume: "体积",
  time: "时间",
  head: "头",
  person: "人",
  vehicle: "辆",
  item: "件",
  "By the table's lifetime of 3,200 years. Some tables in use carry a GWP100 of 24,300 for AR6; no data file of Table 7.SM.7 that was read has it. The printed table was not at hand.":
    "按该表 3200 年的寿命计。一些通行的表格给出 AR6 的 GWP100 为 24300；查阅过的表 7.SM.7 各数据文件中均无此值。未见到印刷版原表。",
};
