import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { BALANCE_TOLERANCE } from "../balance/mass-balance.ts";
import { matchKey } from "./assess-lines.ts";
import type { Answers, Ask, AssessedLine, Gate } from "./assessment.ts";
import { type BillBalance, billBalance } from "./bill-balance.ts";
import { type Draft, digits, type Found, gate, isNo, percent, type Unit } from "./phase-draft.ts";

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
  system: {
    en: "{activities} activities, residual {residual}; {cut} of {inputs} inputs of those that run are cut off",
    zh: "{activities} 个活动，残差 {residual}；运行活动的 {inputs} 项输入中有 {cut} 项被截断",
  },
  someMatched: { en: "{count} of {all} lines have data.", zh: "{all} 行中有 {count} 行有数据。" },
  noneMatched: {
    en: "No line of the bill has data; name materials otherwise, or answer which activities stand for them.",
    zh: "没有任何一行有数据；请换用材料名称，或指定代表它们的活动。",
  },
  allMatched: { en: "Every line has data.", zh: "每一行都有数据。" },
  unmatched: { en: "No data for {names:and}.", zh: "没有数据：{names:and}。" },
  notRead: {
    en: "No data for {names:and}, {notRead} of which could not be read.",
    zh: "没有数据：{names:and}；其中 {notRead} 行未能读取。",
  },
  notWeighed: {
    en: "The bill cannot be weighed: {names:and} could not be read.",
    zh: "无法计算清单质量：{names:and} 未能读取。",
  },
  allExact: { en: "No line rests on a proxy.", zh: "没有使用替代数据的行。" },
  proxies: { en: "Proxies stand for {names:and}; confirm them.", zh: "以替代数据代表：{names:and}；请确认。" },
  energyStated: { en: "Energy of making is in the inventory.", zh: "清单包含生产用能。" },
  energyNone: { en: "Making takes no energy, as answered.", zh: "按回答，生产不用能。" },
  energyMissing: {
    en: "No energy of making is given; state it, or answer that there is none.",
    zh: "未给出生产用能；请给出，或回答没有。",
  },
  transportStated: { en: "Transport is in the inventory.", zh: "清单包含运输。" },
  transportNone: { en: "There is no transport, as answered.", zh: "按回答，没有运输。" },
  transportMissing: {
    en: "No transport is given; state it, or answer that there is none.",
    zh: "未给出运输；请给出，或回答没有。",
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
  balanced: {
    en: "The bill weighs {bill} kg, product and stated losses {out} kg: they agree within {percent} %.",
    zh: "清单质量 {bill} kg，产品与所述损耗合计 {out} kg：两者相差不超过 {percent}%。",
  },
  heavy: {
    en: "The bill weighs {bill} kg, product and stated losses only {out} kg: say what becomes of {gap} kg.",
    zh: "清单质量 {bill} kg，产品与所述损耗只有 {out} kg：请说明其余 {gap} kg 的去向。",
  },
  untested: {
    en: "Not tested: no losses are given. The bill weighs {bill} kg, the product {product} kg: say what becomes of {gap} kg.",
    zh: "未检验：未给出损耗。清单质量 {bill} kg，产品质量 {product} kg：请说明其余 {gap} kg 的去向。",
  },
  lossy: {
    en: "Product and stated losses weigh {out} kg, but the bill only {bill} kg: check the losses.",
    zh: "产品与所述损耗合计 {out} kg，而清单只有 {bill} kg：请检查损耗。",
  },
  unbalancedWithout: {
    en: "The product weighs {product} kg, but its bill only {bill} kg: the rest may be {names:and}, of which the bill states no mass, or is missing.",
    zh: "产品质量 {product} kg，而清单只有 {bill} kg：其余可能是清单未给出质量的 {names:and}，也可能缺项。",
  },
  wasteAssumption: {
    en: "{kg} kg of the bill leave as losses or waste, whose treatment is not counted.",
    zh: "清单中有 {kg} kg 成为损耗或废物，未计其处理。",
  },
  askLosses: { en: "How much of the bill leaves as losses and waste, in kg?", zh: "清单中有多少 kg 成为损耗和废物？" },
  unbalanced: {
    en: "The product weighs {product} kg, but its bill only {bill} kg: something is missing.",
    zh: "产品质量 {product} kg，而清单只有 {bill} kg：有缺项。",
  },
  noMass: {
    en: "The mass of the product is not stated, so the bill cannot be balanced.",
    zh: "未说明产品质量，无法做质量平衡。",
  },
  solvedWell: {
    en: "The background system is solved to a residual of {residual}.",
    zh: "背景系统求解的残差为 {residual}。",
  },
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
export function inventoryPhase({ amount, unit }: Unit, answers: Answers, found: Found): Draft {
  const { lines, leftOut, coverage, residual, cutOffs, balances } = found;
  const named = (list: readonly AssessedLine[]) => someOf(list.map(({ name }) => name));
  const unmatched = lines.filter(({ match }) => match === "unmatched");
  const excluded = unmatched.filter(({ name }) => answers[matchKey(name)] === "none");
  const open = unmatched.filter((line) => !excluded.includes(line));
  const proxies = lines.filter(({ match, name }) => match === "proxy" && answers[matchKey(name)] === undefined);
  const count = (match: AssessedLine["match"]) => lines.filter((line) => line.match === match).length;
  const balance = billBalance(lines, { amount, unit }, answers);
  const { bill, product, losses, unweighed } = balance;
  // Of a bill that could not be read whole the mass is not known.
  const isWeighed = product !== undefined && leftOut.length === 0;
  const gap = isWeighed ? bill - product - (losses ?? 0) : null;
  const waste = isWeighed ? bill - product : 0;
  const has = (stage: AssessedLine["stage"]) => lines.some((line) => line.stage === stage);
  const isNone = (answer: Answers[string] | undefined) => isNo(answer) || answer === "none";
  const isOpen = (stage: "energy" | "transport") => !has(stage) && !isNone(answers[stage]);
  const grids = lines.filter(({ match }) => match === "grid");
  const none = [{ value: "none", label: texts.none() }];
  return {
    artefact: [
      { item: texts.lines(), value: String(lines.length + leftOut.length) },
      {
        item: texts.classes(),
        value: texts.counted({
          exact: count("exact"),
          proxy: count("proxy"),
          grid: count("grid"),
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
    ],
    gates: [
      gate(
        "data",
        coverage.lines > 0,
        texts.someMatched({ count: lines.length - unmatched.length, all: lines.length + leftOut.length }),
        texts.noneMatched(),
        true,
      ),
      gate("lines", open.length + leftOut.length === 0, texts.allMatched(), lacking(open, leftOut)),
      gate("proxies", proxies.length === 0, texts.allExact(), texts.proxies({ names: named(proxies) })),
      gate(
        "energy",
        !isOpen("energy"),
        has("energy") ? texts.energyStated() : texts.energyNone(),
        texts.energyMissing(),
      ),
      gate(
        "transport",
        !isOpen("transport"),
        has("transport") ? texts.transportStated() : texts.transportNone(),
        texts.transportMissing(),
      ),
      leftOut.length === 0
        ? massGate(balance)
        : gate("mass", false, texts.noMass(), texts.notWeighed({ names: someOf(leftOut) })),
      gate(
        "solution",
        residual < SOLVED,
        texts.solvedWell({ residual: residual.toExponential(0) }),
        texts.solvedWell({ residual: residual.toExponential(0) }),
        true,
      ),
    ],
    assumptions: [
      ...found.assumptions,
      ...proxies.map(({ name, activityName }) => texts.proxyAssumption({ name, activity: activityName! })),
      ...lines
        .filter(({ isElsewhere }) => isElsewhere)
        .map(({ name, origin, location }) =>
          texts.originAssumption({ name, origin: origin!, place: location ?? texts.notStated() }),
        ),
      ...[...new Set(lines.flatMap(({ metric }) => metric ?? []))].map((metric) =>
        texts.metricAssumption({ names: named(lines.filter((line) => line.metric === metric)), metric }),
      ),
      ...(grids.length > 0 ? [texts.gridAssumption()] : []),
      ...found.onRun,
      ...(digits(waste) > 0 ? [texts.wasteAssumption({ kg: digits(waste) })] : []),
    ],
    asks: [
      ...[...open, ...proxies].map(
        ({ name, activity, activityName, alternatives }): Ask => ({
          key: matchKey(name),
          question: texts.askMatch({ name }),
          options: [
            ...(activity === null ? [] : [{ value: activity, label: activityName! }]),
            ...alternatives.map(({ id, name: label }) => ({ value: id, label })),
            { value: "none", label: texts.leaveOut() },
          ],
        }),
      ),
      ...(isOpen("energy") ? [{ key: "energy", question: texts.askEnergy(), options: none }] : []),
      ...(isOpen("transport") ? [{ key: "transport", question: texts.askTransport(), options: none }] : []),
      ...(product === undefined ? [{ key: "productMass", question: texts.askMass(), options: [] }] : []),
      ...(isWeighed && (balance.state === "heavy" || balance.state === "untested")
        ? [{ key: "losses", question: texts.askLosses(), options: [] }]
        : []),
    ],
  };
}

function lacking(open: readonly AssessedLine[], leftOut: readonly string[]) {
  const names = someOf([...open.map(({ name }) => name), ...leftOut]);
  return leftOut.length === 0 ? texts.unmatched({ names }) : texts.notRead({ names, notRead: leftOut.length });
}

function massGate({ bill, product = 0, losses = 0, unweighed, state }: BillBalance): Gate {
  const out = digits(product + losses);
  const masses = { bill: digits(bill), product: digits(product) };
  const failed = {
    closes: texts.noMass,
    unknown: texts.noMass,
    untested: () => texts.untested({ ...masses, gap: digits(bill - product) }),
    heavy: () => texts.heavy({ bill: masses.bill, out, gap: digits(bill - product - losses) }),
    lossy: () => texts.lossy({ bill: masses.bill, out }),
    light: () =>
      unweighed.length === 0
        ? texts.unbalanced(masses)
        : texts.unbalancedWithout({ ...masses, names: someOf(unweighed) }),
  };
  const balanced = texts.balanced({ bill: masses.bill, out, percent: 100 * BALANCE_TOLERANCE });
  return gate("mass", state === "closes", balanced, failed[state]());
}

/** A larger residual would be seen in the result. */
const SOLVED = 1e-8;
