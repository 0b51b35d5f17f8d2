import { messages } from "../../message/message.ts";
import { matchKey } from "./assess-lines.ts";
import type { Answers } from "./assessment.ts";
import { cutOffRule, type Draft, digits, type Found, gate, NAMED, percent, textOf, type Unit } from "./phase-draft.ts";

const said = messages("lifecycle.assess.interpretation", {
  leading: { en: "Largest contributions", zh: "最大贡献" },
  processes: { en: "Processes behind them", zh: "背后的过程" },
  completeness: { en: "Completeness", zh: "完整性" },
  sensitivity: { en: "Sensitivity", zh: "敏感性" },
  consistency: { en: "Consistency", zh: "一致性" },
  limits: { en: "Limits", zh: "局限" },
  conclusion: { en: "Conclusion", zh: "结论" },
  line: { en: "{name} {percent} %", zh: "{name} {percent}%" },
  gaps: {
    en: "{percent} % of the inputs, by count, are cut off; unmatched lines are estimated at {estimate} kg CO2e, {share} % of all",
    zh: "按数量计 {percent}% 的输入被截断；未匹配各行估计为 {estimate} kg CO2e，占总量 {share}%",
  },
  noEstimate: {
    en: "{percent} % of the inputs, by count, are cut off; {count} unmatched {count:line|lines} without an estimate",
    zh: "按数量计 {percent}% 的输入被截断；{count} 行未匹配且无法估算",
  },
  otherChoice: {
    en: "{name} as {other} instead of {taken} changes the result by {percent} %",
    zh: "{name} 若以 {other} 代替 {taken}，结果变化 {percent}%",
  },
  noChoice: {
    en: "the background offers one candidate for each of the largest lines",
    zh: "对最大的各行，背景数据库都只有一个候选",
  },
  places: {
    en: "{count} of {all} lines are represented by another place than their origin",
    zh: "{all} 行中有 {count} 行由产地以外的数据代表",
  },
  samePlaces: { en: "no line states an origin that differs from its data", zh: "没有与数据地点不同的产地说明" },
  carbonOnly: {
    en: "electricity by grid counts CO2e or CO2 alone and is in no other indicator",
    zh: "电网电力只计 CO2e 或 CO2，不计入其他指标",
  },
  limited: {
    en: "Screening with open background data: US technology stands for other places, capital goods and wastes are mostly missing, the range is one of candidates and no confidence interval.",
    zh: "基于开放背景数据的筛查：以美国技术代表其他地区，资本货物与废物处理大多缺失；范围为候选数据之间的范围，不是置信区间。",
  },
  concluded: {
    en: "The product, {amount} {unit}, causes {value} kg CO2e ({lo} to {hi} among the candidates); {name} is the largest part with {percent} %.",
    zh: "每 {amount} {unit} 产品为 {value} kg CO2e（候选之间 {lo} 至 {hi}）；其中 {name} 最大，占 {percent}%。",
  },
  contributed: {
    en: "Contributions by line and by process sum to the same result.",
    zh: "按行与按过程的贡献合计相同。",
  },
  notSum: {
    en: "Contributions by line and by process do not sum to the same result.",
    zh: "按行与按过程的贡献合计不同。",
  },
  withinCutOff: { en: "Unmatched lines stay within the cut-off rule.", zh: "未匹配的行在取舍准则之内。" },
  beyondCutOff: {
    en: "Unmatched lines are beyond the cut-off rule, or cannot be estimated.",
    zh: "未匹配的行超出取舍准则，或无法估算。",
  },
  sensed: { en: "The choice of data is tested for the largest lines.", zh: "已对最大的各行检验数据选择的影响。" },
  signKept: { en: "The result has one sign over all candidates.", zh: "在所有候选数据下结果符号一致。" },
  signLost: { en: "The result changes its sign among the candidates.", zh: "不同候选数据下结果符号会改变。" },
  placesFit: { en: "Data are of the places of origin, as far as these are stated.", zh: "数据与所说明的产地一致。" },
  placesDiffer: {
    en: "{count} {count:line is|lines are} represented by another place.",
    zh: "有 {count} 行由其他地点的数据代表。",
  },
  reviewed: { en: "A person has reviewed the assessment: {name}.", zh: "已由人员评审：{name}。" },
  notReviewed: { en: "No person has reviewed it yet.", zh: "尚未经人员评审。" },
});

/** Interpretation. ISO 14044:2006. */
export function interpretation({ amount, unit }: Unit, answers: Answers, found: Found): Draft {
  const { value, lo, hi, lines, estimate, cutOffShare, processes, isSum } = found;
  const largest = lines
    .filter(({ share, match }) => share !== null && match !== "unmatched")
    .sort((p, q) => Math.abs(q.share!) - Math.abs(p.share!))
    .slice(0, NAMED);
  const changes = largest.flatMap(({ name, score, activityName, alternatives }) =>
    alternatives.map((other) => ({
      name,
      taken: activityName!,
      other: other.name,
      change: value === 0 ? 0 : (other.score - score!) / value,
    })),
  );
  changes.sort((p, q) => Math.abs(q.change) - Math.abs(p.change));
  const unmatched = lines.filter(({ match, name }) => match === "unmatched" && answers[matchKey(name)] !== "none");
  const unknown = unmatched.filter(({ score }) => score === null);
  const estimatedShare = value + estimate === 0 ? 0 : estimate / (value + estimate);
  const elsewhere = lines.filter(
    ({ origin, location, match }) => origin !== null && match !== "unmatched" && location !== origin,
  );
  const hasGrid = lines.some(({ match }) => match === "grid");
  const reviewer = textOf(answers.reviewer);
  const first = largest[0];
  const numbers = { value: digits(value), lo: digits(lo), hi: digits(hi) };
  return {
    artefact: [
      ...largest.map(({ name, share }) => ({
        item: said.leading(),
        value: said.line({ name, percent: percent(share!) }),
      })),
      ...processes.slice(0, NAMED).map((each) => ({
        item: said.processes(),
        value: said.line({ name: each.name, percent: percent(value === 0 ? 0 : each.value / value) }),
      })),
      {
        item: said.completeness(),
        value:
          unknown.length > 0
            ? said.noEstimate({ percent: percent(cutOffShare), count: unknown.length })
            : said.gaps({ percent: percent(cutOffShare), estimate: digits(estimate), share: percent(estimatedShare) }),
      },
      ...(changes.length === 0
        ? [{ item: said.sensitivity(), value: said.noChoice() }]
        : changes.slice(0, NAMED).map(({ name, other, taken, change }) => ({
            item: said.sensitivity(),
            value: said.otherChoice({ name, other, taken, percent: percent(change) }),
          }))),
      {
        item: said.consistency(),
        value: elsewhere.length > 0 ? said.places({ count: elsewhere.length, all: lines.length }) : said.samePlaces(),
      },
      ...(hasGrid ? [{ item: said.consistency(), value: said.carbonOnly() }] : []),
      { item: said.limits(), value: said.limited() },
      ...(first
        ? [
            {
              item: said.conclusion(),
              value: said.concluded({ amount, unit, ...numbers, name: first.name, percent: percent(first.share!) }),
            },
          ]
        : []),
    ],
    gates: [
      gate("contribution", isSum, said.contributed(), said.notSum()),
      gate(
        "completeness",
        unknown.length === 0 && estimatedShare <= cutOffRule(answers),
        said.withinCutOff(),
        said.beyondCutOff(),
      ),
      gate("sensitivity", lo > 0 === hi > 0, changes.length > 0 ? said.sensed() : said.signKept(), said.signLost()),
      gate("consistency", elsewhere.length === 0, said.placesFit(), said.placesDiffer({ count: elsewhere.length })),
      gate("review", reviewer !== undefined, said.reviewed({ name: reviewer ?? "" }), said.notReviewed()),
    ],
    assumptions: [],
    asks: [],
  };
}
