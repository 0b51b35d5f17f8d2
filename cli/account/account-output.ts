import type { Account } from "../../lib/account/account-shapes.ts";
import type { AccountComparison } from "../../lib/account/comparison/comparison-shapes.ts";
import { writeNumber, writeQuantity } from "../../lib/charts/number-text.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";
import { type Language, writeMessage } from "../../lib/message/write.ts";
import type { Paint } from "../terminal/colour.ts";

const texts = messages("cli.accountOutput", {
  missing: { en: "Missing", zh: "欠缺" },
  notes: { en: "Notes", zh: "说明" },
  questions: { en: "Questions", zh: "待确认" },
  noValue: { en: "no line has emissions", zh: "没有用量行有排放" },
  lines: {
    en: "sheet “{sheet}”, {count:row|rows} {rows}: “{name}”: {why}",
    zh: "工作表“{sheet}”第 {rows} 行：“{name}”：{why}",
  },
  moreRows: { en: "{rows} and {count} more", zh: "{rows} 等（另有 {count} 行）" },
  more: { en: "and {count} more; --json or a report lists all", zh: "另有 {count} 项；见 --json 或报告" },
  written: { en: "Written: {file}", zh: "已写出：{file}" },
});

/** Entries of a list at the terminal. */
const MOST_SHOWN = 12;
/** Rows of a line of the list. */
const MOST_ROWS = 6;

interface Outcome {
  readonly account: Account;
  readonly comparison: AccountComparison | undefined;
  readonly out: readonly string[];
  readonly problems: readonly Sentence[];
}

/** The answer, the totals, what is missing, and where the report is. */
export function accountText({ account, comparison, out }: Outcome, language: Language, paint: Paint): string {
  const say = (sentence: Sentence) => writeMessage(sentence, language);
  const { totals, lines, asks, headline } = account;
  const figures = totals.map(({ label, value, unit }) => {
    const figure = value === null ? say(texts.noValue()) : writeQuantity(writeNumber(value), unit);
    return `  ${say(label)}  ${figure}\n`;
  });
  // That some lines are not in a total is said by the lines themselves.
  const lacks = totals.flatMap((total) => total.lacks).filter(({ code }) => code !== "account.company.notCounted");
  const missing = [...new Set([...withoutEmissions(lines, language), ...[...account.notCovered, ...lacks].map(say)])];
  return [
    `${paint.bold(say(headline))}\n`,
    ...(comparison ? [`${say(comparison.headline)}\n`] : []),
    "\n",
    ...figures,
    listText(say(texts.missing()), missing, say, paint),
    listText(
      say(texts.questions()),
      asks.map(({ question }) => say(question)),
      say,
      paint,
    ),
    listText(say(texts.notes()), [...new Set(account.notes.map(say))], say, paint),
    ...(out.length > 0 ? ["\n", ...out.map((file) => `${say(texts.written({ file }))}\n`)] : []),
  ].join("");
}

/** The lines in no figure, those of one name and reason together. */
function withoutEmissions(lines: Account["lines"], language: Language): string[] {
  const groups = new Map<string, { sheet: string; name: string; why: string; rows: number[] }>();
  for (const { emissions, sheet, row, name, match, missing } of lines) {
    if (emissions !== null) continue;
    const why = writeMessage(missing ?? match.how, language);
    const key = [sheet, name, why].join("\n");
    const group = groups.get(key) ?? { sheet, name, why, rows: [] };
    groups.set(key, group);
    if (group.rows.at(-1) !== row) group.rows.push(row);
  }
  return [...groups.values()].map(({ rows, ...of }) => {
    const rest = rows.length - MOST_ROWS;
    const named = rest > 0 ? texts.moreRows({ rows: rows.slice(0, MOST_ROWS), count: rest }) : rows;
    return writeMessage(texts.lines({ ...of, count: rows.length, rows: named }), language);
  });
}

function listText(title: string, items: readonly string[], say: (sentence: Sentence) => string, paint: Paint): string {
  if (items.length === 0) return "";
  const rest = items.length - MOST_SHOWN;
  const shown = [...items.slice(0, MOST_SHOWN), ...(rest > 0 ? [say(texts.more({ count: rest }))] : [])];
  return `\n${paint.bold(title)}\n${shown.map((item) => `  ${item}\n`).join("")}`;
}

/** The same as data, with all texts written. */
export function accountDocument({ account, comparison, out, problems }: Outcome, language: Language) {
  const say = (sentence: Sentence) => writeMessage(sentence, language);
  const saidOrNull = (sentence: unknown) => (sentence === null ? null : say(sentence as Sentence));
  const { kind, year, region, metric, coverage } = account;
  const placeOf = (of: { file?: string | undefined; sheet: string; row: number; column: string | null }) => ({
    ...(of.file === undefined ? {} : { file: of.file }),
    sheet: of.sheet,
    row: of.row,
    column: of.column,
  });
  return {
    kind,
    year,
    region,
    metric,
    headline: say(account.headline),
    lines: account.lines.map((line) => ({
      ...placeOf(line),
      name: line.name,
      site: line.site,
      amount: line.amount,
      unit: line.unit,
      base: line.base
        ? { ...line.base, how: saidOrNull(line.base.how) }
        : { amount: line.amount, unit: line.unit, how: null },
      match: {
        kind: line.match.kind,
        id: line.match.id,
        to: saidOrNull(line.match.to),
        factor: line.match.factor,
        factorUnit: line.match.factorUnit,
        source: saidOrNull(line.match.source),
        how: say(line.match.how),
      },
      scope: line.scope,
      category: line.category,
      emissions: line.emissions,
      byMarket: line.byMarket,
      notes: line.notes.map(say),
    })),
    leftOut: account.leftOut.map((row) => ({
      ...placeOf(row),
      text: row.text,
      kind: row.kind,
      reason: say(row.reason),
    })),
    asks: account.asks.map(({ question, options, ...ask }) => ({
      ...ask,
      question: say(question),
      options: options.map(({ value, label }) => ({ value, label: say(label) })),
    })),
    totals: account.totals.map((total) => ({ ...total, label: say(total.label), lacks: total.lacks.map(say) })),
    coverage,
    sources: account.sources.map((source) => ({ ...source, source: say(source.source as Sentence) })),
    notCovered: account.notCovered.map(say),
    method: account.method.map(say),
    notes: account.notes.map(say),
    change: comparison ? changeOf(comparison) : null,
    problems: problems.map(say),
    out: [...out],
  };
}

function changeOf({ earlier, later, unit, change, activity, factor, boundary }: AccountComparison) {
  return { earlier, later, unit, change, activity, factor, boundary };
}
