import { messages, type Sentence } from "../../message/message.ts";
import { type Language, writeMessage } from "../../message/write.ts";
import type { Account, MatchedLine } from "../account-shapes.ts";
import type { LeftOut } from "../line-shape.ts";
import { isByMarketAlone, ownFactorLabel, ownFactorSource } from "../own-factor.ts";
import type { LineEmissions } from "./line-sum.ts";
import type { ReportColumn, ReportDataset, ReportTable } from "./report.ts";
import { matchKindTexts } from "./stated-fields.ts";

type Cell = string | number | null;

/** Heads of columns. */
const heads = messages("account.columns", {
  file: { en: "File", zh: "文件" },
  sheet: { en: "Sheet", zh: "工作表" },
  row: { en: "Row", zh: "行" },
  column: { en: "Column", zh: "列" },
  name: { en: "Name", zh: "名称" },
  splitFrom: { en: "Part of", zh: "拆分自" },
  site: { en: "Site", zh: "场所" },
  region: { en: "Region", zh: "地区" },
  period: { en: "Period", zh: "时段" },
  supplier: { en: "Supplier", zh: "供应商" },
  amount: { en: "Amount", zh: "数量" },
  unit: { en: "Unit", zh: "单位" },
  conversion: { en: "Conversion", zh: "换算" },
  baseAmount: { en: "Converted amount", zh: "换算后数量" },
  baseUnit: { en: "Converted unit", zh: "换算后单位" },
  matchKind: { en: "Matched by", zh: "匹配依据" },
  matchedTo: { en: "Taken for", zh: "对应为" },
  why: { en: "Why", zh: "理由" },
  factor: { en: "Factor", zh: "因子" },
  factorUnit: { en: "Unit of the factor", zh: "因子单位" },
  source: { en: "Source", zh: "来源" },
  factorYear: { en: "Year of the factor", zh: "因子年份" },
  factorPlace: { en: "Place of the factor", zh: "因子地区" },
  scope: { en: "Scope", zh: "范围" },
  category: { en: "Category", zh: "类别" },
  emissions: { en: "Emissions [{unit}]", zh: "排放 [{unit}]" },
  byMarket: { en: "Emissions by market [{unit}]", zh: "基于市场的排放 [{unit}]" },
  notes: { en: "Notes", zh: "说明" },
  reason: { en: "Reason", zh: "原因" },
  kind: { en: "Kind", zh: "类型" },
  text: { en: "Text of the row", zh: "该行文字" },
  count: { en: "Lines", zh: "行数" },
  dataset: { en: "Data set", zh: "数据集" },
  title: { en: "Title", zh: "标题" },
  publisher: { en: "Publisher", zh: "发布者" },
  vintage: { en: "Edition", zh: "版本" },
  licence: { en: "Licence", zh: "许可" },
});

/** Heads of columns that stand together on a page. */
const groups = messages("account.columnGroups", {
  where: { en: "Where", zh: "位置" },
  what: { en: "What", zh: "内容" },
  amount: { en: "Amount", zh: "数量" },
  taken: { en: "Taken for", zh: "对应为" },
  converted: { en: "Converted", zh: "换算" },
  factor: { en: "Factor and source", zh: "因子与来源" },
  scope: { en: "Scope, category", zh: "范围、类别" },
});

/** In which group a column of lines stands; `aside` is below the others. */
const groupOf: Partial<Record<keyof typeof heads, readonly [keyof typeof groups, "aside"?]>> = {
  file: ["where"],
  sheet: ["where"],
  row: ["where"],
  column: ["where", "aside"],
  name: ["what"],
  splitFrom: ["what", "aside"],
  site: ["what", "aside"],
  region: ["what", "aside"],
  period: ["what", "aside"],
  supplier: ["what", "aside"],
  amount: ["amount"],
  unit: ["amount"],
  conversion: ["converted", "aside"],
  baseAmount: ["converted"],
  baseUnit: ["converted"],
  matchedTo: ["taken"],
  matchKind: ["taken", "aside"],
  why: ["taken", "aside"],
  factor: ["factor"],
  factorUnit: ["factor"],
  source: ["factor", "aside"],
  factorYear: ["factor", "aside"],
  factorPlace: ["factor", "aside"],
  scope: ["scope"],
  category: ["scope"],
};

const leftOutKinds = messages("account.leftOutKinds", {
  head: { en: "head", zh: "表头" },
  title: { en: "title", zh: "标题" },
  note: { en: "note", zh: "注释" },
  total: { en: "total", zh: "合计" },
  empty: { en: "empty", zh: "空行" },
  repeated: { en: "counted elsewhere", zh: "已在他处计入" },
  money: { en: "money", zh: "金额" },
  unreadable: { en: "unreadable", zh: "无法读取" },
});

/** A column with what its cells are. */
interface Column<Item> {
  readonly key: keyof typeof heads;
  readonly kind: ReportColumn["kind"];
  readonly width: number;
  /** Left out where no item has a value. */
  readonly isOptional?: true;
  of(item: Item, index: number): Cell;
}

const text = <Item>(key: keyof typeof heads, width: number, of: (item: Item, index: number) => Cell): Column<Item> => ({
  key,
  kind: "text",
  width,
  of,
});

/** The heads that hold a unit take it; a wide table has its columns in groups. */
function tableOf<Item>(
  columns: readonly Column<Item>[],
  items: readonly Item[],
  language: Language,
  { unit = "", isGrouped = false } = {},
): ReportTable {
  const used = columns.filter(({ isOptional, of }) => !isOptional || items.some((item, i) => of(item, i) !== null));
  return {
    columns: used.map(({ key, kind, width }) => ({
      key,
      kind,
      width,
      head: writeMessage(
        key === "emissions" ? heads.emissions({ unit }) : key === "byMarket" ? heads.byMarket({ unit }) : heads[key](),
        language,
      ),
      ...(isGrouped ? grouped(key, language) : {}),
    })),
    rows: items.map((item, i) => used.map(({ of }) => of(item, i))),
  };
}

function grouped(key: keyof typeof heads, language: Language): Pick<ReportColumn, "group" | "isAside"> {
  const of = groupOf[key];
  return of ? { group: writeMessage(groups[of[0]](), language), isAside: of[1] === "aside" } : {};
}

const place = [
  { ...text<MatchedLine | LeftOut>("file", 18, ({ file }) => file ?? null), isOptional: true as const },
  text<MatchedLine | LeftOut>("sheet", 14, ({ sheet }) => sheet),
  { key: "row", kind: "count", width: 7, of: ({ row }: MatchedLine | LeftOut) => row } as const,
  { ...text<MatchedLine | LeftOut>("column", 12, ({ column }) => column), isOptional: true as const },
];

/** Every line with what it was taken for and what came of it. */
export function linesTable({ lines }: Account, of: LineEmissions, language: Language): ReportTable {
  const say = (sentence: Sentence | null | undefined) =>
    sentence === null || sentence === undefined ? null : writeMessage(sentence, language);
  const amount = (key: keyof typeof heads, value: (line: MatchedLine, i: number) => number | null) =>
    ({ key, kind: "amount", width: 14, of: value }) as const;
  const columns: Column<MatchedLine>[] = [
    ...place,
    text("name", 28, ({ name }) => name),
    { ...text("splitFrom", 20, ({ splitFrom }) => splitFrom), isOptional: true },
    { ...text("site", 16, ({ site }) => site), isOptional: true },
    { ...text("region", 9, ({ region }) => region), isOptional: true },
    { ...text("period", 12, ({ period }) => period), isOptional: true },
    { ...text("supplier", 16, ({ supplier }) => supplier), isOptional: true },
    amount("amount", (line) => line.amount),
    text("unit", 10, ({ unit }) => unit || null),
    text("conversion", 30, ({ base }) => say(base?.how)),
    amount("baseAmount", ({ base }) => base?.amount ?? null),
    text("baseUnit", 10, ({ base }) => base?.unit ?? null),
    text("matchKind", 11, ({ match }) => say(matchKindTexts[match.kind]())),
    text("matchedTo", 28, ({ match }) => say(match.to as Sentence | null)),
    text("why", 30, ({ match }) => say(match.how)),
    amount("factor", ({ match }) => match.factor),
    text("factorUnit", 18, ({ match }) => match.factorUnit),
    text("source", 36, ({ match }) => say(match.source as Sentence | null)),
    { key: "factorYear", kind: "count", width: 9, of: ({ match }) => match.year },
    text("factorPlace", 9, ({ match }) => match.place),
    { ...text("scope", 8, ({ scope }) => digits(scope)), isOptional: true },
    { ...text("category", 12, ({ category }) => digits(category)), isOptional: true },
    amount("emissions", (_, i) => of.emissions[i]!),
    { ...amount("byMarket", (_, i) => of.byMarket[i]!), isOptional: true },
    text("notes", 40, ({ notes }) => notes.map((note) => writeMessage(note, language)).join("\n") || null),
  ];
  return tableOf(columns, lines, language, { unit: of.unit, isGrouped: true });
}

/** Spreadsheets differ in whether a condition "1" finds the text 1; all find the number. */
function digits(text: string | null): Cell {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/** Each factor once, with how many lines use it. */
export function factorsTable({ lines }: Account, language: Language): ReportTable {
  const used = new Map<string, { match: MatchedLine["match"]; count: number }>();
  for (const { match, emissions } of lines) {
    if (match.id === null || emissions === null) continue;
    const { id, factor, factorUnit, source, year, place } = match;
    const key = JSON.stringify([id, factor, factorUnit, source, year, place]);
    const known = used.get(key);
    if (known) known.count++;
    else used.set(key, { match, count: 1 });
  }
  for (const { ownFactor, match, byMarket, scope } of lines) {
    if (ownFactor === undefined || byMarket === null || !isByMarketAlone(ownFactor, scope)) continue;
    const { value: factor, unit: factorUnit, year } = ownFactor;
    const source = ownFactorSource(ownFactor);
    const key = JSON.stringify(["market", match.id, factor, factorUnit, ownFactor.source, year]);
    const known = used.get(key);
    if (known) known.count++;
    else {
      const own = { ...match, to: ownFactorLabel(match.to ?? ""), factor, factorUnit, source, year, place: null };
      used.set(key, { match: own, count: 1 });
    }
  }
  type Used = { readonly match: MatchedLine["match"]; readonly count: number };
  const columns: Column<Used>[] = [
    text("matchedTo", 34, ({ match }) => writeMessage(match.to as Sentence, language)),
    { key: "factor", kind: "amount", width: 14, of: ({ match }) => match.factor },
    text("factorUnit", 20, ({ match }) => match.factorUnit),
    text("source", 50, ({ match }) =>
      match.source === null ? null : writeMessage(match.source as Sentence, language),
    ),
    { key: "factorYear", kind: "count", width: 10, of: ({ match }) => match.year },
    text("factorPlace", 10, ({ match }) => match.place),
    { key: "count", kind: "count", width: 8, of: ({ count }) => count },
  ];
  return tableOf(columns, [...used.values()], language);
}

/** The data sets that were read, with their licences. */
export function datasetsTable(datasets: readonly ReportDataset[], language: Language): ReportTable {
  const columns: Column<ReportDataset>[] = [
    text("dataset", 24, ({ name }) => name),
    text("title", 40, ({ title }) => title),
    text("publisher", 30, ({ publisher }) => publisher),
    text("vintage", 16, ({ vintage }) => vintage),
    text("licence", 20, ({ licence }) => licence),
  ];
  return tableOf(columns, datasets, language);
}

/** Every row that is no line, with its reason. */
export function leftOutTable({ leftOut }: Account, language: Language): ReportTable {
  const columns: Column<LeftOut>[] = [
    ...place,
    text("kind", 14, ({ kind }) => writeMessage(leftOutKinds[kind](), language)),
    text("reason", 50, ({ reason }) => writeMessage(reason, language)),
    text("text", 60, ({ text: words }) => words || null),
  ];
  return tableOf(columns, leftOut, language);
}
