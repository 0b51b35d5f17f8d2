import { type Assessment, assessProduct } from "../../lifecycle/assess/assess.ts";
import { matchKey } from "../../lifecycle/assess/assess-lines.ts";
import type { AssessmentInput } from "../../lifecycle/assess/assessment.ts";
import { assessmentInput, type GivenProduct } from "../../lifecycle/assess/given-product.ts";
import { METRIC } from "../../lifecycle/assess/line-factor.ts";
import { LifecycleError } from "../../lifecycle/lifecycle-error.ts";
import { openInventory } from "../../lifecycle/resource/open-inventory.ts";
import type { OpenedInventory } from "../../lifecycle/resource/opened-inventory.ts";
import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { uninterrupted } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import type { AccountInput, AccountMaker } from "../account-maker.ts";
import type { Account } from "../account-shapes.ts";
import type { Tell } from "../line-count.ts";
import { lineCoverage } from "../line-coverage.ts";
import type { Ask } from "../line-shape.ts";
import { placeCodes } from "../written-place.ts";
import { type AssessedProduct, productHeadline, productSources, productTotals } from "./product-account.ts";
import { productFit } from "./product-fit.ts";
import { isCarriedSomehow, MODE, modes, type ProductLines, productLines } from "./product-lines.ts";
import { productMatches } from "./product-matches.ts";

const texts = messages("account.productMaker", {
  unitAsk: {
    en: "What is the bill for? An amount and a unit, such as 1 item, 1 m2 or 1000 kg.",
    zh: "清单对应多少产品？请给出数量和单位，如 1 item、1 m2 或 1000 kg。",
  },
  unitOption: { en: "one piece", zh: "一件" },
  unitNotRead: {
    en: "The answer “{answer}” to what the bill is for is no amount above 0 with a unit: 1 item is taken.",
    zh: "对清单所对应产品的回答“{answer}”不是大于 0 的数量加单位：按 1 item 计。",
  },
  modeAsk: {
    en: "{count} {count:line states|lines state} a distance and no way of transport: by what are they carried? Until this is answered, the distances are not in the figure.",
    zh: "{count} 行写有距离而没有运输方式：由什么运输？未回答前，这些距离不计入结果。",
  },
  truck: { en: "by truck", zh: "公路运输" },
  train: { en: "by rail", zh: "铁路运输" },
  ship: { en: "by sea", zh: "海运" },
  air: { en: "by air", zh: "空运" },
  answerDropped: { en: "Not applied: {problem}", zh: "未采用：{problem}" },
  metric: {
    en: "The footprint of a product is by AR6 GWP100, as its methods ship; {metric} is not applied to it.",
    zh: "产品碳足迹按 AR6 GWP100（随附方法）计算；不采用 {metric}。",
  },
  described: { en: "A product, from {sheets:and}", zh: "产品，依据 {sheets:and}" },
  gateOnly: {
    en: "Use and end of life: the figure is from cradle to gate.",
    zh: "使用与报废阶段：结果为从摇篮到大门。",
  },
  capital: {
    en: "Capital goods and most wastes: the background leaves them out.",
    zh: "资本货物与大部分废物处理：背景数据未包括。",
  },
  noEnergy: { en: "Electricity of making: the file has none.", zh: "生产用电：文件中没有。" },
  noTransport: { en: "Transport: the file has none.", zh: "运输：文件中没有。" },
  noData: { en: "Lines without data: {names:and}.", zh: "没有数据的行：{names:and}。" },
  skipped: { en: "Lines that the mapping leaves out: {names:and}.", zh: "映射表排除的行：{names:and}。" },
  unread: { en: "{count} {count:row|rows} that could not be read.", zh: "{count} 行未能读取。" },
  formula: {
    en: "Each line × the score of what stands for it, upstream included (ISO 14040; the function behind lifecycle.assess); electricity of a known place × the factor of its grid; a material without a process × the published factor of its class.",
    zh: "各行数量 × 代表数据的结果（含上游，ISO 14040；与 lifecycle.assess 同一函数）；已知地点的电力 × 其电网因子；没有过程数据的材料 × 其类别的已发布因子。",
  },
  boundary: {
    en: "Boundary: from cradle to gate, losses included as the bill has them.",
    zh: "边界：从摇篮到大门，损耗按清单所列。",
  },
  byMetric: { en: "Metric: GWP100 of AR6, kg CO2e.", zh: "度量：AR6 GWP100，kg CO2e。" },
  otherMetric: {
    en: "Published factors of materials are by {metrics:and}; they are summed as they are published, unconverted.",
    zh: "材料的已发布因子采用 {metrics:and}；按发布值相加，未作换算。",
  },
  background: {
    en: "Background: U.S. Life Cycle Inventory Database and premise inventories, with grids and published factors of materials.",
    zh: "背景数据：美国生命周期清单数据库与 premise 清单，另有各地电网和材料的已发布因子。",
  },
});

const UNIT = "functionalUnit";
/** An account of a product from the lines of its bill: the figures are those of `lifecycle.assess` on the same lines. */
export const productMaker: AccountMaker = {
  kind: "product",
  fit: productFit,
  async make(input, read, tell) {
    const { answers = {} } = input.mapping;
    const lines = productLines(input, await placeCodes(read));
    const inventory = await background(read);
    const { unit, problem } = functionalUnit(answers[UNIT]);
    const sheets = [...new Set(input.lines.map(({ sheet }) => sheet))];
    const said = answers.description;
    const description = said?.trim() ? said : sheets.slice(0, 3).join(", ");
    const given = { description, functionalUnit: unit, ...lines.product };
    const { found, dropped } = await assessed(inventory, given, tell);
    const product: AssessedProduct = { input, read: lines, unit, found, yearOf: yearsIn(inventory) };
    return accountOf(product, [...(problem ? [problem] : []), ...dropped]);
  },
};

/** The background that ships, once for one reader of datasets: opening it takes seconds. */
const opened = new WeakMap<Read, Promise<OpenedInventory>>();

function background(read: Read): Promise<OpenedInventory> {
  const known = opened.get(read) ?? openInventory({ source: "background" }, read);
  opened.set(read, known);
  known.catch(() => opened.delete(read));
  return known;
}

/** The assessment, without the answers that it refuses: a mapping of another file may name what does not fit this one's units. */
async function assessed(
  inventory: OpenedInventory,
  given: GivenProduct,
  tell: Tell = uninterrupted.progress,
): Promise<{ readonly found: Assessment; readonly dropped: readonly Message[] }> {
  const dropped: Message[] = [];
  const work = { ...uninterrupted, progress: tell };
  let input: AssessmentInput = assessmentInput(given);
  for (;;) {
    try {
      return { found: await assessProduct(inventory, input, work), dropped };
    } catch (error) {
      const key = error instanceof LifecycleError && error.field === "answers" ? error.said.values.key : undefined;
      if (typeof key !== "string" || !Object.hasOwn(input.answers, key)) throw error;
      dropped.push(texts.answerDropped({ problem: (error as LifecycleError).said }));
      input = { ...input, answers: withoutRefused(input, key) };
    }
  }
}

/** The answers without a refused one, and without those to lines of its kind, which would be refused for the same reason one by one. */
function withoutRefused({ answers, bill }: AssessmentInput, key: string): AssessmentInput["answers"] {
  const refused = new Set([key]);
  const line = bill.find(({ name }) => matchKey(name) === key);
  if (line)
    for (const { name, called, unit } of bill)
      if (called !== undefined && called === line.called && unit === line.unit) {
        const own = matchKey(name);
        if (answers[own] === answers[key]) refused.add(own);
      }
  return Object.fromEntries(Object.entries(answers).filter(([each]) => !refused.has(each)));
}

function functionalUnit(answer: string | undefined): {
  readonly unit: GivenProduct["functionalUnit"];
  readonly problem: Message | null;
} {
  const one = { amount: 1, unit: "item" };
  if (answer === undefined || answer.trim() === "") return { unit: one, problem: null };
  const [, amount, unit] = /^([\d.]{1,20}) ?(\S.*)$/.exec(answer.trim()) ?? [];
  const value = Number(amount);
  if (unit === undefined || !(Number.isFinite(value) && value > 0))
    return { unit: one, problem: texts.unitNotRead({ answer }) };
  return { unit: { amount: value, unit }, problem: null };
}

/** The last year for which the data of an activity hold, or the year of a grid. */
function yearsIn({ solved, places, materials }: OpenedInventory): AssessedProduct["yearOf"] {
  const { activities } = solved.system.graph;
  const byId = new Map(activities.map(({ id, years }) => [id, years]));
  const published = new Map([...materials.values()].map(({ id, year }) => [id, year]));
  return (activity, place) =>
    byId.get(activity)?.[1] ??
    published.get(activity) ??
    (place === null ? null : (places.grids.get(place)?.year ?? null));
}

function accountOf(product: AssessedProduct, problems: readonly Message[]): Account {
  const { input, found, read } = product;
  const matches = productMatches(product);
  // The assessment counts what is in the bill; the account, what stands in the file: energy and transport as well.
  const coverage = { ...lineCoverage(matches, input.leftOut), byMass: found.coverage.byMass };
  const others = [...new Set(found.lines.flatMap(({ metric }) => metric ?? []))].filter((of) => of !== METRIC);
  const metrics = [
    texts.byMetric(),
    ...(input.metric === METRIC ? [] : [texts.metric({ metric: input.metric })]),
    ...(others.length > 0 ? [texts.otherMetric({ metrics: others })] : []),
  ];
  return {
    kind: "product",
    year: input.year,
    region: input.region,
    metric: METRIC,
    headline: productHeadline(found.score.value, coverage, found.coverage.notRead),
    lines: matches,
    leftOut: input.leftOut,
    asks: [...input.asks, ...asksOf(found, read, input)],
    totals: productTotals(product),
    coverage,
    sources: productSources(matches, found.score.value),
    notCovered: notCovered(found, read),
    method: [texts.formula(), texts.boundary(), ...metrics, texts.background()],
    notes: [...problems, ...found.phases.flatMap(({ assumptions }) => assumptions)],
  };
}

/** What the assessment asks beside what stands for a line: that is chosen among its candidates. */
function asksOf({ phases }: Assessment, { lines }: ProductLines, { mapping: { answers = {} } }: AccountInput): Ask[] {
  const asks: Ask[] = [];
  if (answers[UNIT] === undefined) {
    const options = [{ value: "1 item", label: texts.unitOption() }];
    asks.push({ key: UNIT, question: texts.unitAsk(), options, assumed: "1 item", rows: [] });
  }
  const carried = lines.filter(isCarriedSomehow);
  if (carried.length > 0 && answers[MODE] === undefined) {
    const rows = carried.slice(0, 20).map(({ line: { sheet, row } }) => ({ sheet, row }));
    const options = modes.map((value) => ({ value, label: texts[value]() }));
    asks.push({ key: MODE, question: texts.modeAsk({ count: carried.length }), options, assumed: null, rows });
  }
  for (const { key, question, options } of phases.flatMap((phase) => phase.asks)) {
    if (key.startsWith("match:")) continue;
    const labelled = options.map(({ value, label }) => ({
      value,
      label: typeof label === "string" ? plain(label) : label,
    }));
    asks.push({ key, question, options: labelled, assumed: null, rows: [] });
  }
  return asks;
}

/** A name of the data, which has no translation. */
const plain = (name: string): Message => ({ code: "", texts: { en: "{name}", zh: "{name}" }, values: { name } });

function notCovered({ lines, coverage }: Assessment, read: ProductLines): Message[] {
  const skipped = read.lines.filter(({ skip }) => skip !== null).map(({ line }) => line.name);
  const given = new Set(read.lines.filter(({ skip }) => skip !== null).map((line) => line.given));
  const without = lines.filter(({ match, name }) => match === "unmatched" && !given.has(name)).map(({ name }) => name);
  const has = (stage: string) => lines.some((line) => line.stage === stage);
  return [
    ...(without.length > 0 ? [texts.noData({ names: someOf(without) })] : []),
    ...(coverage.notRead > 0 ? [texts.unread({ count: coverage.notRead })] : []),
    ...(skipped.length > 0 ? [texts.skipped({ names: someOf(skipped) })] : []),
    ...(has("energy") ? [] : [texts.noEnergy()]),
    ...(has("transport") ? [] : [texts.noTransport()]),
    texts.gateOnly(),
    texts.capital(),
  ];
}
