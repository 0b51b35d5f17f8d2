import { type Message, messages, type Sentence } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import { contributionsOf } from "../contribution/contributions.ts";
import { type CutOffUses, cutOffUses } from "../contribution/cut-off-uses.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { notToldApart } from "../impact/climate-flow.ts";
import { climateSplit, splitSums } from "../impact/climate-split.ts";
import { coverageOf } from "../impact/coverage.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { timesVector } from "../product-system.ts";
import type { OpenedInventory } from "../resource/opened-inventory.ts";
import { type Answers, type GivenLine, matchKey, matchLines } from "./assess-lines.ts";
import type { Ask, AssessedLine, AssessmentState, Gate, Phase, PhaseName } from "./assessment.ts";
import { phaseNames } from "./assessment.ts";

const said = messages("lifecycle.assess", {
  functionalUnit: {
    en: "functionalUnit is {amount} {unit}; expected an amount above 0 and a unit.",
    zh: "functionalUnit 为 {amount} {unit}；应为大于 0 的数量和单位。",
  },
  emptyBill: {
    en: "The bill has no lines; list what the product is made of.",
    zh: "物料清单为空；请列出产品的组成。",
  },
  badLine: {
    en: "Line {at} of the bill, {name}, has the amount {amount}; expected a finite number above 0.",
    zh: "物料清单第 {at} 行“{name}”的数量为 {amount}；应为大于 0 的有限数。",
  },
  twice: {
    en: "The bill has two lines called {name}; tell them apart by their names, or add them up.",
    zh: "物料清单有两行名为“{name}”；请用不同名称区分，或合并。",
  },
  noIndicator: { en: "The methods at hand have no indicator of climate change.", zh: "现有方法中没有气候变化指标。" },
  // Items of the artefacts.
  application: { en: "Intended application", zh: "应用意图" },
  audience: { en: "Intended audience", zh: "目标受众" },
  function: { en: "Function", zh: "功能" },
  unit: { en: "Functional unit", zh: "功能单位" },
  referenceFlow: { en: "Reference flow", zh: "基准流" },
  boundary: { en: "System boundary", zh: "系统边界" },
  cutOffRule: { en: "Cut-off rule", zh: "取舍准则" },
  allocation: { en: "Allocation", zh: "分配" },
  method: { en: "Impact method", zh: "影响评价方法" },
  quality: { en: "Data quality", zh: "数据质量" },
  comparative: { en: "Comparative assertion", zh: "对比论断" },
  lines: { en: "Lines of the inventory", zh: "清单行数" },
  mass: { en: "Mass of the bill", zh: "清单质量" },
  classes: { en: "Lines by match", zh: "按匹配类型的行数" },
  solved: { en: "Background system", zh: "背景系统" },
  climate: { en: "Climate change", zh: "气候变化" },
  kinds: { en: "Climate change by kind", zh: "按类别的气候变化" },
  others: { en: "Other indicators", zh: "其他指标" },
  weighting: { en: "Normalisation and weighting", zh: "归一化与加权" },
  covered: { en: "Flows with a factor", zh: "有因子的基本流" },
  leading: { en: "Largest contributions", zh: "最大贡献" },
  processes: { en: "Processes behind them", zh: "背后的过程" },
  completeness: { en: "Completeness", zh: "完整性" },
  sensitivity: { en: "Sensitivity", zh: "敏感性" },
  consistency: { en: "Consistency", zh: "一致性" },
  limits: { en: "Limits", zh: "局限" },
  conclusion: { en: "Conclusion", zh: "结论" },
  // Their values.
  amount: { en: "{amount} {unit}", zh: "{amount} {unit}" },
  notStated: { en: "not stated", zh: "未说明" },
  flowOfBill: {
    en: "the bill as given, {count} {count:line|lines}, for {amount} {unit}",
    zh: "所给物料清单 {count} 行，对应 {amount} {unit}",
  },
  gate: {
    en: "cradle to gate: materials, energy and transport of the bill; use and end of life are left out",
    zh: "从摇篮到大门：清单中的材料、能源与运输；不含使用与废弃阶段",
  },
  noCutOff: {
    en: "none for the lines of the bill; the background has gaps, which are counted",
    zh: "清单各行不设取舍；背景数据库有缺口，已计数",
  },
  upTo: { en: "unmatched lines up to {percent} % of the result", zh: "未匹配的行不超过结果的 {percent}%" },
  noAllocation: {
    en: "in the background all burdens with the reference product (USLCI as published)",
    zh: "背景数据库中全部负荷归参考产品（按 USLCI 发布方式）",
  },
  gwp: { en: "GWP100 of IPCC AR6; other indicators TRACI 2.1", zh: "IPCC AR6 的 GWP100；其他指标为 TRACI 2.1" },
  data: {
    en: "secondary data of {first}–{last}, largely of the United States",
    zh: "{first}—{last} 年的次级数据，主要来自美国",
  },
  dataNoYears: { en: "secondary data that state no years", zh: "未注明年份的次级数据" },
  yes: { en: "yes", zh: "是" },
  no: { en: "no", zh: "否" },
  kilograms: { en: "{kg} kg", zh: "{kg} kg" },
  counted: {
    en: "{exact} exact, {proxy} proxy, {grid} grid, {unmatched} unmatched",
    zh: "相同 {exact}，替代 {proxy}，电网 {grid}，未匹配 {unmatched}",
  },
  system: {
    en: "{activities} activities, residual {residual}; {cut} of {inputs} inputs of those that run are cut off",
    zh: "{activities} 个活动，残差 {residual}；运行活动的 {inputs} 项输入中有 {cut} 项被截断",
  },
  score: {
    en: "{value} kg CO2e, {lo} to {hi} among the candidates",
    zh: "{value} kg CO2e，在各候选数据之间为 {lo} 至 {hi}",
  },
  kind: { en: "{kind} {value} kg CO2e", zh: "{kind} {value} kg CO2e" },
  fossil: { en: "fossil", zh: "化石源" },
  biogenicEmission: { en: "biogenic emission", zh: "生物源排放" },
  biogenicRemoval: { en: "biogenic removal", zh: "生物源清除" },
  landUse: { en: "land-use change", zh: "土地利用变化" },
  aircraft: { en: "aircraft", zh: "航空" },
  untold: { en: "not told apart", zh: "未区分" },
  indicator: { en: "{name}: {value} {unit}", zh: "{name}：{value} {unit}" },
  flows: { en: "{percent} % of the emissions, by count", zh: "按数量计 {percent}% 的排放" },
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
    en: "{amount} {unit} of the product cause {value} kg CO2e ({lo} to {hi} among the candidates); {name} is the largest part with {percent} %.",
    zh: "每 {amount} {unit} 产品为 {value} kg CO2e（候选之间 {lo} 至 {hi}）；其中 {name} 最大，占 {percent}%。",
  },
  // Gates.
  quantified: {
    en: "The functional unit is an amount above 0 with a unit: {amount} {unit}.",
    zh: "功能单位为带单位的正数：{amount} {unit}。",
  },
  described: { en: "The product and its function are described.", zh: "已说明产品及其功能。" },
  notDescribed: { en: "The description is empty; say what the product does.", zh: "没有说明；请说明产品的功能。" },
  applicationStated: { en: "Application and audience are stated.", zh: "已说明应用意图和目标受众。" },
  applicationMissing: {
    en: "Application or audience is not stated (ISO 14044, 4.2.2).",
    zh: "未说明应用意图或目标受众（ISO 14044 第 4.2.2 条）。",
  },
  boundaryStated: { en: "The boundary is stated.", zh: "已说明系统边界。" },
  boundaryAssumed: { en: "The boundary is assumed, not stated.", zh: "系统边界为假设，未经说明。" },
  notComparative: { en: "No comparison is published.", zh: "不公开发布对比论断。" },
  isComparative: {
    en: "A comparison for the public needs a review by a panel of interested parties (ISO 14044, 6.3), which no program can give.",
    zh: "向公众发布的对比论断须经利益相关方评审组评审（ISO 14044 第 6.3 条），任何程序都不能代替。",
  },
  comparativeUnknown: {
    en: "It is not stated whether the result will be compared in public.",
    zh: "未说明结果是否用于公开对比。",
  },
  someMatched: { en: "{count} of {all} lines have data.", zh: "{all} 行中有 {count} 行有数据。" },
  noneMatched: {
    en: "No line of the bill has data; name materials otherwise, or answer which activities stand for them.",
    zh: "没有任何一行有数据；请换用材料名称，或指定代表它们的活动。",
  },
  allMatched: { en: "Every line has data.", zh: "每一行都有数据。" },
  unmatched: { en: "No data for {names:and}.", zh: "没有数据：{names:and}。" },
  allExact: { en: "No line rests on a proxy.", zh: "没有使用替代数据的行。" },
  proxies: { en: "Proxies stand for {names:and}; confirm them.", zh: "以替代数据代表：{names:and}；请确认。" },
  energyStated: { en: "Energy of making is in the inventory.", zh: "清单包含生产用能。" },
  energyMissing: {
    en: "No energy of making is given; state it, or answer that there is none.",
    zh: "未给出生产用能；请给出，或回答没有。",
  },
  balanced: {
    en: "The bill weighs {bill} kg, the product {product} kg: nothing appears from nowhere.",
    zh: "清单质量 {bill} kg，产品质量 {product} kg：没有凭空出现的质量。",
  },
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
  hasFactors: { en: "The inventory has flows with factors of climate change.", zh: "清单中有气候变化因子的基本流。" },
  noFactors: { en: "No flow of the inventory has a factor of climate change.", zh: "清单中没有气候变化因子的基本流。" },
  toldApart: { en: "All greenhouse gases are told apart by kind.", zh: "所有温室气体都已分类。" },
  notTold: {
    en: "{percent} % of climate change are of flows that are not told apart into fossil and biogenic.",
    zh: "气候变化的 {percent}% 来自未区分化石与生物源的基本流。",
  },
  unweighted: { en: "none", zh: "无" },
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
  // Assumptions and questions.
  perUnit: {
    en: "The bill is what {amount} {unit} of the product take, losses included.",
    zh: "物料清单为 {amount} {unit} 产品的消耗，含损耗。",
  },
  boundaryAssumption: { en: "The boundary is cradle to gate.", zh: "系统边界设为从摇篮到大门。" },
  proxyAssumption: { en: "{name} is represented by {activity}.", zh: "{name} 由 {activity} 代表。" },
  originAssumption: {
    en: "{name} of {origin} is represented by data of {place}.",
    zh: "产自 {origin} 的 {name} 由 {place} 的数据代表。",
  },
  gridAssumption: {
    en: "Electricity has the average of its grid, not that of a contract.",
    zh: "电力采用电网平均值，而非合同电力。",
  },
  askApplication: { en: "What is the result for?", zh: "结果用于什么？" },
  askAudience: { en: "Who will read it?", zh: "读者是谁？" },
  askComparative: { en: "Will it be compared with other products in public?", zh: "是否用于与其他产品的公开对比？" },
  askBoundary: { en: "What does the system contain?", zh: "系统包含什么？" },
  askMass: { en: "What does the functional unit of the product weigh, in kg?", zh: "功能单位的产品质量为多少 kg？" },
  askEnergy: { en: "How much electricity does making it take, and where?", zh: "生产用电多少，在何处？" },
  askMatch: { en: "Which activity stands for {name}?", zh: "哪个活动代表 {name}？" },
  leaveOut: { en: "leave it out", zh: "排除" },
  learning: { en: "learning", zh: "了解与改进" },
  declaration: { en: "declaration", zh: "向客户声明" },
  internal: { en: "organisation", zh: "组织内部" },
  customers: { en: "customers", zh: "客户" },
  public: { en: "public", zh: "公众" },
  noEnergy: { en: "none", zh: "没有" },
});

/** The description of a product, and its bill of materials. */
export interface AssessmentInput {
  readonly description: string;
  readonly functionalUnit: { readonly amount: number; readonly unit: string };
  readonly bill: readonly GivenLine[];
  readonly answers: Answers;
  readonly previous?: AssessmentState | undefined;
}

export interface Assessment {
  readonly phases: readonly Phase[];
  readonly score: { readonly value: number; readonly lo: number; readonly hi: number };
  readonly lines: readonly AssessedLine[];
  readonly cutOffShare: number | null;
  readonly characterisedShare: number | null;
  /** Shares of the score with its estimates: they sum to 1. */
  readonly matchShares: {
    readonly exact: number;
    readonly proxy: number;
    readonly grid: number;
    readonly estimated: number;
  };
  readonly scores: readonly {
    readonly indicator: string;
    readonly name: Sentence;
    readonly value: number;
    readonly unit: string;
  }[];
  readonly processes: readonly {
    readonly id: string;
    readonly name: string;
    readonly location: string | null;
    readonly value: number;
  }[];
  readonly climate: readonly { readonly kind: string; readonly value: number }[];
  readonly cutOffs: CutOffUses;
  readonly review: { readonly passed: number; readonly of: number };
  readonly state: AssessmentState;
  readonly residual: number;
}

/** Sums by line, from the adjoint solution, and by activity, from the solution itself, differ by rounding alone. */
const SAME = 1e-9;
/** The indicator of the score. */
const CLIMATE = "GWP100_AR6";
/** Lines that are named as the largest, and whose data are exchanged to test the result. */
const NAMED = 3;

/**
 * A life-cycle assessment in the four phases of ISO 14040 from a description and a bill of materials: lines are matched to the background by
 * name, what cannot be known is asked or assumed and marked, and gates say what is fit for review. A phase is closed as long as a gate before
 * it blocks. The previous state, if given, is compared: a change of goal and scope, or of the inventory, after a later phase was reached
 * is recorded as going back. The score of the whole is that of the lines with data; estimates of others stand beside it.
 *
 * ISO 14040:2006, 4.2; ISO 14044:2006, 4.2–4.5; ISO 14067:2018. Throws LifecycleError for a bill that cannot be read.
 */
export async function assessProduct(
  inventory: OpenedInventory,
  input: AssessmentInput,
  work: Work = uninterrupted,
): Promise<Assessment> {
  checkInput(input);
  const { description, functionalUnit, answers } = input;
  const assessed = inventory.assessedBy([CLIMATE, "TRACI 2.1"]);
  const { system } = assessed.solved;
  const { indicators } = assessed.characteriser;
  const climateRow = indicators.findIndex(({ code }) => code === CLIMATE);
  if (climateRow < 0) throw new LifecycleError("methods", said.noIndicator());
  const matched = matchLines(inventory, input.bill, answers, {
    productScores: await assessed.productScores(climateRow, work),
    direct: perUnit(inventory, assessed.directOf(climateRow)),
  });
  const demand = new Float64Array(system.nodes.length);
  for (const { demand: of } of matched) if (of) demand[of.node]! += of.amount * signOf(inventory, of.node);
  const { scaling, residual } = await assessed.solved.solve(demand, work);
  const parts = contributionsOf(assessed, scaling);
  const withData = matched.filter(({ line }) => line.match !== "unmatched");
  const estimates = matched.filter(({ line }) => line.match === "unmatched" && line.score !== null);
  const sum = (list: typeof matched, of: "score" | "lo" | "hi") => list.reduce((all, { line }) => all + line[of]!, 0);
  const value = sum(withData, "score");
  const estimate = sum(estimates, "score");
  const lo = sum(withData, "lo") + sum(estimates, "lo");
  const hi = sum(withData, "hi") + sum(estimates, "hi");
  const ofGrids = sum(
    matched.filter(({ line }) => line.match === "grid"),
    "score",
  );
  const lines = matched.map(
    ({ line }): AssessedLine => ({ ...line, share: line.score === null || value === 0 ? null : line.score / value }),
  );
  const g = timesVector(system.biosphere, scaling);
  const coverage = coverageOf(assessed.characteriser.at(null), system.graph.flows, g);
  const split = climateSplit(system.graph.flows, "AR6.GWP100");
  const sums = splitSums(split, g);
  const cutOffs = cutOffUses(system, scaling);
  const unmatchedCount = lines.filter(({ match }) => match === "unmatched").length;
  const inputs = cutOffs.inputs + lines.length;
  const cutOffShare = (cutOffs.cut + unmatchedCount) / inputs;
  const whole = value + estimate;
  const ofMatch = (match: AssessedLine["match"]) =>
    whole === 0
      ? 0
      : sum(
          withData.filter(({ line }) => line.match === match),
          "score",
        ) / whole;
  const scores = indicators
    .map(({ code, name, unit, kind }, m) => ({ indicator: code, name, unit, kind, value: parts.scores[m]! }))
    .filter(({ kind }) => kind === "impact");
  const byNode = parts.byNode[climateRow]!;
  const running = [...byNode.keys()].filter((j) => byNode[j] !== 0);
  running.sort((p, q) => Math.abs(byNode[q]!) - Math.abs(byNode[p]!));
  const processes = running.slice(0, 10).map((j) => {
    const { id, name, location } = system.graph.activities[system.nodes[j]!.activity]!;
    return { id, name, location, value: byNode[j]! };
  });
  const found = {
    value,
    lo,
    hi,
    estimate,
    isSum: Math.abs(parts.scores[climateRow]! + ofGrids - value) <= SAME * Math.abs(value),
    lines,
    scores,
    processes,
    cutOffs,
    cutOffShare,
    residual,
    characterised: coverage.emissions.share,
    hasClimate: coverage.byIndicator[climateRow]!.characterised > 0 || lines.some(({ match }) => match === "grid"),
    climate: Object.entries(sums.byKind).map(([kind, each]) => ({ kind, value: each })),
    years: yearsOf(inventory, matched),
    activities: running.length,
  };
  const drafts = [
    goalAndScope(description, functionalUnit, input.bill, answers, found),
    inventoryPhase(functionalUnit, answers, found),
    impactPhase(found),
    interpretation(functionalUnit, answers, found),
  ];
  const closedFrom = drafts.findIndex(({ gates }) => gates.some(({ blocks, passed }) => blocks && !passed));
  const phases = drafts.map(
    (draft, at): Phase => ({
      ...draft,
      name: phaseNames[at]!,
      status:
        closedFrom >= 0 && at > closedFrom ? "closed" : draft.gates.every(({ passed }) => passed) ? "passed" : "open",
    }),
  );
  const gates = phases.flatMap((phase) => phase.gates);
  return {
    phases,
    score: { value, lo: found.lo, hi: found.hi },
    lines,
    cutOffShare,
    characterisedShare: coverage.emissions.share,
    matchShares: {
      exact: ofMatch("exact"),
      proxy: ofMatch("proxy"),
      grid: ofMatch("grid"),
      estimated: whole === 0 ? 0 : estimate / whole,
    },
    scores: scores.map(({ indicator, name, value: each, unit }) => ({ indicator, name, value: each, unit })),
    processes,
    climate: found.climate,
    cutOffs,
    review: { passed: gates.filter(({ passed }) => passed).length, of: gates.length },
    state: stateOf(input, closedFrom < 0 ? phaseNames.length - 1 : closedFrom),
    residual,
  };
}

function checkInput({ functionalUnit: { amount, unit }, bill }: AssessmentInput): void {
  if (!(Number.isFinite(amount) && amount > 0 && unit.trim() !== ""))
    throw new LifecycleError("functionalUnit", said.functionalUnit({ amount, unit }));
  if (!bill.some(({ stage }) => stage === "material")) throw new LifecycleError("bill", said.emptyBill());
  const names = new Set<string>();
  for (const [at, line] of bill.entries()) {
    if (!(Number.isFinite(line.amount) && line.amount > 0))
      throw new LifecycleError("bill", said.badLine({ at: at + 1, name: line.name, amount: line.amount }));
    if (names.has(line.name)) throw new LifecycleError("bill", said.twice({ name: line.name }));
    names.add(line.name);
  }
}

/** Of activities at their own amounts, the scores for one unit of their products. */
function perUnit({ solved: { system } }: OpenedInventory, direct: Float64Array): Float64Array {
  return direct.map((score, node) => score / Math.abs(system.graph.exchanges.amount[system.nodes[node]!.exchange]!));
}

const signOf = ({ solved: { system } }: OpenedInventory, node: number) =>
  Math.sign(system.graph.exchanges.amount[system.nodes[node]!.exchange]!);

/** The first and the last year for which data of the matched activities hold; null if none states any. */
function yearsOf(
  { solved: { system } }: OpenedInventory,
  matched: readonly { readonly demand: { readonly node: number } | null }[],
): readonly [number, number] | null {
  const years = matched.flatMap(({ demand }) =>
    demand ? (system.graph.activities[system.nodes[demand.node]!.activity]!.years ?? []) : [],
  );
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}

interface Found {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  readonly estimate: number;
  /** Whether the scores of lines sum to those of the activities behind them. */
  readonly isSum: boolean;
  readonly lines: readonly AssessedLine[];
  readonly scores: readonly {
    readonly indicator: string;
    readonly name: Sentence;
    readonly value: number;
    readonly unit: string;
  }[];
  readonly processes: readonly { readonly name: string; readonly value: number }[];
  readonly climate: readonly { readonly kind: string; readonly value: number }[];
  readonly cutOffs: CutOffUses;
  readonly cutOffShare: number;
  readonly residual: number;
  readonly characterised: number | null;
  readonly hasClimate: boolean;
  readonly years: readonly [number, number] | null;
  readonly activities: number;
}

type Draft = Omit<Phase, "name" | "status">;
type Unit = AssessmentInput["functionalUnit"];

const gate = (name: string, passed: boolean, yes: Message, no: Message, blocks = false): Gate => ({
  name,
  passed,
  sentence: passed ? yes : no,
  blocks,
});
const textOf = (answer: Answers[string] | undefined): string | undefined =>
  typeof answer === "string" && answer.trim() !== "" ? answer : undefined;
const isYes = (answer: Answers[string] | undefined) => answer === true || answer === "yes";
const isNo = (answer: Answers[string] | undefined) => answer === false || answer === "no";
const digits = (value: number) => Number(value.toPrecision(3));
const percent = (share: number) => Number((100 * share).toPrecision(2));

function goalAndScope(
  description: string,
  { amount, unit }: Unit,
  bill: readonly GivenLine[],
  answers: Answers,
  { years }: Found,
): Draft {
  const [application, audience, boundary] = [answers.application, answers.audience, answers.boundary].map(textOf);
  const { comparative } = answers;
  const cutOff = cutOffRule(answers);
  const isDecided = isYes(comparative) || isNo(comparative);
  const option = (value: string, label: Message) => ({ value, label });
  return {
    artefact: [
      { item: said.application(), value: application ?? said.notStated() },
      { item: said.audience(), value: audience ?? said.notStated() },
      { item: said.function(), value: textOf(answers.function) ?? textOf(description) ?? said.notStated() },
      { item: said.unit(), value: said.amount({ amount, unit }) },
      { item: said.referenceFlow(), value: said.flowOfBill({ count: bill.length, amount, unit }) },
      { item: said.boundary(), value: boundary ?? said.gate() },
      { item: said.cutOffRule(), value: cutOff === 0 ? said.noCutOff() : said.upTo({ percent: 100 * cutOff }) },
      { item: said.allocation(), value: said.noAllocation() },
      { item: said.method(), value: said.gwp() },
      {
        item: said.quality(),
        value: years ? said.data({ first: String(years[0]), last: String(years[1]) }) : said.dataNoYears(),
      },
      { item: said.comparative(), value: !isDecided ? said.notStated() : isYes(comparative) ? said.yes() : said.no() },
    ],
    gates: [
      gate("functional-unit", true, said.quantified({ amount, unit }), said.quantified({ amount, unit }), true),
      gate("function", textOf(description) !== undefined, said.described(), said.notDescribed()),
      gate(
        "audience",
        application !== undefined && audience !== undefined,
        said.applicationStated(),
        said.applicationMissing(),
      ),
      gate("boundary", boundary !== undefined, said.boundaryStated(), said.boundaryAssumed()),
      gate(
        "comparison",
        isNo(comparative),
        said.notComparative(),
        isYes(comparative) ? said.isComparative() : said.comparativeUnknown(),
      ),
    ],
    assumptions: [said.perUnit({ amount, unit }), ...(boundary === undefined ? [said.boundaryAssumption()] : [])],
    asks: [
      ...(application === undefined
        ? [
            {
              key: "application",
              question: said.askApplication(),
              options: [option("learning", said.learning()), option("declaration", said.declaration())],
            },
          ]
        : []),
      ...(audience === undefined
        ? [
            {
              key: "audience",
              question: said.askAudience(),
              options: [
                option("organisation", said.internal()),
                option("customers", said.customers()),
                option("public", said.public()),
              ],
            },
          ]
        : []),
      ...(boundary === undefined
        ? [{ key: "boundary", question: said.askBoundary(), options: [option("cradle-to-gate", said.gate())] }]
        : []),
      ...(isDecided
        ? []
        : [
            {
              key: "comparative",
              question: said.askComparative(),
              options: [option("yes", said.yes()), option("no", said.no())],
            },
          ]),
    ],
  };
}

/** The share of the result up to which lines may stay without data; without an answer none. */
function cutOffRule({ cutOff }: Answers): number {
  return typeof cutOff === "number" && cutOff >= 0 && cutOff < 1 ? cutOff : 0;
}

function inventoryPhase({ amount, unit }: Unit, answers: Answers, found: Found): Draft {
  const { lines, residual, cutOffs } = found;
  const named = (list: readonly AssessedLine[]) => someOf(list.map(({ name }) => name));
  const unmatched = lines.filter(({ match }) => match === "unmatched");
  const excluded = unmatched.filter(({ name }) => answers[matchKey(name)] === "none");
  const open = unmatched.filter((line) => !excluded.includes(line));
  const proxies = lines.filter(({ match, name }) => match === "proxy" && answers[matchKey(name)] === undefined);
  const count = (match: AssessedLine["match"]) => lines.filter((line) => line.match === match).length;
  const billMass = lines.reduce((sum, line) => {
    const kg = line.stage === "material" ? factorBetween(line.unit, "kg") : null;
    return kg === null ? sum : sum + line.amount * kg;
  }, 0);
  const perUnit = factorBetween(unit, "kg");
  const productMass =
    typeof answers.productMass === "number" ? answers.productMass : perUnit === null ? undefined : amount * perUnit;
  const hasEnergy = lines.some(({ stage }) => stage === "energy") || isNo(answers.energy) || answers.energy === "none";
  const masses = { bill: digits(billMass), product: digits(productMass ?? 0) };
  // Sums of masses as written may differ in the last place.
  const isBalanced = productMass !== undefined && billMass >= productMass * (1 - 1e-9);
  const grids = lines.filter(({ match }) => match === "grid");
  return {
    artefact: [
      { item: said.lines(), value: String(lines.length) },
      {
        item: said.classes(),
        value: said.counted({
          exact: count("exact"),
          proxy: count("proxy"),
          grid: count("grid"),
          unmatched: count("unmatched"),
        }),
      },
      { item: said.mass(), value: said.kilograms({ kg: digits(billMass) }) },
      {
        item: said.solved(),
        value: said.system({
          activities: found.activities,
          residual: residual.toExponential(0),
          cut: cutOffs.cut,
          inputs: cutOffs.inputs,
        }),
      },
    ],
    gates: [
      gate(
        "data",
        unmatched.length < lines.length,
        said.someMatched({ count: lines.length - unmatched.length, all: lines.length }),
        said.noneMatched(),
        true,
      ),
      gate("lines", open.length === 0, said.allMatched(), said.unmatched({ names: named(open) })),
      gate("proxies", proxies.length === 0, said.allExact(), said.proxies({ names: named(proxies) })),
      gate("energy", hasEnergy, said.energyStated(), said.energyMissing()),
      gate(
        "mass",
        isBalanced,
        said.balanced(masses),
        productMass === undefined ? said.noMass() : said.unbalanced(masses),
      ),
      gate(
        "solution",
        residual < SOLVED,
        said.solvedWell({ residual: residual.toExponential(0) }),
        said.solvedWell({ residual: residual.toExponential(0) }),
        true,
      ),
    ],
    assumptions: [
      ...proxies.map(({ name, activityName }) => said.proxyAssumption({ name, activity: activityName! })),
      ...lines
        .filter(({ isElsewhere }) => isElsewhere)
        .map(({ name, origin, location }) =>
          said.originAssumption({ name, origin: origin!, place: location ?? said.notStated() }),
        ),
      ...(grids.length > 0 ? [said.gridAssumption()] : []),
    ],
    asks: [
      ...[...open, ...proxies].map(
        ({ name, activity, activityName, alternatives }): Ask => ({
          key: matchKey(name),
          question: said.askMatch({ name }),
          options: [
            ...(activity === null ? [] : [{ value: activity, label: activityName! }]),
            ...alternatives.map(({ id, name: label }) => ({ value: id, label })),
            { value: "none", label: said.leaveOut() },
          ],
        }),
      ),
      ...(hasEnergy
        ? []
        : [{ key: "energy", question: said.askEnergy(), options: [{ value: "none", label: said.noEnergy() }] }]),
      ...(productMass === undefined ? [{ key: "productMass", question: said.askMass(), options: [] }] : []),
    ],
  };
}

/** A larger residual would be seen in the result. */
const SOLVED = 1e-8;

const kindNames: Readonly<Record<string, Message>> = {
  fossil: said.fossil(),
  "biogenic emission": said.biogenicEmission(),
  "biogenic removal": said.biogenicRemoval(),
  "land-use change": said.landUse(),
  aircraft: said.aircraft(),
  [notToldApart]: said.untold(),
};

function impactPhase({ value, lo, hi, scores, characterised, hasClimate, climate }: Found): Draft {
  const whole = climate.reduce((sum, each) => sum + Math.abs(each.value), 0);
  const untold = climate.find(({ kind }) => kind === notToldApart)?.value ?? 0;
  const notTold = whole === 0 ? 0 : Math.abs(untold) / whole;
  return {
    artefact: [
      { item: said.climate(), value: said.score({ value: digits(value), lo: digits(lo), hi: digits(hi) }) },
      ...climate
        .filter((each) => each.value !== 0)
        .map((each) => ({
          item: said.kinds(),
          value: said.kind({ kind: kindNames[each.kind] ?? each.kind, value: digits(each.value) }),
        })),
      ...scores
        .filter(({ indicator }) => indicator !== CLIMATE)
        .map(({ name, value: score, unit }) => ({
          item: said.others(),
          value: said.indicator({ name, value: digits(score), unit }),
        })),
      { item: said.weighting(), value: said.unweighted() },
      { item: said.covered(), value: said.flows({ percent: percent(characterised ?? 0) }) },
    ],
    gates: [
      gate("factors", hasClimate, said.hasFactors(), said.noFactors(), true),
      gate("kinds", notTold === 0, said.toldApart(), said.notTold({ percent: percent(notTold) })),
    ],
    assumptions: [],
    asks: [],
  };
}

function interpretation({ amount, unit }: Unit, answers: Answers, found: Found): Draft {
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

/** Where the assessment stands, with what was changed after a later phase had been reached. */
function stateOf(
  { description, functionalUnit, bill, answers, previous }: AssessmentInput,
  reached: number,
): AssessmentState {
  const scope = JSON.stringify([description, functionalUnit, ...scopeKeys.map((key) => answers[key] ?? null)]);
  const matches = Object.entries(answers).filter(([key]) => key.startsWith(matchKey("")));
  const inventory = JSON.stringify([bill, matches.sort(([p], [q]) => (p < q ? -1 : 1)), answers.energy ?? null]);
  const returns = [...(previous?.returns ?? [])];
  const back = (to: PhaseName, at: number, because: string) => {
    if (previous && previous.reached > at) returns.push({ to, because });
  };
  if (previous && previous.scope !== scope) back(phaseNames[0], 0, changed(previous.scope, scope));
  if (previous && previous.inventory !== inventory) back(phaseNames[1], 1, changed(previous.inventory, inventory));
  return { scope, inventory, reached, returns };
}

const scopeKeys = ["application", "audience", "function", "boundary", "cutOff", "comparative"] as const;

/** From where two texts differ, a stretch of each. */
function changed(before: string, after: string): string {
  let at = 0;
  while (at < Math.min(before.length, after.length) && before[at] === after[at]) at++;
  const from = Math.max(0, at - 12);
  return `${before.slice(from, at + 24)} → ${after.slice(from, at + 24)}`;
}
