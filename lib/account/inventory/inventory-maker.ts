import { categories, findCategory, isWithin, lineage } from "../../classification/categories.ts";
import type { Factor } from "../../factors/factor.ts";
import type { CompiledLine } from "../../inventory/account/compilation.ts";
import { type CompiledTotals, compiledTotals } from "../../inventory/account/compiled-totals.ts";
import { equivalentsOf } from "../../inventory/account/totals.ts";
import { type Message, messages, type Sentence } from "../../message/message.ts";
import { ofRow, problemOf } from "../../message/row-problem.ts";
import { someOf } from "../../message/some-of.ts";
import { metricValue } from "../../quantity/co2e.ts";
import type { AccountInput, AccountMaker } from "../account-maker.ts";
import type { Account, AccountTotal, Candidate, Match, MatchedLine } from "../account-shapes.ts";
import type { Ask } from "../line-shape.ts";
import { matchedLine } from "../matched-line.ts";
import { inventoryFit } from "./inventory-fit.ts";
import { type CompiledLines, compiledLines, type InventoryLine } from "./inventory-lines.ts";
import { COAL, coals, type InventoryMatch } from "./inventory-match.ts";

const texts = messages("account.inventoryResult", {
  headline: {
    en: "{value} kt CO2e in {year}, from {lines} of {of} {of:line|lines}",
    zh: "{year} 年 {value} kt CO2e，依据 {of} 行中的 {lines} 行",
  },
  none: {
    en: "No figure for {year}: 0 of {of} {of:line has|lines have} factors",
    zh: "{year} 年没有结果：{of} 行均无因子",
  },
  otherYears: {
    en: "No line is of {year}; the lines are of {years}.",
    zh: "没有 {year} 年的行；现有年份：{years}。",
  },
  total: { en: "Total without LULUCF, {year}", zh: "合计（不含 LULUCF），{year} 年" },
  withLulucf: { en: "Total with LULUCF, {year}", zh: "合计（含 LULUCF），{year} 年" },
  memo: { en: "International bunkers, in no total, {year}", zh: "国际燃料舱（不计入合计），{year} 年" },
  category: { en: "{code} {title}", zh: "{code} {title}" },
  lulucf: { en: "Land use, land-use change and forestry", zh: "土地利用、土地利用变化和林业" },
  ownNotUsed: {
    en: "Your own factor of “{name}” is not used: an inventory of categories has the factors of its tables. Give it to inventory.compile as a factor of its category.",
    zh: "未采用您为“{name}”给出的自有因子：按类别的清单使用其因子表。可将其作为相应类别的因子交给 inventory.compile。",
  },
  skipped: { en: "Left out by the mapping: {why}", zh: "按映射表排除：{why}" },
  noFactor: { en: "{how} {problem}", zh: "{how}{problem}" },
  coalAsk: { en: "Which kind is coal of no kind?", zh: "未写明煤种的煤是哪一种？" },
  coal: { en: "{name}", zh: "{name}" },
  formula: {
    en: "E = AD × EF, with a net calorific value between where mass meets a factor by energy (2006 IPCC Guidelines, Volume 1, Chapter 2; the functions behind inventory.compile).",
    zh: "E = AD × EF；以质量计的活动数据与以能量计的因子之间用低位热值换算（《2006 IPCC 指南》第 1 卷第 2 章；与 inventory.compile 同一函数）。",
  },
  byMetric: {
    en: "Metric: {metric}. CO2 of living matter is in no total.",
    zh: "度量：{metric}。生物源 CO2 不计入合计。",
  },
  tier1: {
    en: "Factors: the most specific that ships for category, activity and region, defaults of the guidelines where nothing else does.",
    zh: "因子：取随附表中对类别、活动和地区最具体者；没有时用指南缺省值。",
  },
  noData: { en: "Lines without a factor: {names:and}.", zh: "没有因子的行：{names:and}。" },
  apart: {
    en: "Rows of a balance from which nothing is emitted: {names:and}.",
    zh: "能源平衡表中不产生排放的行：{names:and}。",
  },
  left: { en: "Lines that the mapping leaves out: {names:and}.", zh: "映射表排除的行：{names:and}。" },
  unread: { en: "{count} {count:row|rows} that could not be read.", zh: "{count} 行未能读取。" },
  sectors: { en: "Sectors in which no line has a figure: {names:and}.", zh: "没有任何行得出结果的部门：{names:and}。" },
  manure: {
    en: "Manure management (3.A.2) of the animals: it needs their climate; give lines with that category.",
    zh: "牲畜的粪便管理（3.A.2）：需要气候条件；请给出该类别的行。",
  },
});

const shown = (value: number) => Number(value.toPrecision(4));

/** An account of a country or region by IPCC category: the figures are those of `inventory.compile` on the same records. */
export const inventoryMaker: AccountMaker = {
  kind: "inventory",
  fit: inventoryFit,
  async make(input, read, tell) {
    const found = await compiledLines(input, read, tell);
    // What has no factor is told by its name: records are numbered otherwise than the rows of files.
    const sums = compiledTotals({ ...found.compiled, problems: [] }, [], input.metric);
    const lines = matchedLines(found, sums.metric, input);
    const rowOf = (record: number) => found.lines[record - 1]?.line.row ?? record;
    const counted = lines.filter(({ emissions }) => emissions !== null);
    const of = lines.length + input.leftOut.filter(({ kind }) => kind === "unreadable").length;
    const totals = totalsOf(found, sums, input);
    return {
      kind: "inventory",
      year: input.year,
      region: input.region,
      metric: sums.metric,
      headline: headlineOf(totals[0]!, input.year, counted.length, of),
      lines,
      leftOut: input.leftOut,
      asks: [...input.asks, ...asksOf(found, input)],
      totals,
      coverage: { lines: counted.length, of, byMass: null },
      sources: sourcesOf(found, sums.metric),
      notCovered: notCovered(found, lines, input),
      method: [texts.formula(), texts.byMetric({ metric: sums.metric }), texts.tier1()],
      notes: found.compiled.problems.flatMap(({ row, column, message }) =>
        column === "category" ? [ofRow(message, rowOf(row), rowOf)] : [],
      ),
    };
  },
};

function headlineOf({ value }: AccountTotal, year: number, lines: number, of: number): Message {
  return value === null
    ? texts.none({ year: String(year), of })
    : texts.headline({ value: shown(value), year: String(year), lines, of });
}

const unitOf = (metric: string) => `kt CO2e ${metric}`;

function matchedLines(
  { lines, compiled, factors }: CompiledLines,
  metric: string,
  { region }: AccountInput,
): MatchedLine[] {
  const byRow = new Map<number, CompiledLine[]>();
  for (const each of compiled.lines) {
    const list = byRow.get(each.row);
    if (list) list.push(each);
    else byRow.set(each.row, [each]);
  }
  const weights = new Map<string, number>();
  const near = new Candidates(factors);
  const problems = new Map<number, Message>();
  for (const { row, column, message } of compiled.problems)
    if (column !== "category") problems.set(row, problemOf(message));
  return lines.map((line) => {
    const emitted = line.record ? (byRow.get(line.record.row) ?? []) : [];
    const { record } = line;
    const match = matchOf(line, emitted, record ? problems.get(record.row) : undefined);
    return matchedLine(line.line, {
      name: line.line.name,
      amount: line.line.amount,
      notes: line.own === null ? line.line.notes : [...line.line.notes, texts.ownNotUsed({ name: line.line.name })],
      region,
      base: record && { amount: record.value as number, unit: record.unit, how: line.conversion ?? line.how },
      match,
      candidates: near.of(line),
      scope: null,
      category: line.match.category,
      emissions: emitted.length === 0 ? null : { value: equivalentOf(emitted, metric, weights), unit: unitOf(metric) },
      byMarket: null,
      missing: emitted.length === 0 ? match.how : null,
      splitFrom: line.splitFrom,
    });
  });
}

/** kt CO2e of the gases of a line; CO2 of living matter, and what has no value in the metric, count for nothing. */
function equivalentOf(lines: readonly CompiledLine[], metric: string, weights: Map<string, number>): number {
  return lines.reduce((sum, { gas, value }) => {
    const weight = weights.get(gas) ?? weightOf(gas, metric);
    weights.set(gas, weight);
    return sum + value * weight;
  }, 0);
}

function weightOf(gas: string, metric: string): number {
  if (gas === "CO2 biogenic") return 0;
  const [name, origin] = gas.split(" ") as [string, ("fossil" | "biogenic")?];
  try {
    return metricValue(name, metric, origin).value;
  } catch {
    return 0;
  }
}

const empty = { id: null, to: null, factor: null, factorUnit: null, source: null, year: null, place: null };

function matchOf(line: InventoryLine, emitted: readonly CompiledLine[], problem: Message | undefined): Match {
  const { match, skip, why } = line;
  if (skip !== null) return { ...empty, kind: "mapping", how: texts.skipped({ why: skip }) };
  const main = emitted.find(({ gas }) => gas.startsWith("CO2")) ?? emitted[0];
  if (!main) {
    const missing: Sentence | undefined = why ?? problem;
    return {
      ...empty,
      kind: "none",
      how: missing === undefined ? match.how : texts.noFactor({ how: match.how, problem: missing }),
    };
  }
  return {
    ...candidateOf(match.category!, { ...main.factor, technology: line.technology }),
    kind: match.kind,
    how: match.how,
  };
}

function candidateOf(
  category: string,
  { activity, value, unit, source, edition, region, technology }: Factor,
): Candidate {
  const year = Number(edition);
  return {
    id: [category, activity, ...(technology === null ? [] : [technology])].join("|"),
    to: `${category} ${activity}${technology === null ? "" : `, ${technology}`}`,
    factor: value,
    factorUnit: unit,
    source,
    year: Number.isInteger(year) && year > 1900 ? year : null,
    place: region,
  };
}

const MOST = 6;
/** Where fuels without a sector are likeliest burnt. */
const usual = ["1.A.1.a", "1.A.2", "1.A.3.b", "1.A.4.a", "1.A.4.b", "1.A.4.c"];

/** What else a line could stand for: activities of its category, or its activity in other sectors. */
class Candidates {
  readonly #emits: readonly Factor[];
  readonly #known = new Map<string, Candidate[]>();

  constructor(factors: readonly Factor[]) {
    this.#emits = factors.filter(({ parameter }) => parameter === "EF");
  }

  /** Lines of one category, activity and name have the same. */
  of({ match, line }: InventoryLine): Candidate[] {
    const { category, activity, isApart } = match;
    if (isApart) return [];
    const isFuel = activity !== null && category?.startsWith("1.A");
    const key = `${category}|${activity}|${isFuel ? "" : line.name}`;
    let known = this.#known.get(key);
    if (!known) {
      known = candidatesOf(match, line.name, this.#emits);
      this.#known.set(key, known);
    }
    return known;
  }
}

function candidatesOf({ category, activity }: InventoryMatch, name: string, emits: readonly Factor[]): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (at: string, factor: Factor | undefined) => {
    const made = factor && candidateOf(at, { ...factor, technology: null });
    if (made && made.id !== `${category}|${activity}` && !found.has(made.id)) found.set(made.id, made);
  };
  const inSector = (at: string, named: string) =>
    emits.find((factor) => factor.activity === named && lineage(at).some(({ code }) => code === factor.category));
  if (activity !== null && category?.startsWith("1.A")) {
    for (const at of usual) add(at, inSector(at, activity));
    return [...found.values()].slice(0, MOST);
  }
  const words = name.toLowerCase();
  const near = emits.filter(
    (factor) => category !== null && (isWithin(factor.category, category) || isWithin(category, factor.category)),
  );
  near.sort(
    (p, q) => Number(words.includes(q.activity.toLowerCase())) - Number(words.includes(p.activity.toLowerCase())),
  );
  for (const factor of near) add(isWithin(factor.category, category!) ? factor.category : category!, factor);
  return [...found.values()].slice(0, MOST);
}

/** Totals of the year of the account first, with sectors and categories, then those of the other years. */
function totalsOf(found: CompiledLines, sums: CompiledTotals, input: AccountInput): AccountTotal[] {
  const { inventory } = found.compiled;
  const at = sums.years.indexOf(input.year);
  const unit = unitOf(sums.metric);
  const years = [...new Set(found.lines.flatMap(({ record }) => record?.year ?? []))];
  const emitting = new Set(found.compiled.lines.map(({ row }) => row));
  // Lines of a year by category, each once however many gases it has.
  const counts = new Map<number, Map<string, number>>();
  for (const { record } of found.lines) {
    if (!record || !emitting.has(record.row)) continue;
    const ofYear = counts.get(record.year) ?? new Map<string, number>();
    const { code } = findCategory(record.category);
    counts.set(record.year, ofYear.set(code, (ofYear.get(code) ?? 0) + 1));
  }
  const count = (year: number, is: (category: string) => boolean) =>
    [...(counts.get(year) ?? [])].reduce((sum, [code, lines]) => sum + (is(code) ? lines : 0), 0);
  const total = (
    key: string,
    label: Message,
    value: number | null,
    lines: number,
    lacks: readonly Message[] = [],
  ): AccountTotal => ({
    key,
    label,
    value,
    unit,
    biogenicCo2: null,
    lines,
    lacks,
  });
  const ofYear = (year: number, key: string, lacks: readonly Message[]): AccountTotal => {
    const y = sums.years.indexOf(year);
    const hasLines = count(year, () => true) > 0;
    const made = total(
      key,
      texts.total({ year: String(year) }),
      hasLines ? sums.withoutLulucf[y]! : null,
      count(year, () => true),
      lacks,
    );
    return hasLines ? { ...made, biogenicCo2: sums.biogenicCo2[y]! * 1000 } : made;
  };
  const other =
    at < 0 && years.length > 0 ? [texts.otherYears({ year: String(input.year), years: years.sort().join(", ") })] : [];
  const main = ofYear(input.year, "inventory", [...other, ...sums.lacks]);
  const rest = years.filter((year) => year !== input.year).sort((p, q) => p - q);
  const own: AccountTotal[] = [];
  if (main.value !== null) {
    const year = String(input.year);
    if (sums.withLulucf[at] !== sums.withoutLulucf[at])
      own.push(total("inventory.withLulucf", texts.withLulucf({ year }), sums.withLulucf[at]!, main.lines));
    if (sums.memo[at] !== 0) own.push(total("inventory.memo", texts.memo({ year }), sums.memo[at]!, 0));
    for (const [code, values] of [...sums.sectors].sort()) {
      const label = code === "LULUCF" ? texts.lulucf() : titled(code);
      own.push(
        total(
          code,
          label,
          values[at]!,
          count(input.year, (each) => each.startsWith(code)),
        ),
      );
    }
    const { values } = equivalentsOf(inventory, sums.metric);
    inventory.categories.forEach((code, c) => {
      const value = values[c * inventory.years.length + at]!;
      const lines = count(input.year, (each) => each === code);
      if (lines > 0 && code.includes(".")) own.push(total(code, titled(code), value, lines));
    });
  }
  return [main, ...own, ...rest.map((year) => ofYear(year, `inventory.${year}`, []))];
}

const titles = new Map(categories.map(({ code, title }) => [code, title]));
const titled = (code: string) => texts.category({ code, title: titles.get(code) ?? "" });

function sourcesOf({ compiled }: CompiledLines, metric: string): Account["sources"] {
  const sums = new Map<string, { rows: Set<number>; value: number }>();
  const weights = new Map<string, number>();
  let all = 0;
  for (const line of compiled.lines) {
    const value = equivalentOf([line], metric, weights);
    const sum = sums.get(line.factor.source) ?? { rows: new Set<number>(), value: 0 };
    sum.rows.add(line.row);
    sums.set(line.factor.source, { rows: sum.rows, value: sum.value + value });
    all += value;
  }
  return [...sums]
    .sort(([, p], [, q]) => q.value - p.value)
    .map(([source, { rows, value }]) => ({
      source,
      year: null,
      lines: rows.size,
      share: all === 0 ? null : value / all,
    }));
}

function asksOf({ lines }: CompiledLines, { mapping: { answers = {} } }: AccountInput): Ask[] {
  const open = lines.filter(({ match }) => match.kind === "class" && match.activity === COAL);
  if (answers["fuel:coal"] !== undefined || open.length === 0) return [];
  const options = coals.map((name) => ({ value: name, label: texts.coal({ name }) }));
  const rows = open.slice(0, 20).map(({ line: { sheet, row } }) => ({ sheet, row }));
  return [{ key: "fuel:coal", question: texts.coalAsk(), options, assumed: COAL, rows }];
}

function notCovered(found: CompiledLines, lines: readonly MatchedLine[], { leftOut }: AccountInput): Message[] {
  const names = (is: (line: InventoryLine, at: number) => boolean) => [
    ...new Set(found.lines.filter(is).map(({ line }) => line.name)),
  ];
  const skipped = names(({ skip }) => skip !== null);
  const apart = names(({ skip, match }) => skip === null && match.isApart);
  const without = names(({ skip, match }, at) => skip === null && !match.isApart && lines[at]!.emissions === null);
  const unread = leftOut.filter(({ kind }) => kind === "unreadable").length;
  const absent = ["1", "2", "3", "4"].filter(
    (code) => !found.compiled.lines.some(({ category }) => category.startsWith(code)),
  );
  const hasAnimals = found.lines.some(({ record }) => record?.category === "3.A.1");
  const hasManure = found.lines.some(({ record }) => record?.category.startsWith("3.A.2"));
  return [
    ...(without.length > 0 ? [texts.noData({ names: someOf(without) })] : []),
    ...(unread > 0 ? [texts.unread({ count: unread })] : []),
    ...(skipped.length > 0 ? [texts.left({ names: someOf(skipped) })] : []),
    ...(apart.length > 0 ? [texts.apart({ names: someOf(apart) })] : []),
    ...(hasAnimals && !hasManure ? [texts.manure()] : []),
    ...(absent.length > 0 ? [texts.sectors({ names: absent.map(titled) })] : []),
  ];
}
