import { type Message, messages } from "../../message/message.ts";
import { inUnit } from "../matching/amount-unit.ts";
import type { Asks } from "../matching/asks.ts";
import { nameKey } from "../matching/fold-text.ts";
import type { SettledLine } from "./settle-lines.ts";

const texts = messages("account.company", {
  sumOfOthers: {
    en: "It equals the sum of {count} other lines of the same activity and is taken for their total: it is left out.",
    zh: "等于同一活动其他 {count} 行之和，视为其合计：不计入。",
  },
  isSum: {
    en: "Is “{name}” ({amount} {unit}) the total of the {count} other lines of the same activity, to which it is equal?",
    zh: "“{name}”（{amount} {unit}）是否为同一活动其他 {count} 行的合计（与其相等）？",
  },
  spentAndMeasured: {
    en: "Row {row} states an amount of the same purchase: the money is left out, so that it counts once.",
    zh: "第 {row} 行已给出同一采购的数量：金额不计入，以免重复。",
  },
  isSamePurchase: {
    en: "Is the money of “{name}” that of the amount in row {row}?",
    zh: "“{name}”的金额是否对应第 {row} 行的数量？",
  },
  leaveOut: { en: "Yes, leave it out", zh: "是，不计入" },
  keep: { en: "No, count it too", zh: "否，也计入" },
});

const options = () => [
  { value: "leave out", label: texts.leaveOut() },
  { value: "keep", label: texts.keep() },
];
const CLOSE = 1e-9;

/** Lines that others already count, with the reason: totals among their parts, and money beside the amount of one purchase. */
export function countedTwice(
  settled: readonly SettledLine[],
  answers: Readonly<Record<string, string>>,
  asks: Asks,
): ReadonlyMap<SettledLine, Message> {
  const twice = new Map<SettledLine, Message>();
  const isKept = (key: string) => Object.hasOwn(answers, key) && answers[key] === "keep";
  const folded = new Map<string, string>();
  const fold = (text: string): string => {
    const known = folded.get(text) ?? nameKey(text);
    folded.set(text, known);
    return known;
  };
  for (const group of grouped(settled, (of) => sameActivity(of, fold))) {
    const total = totalOf(group);
    if (total === null) continue;
    const { line, amount, name } = total;
    const key = `double:${line.sheet}:${line.row}${line.column === null ? "" : `:${line.column}`}`;
    const count = group.length - 1;
    asks.add(line, key, texts.isSum({ name, amount, unit: line.unit, count }), options(), "leave out");
    if (!isKept(key)) twice.set(total, texts.sumOfOthers({ count }));
  }
  for (const group of grouped(settled, (of) => samePurchase(of, fold))) {
    const measured = group.find(({ finding }) => finding.target!.units.every((unit) => !isMoney(unit)));
    if (!measured) continue;
    for (const spent of group.filter(({ finding }) => finding.target!.units.some(isMoney))) {
      const key = `spend:${spent.line.sheet}:${spent.line.row}`;
      asks.add(
        spent.line,
        key,
        texts.isSamePurchase({ name: spent.name, row: measured.line.row }),
        options(),
        "leave out",
      );
      if (!isKept(key)) twice.set(spent, texts.spentAndMeasured({ row: measured.line.row }));
    }
  }
  return twice;
}

function isMoney(unit: string): boolean {
  return /^[A-Z]{3} \d{4}$/.test(unit);
}

function grouped(settled: readonly SettledLine[], keyOf: (of: SettledLine) => string | null): SettledLine[][] {
  const groups = new Map<string, SettledLine[]>();
  for (const each of settled) {
    if (each.amountOfRow === null || each.splitFrom !== null) continue;
    const key = keyOf(each);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

type Fold = (text: string) => string;

function sameActivity({ finding, line, name }: SettledLine, fold: Fold): string {
  return `${finding.target!.id}\u0001${line.period}\u0001${line.year}\u0001${line.sheet}\u0001${fold(name)}`;
}

function samePurchase({ finding, line, name }: SettledLine, fold: Fold): string | null {
  if (finding.target!.scope !== "3") return null;
  return `${fold(name)}\u0001${fold(line.site ?? "")}\u0001${line.period}\u0001${fold(line.supplier ?? "")}`;
}

/** The line that is the sum of all others of its activity, which stand for sites of their own. */
function totalOf(group: readonly SettledLine[]): SettledLine | null {
  if (group.length < 3) return null;
  const unit = group[0]!.unitOfRow!;
  const amounts = group.map(({ amountOfRow, unitOfRow }) => inUnit(amountOfRow!, unitOfRow!, unit) ?? Number.NaN);
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  if (!(sum > 0)) return null;
  const at = amounts.findIndex((amount) => Math.abs(2 * amount - sum) <= CLOSE * sum);
  if (at < 0) return null;
  // A few equal lines sum by chance: the others must be of several places.
  const others = group.filter((_, i) => i !== at);
  return new Set(others.map(({ line }) => line.site ?? line.place)).size > 1 || group[at]!.line.site === null
    ? group[at]!
    : null;
}
