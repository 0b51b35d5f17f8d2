import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { BALANCE_TOLERANCE } from "../balance/mass-balance.ts";
import { matchKey } from "./assess-lines.ts";
import { type Answers, type Ask, type AssessedLine, alternativesOf } from "./assessment.ts";
import { type BillReading, named, readBill } from "./bill-reading.ts";
import { gatesOf } from "./inventory-gates.ts";
import { type Draft, digits, type Found, percent, type Unit } from "./phase-draft.ts";

const texts = messages("lifecycle.assess.inventory", {
  lines: { en: "Lines of the inventory", zh: "清单行数" },
  mass: { en: "Mass of the bill", zh: "清单质量" },
  classes: { en: "Lines by match", zh: "按匹配类型的行数" },
  solved: { en: "Background system", zh: "背景系统" },
  notStated: { en: "not stated", zh: "未说明" },
  kilograms: { en: "{kg} kg", zh: "{kg} kg" },
  counted: {
    en: "{exact} exact, {proxy} proxy, {grid} grid, {unmatched} unmatched",
    zh: "相同 {exact}，替代 {proxy}，电网 {grid}，未匹配 {unmatched}",
  },
  countedOwn: {
    en: "{exact} exact, {proxy} proxy, {grid} grid, {own} by own factors, {unmatched} unmatched",
    zh: "相同 {exact}，替代 {proxy}，电网 {grid}，自有因子 {own}，未匹配 {unmatched}",
  },
  system: {
    en: "{activities} activities, residual {residual}; {cut} of {inputs} inputs of those that run are cut off",
    zh: "{activities} 个活动，残差 {residual}；运行活动的 {inputs} 项输入中有 {cut} 项被截断",
  },
  unweighedLines: { en: "{kg} kg; without mass: {names:and}", zh: "{kg} kg；没有质量的行：{names:and}" },
  productMass: { en: "Mass of the product", zh: "产品质量" },
  gap: { en: "Mass that goes in and does not come out", zh: "投入而未产出的质量" },
  gapOfBill: { en: "{kg} kg, {percent} % of the bill", zh: "{kg} kg，占清单的 {percent}%" },
  backgroundBalances: { en: "Mass balances of the background", zh: "背景活动的质量平衡" },
  balancesCounted: {
    en: "of {made} activities that run and make a mass, {closes} close within {percent} %, {open} do not, and {incomplete} exchange things without a mass",
    zh: "在运行且产出质量的 {made} 个活动中，{closes} 个在 {percent}% 内平衡，{open} 个不平衡，{incomplete} 个含没有质量的交换",
  },
  wasteAssumption: {
    en: "{kg} kg of the bill leave as losses or waste, whose treatment is not counted.",
    zh: "清单中有 {kg} kg 成为损耗或废物，未计其处理。",
  },
  askLosses: { en: "How much of the bill leaves as losses and waste, in kg?", zh: "清单中有多少 kg 成为损耗和废物？" },
  proxyAssumption: { en: "{name} is represented by {activity}.", zh: "{name} 由 {activity} 代表。" },
  originAssumption: {
    en: "{name} of {origin} is represented by data of {place}.",
    zh: "产自 {origin} 的 {name} 由 {place} 的数据代表。",
  },
  metricAssumption: {
    en: "{names:and} by published factors of {metric}: their gases are not stated, so they are not converted to AR6.",
    zh: "{names:and} 采用按 {metric} 发布的因子：未列出各气体，故未换算为 AR6。",
  },
  gridAssumption: {
    en: "Electricity has the average of its grid, not that of a contract.",
    zh: "电力采用电网平均值，而非合同电力。",
  },
  askMass: { en: "What does the functional unit of the product weigh, in kg?", zh: "功能单位的产品质量为多少 kg？" },
  askEnergy: { en: "How much electricity does making it take, and where?", zh: "生产用电多少，在何处？" },
  askMatch: { en: "Which activity stands for {name}?", zh: "哪个活动代表 {name}？" },
  leaveOut: { en: "leave it out", zh: "排除" },
  askTransport: {
    en: "How are the materials carried to the place of making, and how far?",
    zh: "材料以何种方式运到生产地，距离多远？",
  },
  none: { en: "none", zh: "没有" },
});

/** Life-cycle inventory analysis. ISO 14044:2006. */
export function inventoryPhase(unit: Unit, answers: Answers, found: Found): Draft {
  const bill = readBill(unit, answers, found);
  return {
    artefact: artefactOf(found, bill),
    gates: gatesOf(found, bill),
    assumptions: assumptionsOf(found, bill),
    asks: asksOf(bill),
  };
}

function artefactOf(found: Found, { balance, isWeighed }: BillReading): Draft["artefact"] {
  const { lines, leftOut, residual, cutOffs, balances } = found;
  const { bill, product, losses, unweighed } = balance;
  const gap = isWeighed && product !== undefined ? bill - product - (losses ?? 0) : null;
  const count = (match: AssessedLine["match"]) => lines.filter((line) => line.match === match).length;
  return [
    { item: texts.lines(), value: String(lines.length + leftOut.length) },
    {
      item: texts.classes(),
      value: (count("own") === 0 ? texts.counted : texts.countedOwn)({
        exact: count("exact"),
        proxy: count("proxy"),
        grid: count("grid"),
        own: count("own"),
        unmatched: count("unmatched") + leftOut.length,
      }),
    },
    {
      item: texts.mass(),
      value:
        unweighed.length + leftOut.length === 0
          ? texts.kilograms({ kg: digits(bill) })
          : texts.unweighedLines({ kg: digits(bill), names: someOf([...unweighed, ...leftOut]) }),
    },
    {
      item: texts.productMass(),
      value: product === undefined ? texts.notStated() : texts.kilograms({ kg: digits(product) }),
    },
    ...(gap === null || bill === 0
      ? []
      : [{ item: texts.gap(), value: texts.gapOfBill({ kg: digits(gap), percent: percent(gap / bill) }) }]),
    {
      item: texts.solved(),
      value: texts.system({
        activities: found.activities,
        residual: residual.toExponential(0),
        cut: cutOffs.cut,
        inputs: cutOffs.inputs,
      }),
    },
    {
      item: texts.backgroundBalances(),
      value: texts.balancesCounted({
        made: balances.closes + balances.open + balances.incomplete,
        closes: balances.closes,
        open: balances.open,
        incomplete: balances.incomplete,
        percent: 100 * BALANCE_TOLERANCE,
      }),
    },
  ];
}

function assumptionsOf({ lines, assumptions, onRun }: Found, bill: BillReading): Draft["assumptions"] {
  const { proxies, balance, isWeighed } = bill;
  const waste = isWeighed && balance.product !== undefined ? balance.bill - balance.product : 0;
  return [
    ...assumptions,
    ...onceEach(proxies, ({ activity }) => [activity]).map(({ name, called = name, activityName }) =>
      texts.proxyAssumption({ name: called, activity: activityName! }),
    ),
    ...onceEach(
      lines.filter(({ isElsewhere }) => isElsewhere),
      ({ origin, location }) => [origin, location],
    ).map(({ name, called = name, origin, location }) =>
      texts.originAssumption({ name: called, origin: origin!, place: location ?? texts.notStated() }),
    ),
    ...[...new Set(lines.flatMap(({ metric }) => metric ?? []))].map((metric) =>
      texts.metricAssumption({ names: named(lines.filter((line) => line.metric === metric)), metric }),
    ),
    ...(lines.some(({ match }) => match === "grid") ? [texts.gridAssumption()] : []),
    ...onRun,
    ...(digits(waste) > 0 ? [texts.wasteAssumption({ kg: digits(waste) })] : []),
  ];
}

function askOfLine(line: AssessedLine): Ask {
  const { name, activity, activityName, score } = line;
  return {
    key: matchKey(name),
    question: texts.askMatch({ name }),
    options: [
      ...(activity === null ? [] : [{ value: activity, label: activityName!, change: 0 }]),
      ...alternativesOf(line).map(({ id, name: label, score: other }) => ({
        value: id,
        label,
        change: other - (score ?? 0),
      })),
      { value: "none", label: texts.leaveOut(), change: -(score ?? 0) },
    ],
    ...(activity === null ? {} : { assumed: activity }),
  };
}

/** Of lines that are called the same and have the same of these, the first. */
function onceEach(lines: readonly AssessedLine[], of: (line: AssessedLine) => readonly unknown[]): AssessedLine[] {
  const first = new Map<string, AssessedLine>();
  for (const line of lines) {
    const key = JSON.stringify([line.called ?? line.name, ...of(line)]);
    if (!first.has(key)) first.set(key, line);
  }
  return [...first.values()];
}

function asksOf({ open, proxies, balance, isWeighed, isOpen }: BillReading): readonly Ask[] {
  const none = [{ value: "none", label: texts.none() }];
  return [
    ...onceEach([...open, ...proxies], ({ activity }) => [activity]).map(askOfLine),
    ...(isOpen("energy") ? [{ key: "energy", question: texts.askEnergy(), options: none }] : []),
    ...(isOpen("transport") ? [{ key: "transport", question: texts.askTransport(), options: none }] : []),
    ...(balance.product === undefined ? [{ key: "productMass", question: texts.askMass(), options: [] }] : []),
    ...(isWeighed && (balance.state === "heavy" || balance.state === "untested")
      ? [{ key: "losses", question: texts.askLosses(), options: [] }]
      : []),
  ];
}
