import { bothLanguages } from "../../dialogue/both-languages.ts";
import type { Assumption, Json } from "../../dialogue/plan.ts";
import { messages } from "../../message/message.ts";
import type { Check, Phase, PhaseWork, Question } from "../agent.ts";
import { assumption } from "../assumption.ts";
import { mustHold, shouldHold } from "../check.ts";
import type { AgentState } from "../state.ts";
import { assessArguments, electricityOf, exchangesOf, OPERATION, tonnesOf } from "./assess-arguments.ts";
import { feedIn } from "./feeds.ts";
import type { BillLine, LifecycleRequest } from "./request.ts";
import { assessmentShape, goalShape, inventoryShape, plantShape } from "./shapes.ts";

const texts = messages("agent.lifecycle.inventory", {
  title: { en: "Inventory", zh: "清单分析" },
  askPlace: {
    en: "Where is the electricity bought? It takes {amount} MWh a tonne, so the grid decides.",
    zh: "电力在何处购买？每吨用电 {amount} MWh，结果取决于电网。",
  },
  china: { en: "China", zh: "中国" },
  germany: { en: "Germany", zh: "德国" },
  us: { en: "United States", zh: "美国" },
  background: { en: "background data of the United States and of scenarios", zh: "美国及情景背景数据" },
  backgroundBecause: {
    en: "They are the open inventories that ship (USLCI, premise); for other places they are proxies.",
    zh: "随附的开放清单（USLCI、premise）即为此；对其他地区属于替代数据。",
  },
  noPlace: { en: "electricity from a grid of the background data", zh: "电力取自背景数据中的电网" },
  noPlaceBecause: { en: "No place was stated.", zh: "未说明地点。" },
  gaps: { en: "no burdens upstream of {names:and}", zh: "不计 {names:and} 的上游负荷" },
  gapsBecause: {
    en: "Open data have nothing that stands for them; something of a similar name would be something else.",
    zh: "开放数据中没有可代表它们的数据；名称相近者并非同一物。",
  },
  transport: { en: "no transport of the feeds", zh: "不计原料运输" },
  transportBecause: { en: "No distances were stated.", zh: "未说明运距。" },
  closes: {
    en: "Mass, carbon and energy of the plant close to {percent} % (at most 1 %, beyond which a stream would be missing).",
    zh: "工厂的质量、碳与能量平衡差为 {percent}%（上限 1%，超过则说明缺少物流）。",
  },
  open: {
    en: "Mass, carbon or energy of the plant are off by {percent} %, more than the 1 % beyond which a stream is missing.",
    zh: "工厂的质量、碳或能量平衡差为 {percent}%，超过 1%，说明缺少物流。",
  },
  someData: { en: "At least one line of the inventory has data.", zh: "清单中至少有一行有数据。" },
  noData: { en: "No line of the inventory has data.", zh: "清单各行均没有数据。" },
  solved: { en: "The system is solved: residual {residual}.", zh: "系统已求解：残差 {residual}。" },
  unsolved: {
    en: "The system is not solved: residual {residual}, where rounding alone gives 1e-8.",
    zh: "系统未能求解：残差 {residual}，而舍入误差只有 1e-8。",
  },
  covered: { en: "Every feed has data or comes without burdens.", zh: "每种原料都有数据，或不带负荷。" },
  uncovered: {
    en: "Without data and not in the result: {names:and}, {percent} % of the mass of the feeds.",
    zh: "没有数据而未计入：{names:and}，占原料质量的 {percent}%。",
  },
  matched: { en: "Every line has data.", zh: "每一行都有数据。" },
  unmatched: { en: "Lines without data: {names:and}.", zh: "没有数据的行：{names:and}。" },
  proxied: { en: "No line rests on a proxy.", zh: "没有以替代数据代表的行。" },
  proxies: { en: "Proxies stand for {names:and}; confirm them.", zh: "以替代数据代表：{names:and}；请确认。" },
});

/** The residual of a balance beyond which a stream is missing. */
const BALANCE = 0.01;
/** Residual that rounding may leave in a solved system. */
const SOLVED = 1e-8;
/** MWh of electricity for a tonne from which the grid decides on the result: by the dirtiest and cleanest grids ± 0.2 t CO2. */
const MUCH_ELECTRICITY = 0.2;

/** Life-cycle inventory analysis. ISO 14044:2006, 4.3. */
export const inventoryPhase: Phase<LifecycleRequest> = {
  name: "inventory",
  title: bothLanguages(texts.title()),
  asks: ["place", "functional_unit"],
  work: (state) => (state.results.has("operation") ? ofPlant(state) : ofBill(state)),
  gate: (state) => [...(state.results.has("operation") ? plantChecks(state) : []), ...assessmentChecks(state)],
};

/** The plant's own emissions as an activity, and what it takes as lines of a bill. */
function ofPlant(state: AgentState<LifecycleRequest>): PhaseWork | Question {
  const { functionalUnit, boundary } = state.read("goal", goalShape);
  const tonnes = tonnesOf(functionalUnit);
  if (tonnes === undefined) return askMass();
  const bought = electricityOf(state);
  const { place } = state.request;
  if (place === undefined && bought > MUCH_ELECTRICITY && boundary !== "gate-to-gate") return askPlace(bought);
  const exchanges = exchangesOf(state);
  const feeds = exchanges.filter(({ type, unit }) => type === "technosphere" && unit === "kg");
  const lines = new Map<string, number>();
  const gaps: { name: string; amount: number }[] = [];
  for (const { product = "", amount } of boundary === "gate-to-gate" ? [] : feeds) {
    const entry = feedIn(product);
    if (entry === "gap") gaps.push({ name: product, amount: amount * tonnes });
    else if (entry !== "free") lines.set(entry.product, (lines.get(entry.product) ?? 0) + amount * tonnes);
  }
  const bill = [
    { name: OPERATION, amount: tonnes, unit: "item" },
    ...[...lines].map(([name, amount]) => ({ name, amount, unit: "kg" })),
  ];
  const feedMass = feeds.reduce((sum, { amount }) => sum + amount * tonnes, 0);
  const foreground = [
    {
      id: OPERATION,
      name: OPERATION,
      exchanges: [
        { type: "production", product: OPERATION, amount: 1, unit: "item" },
        ...exchanges.filter(({ type }) => type === "biosphere"),
      ],
    },
  ];
  return {
    values: { foreground: foreground as Json, inventory: { bill, gaps, feedMass } },
    steps: [
      {
        id: "background",
        tool: "lifecycle.inventory",
        args: { source: "background", activities: { $from: "foreground" } },
      },
      { id: "draft", tool: "lifecycle.assess", args: assessArguments(state) },
    ],
    assumed: [
      ...common(),
      ...(place === undefined && bought > 0 && boundary !== "gate-to-gate"
        ? [assumption("place", "background", texts.noPlace(), texts.noPlaceBecause())]
        : []),
      ...(gaps.length > 0
        ? [
            assumption(
              "product",
              gaps.map(({ name }) => name),
              texts.gaps({ names: gaps.map(({ name }) => name) }),
              texts.gapsBecause(),
            ),
          ]
        : []),
    ],
  };
}

/** The bill as given, or the product itself as its only line. */
function ofBill(state: AgentState<LifecycleRequest>): PhaseWork {
  const { product, functionalUnit } = state.read("goal", goalShape);
  const { bom } = state.request;
  const given: readonly BillLine[] = Array.isArray(bom) ? bom : [{ name: product, ...functionalUnit }];
  const bill = given.map(({ origin, ...line }) => (origin === undefined ? line : { ...line, origin }));
  return {
    values: { inventory: { bill, gaps: [], feedMass: 0 } },
    steps: [
      { id: "background", tool: "lifecycle.inventory", args: { source: "background" } },
      { id: "draft", tool: "lifecycle.assess", args: assessArguments(state) },
    ],
    assumed: common(),
  };
}

function common(): Assumption[] {
  return [
    assumption("source", "background", texts.background(), texts.backgroundBecause()),
    assumption("context", "none", texts.transport(), texts.transportBecause()),
  ];
}

function plantChecks(state: AgentState<LifecycleRequest>): Check[] {
  const residual = Math.max(...state.read("plant", plantShape).balances.map((each) => Math.abs(each.residual)));
  const { gaps, feedMass } = state.read("inventory", inventoryShape);
  const missing = gaps.reduce((sum, { amount }) => sum + amount, 0);
  const percent = shown(100 * residual);
  return [
    mustHold("balances", residual <= BALANCE, texts.closes({ percent }), texts.open({ percent })),
    shouldHold(
      "feeds",
      gaps.length === 0,
      texts.covered(),
      texts.uncovered({ names: gaps.map(({ name }) => name), percent: shown((100 * missing) / feedMass) }),
    ),
  ];
}

function assessmentChecks(state: AgentState<LifecycleRequest>): Check[] {
  const { lines, residual } = state.read("draft", assessmentShape);
  const named = (wanted: string) => lines.filter(({ match }) => match === wanted).map(({ name }) => name);
  const [open, proxies] = [named("unmatched"), named("proxy")];
  return [
    mustHold("data", open.length < lines.length, texts.someData(), texts.noData()),
    mustHold(
      "solution",
      residual <= SOLVED,
      texts.solved({ residual: shown(residual) }),
      texts.unsolved({ residual: shown(residual) }),
    ),
    shouldHold("lines", open.length === 0, texts.matched(), texts.unmatched({ names: open })),
    shouldHold("proxies", proxies.length === 0, texts.proxied(), texts.proxies({ names: proxies })),
  ];
}

function shown(value: number): number {
  return Number(value.toPrecision(2));
}

function askPlace(amount: number): Question {
  return {
    ask: "place",
    question: bothLanguages(texts.askPlace({ amount: shown(amount) })),
    options: [
      { value: "CHN", label: bothLanguages(texts.china()) },
      { value: "DEU", label: bothLanguages(texts.germany()) },
      { value: "USA", label: bothLanguages(texts.us()) },
    ],
  };
}

const massUnits = messages("agent.lifecycle.mass", {
  ask: { en: "For what mass of the product is the result?", zh: "结果对应多少质量的产品？" },
  tonne: { en: "one tonne", zh: "一吨" },
  kilogram: { en: "one kilogram", zh: "一千克" },
});

function askMass(): Question {
  return {
    ask: "functional_unit",
    question: bothLanguages(massUnits.ask()),
    options: [
      { value: { amount: 1, unit: "t" }, label: bothLanguages(massUnits.tonne()) },
      { value: { amount: 1, unit: "kg" }, label: bothLanguages(massUnits.kilogram()) },
    ],
  };
}
