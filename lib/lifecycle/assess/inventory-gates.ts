import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { BALANCE_TOLERANCE } from "../balance/mass-balance.ts";
import type { AssessedLine, Gate } from "./assessment.ts";
import type { BillBalance } from "./bill-balance.ts";
import { type BillReading, named } from "./bill-reading.ts";
import { type Draft, digits, type Found, gate } from "./phase-draft.ts";

const texts = messages("lifecycle.assess.inventory", {
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
});

export function gatesOf({ lines, leftOut, coverage, residual }: Found, bill: BillReading): Draft["gates"] {
  const { unmatched, open, proxies, balance, has, isOpen } = bill;
  return [
    gate(
      "data",
      coverage.lines > 0,
      texts.someMatched({ count: lines.length - unmatched.length, all: lines.length + leftOut.length }),
      texts.noneMatched(),
      true,
    ),
    gate("lines", open.length + leftOut.length === 0, texts.allMatched(), lacking(open, leftOut)),
    gate("proxies", proxies.length === 0, texts.allExact(), texts.proxies({ names: named(proxies) })),
    gate("energy", !isOpen("energy"), has("energy") ? texts.energyStated() : texts.energyNone(), texts.energyMissing()),
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
  ];
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
