import { messages, type Sentence } from "../../message/message.ts";
import { type Language, writeMessage } from "../../message/write.ts";
import type { Account, MatchedLine } from "../account-shapes.ts";
import type { AccountComparison } from "../comparison/comparison-shapes.ts";
import { askedFields, usualStandards } from "./asked-fields.ts";
import { changesSection } from "./changes-section.ts";
import { type LineEmissions, lineEmissions, sumOf } from "./line-sum.ts";
import type { Report, ReportDataset, ReportSection, ReportStandard, ReportTotal, ReportWords } from "./report.ts";
import { datasetsTable, factorsTable, leftOutTable, linesTable } from "./report-tables.ts";
import { statedFields } from "./stated-fields.ts";

const texts = messages("account.report", {
  company: { en: "Greenhouse gas account of a company, {year}", zh: "企业温室气体账户，{year} 年" },
  product: { en: "Carbon footprint of a product, {year}", zh: "产品碳足迹，{year} 年" },
  inventory: { en: "Greenhouse gas inventory, {year}", zh: "温室气体清单，{year} 年" },
  of: { en: "{organisation}: {title}", zh: "{organisation}：{title}" },
  lines: { en: "Lines", zh: "明细" },
  factors: { en: "Factors", zh: "因子" },
  leftOut: { en: "Left out", zh: "未采用" },
  method: { en: "Method", zh: "方法" },
  notCovered: { en: "Not covered", zh: "不涵盖" },
  notCoveredLead: { en: "What this account does not cover:", zh: "本账户不涵盖的内容：" },
  nothingLeftOut: { en: "No row was left out.", zh: "没有未采用的行。" },
  noFactor: {
    en: "“{name}” ({amount} {unit}, sheet “{sheet}”, row {row}) is in no figure: {why}",
    zh: "“{name}”（{amount} {unit}，工作表“{sheet}”第 {row} 行）未计入任何数值：{why}",
  },
  moreWithout: {
    en: "{count} more {count:line is|lines are} in no figure; “Lines” has {count:it|them} all, without emissions.",
    zh: "另有 {count} 行未计入任何数值；见“明细”中没有排放的行。",
  },
  unreadable: {
    en: "{count} {count:row|rows} could not be read and may be {count:a line|lines}; “Left out” lists {count:it|them}.",
    zh: "有 {count} 行无法读取，可能是用量行；见“未采用”。",
  },
  none: { en: "None.", zh: "无。" },
});

const words = messages("account.reportWords", {
  summary: { en: "Summary", zh: "摘要" },
  field: { en: "Field", zh: "项目" },
  statement: { en: "Statement", zh: "说明" },
  total: { en: "Total", zh: "合计" },
  value: { en: "Value", zh: "数值" },
  unit: { en: "Unit", zh: "单位" },
  biogenicCo2: { en: "Biogenic CO2 [t CO2]", zh: "生物源 CO2 [t CO2]" },
  lines: { en: "Lines", zh: "行数" },
  lacks: { en: "What it lacks or rests on", zh: "欠缺与依据" },
  open: { en: "Open questions", zh: "待确认的问题" },
  none: { en: "none", zh: "无" },
});

export interface ReportOptions {
  /** By default that of the kind of account. */
  readonly standard?: ReportStandard;
  /** What a person states of the fields, by their keys. */
  readonly statements?: ReadonlyMap<string, string>;
  /** The data sets that the account has read. */
  readonly datasets?: readonly ReportDataset[];
  /** With an earlier year. */
  readonly comparison?: AccountComparison;
}

/** Lines without emissions that are named one by one. */
const MOST_NAMED = 50;

/** An account as its report in a language: the fields that a standard asks for, totals, lines, factors, what was left out, the method. */
export function accountReport(account: Account, language: Language, options: ReportOptions = {}): Report {
  const { standard = usualStandards[account.kind], statements = new Map(), datasets = [], comparison } = options;
  const say = (sentence: Sentence) => writeMessage(sentence, language);
  const of = lineEmissions(account);
  const { kind, year } = account;
  const organisation = statements.get("organisation")?.trim();
  const title = texts[kind]({ year });
  return {
    kind,
    language: language.tag,
    title: say(organisation ? texts.of({ organisation, title }) : title),
    headline: say(account.headline),
    standard: say(askedFields[standard].name()),
    fields: statedFields(account, standard, statements, language),
    totals: totalsOf(account, of, language),
    open: account.asks.map(({ question }) => say(question)),
    sections: [
      { key: "lines", title: say(texts.lines()), sentences: [], tables: [linesTable(account, of, language)] },
      factorsSection(account, datasets, language),
      leftOutSection(account, language),
      {
        key: "method",
        title: say(texts.method()),
        sentences: [...account.method, ...account.notes].map(say),
        tables: [],
      },
      notCoveredSection(account, language),
      ...(comparison ? [changesSection(comparison, language)] : []),
    ],
    words: Object.fromEntries(Object.entries(words).map(([key, word]) => [key, say(word())])) as unknown as ReportWords,
  };
}

function totalsOf({ totals, lines }: Account, of: LineEmissions, language: Language): ReportTotal[] {
  return totals.map((total) => ({
    key: total.key,
    label: writeMessage(total.label, language),
    value: total.value,
    unit: total.unit,
    biogenicCo2: total.biogenicCo2,
    lines: total.lines,
    lacks: total.lacks.map((lack) => writeMessage(lack, language)).join("\n"),
    sum: sumOf(total, lines, of),
  }));
}

function factorsSection(account: Account, datasets: readonly ReportDataset[], language: Language): ReportSection {
  const tables = [factorsTable(account, language)];
  if (datasets.length > 0) tables.push(datasetsTable(datasets, language));
  return { key: "factors", title: writeMessage(texts.factors(), language), sentences: [], tables };
}

function leftOutSection(account: Account, language: Language): ReportSection {
  const isEmpty = account.leftOut.length === 0;
  return {
    key: "leftOut",
    title: writeMessage(texts.leftOut(), language),
    sentences: isEmpty ? [writeMessage(texts.nothingLeftOut(), language)] : [],
    tables: isEmpty ? [] : [leftOutTable(account, language)],
  };
}

function notCoveredSection({ lines, leftOut, notCovered }: Account, language: Language): ReportSection {
  const without = lines.filter(({ emissions }) => emissions === null);
  const unreadable = leftOut.filter(({ kind }) => kind === "unreadable").length;
  const sentences = [
    ...notCovered,
    ...without.slice(0, MOST_NAMED).map(withoutEmissions),
    ...(without.length > MOST_NAMED ? [texts.moreWithout({ count: without.length - MOST_NAMED })] : []),
    ...(unreadable > 0 ? [texts.unreadable({ count: unreadable })] : []),
  ];
  return {
    key: "notCovered",
    title: writeMessage(texts.notCovered(), language),
    sentences: [texts.notCoveredLead(), ...(sentences.length > 0 ? sentences : [texts.none()])].map((sentence) =>
      writeMessage(sentence, language),
    ),
    tables: [],
  };
}

function withoutEmissions({ name, amount, unit, sheet, row, match, missing }: MatchedLine) {
  return texts.noFactor({ name, amount, unit, sheet, row, why: missing ?? match.how });
}
