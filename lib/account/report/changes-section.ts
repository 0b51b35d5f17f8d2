import { messages, type Sentence } from "../../message/message.ts";
import { type Language, writeMessage } from "../../message/write.ts";
import type { AccountComparison, ComparedLine } from "../comparison/comparison-shapes.ts";
import type { ReportColumn, ReportSection, ReportTable } from "./report.ts";

const texts = messages("account.changes", {
  title: { en: "Changes", zh: "变化" },
  part: { en: "Figure", zh: "数值" },
  all: { en: "All scopes", zh: "全部范围" },
  figure: { en: "Main figure", zh: "主要数值" },
  scope: { en: "Scope {scope}", zh: "范围 {scope}" },
  change: { en: "Change [{unit}]", zh: "变化 [{unit}]" },
  activity: { en: "By activity [{unit}]", zh: "活动量 [{unit}]" },
  factor: { en: "By factor [{unit}]", zh: "因子 [{unit}]" },
  boundary: { en: "By boundary [{unit}]", zh: "边界 [{unit}]" },
  name: { en: "Name", zh: "名称" },
  site: { en: "Site", zh: "场所" },
  amountUnit: { en: "Unit of amounts", zh: "数量单位" },
  kind: { en: "In", zh: "出现于" },
  both: { en: "both years", zh: "两年" },
  came: { en: "{year} only", zh: "仅 {year} 年" },
  amountIn: { en: "Amount {year}", zh: "{year} 年数量" },
  emissionsIn: { en: "Emissions {year} [{unit}]", zh: "{year} 年排放 [{unit}]" },
  method: { en: "Factor of another source", zh: "因子来源不同" },
  yes: { en: "yes", zh: "是" },
  how: {
    en: "Activity: change of the amount times the mean of both emissions per amount; factor: change of emissions per amount times the mean of both amounts (Dietzenbacher & Los 1998; Sun 1998). The parts sum to the change. Lines are joined by name, unit and site; a line of one year only is boundary.",
    zh: "活动量：数量变化乘以两年单位数量排放的平均值；因子：单位数量排放的变化乘以两年数量的平均值（Dietzenbacher 和 Los 1998；Sun 1998）。各部分之和等于总变化。各行按名称、单位和场所对应；仅在一年出现的行计为边界变化。",
  },
});

/** The change since an earlier year, in total, by scope and by line. */
export function changesSection(comparison: AccountComparison, language: Language): ReportSection {
  const say = (sentence: Sentence) => writeMessage(sentence, language);
  const { baseYear, headline, notes } = comparison;
  return {
    key: "changes",
    title: say(texts.title()),
    sentences: [
      headline,
      texts.how(),
      ...notes,
      ...(baseYear ? [baseYear.why, ...baseYear.asks.map(({ question }) => question)] : []),
    ].map(say),
    tables: [partsTable(comparison, say), linesTable(comparison, say)],
  };
}

type Say = (sentence: Sentence) => string;

function partsTable({ unit, scopes, kind, ...total }: AccountComparison, say: Say): ReportTable {
  const amount = (key: "change" | "activity" | "factor" | "boundary"): ReportColumn => ({
    key,
    head: say(texts[key]({ unit })),
    kind: "amount",
    width: 18,
  });
  const rows = [
    { label: say(kind === "company" ? texts.all() : texts.figure()), ...total },
    ...scopes.map(({ scope, ...parts }) => ({ label: say(texts.scope({ scope })), ...parts })),
  ];
  return {
    columns: [
      { key: "part", head: say(texts.part()), kind: "text", width: 28 },
      amount("change"),
      amount("activity"),
      amount("factor"),
      amount("boundary"),
    ],
    rows: rows.map(({ label, change, activity, factor, boundary }) => [label, change, activity, factor, boundary]),
  };
}

function linesTable({ unit, lines, earlier, later }: AccountComparison, say: Say): ReportTable {
  const text = (key: string, head: string, width: number): ReportColumn => ({ key, head, kind: "text", width });
  const amount = (key: string, head: string): ReportColumn => ({ key, head, kind: "amount", width: 16 });
  const presence = (line: ComparedLine) =>
    line.kind === "both" ? texts.both() : texts.came({ year: line.kind === "came" ? later.year : earlier.year });
  return {
    columns: [
      text("name", say(texts.name()), 28),
      text("site", say(texts.site()), 16),
      text("kind", say(texts.kind()), 14),
      text("amountUnit", say(texts.amountUnit()), 14),
      amount("amountBefore", say(texts.amountIn({ year: earlier.year }))),
      amount("amountAfter", say(texts.amountIn({ year: later.year }))),
      amount("before", say(texts.emissionsIn({ year: earlier.year, unit }))),
      amount("after", say(texts.emissionsIn({ year: later.year, unit }))),
      amount("change", say(texts.change({ unit }))),
      amount("activity", say(texts.activity({ unit }))),
      amount("factor", say(texts.factor({ unit }))),
      amount("boundary", say(texts.boundary({ unit }))),
      text("method", say(texts.method()), 14),
    ],
    rows: lines.map((line) => [
      line.name,
      line.site,
      say(presence(line)),
      line.amountUnit,
      line.before?.amount ?? null,
      line.after?.amount ?? null,
      line.before?.emissions ?? null,
      line.after?.emissions ?? null,
      line.change,
      line.activity,
      line.factor,
      line.boundary,
      line.isOtherMethod ? say(texts.yes()) : null,
    ]),
  };
}
