import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { factorBetween } from "../graph/unit-names.ts";
import { matchKey } from "./assess-lines.ts";
import type { Answers, Ask, AssessedLine } from "./assessment.ts";
import { type Draft, digits, type Found, gate, isNo, type Unit } from "./phase-draft.ts";

const said = messages("lifecycle.assess.inventory", {
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
  proxyAssumption: { en: "{name} is represented by {activity}.", zh: "{name} 由 {activity} 代表。" },
  originAssumption: {
    en: "{name} of {origin} is represented by data of {place}.",
    zh: "产自 {origin} 的 {name} 由 {place} 的数据代表。",
  },
  gridAssumption: {
    en: "Electricity has the average of its grid, not that of a contract.",
    zh: "电力采用电网平均值，而非合同电力。",
  },
  askMass: { en: "What does the functional unit of the product weigh, in kg?", zh: "功能单位的产品质量为多少 kg？" },
  askEnergy: { en: "How much electricity does making it take, and where?", zh: "生产用电多少，在何处？" },
  askMatch: { en: "Which activity stands for {name}?", zh: "哪个活动代表 {name}？" },
  leaveOut: { en: "leave it out", zh: "排除" },
  noEnergy: { en: "none", zh: "没有" },
});

/** Life-cycle inventory analysis. ISO 14044:2006. */
export function inventoryPhase({ amount, unit }: Unit, answers: Answers, found: Found): Draft {
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
      ...found.assumptions,
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
