import { type Message, messages } from "../../message/message.ts";
import { notToldApart } from "../impact/climate-flow.ts";
import type { BillCoverage, Score } from "./assessment.ts";
import { CLIMATE, type Draft, digits, type Found, gate, percent } from "./phase-draft.ts";

const texts = messages("lifecycle.assess.impact", {
  climate: { en: "Climate change", zh: "气候变化" },
  kinds: { en: "Climate change by kind", zh: "按类别的气候变化" },
  others: { en: "Other indicators", zh: "其他指标" },
  weighting: { en: "Normalisation and weighting", zh: "归一化与加权" },
  covered: { en: "Flows with a factor", zh: "有因子的基本流" },
  none: { en: "no line has data, so there is no score", zh: "没有任何一行有数据，因此没有结果" },
  score: {
    en: "{value} kg CO2e, {lo} to {hi} among the candidates, from {lines} of {all} lines of the bill",
    zh: "{value} kg CO2e，在各候选数据之间为 {lo} 至 {hi}，依据物料清单 {all} 行中的 {lines} 行",
  },
  scoreAlone: {
    en: "{value} kg CO2e, from {lines} of {all} lines of the bill",
    zh: "{value} kg CO2e，依据物料清单 {all} 行中的 {lines} 行",
  },
  kind: { en: "{kind} {value} kg CO2e", zh: "{kind} {value} kg CO2e" },
  fossil: { en: "fossil", zh: "化石源" },
  biogenicEmission: { en: "biogenic emission", zh: "生物源排放" },
  biogenicRemoval: { en: "biogenic removal", zh: "生物源清除" },
  landUse: { en: "land-use change", zh: "土地利用变化" },
  aircraft: { en: "aircraft", zh: "航空" },
  living: { en: "CO2 of living matter, not in the result", zh: "生物质 CO2（不在结果内）" },
  uncounted: {
    en: "{emission} kg emitted and {removal} kg taken from the air, to which the indicator gives no factor",
    zh: "排放 {emission} kg，从空气吸收 {removal} kg；该指标对其没有因子",
  },
  untold: { en: "not told apart", zh: "未区分" },
  indicator: { en: "{name}: {value} {unit}", zh: "{name}：{value} {unit}" },
  notStated: {
    en: "{name}: not stated, because no rule divides the burdens that it depends on",
    zh: "{name}：不给出，因为没有规则可分配其所依赖的负荷",
  },
  flows: { en: "{percent} % of the emissions, by count", zh: "按数量计 {percent}% 的排放" },
  hasFactors: { en: "The inventory has flows with factors of climate change.", zh: "清单中有气候变化因子的基本流。" },
  noFactors: { en: "No flow of the inventory has a factor of climate change.", zh: "清单中没有气候变化因子的基本流。" },
  toldApart: { en: "All greenhouse gases are told apart by kind.", zh: "所有温室气体都已分类。" },
  notTold: {
    en: "{percent} % of climate change are of flows that are not told apart into fossil and biogenic.",
    zh: "气候变化的 {percent}% 来自未区分化石与生物源的基本流。",
  },
  unweighted: { en: "none", zh: "无" },
});

const kindNames: Readonly<Record<string, Message>> = {
  fossil: texts.fossil(),
  "biogenic emission": texts.biogenicEmission(),
  "biogenic removal": texts.biogenicRemoval(),
  "land-use change": texts.landUse(),
  aircraft: texts.aircraft(),
  [notToldApart]: texts.untold(),
};

/** Life-cycle impact assessment. ISO 14044:2006; ISO 14067:2018. */
export function impactPhase({ score, coverage, scores, characterised, hasClimate, climate }: Found): Draft {
  const { byKind, uncounted } = climate;
  const whole = byKind.reduce((sum, each) => sum + Math.abs(each.value), 0);
  const untold = byKind.find(({ kind }) => kind === notToldApart)?.value ?? 0;
  const notTold = whole === 0 ? 0 : Math.abs(untold) / whole;
  return {
    artefact: [
      { item: texts.climate(), value: score === null ? texts.none() : rangeOf(score, coverage) },
      ...byKind
        .filter((each) => each.value !== 0)
        .map((each) => ({
          item: texts.kinds(),
          value: texts.kind({ kind: kindNames[each.kind] ?? each.kind, value: digits(each.value) }),
        })),
      ...(uncounted.emission === 0 && uncounted.removal === 0
        ? []
        : [
            {
              item: texts.living(),
              value: texts.uncounted({ emission: digits(uncounted.emission), removal: digits(uncounted.removal) }),
            },
          ]),
      ...scores
        .filter(({ indicator }) => indicator !== CLIMATE)
        .map(({ name, value, unit }) => ({
          item: texts.others(),
          value: value === null ? texts.notStated({ name }) : texts.indicator({ name, value: digits(value), unit }),
        })),
      { item: texts.weighting(), value: texts.unweighted() },
      { item: texts.covered(), value: texts.flows({ percent: percent(characterised ?? 0) }) },
    ],
    gates: [
      gate("factors", hasClimate, texts.hasFactors(), texts.noFactors(), true),
      gate("kinds", notTold === 0, texts.toldApart(), texts.notTold({ percent: percent(notTold) })),
    ],
    assumptions: [],
    asks: [],
  };
}

function rangeOf({ value, lo, hi }: Score, { lines, of: all }: BillCoverage): Message {
  const range = { lo: digits(lo), hi: digits(hi) };
  // As it is read: a range that has no width in the digits shown is none.
  return range.lo === range.hi
    ? texts.scoreAlone({ value: digits(value), lines, all })
    : texts.score({ value: digits(value), ...range, lines, all });
}
