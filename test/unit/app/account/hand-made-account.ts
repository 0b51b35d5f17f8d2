import type { Account, MatchedLine } from "../../../../lib/account/account-shapes.ts";
import { accountShape } from "../../../../lib/account/account-shapes.ts";
import { type ReadOutcome, readOutcomeShape } from "../../../../lib/account/line-shape.ts";
import { messages } from "../../../../lib/message/message.ts";

const texts = messages("test.account", {
  headline: { en: "12 t CO2e, from 2 of 3 lines", zh: "12 t CO2e，来自 3 条记录中的 2 条" },
  how: { en: "by its name", zh: "按名称" },
  needed: { en: "a mass of one piece would be needed", zh: "需要单件质量" },
  scope1: { en: "Scope 1", zh: "范围一" },
  head: { en: "the head of the table", zh: "表头" },
  question: { en: "Which litres are these?", zh: "这是哪种升？" },
  yes: { en: "Litres of diesel", zh: "柴油升数" },
});

/** A line of a file, taken for diesel unless it says otherwise. */
export function lineOf(name: string, row: number, more: Partial<MatchedLine> = {}): MatchedLine {
  const diesel = {
    id: "fuel:diesel",
    to: "Gas/diesel oil",
    factor: 2.68,
    factorUnit: "kg CO2/L",
    source: "IPCC 2006",
    year: 2006,
    place: null,
  };
  return {
    sheet: "Energy",
    row,
    column: null,
    name,
    amount: 10,
    unit: "L",
    unitFrom: "column",
    site: null,
    place: null,
    year: 2024,
    period: null,
    supplier: null,
    code: null,
    distance: null,
    notes: [],
    region: "CHN",
    base: { amount: 10, unit: "L", how: null },
    match: { ...diesel, kind: "name", how: texts.how() },
    candidates: [diesel, { ...diesel, id: "fuel:petrol", to: "Motor gasoline" }],
    scope: "1",
    category: "1.A.4",
    emissions: { value: 0.0268, unit: "t CO2e" },
    byMarket: null,
    missing: null,
    splitFrom: null,
    ...more,
  };
}

/** A line that nothing stands for. */
export const unmatched = (name: string, row: number) =>
  lineOf(name, row, {
    match: {
      id: null,
      to: null,
      factor: null,
      factorUnit: null,
      source: null,
      year: null,
      place: null,
      kind: "none",
      how: texts.needed(),
    },
    emissions: null,
    base: null,
    category: null,
  });

/** An account that its shape accepts. */
export function accountOf(lines: readonly MatchedLine[]): Account {
  const account: Account = {
    kind: "company",
    year: 2024,
    region: "CHN",
    metric: "GWP100 of AR6",
    headline: texts.headline(),
    lines: lines.map((line) => ({ ...line, scope: line.emissions ? "1" : null })),
    leftOut: [],
    asks: [],
    totals: [
      { key: "scope1", label: texts.scope1(), value: 12, unit: "t CO2e", biogenicCo2: null, lines: 2, lacks: [] },
    ],
    coverage: { lines: lines.filter(({ emissions }) => emissions).length, of: lines.length, byMass: null },
    sources: [{ source: "IPCC 2006", year: 2006, lines: lines.length, share: 1 }],
    notCovered: [],
    method: [texts.how()],
    notes: [],
  };
  accountShape.parse(account);
  return account;
}

/** Lines as `account.read` gives them. */
export function readOf(lines: readonly MatchedLine[]): ReadOutcome {
  const outcome: ReadOutcome = {
    lines: [...lines],
    leftOut: [{ sheet: "Energy", row: 1, column: null, text: "Name\tAmount", reason: texts.head(), kind: "head" }],
    asks: [
      {
        key: "litres",
        question: texts.question(),
        options: [{ value: "diesel", label: texts.yes() }],
        assumed: "diesel",
        rows: [{ sheet: "Energy", row: 2 }],
      },
    ],
    sheets: [
      {
        sheet: "Energy",
        head: { first: 1, last: 1 },
        columns: [],
        decimal: ".",
        isUsed: true,
        reason: null,
        lines: lines.length,
      },
    ],
    notes: [],
  };
  readOutcomeShape.parse(outcome);
  return outcome;
}
