import { type Message, messages } from "../../message/message.ts";
import type { AssessedLine, BillCoverage, Score } from "./assessment.ts";
import { billMass } from "./bill-balance.ts";
import { digits, percent, type Unit } from "./phase-draft.ts";

const said = messages("lifecycle.coverage", {
  score: {
    en: "{value} kg CO2e for {amount} {unit}, {behind}.",
    zh: "每 {amount} {unit} 为 {value} kg CO2e，{behind}。",
  },
  none: {
    en: "No score for {amount} {unit}: 0 of {all} {all:line|lines} of the bill {all:has|have} data.",
    zh: "没有 {amount} {unit} 的结果：物料清单的 {all} 行均无数据。",
  },
  behindMass: {
    en: "from {lines} of {all} {all:line|lines} of the bill with {percent} % of the mass it states",
    zh: "依据物料清单 {all} 行中的 {lines} 行，占其所列质量的 {percent}%",
  },
  behind: {
    en: "from {lines} of {all} {all:line|lines} of the bill, which states no mass",
    zh: "依据物料清单 {all} 行中的 {lines} 行；清单未给出质量",
  },
});

export function billCoverage(all: readonly Omit<AssessedLine, "share">[]): BillCoverage {
  const bill = all.filter(({ stage }) => stage === "material");
  const withData = bill.filter(({ match }) => match !== "unmatched");
  const { bill: mass } = billMass(bill);
  return {
    lines: withData.length,
    of: bill.length,
    byMass: mass === 0 ? null : billMass(withData).bill / mass,
  };
}

/** The first sentence of an assessment: its score, and what stands behind it. */
export function headline(score: Score | null, { amount, unit }: Unit, coverage: BillCoverage): Message {
  return score === null
    ? said.none({ amount, unit, all: coverage.of })
    : said.score({ value: digits(score.value), amount, unit, behind: behind(coverage) });
}

function behind({ lines, of: all, byMass }: BillCoverage): Message {
  return byMass === null ? said.behind({ lines, all }) : said.behindMass({ lines, all, percent: shown(byMass) });
}

/** Rounding makes no part of a bill the whole. */
const shown = (share: number) => (share < 1 ? Math.min(99.9, percent(share)) : 100);
