import { messages, type Sentence } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { matchKey } from "./assess-lines.ts";
import { type Answers, type AssessedLine, alternativesOf } from "./assessment.ts";
import { billMass } from "./bill-balance.ts";
import { headline } from "./bill-coverage.ts";
import { cutOffRule, type Draft, digits, type Found, gate, NAMED, percent, textOf, type Unit } from "./phase-draft.ts";

const texts = messages("lifecycle.assess.interpretation", {
  leading: { en: "Largest contributions", zh: "最大贡献" },
  processes: { en: "Processes behind them", zh: "背后的过程" },
  completeness: { en: "Completeness", zh: "完整性" },
  sensitivity: { en: "Sensitivity", zh: "敏感性" },
  consistency: { en: "Consistency", zh: "一致性" },
  limits: { en: "Limits", zh: "局限" },
  conclusion: { en: "Conclusion", zh: "结论" },
  line: { en: "{name} {percent} %", zh: "{name} {percent}%" },
  gaps: {
    en: "{percent} % of the inputs, by count, are cut off; of {count} {count:line|lines} there is no figure",
    zh: "按数量计 {percent}% 的输入被截断；{count} 行没有数值",
  },
  middles: {
    en: "{estimate} kg CO2e, {share} % of the result, are middles of classes of materials: nothing is called like {names:and}",
    zh: "{estimate} kg CO2e（占结果的 {share}%）取自材料类别的居中数据：没有与 {names:and} 名称相近的数据",
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
    en: "Screening with open background data: North American technology stands for other places, capital goods and wastes are mostly missing, the range is one of candidates and no confidence interval.",
    zh: "基于开放背景数据的筛查：以北美技术代表其他地区，资本货物与废物处理大多缺失；范围为候选数据之间的范围，不是置信区间。",
  },
  noWidth: {
    en: "{names:and} have one candidate and no range: the range of the result is that of the other lines, {percent} % of it",
    zh: "{names:and} 只有一个候选，没有范围：结果的范围只来自其余各行（占 {percent}%）",
  },
  concluded: {
    en: "{headline} The range among the candidates is {lo} to {hi} kg CO2e; {name} is the largest part with {percent} %.",
    zh: "{headline}候选之间为 {lo} 至 {hi} kg CO2e；其中 {name} 最大，占 {percent}%。",
  },
  concludedAlone: {
    en: "{headline} {name} is the largest part with {percent} %.",
    zh: "{headline}其中 {name} 最大，占 {percent}%。",
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
    en: "Lines without data are beyond the cut-off rule, or have no mass to compare with it.",
    zh: "没有数据的行超出取舍准则，或没有可与之比较的质量。",
  },
  sensed: { en: "The choice of data is tested for the largest lines.", zh: "已对最大的各行检验数据选择的影响。" },
  signKept: { en: "The result has one sign over all candidates.", zh: "在所有候选数据下结果符号一致。" },
  signLost: {
    en: "The result changes its sign among the candidates, or there is none.",
    zh: "不同候选数据下结果符号会改变，或没有结果。",
  },
  placesFit: { en: "Data are of the places of origin, as far as these are stated.", zh: "数据与所说明的产地一致。" },
  placesDiffer: {
    en: "{count} {count:line is|lines are} represented by another place.",
    zh: "有 {count} 行由其他地点的数据代表。",
  },
  reviewed: { en: "A person has reviewed the assessment: {name}.", zh: "已由人员评审：{name}。" },
  notReviewed: { en: "No person has reviewed it yet.", zh: "尚未经人员评审。" },
});

/** Interpretation. ISO 14044:2006. */
export function interpretation(functionalUnit: Unit, answers: Answers, found: Found): Draft {
  const { lines } = found;
  const largest = lines
    .filter(({ share }) => share !== null)
    .sort((p, q) => Math.abs(q.share!) - Math.abs(p.share!))
    .slice(0, NAMED);
  const changes = changesByChoice(largest, found.score?.value ?? 0);
  const unmatched = lines.filter(({ match, name }) => match === "unmatched" && answers[matchKey(name)] !== "none");
  const elsewhere = lines.filter(
    ({ origin, location, match }) => origin !== null && match !== "unmatched" && location !== origin,
  );
  return {
    artefact: [
      ...leading(largest, found),
      ...completeness(unmatched, found),
      ...sensitivity(changes),
      ...consistency(elsewhere, lines),
      ...limits(found),
      { item: texts.conclusion(), value: conclusion(functionalUnit, largest[0], found) },
    ],
    gates: gatesOf(answers, found, { changes, unmatched, elsewhere }),
    assumptions: [],
    asks: [],
  };
}

type Items = Draft["artefact"];

/** By how much of the score it changes if another candidate stands for a line. */
interface Change {
  readonly name: string;
  readonly taken: Sentence;
  readonly other: string;
  readonly change: number;
}

/** The largest change first. */
function changesByChoice(largest: readonly AssessedLine[], value: number): Change[] {
  const changes = largest.flatMap((line) =>
    alternativesOf(line).map((other) => ({
      name: line.name,
      taken: line.activityName!,
      other: other.name,
      change: value === 0 ? 0 : (other.score - line.score!) / value,
    })),
  );
  return changes.sort((p, q) => Math.abs(q.change) - Math.abs(p.change));
}

/** Lines and activities that contribute most. */
function leading(largest: readonly AssessedLine[], { score, processes }: Found): Items {
  const value = score?.value ?? 0;
  return [
    ...largest.map(({ name, share }) => ({
      item: texts.leading(),
      value: texts.line({ name, percent: percent(share!) }),
    })),
    ...processes.slice(0, NAMED).map((each) => ({
      item: texts.processes(),
      value: texts.line({ name: each.name, percent: percent(value === 0 ? 0 : each.value / value) }),
    })),
  ];
}

function completeness(unmatched: readonly AssessedLine[], found: Found): Items {
  const { score, lines, leftOut, estimate, cutOffShare } = found;
  const value = score?.value ?? 0;
  const middles = lines.filter(({ isEstimate, match }) => isEstimate && match !== "grid").map(({ name }) => name);
  return [
    {
      item: texts.completeness(),
      value: texts.gaps({ percent: percent(cutOffShare), count: unmatched.length + leftOut.length }),
    },
    ...(middles.length === 0
      ? []
      : [
          {
            item: texts.completeness(),
            value: texts.middles({
              estimate: digits(estimate),
              share: percent(value === 0 ? 0 : estimate / value),
              names: someOf(middles),
            }),
          },
        ]),
  ];
}

function sensitivity(changes: readonly Change[]): Items {
  return [
    ...(changes.length === 0
      ? [{ item: texts.sensitivity(), value: texts.noChoice() }]
      : changes.slice(0, NAMED).map(({ name, other, taken, change }) => ({
          item: texts.sensitivity(),
          value: texts.otherChoice({ name, other, taken, percent: percent(change) }),
        }))),
  ];
}

function consistency(elsewhere: readonly AssessedLine[], lines: readonly AssessedLine[]): Items {
  const hasGrid = lines.some(({ match }) => match === "grid");
  return [
    {
      item: texts.consistency(),
      value: elsewhere.length > 0 ? texts.places({ count: elsewhere.length, all: lines.length }) : texts.samePlaces(),
    },
    ...(hasGrid ? [{ item: texts.consistency(), value: texts.carbonOnly() }] : []),
  ];
}

function limits({ lines, openEnds }: Found): Items {
  const narrow = lines.filter(({ score, lo, hi }) => score !== null && lo === hi).map(({ name }) => name);
  return [
    { item: texts.limits(), value: texts.limited() },
    ...(narrow.length === 0
      ? []
      : [
          {
            item: texts.limits(),
            value: texts.noWidth({ names: someOf(narrow), percent: percent(openEnds.rangedShare ?? 0) }),
          },
        ]),
  ];
}

/** The headline, with range and the largest line if there is a score. */
function conclusion(functionalUnit: Unit, first: AssessedLine | undefined, { score, coverage, openEnds }: Found) {
  const stated = headline(score, functionalUnit, coverage, openEnds);
  if (!score || !first) return stated;
  const said = { headline: stated, name: first.name, percent: percent(first.share!) };
  const range = { lo: digits(score.lo), hi: digits(score.hi) };
  return range.lo === range.hi ? texts.concludedAlone(said) : texts.concluded({ ...said, ...range });
}

function gatesOf(
  answers: Answers,
  { score, lines, leftOut, isSum }: Found,
  {
    changes,
    unmatched,
    elsewhere,
  }: {
    readonly changes: readonly Change[];
    readonly unmatched: readonly AssessedLine[];
    readonly elsewhere: readonly AssessedLine[];
  },
): Draft["gates"] {
  const reviewer = textOf(answers.reviewer);
  return [
    gate("contribution", isSum, texts.contributed(), texts.notSum()),
    gate(
      "completeness",
      leftOut.length === 0 && isWithin(unmatched, lines, cutOffRule(answers)),
      texts.withinCutOff(),
      texts.beyondCutOff(),
    ),
    gate(
      "sensitivity",
      score !== null && score.lo > 0 === score.hi > 0,
      changes.length > 0 ? texts.sensed() : texts.signKept(),
      texts.signLost(),
    ),
    gate("consistency", elsewhere.length === 0, texts.placesFit(), texts.placesDiffer({ count: elsewhere.length })),
    gate("review", reviewer !== undefined, texts.reviewed({ name: reviewer ?? "" }), texts.notReviewed()),
  ];
}

/** Whether lines without data stay within a share of the mass of the bill. */
function isWithin(unmatched: readonly AssessedLine[], lines: readonly AssessedLine[], rule: number): boolean {
  if (unmatched.length === 0) return true;
  const open = billMass(unmatched);
  const { bill } = billMass(lines.filter(({ stage }) => stage === "material"));
  return open.unweighed.length === 0 && bill > 0 && open.bill <= rule * bill;
}
