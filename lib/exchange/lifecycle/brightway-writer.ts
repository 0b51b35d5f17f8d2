import { workbookParts } from "../../files/workbook/workbook-writer.ts";
import type { WorkbookCell } from "../../files/workbook/written-cell.ts";
import type { Activity, ExchangeGraph, Parameter } from "../../lifecycle/graph/exchange-graph.ts";
import { messages } from "../../message/message.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { plainLaw } from "./amount-law.ts";
import { column, parametersHead } from "./brightway-columns.ts";
import { categoriesThere } from "./brightway-place.ts";
import { brightwayUncertainty } from "./brightway-uncertainty.ts";
import { unitThere } from "./brightway-units.ts";
import { formulaThere, pythonFormulas } from "./formula-text.ts";
import { exchangesByActivity, type GraphExchange, producersOf } from "./graph-exchange.ts";
import { ImportNotes } from "./import-notes.ts";
import type { WrittenInventory } from "./inventory-format.ts";
import { keyOf, namesOf } from "./name-key.ts";

const texts = messages("lifecycle.brightway-writer", {
  laws: {
    en: "{count} uncertainties have a form that was not written: {names}",
    zh: "有 {count} 个不确定度的形式未能写出：{names}",
  },
  formulas: {
    en: "{count} formulas use what Brightway does not have; their values were written: {names}",
    zh: "有 {count} 个公式使用了 Brightway 没有的内容，写出其数值：{names}",
  },
  providers: {
    en: "{count} products are made by several activities and taken without a provider; Brightway will not link them: {names}",
    zh: "有 {count} 个产品由多个活动生产而取用时未指明供应者，Brightway 无法链接：{names}",
  },
  alike: {
    en: "{count} activities have the same name, product, place and unit as another; Brightway cannot tell them apart: {names}",
    zh: "有 {count} 个活动与另一活动的名称、产品、地点和单位相同，Brightway 无法区分：{names}",
  },
  left: {
    en: "{count} years, stages, shares and properties of products were not written, because the workbook has no columns for them: {names}",
    zh: "有 {count} 项年份、阶段、份额与产品属性未写出，因为工作簿没有相应的列：{names}",
  },
});

const lawColumns = [column.uncertainty, "loc", "scale", "minimum", "maximum"] as const;
const exchangeColumns = [
  "name",
  column.product,
  "amount",
  "unit",
  "database",
  "location",
  "categories",
  "type",
  "formula",
  ...lawColumns,
  "comment",
];
const parameterColumns = ["name", "amount", "formula", ...lawColumns];

/** Rows of a sheet, below the limit of Excel. */
const ROWS = 1_000_000;

/**
 * An inventory as a workbook in the layout of Brightway's ExcelImporter: the parts of the .xlsx file by path, whose ZIP archive is
 * the workbook. In Brightway an activity is its product; an activity with several gets several production exchanges.
 */
export function writeBrightway(graph: ExchangeGraph, database: string): WrittenInventory {
  const writer = new Writer(graph, database);
  const sheets: { name: string; rows: (readonly WorkbookCell[])[] }[] = [];
  for (const block of writer.blocks()) {
    const last = sheets.at(-1);
    if (!last || last.rows.length + block.length > ROWS) sheets.push({ name: database, rows: [...block] });
    else for (const row of block) last.rows.push(row);
  }
  return { files: workbookParts(sheets), notes: writer.notes.list() };
}

class Writer {
  readonly notes = new ImportNotes();
  private readonly graph: ExchangeGraph;
  private readonly database: string;
  private readonly producers: number[][];

  constructor(graph: ExchangeGraph, database: string) {
    this.graph = graph;
    this.database = database;
    this.producers = producersOf(graph);
  }

  *blocks(): Generator<(readonly WorkbookCell[])[]> {
    yield [["Database", this.database], []];
    const globals = this.graph.parameters.filter(({ activity }) => activity === undefined);
    if (globals.length > 0) yield [[parametersHead], ...this.parameters(globals), []];
    const lists = exchangesByActivity(this.graph);
    const known = new Set<string>();
    for (const [at, activity] of this.graph.activities.entries()) yield this.activity(activity, at, lists[at]!, known);
  }

  private activity(activity: Activity, at: number, list: readonly GraphExchange[], known: Set<string>) {
    const productions = list.filter(({ type }) => type === "production");
    const main = productions.find(({ details }) => details.reference) ?? productions[0];
    const { name, location, category, comment } = activity;
    const likeness = keyOf(name, main?.product?.name ?? "", location ?? "", main?.product?.unit ?? "");
    if (known.has(likeness)) this.notes.add(texts.alike, name);
    known.add(likeness);
    if (activity.years !== null || activity.stage !== null) this.notes.add(texts.left, name);
    const own = this.graph.parameters.filter((parameter) => parameter.activity === at);
    return [
      ["Activity", name],
      ["code", activity.id],
      ...(location === null ? [] : [["location", location]]),
      ...(main
        ? [
            [column.product, main.product!.name],
            ["unit", unitThere(main.product!.unit)],
          ]
        : []),
      ["type", "process"],
      ...(category === null ? [] : [["categories", category.replaceAll("/", "::")]]),
      ...(comment === null ? [] : [["comment", comment]]),
      ...(own.length === 0 ? [] : [["Parameters", activity.id], ...this.parameters(own), []]),
      ["Exchanges"],
      exchangeColumns,
      ...list.map((exchange) => this.exchange(activity, exchange)),
      [],
    ];
  }

  private exchange(activity: Activity, exchange: GraphExchange): WorkbookCell[] {
    const { type, flow, product, amount, details } = exchange;
    const label = `${activity.name}: ${(product ?? flow)!.name}`;
    const { share, mass, energy, price } = details.properties ?? {};
    if ([share, mass, energy, price, details.only].some((value) => value !== undefined))
      this.notes.add(texts.left, label);
    const [database, name, made, location] =
      flow !== undefined
        ? ["", flow.name, "", ""]
        : type === "production"
          ? this.own(activity, exchange)
          : this.taken(exchange);
    return [
      name!,
      made!,
      amount,
      unitThere((product ?? flow)!.unit),
      database!,
      location!,
      flow ? categoriesThere(flow.compartment) : null,
      type,
      this.formula(details.formula, label),
      ...this.law(details.law, amount, label),
      details.comment ?? null,
    ];
  }

  private own({ name, location }: Activity, { product }: GraphExchange) {
    return [this.database, name, product!.name, location ?? ""];
  }

  /** Database, name, product and place of what is taken: of its provider, or of what another database names. */
  private taken({ product, place, provider }: GraphExchange): string[] {
    const producers = this.producers[place]!;
    const from = provider ?? (producers.length === 1 ? this.graph.activities[producers[0]!] : undefined);
    if (from) return [this.database, from.name, product!.name, from.location ?? ""];
    if (producers.length > 1) this.notes.add(texts.providers, product!.name);
    const names = namesOf(product!.id);
    return names.length === 5 ? names.slice(0, 4) : ["", product!.name, "", ""];
  }

  private parameters(parameters: readonly Parameter[]): WorkbookCell[][] {
    const rows = parameters.map(({ name, value, formula, law }) => [
      name,
      value,
      this.formula(formula, name),
      ...this.law(law, value, name),
    ]);
    return [parameterColumns, ...rows];
  }

  private formula(formula: string | undefined, label: string): string | null {
    if (formula === undefined) return null;
    const written = formulaThere(formula, pythonFormulas);
    if (written === undefined) this.notes.add(texts.formulas, label);
    return written ?? null;
  }

  private law(law: DistributionSpec | "undefined" | undefined, amount: number, label: string): WorkbookCell[] {
    if (law === "undefined") return [0, amount, null, null, null];
    const plain = law && plainLaw(law);
    if (law && !plain) this.notes.add(texts.laws, label);
    if (!plain) return lawColumns.map(() => null);
    const { type, loc = null, scale = null, minimum = null, maximum = null } = brightwayUncertainty(plain, amount);
    return [type, loc, scale, minimum, maximum];
  }
}
