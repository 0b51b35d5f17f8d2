import type { Assessment } from "../../lifecycle/assess/assess.ts";
import type { AssessedLine, Score } from "../../lifecycle/assess/assessment.ts";
import { METRIC } from "../../lifecycle/assess/line-factor.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import type { AccountInput } from "../account-maker.ts";
import type { Account, AccountTotal, MatchedLine } from "../account-shapes.ts";
import type { ProductLines } from "./product-lines.ts";

const texts = messages("account.productResult", {
  headline: {
    en: "{value} kg CO2e, from {lines} of {of} {of:line|lines}",
    zh: "{value} kg CO2e，依据 {of} 行中的 {lines} 行",
  },
  unreadHeadline: {
    en: "{value} kg CO2e, from {lines} of {of} {of:line|lines}; {notRead} could not be read",
    zh: "{value} kg CO2e，依据 {of} 行中的 {lines} 行；{notRead} 行未能读取",
  },
  noScore: { en: "No figure: 0 of {of} {of:line has|lines have} data", zh: "没有结果：{of} 行均无数据" },
  product: { en: "Cradle to gate, for {amount} {unit}", zh: "从摇篮到大门，每 {amount} {unit}" },
  material: { en: "Materials", zh: "材料" },
  energy: { en: "Electricity of making", zh: "生产用电" },
  transport: { en: "Transport", zh: "运输" },
  range: {
    en: "{lo} to {hi} kg CO2e among the data that could stand for the lines: no confidence interval.",
    zh: "在可代表各行的数据之间为 {lo} 至 {hi} kg CO2e；不是置信区间。",
  },
  missing: {
    en: "{count} {count:line has|lines have} no data and {count:is|are} not in it: {names:and}.",
    zh: "{count} 行没有数据，未计入：{names:and}。",
  },
  notRead: {
    en: "{count} {count:row|rows} could not be read, so the mass of the bill is not known.",
    zh: "{count} 行未能读取，清单质量因此不明。",
  },
});

/** The unit of every figure: its metric is that of the indicator. */
export const KG = `kg CO2e ${METRIC}`;
const shown = (value: number) => Number(value.toPrecision(3));

/** An assessment beside the lines of the file that it was made of. */
export interface AssessedProduct {
  readonly input: AccountInput;
  readonly read: ProductLines;
  readonly unit: { readonly amount: number; readonly unit: string };
  readonly found: Assessment;
  /** The last year of the data behind a line, by what stands for it; null if none is stated. */
  yearOf(activity: string, place: string | null): number | null;
}

/** How much of the file stands behind the figure, in a sentence. */
export function productHeadline(
  score: number | null,
  { lines, of }: Pick<Account["coverage"], "lines" | "of">,
  notRead: number,
): Message {
  if (score === null) return texts.noScore({ of });
  const value = shown(score);
  return notRead === 0 ? texts.headline({ value, lines, of }) : texts.unreadHeadline({ value, lines, of, notRead });
}

export function productTotals({ found, unit }: AssessedProduct): AccountTotal[] {
  const behind = found.lines.filter(({ match }) => match !== "unmatched");
  const hasScore = found.score.value !== null;
  const total = (key: string, label: Message, of: readonly AssessedLine[]): AccountTotal => ({
    key,
    label,
    value: hasScore && of.length > 0 ? of.reduce((sum, { score }) => sum + score!, 0) : null,
    unit: KG,
    biogenicCo2: null,
    lines: hasScore ? of.length : 0,
    lacks: [],
  });
  const stages = (["material", "energy", "transport"] as const).filter((stage) =>
    found.lines.some((line) => line.stage === stage),
  );
  return [
    {
      ...total("product", texts.product(unit), behind),
      value: found.score.value,
      biogenicCo2: hasScore ? found.uncountedBiogenicCO2.emission / 1000 : null,
      lacks: lacksOf(found),
    },
    ...stages.map((stage) =>
      total(
        `product.${stage}`,
        texts[stage](),
        behind.filter((line) => line.stage === stage),
      ),
    ),
  ];
}

function lacksOf({ score, lines, coverage, headline }: Assessment): Message[] {
  const missing = lines.filter(({ match }) => match === "unmatched").map(({ name }) => name);
  const range = score.value === null ? null : (score as Score);
  return [
    ...(range && shown(range.hi) !== shown(range.lo)
      ? [texts.range({ lo: shown(range.lo), hi: shown(range.hi) })]
      : []),
    ...(missing.length > 0 ? [texts.missing({ count: missing.length, names: someOf(missing) })] : []),
    ...(coverage.notRead > 0 ? [texts.notRead({ count: coverage.notRead })] : []),
    headline,
  ];
}

/** Sources of the data behind the score, the one with most of it first. */
export function productSources(matches: readonly MatchedLine[], total: number | null): Account["sources"] {
  const sums = new Map<Sentence, { source: Sentence; year: number | null; lines: number; value: number }>();
  for (const { match, emissions, ownFactor } of matches) {
    if (emissions === null || match.source === null) continue;
    const { source } = match;
    // Of the background each line says its data's year; a person's own factors of one source and year are one.
    const [key, year] = ownFactor ? [`${ownFactor.source}|${ownFactor.year}`, ownFactor.year] : [source, null];
    const sum = sums.get(key) ?? { source, year, lines: 0, value: 0 };
    sums.set(key, { ...sum, lines: sum.lines + 1, value: sum.value + emissions.value });
  }
  return [...sums.values()]
    .sort((p, q) => Math.abs(q.value) - Math.abs(p.value))
    .map(({ source, year, lines, value }) => ({ source, year, lines, share: total ? value / total : null }));
}
