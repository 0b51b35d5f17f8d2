import { type Message, messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { AssessedLine, BillCoverage, OpenEnds, Score } from "./assessment.ts";
import { billMass } from "./bill-balance.ts";
import { digits, percent, type Unit } from "./phase-draft.ts";

const texts = messages("lifecycle.coverage", {
  score: {
    en: "{value} kg CO2e for {amount} {unit}, {behind}.",
    zh: "每 {amount} {unit} 为 {value} kg CO2e，{behind}。",
  },
  part: {
    en: "{value} kg CO2e {behind}: a part of the score for {amount} {unit}, in which {missing} {missing:line is|lines are} missing.",
    zh: "{value} kg CO2e，{behind}：仅为每 {amount} {unit} 结果的一部分，缺 {missing} 行。",
  },
  noRange: {
    en: "{headline} {share} % of it has one candidate and no range.",
    zh: "{headline}其中 {share}% 只有一个候选，没有范围。",
  },
  missing: {
    en: "{headline} The data of {names:and} leave out {kg} kg of materials that they take, so the score is too low by these.",
    zh: "{headline}{names:and} 的数据缺少所需材料 {kg} kg，结果因此偏低。",
  },
  noneUnread: {
    en: "No score for {amount} {unit}: 0 of {all} {all:line|lines} of the bill {all:has|have} data, and {notRead} could not be read.",
    zh: "没有 {amount} {unit} 的结果：物料清单的 {all} 行均无数据，其中 {notRead} 行未能读取。",
  },
  none: {
    en: "No score for {amount} {unit}: 0 of {all} {all:line|lines} of the bill {all:has|have} data.",
    zh: "没有 {amount} {unit} 的结果：物料清单的 {all} 行均无数据。",
  },
  behindMass: {
    en: "from {lines} of {all} {all:line|lines} of the bill with {percent} % of the mass it states",
    zh: "依据物料清单 {all} 行中的 {lines} 行，占其所列质量的 {percent}%",
  },
  behindUnread: {
    en: "from {lines} of {all} {all:line|lines} of the bill, of which {notRead} could not be read, so that its mass is not known",
    zh: "依据物料清单 {all} 行中的 {lines} 行；其中 {notRead} 行未能读取，清单质量因此不明",
  },
  behind: {
    en: "from {lines} of {all} {all:line|lines} of the bill, which states no mass",
    zh: "依据物料清单 {all} 行中的 {lines} 行；清单未给出质量",
  },
});

/** @param notRead lines of the bill that could not be read. */
export function billCoverage(all: readonly Omit<AssessedLine, "share">[], notRead: number): BillCoverage {
  const bill = all.filter(({ stage }) => stage === "material");
  const withData = bill.filter(({ match }) => match !== "unmatched");
  const { bill: mass } = billMass(bill);
  return {
    lines: withData.length,
    of: bill.length + notRead,
    notRead,
    byMass: mass === 0 || notRead > 0 ? null : billMass(withData).bill / mass,
  };
}

/** The first sentences of an assessment: its score, what stands behind it, and what has no range or is left out. */
export function headline(
  score: Score | null,
  { amount, unit }: Unit,
  coverage: BillCoverage,
  { rangedShare, missing }: OpenEnds,
): Message {
  if (score === null) {
    const none = { amount, unit, all: coverage.of };
    return coverage.notRead > 0 ? texts.noneUnread({ ...none, notRead: coverage.notRead }) : texts.none(none);
  }
  const values = { value: digits(score.value), amount, unit, behind: behind(coverage) };
  const lacking = coverage.of - coverage.lines;
  const first = lacking === 0 ? texts.score(values) : texts.part({ ...values, missing: lacking });
  const share = 1 - (rangedShare ?? 1);
  const second = share < LEAST ? first : texts.noRange({ headline: first, share: percent(share) });
  return missing.kg === 0
    ? second
    : texts.missing({ headline: second, names: someOf(missing.lines), kg: digits(missing.kg) });
}

/** A smaller share without a range rounds to nothing. */
const LEAST = 0.005;

function behind({ lines, of: all, notRead, byMass }: BillCoverage): Message {
  if (notRead > 0) return texts.behindUnread({ lines, all, notRead });
  return byMass === null ? texts.behind({ lines, all }) : texts.behindMass({ lines, all, percent: shown(byMass) });
}

/** Rounding makes no part of a bill the whole. */
const shown = (share: number) => (share < 1 ? Math.min(99.9, percent(share)) : 100);
