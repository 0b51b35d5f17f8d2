import { type Message, messages } from "../../message/message.ts";
import { ruleNames } from "../contribution/notes-on-run.ts";
import { MOST_UNALLOCATED } from "../contribution/unallocated-share.ts";
import { type Allocation, type FallbackRule, fallbackRules } from "../graph/allocation.ts";
import type { Answers } from "./assessment.ts";
import { cutOffRule, type Draft, type Found, gate, isNo, isYes, textOf, type Unit } from "./phase-draft.ts";

const texts = messages("lifecycle.assess.scope", {
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
  amount: { en: "{amount} {unit}", zh: "{amount} {unit}" },
  notStated: { en: "not stated", zh: "未说明" },
  flowOfBill: {
    en: "the bill as given, {count} {count:line|lines}, for {amount} {unit}",
    zh: "所给物料清单 {count} 行，对应 {amount} {unit}",
  },
  flowOfUnread: {
    en: "the bill as given, {count} {count:line|lines}, of which {notRead} could not be read, for {amount} {unit}",
    zh: "所给物料清单 {count} 行，其中 {notRead} 行未能读取，对应 {amount} {unit}",
  },
  gate: {
    en: "cradle to gate: materials, energy and transport of the bill; use and end of life are left out",
    zh: "从摇篮到大门：清单中的材料、能源与运输；不含使用与废弃阶段",
  },
  noCutOff: {
    en: "none for the lines of the bill; the background has gaps, which are counted",
    zh: "清单各行不设取舍；背景数据库有缺口，已计数",
  },
  upTo: {
    en: "unmatched lines up to {percent} % of the mass of the bill",
    zh: "未匹配的行不超过清单质量的 {percent}%",
  },
  noAllocation: {
    en: "in the background all burdens with the reference product",
    zh: "背景数据库中全部负荷归参考产品",
  },
  allocatedBy: {
    en: "in the background by {rules}; where none applies the reference product bears all burdens, and a product of which more than {percent} % rests on that stands for no line",
    zh: "背景数据库中依次按 {rules} 分配；均不适用时全部负荷归参考产品，其中超过 {percent}% 依赖于此的产品不代表任何一行",
  },
  otherRule: {
    en: "in the background by the rule {rule}",
    zh: "背景数据库中按规则 {rule} 分配",
  },
  thenBy: { en: "{rules}, else {rule}", zh: "{rules}、{rule}" },
  gwp: { en: "GWP100 of IPCC AR6; other indicators TRACI 2.1", zh: "IPCC AR6 的 GWP100；其他指标为 TRACI 2.1" },
  data: {
    en: "secondary data of {first}–{last}, largely of the United States",
    zh: "{first}—{last} 年的次级数据，主要来自美国",
  },
  dataNoYears: { en: "secondary data that state no years", zh: "未注明年份的次级数据" },
  yes: { en: "yes", zh: "是" },
  no: { en: "no", zh: "否" },
  quantified: {
    en: "The functional unit is an amount above 0 with a unit: {amount} {unit}.",
    zh: "功能单位为带单位的正数：{amount} {unit}。",
  },
  described: { en: "The product and its function are described.", zh: "已说明产品及其功能。" },
  notDescribed: { en: "The description is empty; say what the product does.", zh: "没有说明；请说明产品的功能。" },
  applicationStated: { en: "Application and audience are stated.", zh: "已说明应用意图和目标受众。" },
  applicationMissing: {
    en: "Application or audience is not stated (ISO 14044).",
    zh: "未说明应用意图或目标受众（ISO 14044）。",
  },
  boundaryStated: { en: "The boundary is stated.", zh: "已说明系统边界。" },
  boundaryAssumed: { en: "The boundary is assumed, not stated.", zh: "系统边界为假设，未经说明。" },
  notComparative: { en: "No comparison is published.", zh: "不公开发布对比论断。" },
  isComparative: {
    en: "A comparison for the public needs a review by a panel of interested parties (ISO 14044), which no program can give.",
    zh: "向公众发布的对比论断须经利益相关方评审组评审（ISO 14044），任何程序都不能代替。",
  },
  comparativeUnknown: {
    en: "It is not stated whether the result will be compared in public.",
    zh: "未说明结果是否用于公开对比。",
  },
  perUnit: {
    en: "The bill is what goes into {amount} {unit} of the product, losses included.",
    zh: "物料清单为 {amount} {unit} 产品的消耗，含损耗。",
  },
  boundaryAssumption: { en: "The boundary is cradle to gate.", zh: "系统边界设为从摇篮到大门。" },
  askApplication: { en: "What is the result for?", zh: "结果用于什么？" },
  askAudience: { en: "Who will read it?", zh: "读者是谁？" },
  askComparative: { en: "Will it be compared with other products in public?", zh: "是否用于与其他产品的公开对比？" },
  askBoundary: { en: "What does the system contain?", zh: "系统包含什么？" },
  learning: { en: "learning", zh: "了解与改进" },
  declaration: { en: "declaration", zh: "向客户声明" },
  internal: { en: "organisation", zh: "组织内部" },
  customers: { en: "customers", zh: "客户" },
  public: { en: "public", zh: "公众" },
});

/** The rules by which the background divides burdens, in the order in which they are tried. */
function allocationOf({ rule = "none", fallback }: Allocation = {}): Message {
  if (rule === "none") return texts.noAllocation();
  const isFallback = (each: string): each is FallbackRule => (fallbackRules as readonly string[]).includes(each);
  if (!fallback || !isFallback(rule)) return texts.otherRule({ rule });
  const rules = fallback.reduce<Message>(
    (before, each) => texts.thenBy({ rules: before, rule: ruleNames[each]() }),
    ruleNames[rule](),
  );
  return texts.allocatedBy({ rules, percent: 100 * MOST_UNALLOCATED });
}

function flowOf(bill: Unit & { readonly count: number }, notRead: number): Message {
  return notRead === 0 ? texts.flowOfBill(bill) : texts.flowOfUnread({ ...bill, notRead });
}

/** Goal and scope. ISO 14044:2006. @param lines of the bill that were read. */
export function goalAndScope(
  description: string,
  unit: Unit,
  { lines, allocation }: { readonly lines: number; readonly allocation: Allocation | undefined },
  answers: Answers,
  { years, leftOut }: Found,
): Draft {
  const stated = statedOf(answers);
  const { application, audience, boundary, comparative } = stated;
  const cutOff = cutOffRule(answers);
  return {
    artefact: [
      { item: texts.application(), value: application ?? texts.notStated() },
      { item: texts.audience(), value: audience ?? texts.notStated() },
      { item: texts.function(), value: textOf(answers.function) ?? textOf(description) ?? texts.notStated() },
      { item: texts.unit(), value: texts.amount({ ...unit }) },
      { item: texts.referenceFlow(), value: flowOf({ count: lines + leftOut.length, ...unit }, leftOut.length) },
      { item: texts.boundary(), value: boundary ?? texts.gate() },
      { item: texts.cutOffRule(), value: cutOff === 0 ? texts.noCutOff() : texts.upTo({ percent: 100 * cutOff }) },
      { item: texts.allocation(), value: allocationOf(allocation) },
      { item: texts.method(), value: texts.gwp() },
      {
        item: texts.quality(),
        value: years ? texts.data({ first: String(years[0]), last: String(years[1]) }) : texts.dataNoYears(),
      },
      {
        item: texts.comparative(),
        value: comparative === undefined ? texts.notStated() : comparative ? texts.yes() : texts.no(),
      },
    ],
    gates: gatesOf(unit, textOf(description) !== undefined, stated),
    assumptions: [texts.perUnit({ ...unit }), ...(boundary === undefined ? [texts.boundaryAssumption()] : [])],
    asks: asksOf(stated),
  };
}

/** What the answers say of goal and scope; undefined where they say nothing. */
interface Stated {
  readonly application: string | undefined;
  readonly audience: string | undefined;
  readonly boundary: string | undefined;
  readonly comparative: boolean | undefined;
}

function statedOf({ application, audience, boundary, comparative }: Answers): Stated {
  return {
    application: textOf(application),
    audience: textOf(audience),
    boundary: textOf(boundary),
    comparative: isYes(comparative) ? true : isNo(comparative) ? false : undefined,
  };
}

function gatesOf(unit: Unit, isDescribed: boolean, stated: Stated): Draft["gates"] {
  const { application, audience, boundary, comparative } = stated;
  const quantified = texts.quantified({ ...unit });
  return [
    gate("functional-unit", true, quantified, quantified, true),
    gate("function", isDescribed, texts.described(), texts.notDescribed()),
    gate(
      "audience",
      application !== undefined && audience !== undefined,
      texts.applicationStated(),
      texts.applicationMissing(),
    ),
    gate("boundary", boundary !== undefined, texts.boundaryStated(), texts.boundaryAssumed()),
    gate(
      "comparison",
      comparative === false,
      texts.notComparative(),
      comparative ? texts.isComparative() : texts.comparativeUnknown(),
    ),
  ];
}

function asksOf({ application, audience, boundary, comparative }: Stated): Draft["asks"] {
  const option = (value: string, label: Message) => ({ value, label });
  return [
    ...(application === undefined
      ? [
          {
            key: "application",
            question: texts.askApplication(),
            options: [option("learning", texts.learning()), option("declaration", texts.declaration())],
          },
        ]
      : []),
    ...(audience === undefined
      ? [
          {
            key: "audience",
            question: texts.askAudience(),
            options: [
              option("organisation", texts.internal()),
              option("customers", texts.customers()),
              option("public", texts.public()),
            ],
          },
        ]
      : []),
    ...(boundary === undefined
      ? [{ key: "boundary", question: texts.askBoundary(), options: [option("cradle-to-gate", texts.gate())] }]
      : []),
    ...(comparative !== undefined
      ? []
      : [
          {
            key: "comparative",
            question: texts.askComparative(),
            options: [option("yes", texts.yes()), option("no", texts.no())],
          },
        ]),
  ];
}
