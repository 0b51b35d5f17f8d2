import type { Activity, ExchangeGraph, Parameter } from "../../lifecycle/graph/exchange-graph.ts";
import { messages } from "../../message/message.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { plainLaw, scaledLaw } from "./amount-law.ts";
import { formulaThere, scaledFormula, simaproFormulas } from "./formula-text.ts";
import { exchangesByActivity, type GraphExchange, producersOf } from "./graph-exchange.ts";
import { ImportNotes } from "./import-notes.ts";
import type { WrittenInventory } from "./inventory-format.ts";
import {
  blockNames,
  categoryTypes,
  fillingNames,
  flowSections,
  headerLines,
  sectionNames,
} from "./simapro-sections.ts";
import { simaproUncertainty } from "./simapro-uncertainty.ts";
import { unitRatio } from "./unit-ratio.ts";

const texts = messages("lifecycle.simapro-writer", {
  encoding: {
    en: "Names have characters that Windows-1252 does not have: save the file as UTF-8. SimaPro may show them wrongly.",
    zh: "名称含有 Windows-1252 没有的字符：请以 UTF-8 保存。SimaPro 可能无法正确显示。",
  },
  names: {
    en: "{count} products share their name or are made by several activities; SimaPro tells products apart by name, so they were renamed: {names}",
    zh: "有 {count} 个产品重名或由多个活动生产；SimaPro 按名称区分产品，故已改名：{names}",
  },
  providers: {
    en: "{count} products are made by several activities and taken without a provider; SimaPro will not link them: {names}",
    zh: "有 {count} 个产品由多个活动生产而取用时未指明供应者，SimaPro 无法链接：{names}",
  },
  compartments: {
    en: "{count} elementary flows are in compartments that SimaPro does not have and were not written: {names}",
    zh: "有 {count} 个基本流的环境介质在 SimaPro 中不存在，未写出：{names}",
  },
  avoided: {
    en: "{count} credits for avoided treatment of waste were not written, because SimaPro has no section for them: {names}",
    zh: "有 {count} 项避免废物处理的抵减未写出，因为 SimaPro 没有相应小节：{names}",
  },
  laws: {
    en: "{count} uncertainties are not centred on their amounts or have a form that SimaPro does not have; they were not written: {names}",
    zh: "有 {count} 个不确定度不以数量为中心，或其形式在 SimaPro 中不存在，未写出：{names}",
  },
  formulas: {
    en: "{count} formulas use what SimaPro does not have; their values were written: {names}",
    zh: "有 {count} 个公式使用了 SimaPro 没有的内容，写出其数值：{names}",
  },
  noProduct: {
    en: "{count} activities make no product and were not written: {names}",
    zh: "有 {count} 个活动没有产品，未写出：{names}",
  },
  equalShares: {
    en: "{count} activities have several products and state no shares of allocation, which SimaPro demands; each product was given an equal part, which no rule has chosen: {names}. State the shares before you use the file.",
    zh: "{count} 个活动有多个产品而未给出 SimaPro 要求的分配份额；已为每个产品写入相等的份额，这并非任何分配规则的结果：{names}。使用该文件前请给出份额。",
  },
  someShares: {
    en: "{count} activities state shares of allocation for some of their products only; the others were given equal parts of the rest: {names}. State all shares before you use the file.",
    zh: "{count} 个活动只为部分产品给出分配份额；其余产品平分剩余部分：{names}。使用该文件前请给出全部份额。",
  },
  left: {
    en: "{count} stages, and masses, energies or prices of products, were not written: {names}",
    zh: "有 {count} 项阶段以及产品的质量、能量或价格未写出：{names}",
  },
});

/** What the header states; these are written unless another decimal separator is asked for. */
export interface SimaproOptions {
  readonly project: string;
  readonly decimal?: "." | ",";
}

/** Quantities of the units that are written, each with its reference unit. */
const quantities: readonly (readonly [unit: string, quantity: string])[] = [
  ["kg", "Mass"],
  ["MJ", "Energy"],
  ["m", "Length"],
  ["m2", "Area"],
  ["m3", "Volume"],
  ["tkm", "Transport"],
];

/** An inventory as a SimaPro CSV file with semicolons. */
export function writeSimapro(graph: ExchangeGraph, options: SimaproOptions): WrittenInventory {
  return new Writer(graph, options).whole();
}

type Field = string | number;

class Writer {
  private readonly graph: ExchangeGraph;
  private readonly project: string;
  private readonly decimal: "." | ",";
  private readonly producers: number[][];
  private readonly notes = new ImportNotes();
  private readonly lines: string[] = [];
  private readonly labels = new Map<string, string>();

  constructor(graph: ExchangeGraph, { project, decimal = "." }: SimaproOptions) {
    this.graph = graph;
    this.project = project;
    this.decimal = decimal;
    this.producers = producersOf(graph);
  }

  whole(): WrittenInventory {
    const name = this.project.replaceAll(/[{}\r\n]/g, " ").trim();
    for (const line of headerLines(name, this.decimal)) this.lines.push(`{${line}}`);
    this.lines.push("");
    this.nameProducts();
    const lists = exchangesByActivity(this.graph);
    this.graph.activities.forEach((activity, at) => {
      this.process(activity, at, lists[at]!);
    });
    this.tables();
    const text = `${this.lines.join("\r\n")}\r\n`;
    if (!fitsLatin1(text)) this.notes.say(texts.encoding());
    return { files: new Map([[`${name || "inventory"}.csv`, text]]), notes: this.notes.list() };
  }

  /** A name for each product of each of its producers; several for one product where several make it. */
  private nameProducts(): void {
    const used = new Map<boolean, Set<string>>([
      [false, new Set()],
      [true, new Set()],
    ]);
    this.graph.products.forEach((product, place) => {
      const makers = this.producers[place]!;
      for (const maker of makers.length > 0 ? makers : [-1]) {
        const names = used.get(product.waste)!;
        const activity = this.graph.activities[maker];
        let label = product.name;
        if (makers.length > 1 || names.has(label)) {
          const place = activity?.location == null ? "" : ` {${activity.location}}`;
          label = `${product.name}${place}${activity ? ` | ${activity.name}` : ""}`;
          this.notes.add(texts.names, product.name);
        }
        let free = label;
        for (let count = 2; names.has(free); count++) free = `${label} (${count})`;
        names.add(free);
        this.labels.set(`${place}/${maker}`, free);
      }
    });
  }

  private labelOf(place: number, maker: number): string {
    return this.labels.get(`${place}/${maker}`) ?? this.graph.products[place]!.name;
  }

  private takenLabel({ place, providerAt, product }: GraphExchange): string {
    const makers = this.producers[place]!;
    if (makers.includes(providerAt)) return this.labelOf(place, providerAt);
    if (makers.length > 1) this.notes.add(texts.providers, product!.name);
    return makers.length > 1 ? product!.name : this.labelOf(place, makers[0] ?? -1);
  }

  private process(activity: Activity, at: number, list: readonly GraphExchange[]): void {
    const made = list.filter(({ type, product }) => type === "production" && !product!.waste);
    const treated = list.filter(({ type, product }) => type === "production" && product!.waste);
    if (made.length + treated.length === 0) {
      this.notes.add(texts.noProduct, activity.name);
      return;
    }
    if (activity.stage !== null) this.notes.add(texts.left, activity.stage);
    made.sort((a, b) => Number(b.details.reference ?? false) - Number(a.details.reference ?? false));
    const [type, ...path] = (activity.category ?? "").split("/");
    const isType = (categoryTypes as readonly string[]).includes(type!);
    const categoryType = isType ? type! : treated.length > 0 ? fillingNames.treatment : "material";
    const category = (isType ? path : [type!, ...path]).filter((part) => part !== "").join("\\");
    this.row("Process");
    this.row();
    const { years, location } = activity;
    for (const [section, value] of [
      [sectionNames.category, categoryType],
      [sectionNames.identifier, activity.id],
      [sectionNames.type, fillingNames.unitProcess],
      [sectionNames.name, activity.name],
      [sectionNames.time, years ? years.join("-") : fillingNames.unspecified],
      [sectionNames.geography, location ?? fillingNames.unspecified],
      [sectionNames.infrastructure, "No"],
      [sectionNames.comment, activity.comment ?? ""],
    ] as const)
      this.section(section, [[value]]);
    if (made.length > 0) this.section(sectionNames.products, this.madeRows(activity, at, made, category));
    if (treated.length > 0)
      this.section(
        sectionNames.treated,
        treated.map((exchange) => [
          this.labelOf(exchange.place, at),
          exchange.product!.unit,
          this.amount(exchange, -1, activity),
          fillingNames.allWaste,
          category,
          exchange.details.comment ?? "",
        ]),
      );
    const rowsOf = (type: string, waste: boolean) =>
      list.filter((exchange) => exchange.type === type && exchange.product!.waste === waste);
    const taken = (exchange: GraphExchange, sign: 1 | -1): Field[] => [
      this.takenLabel(exchange),
      exchange.product!.unit,
      this.amount(exchange, sign, activity),
      ...this.law(exchange.details.law, sign * exchange.amount, exchange.product!.name),
      exchange.details.comment ?? "",
    ];
    for (const { product } of rowsOf("substitution", true)) this.notes.add(texts.avoided, product!.name);
    this.section(
      sectionNames.avoided,
      rowsOf("substitution", false).map((exchange) => taken(exchange, 1)),
    );
    this.section(
      sectionNames.materials,
      rowsOf("technosphere", false).map((exchange) => taken(exchange, 1)),
    );
    this.section(sectionNames.electricity, []);
    this.flows(activity, list);
    this.section(
      sectionNames.waste,
      rowsOf("technosphere", true).map((exchange) => taken(exchange, -1)),
    );
    const own = this.graph.parameters.filter((parameter) => parameter.activity === at);
    this.parameters(own, "", "parameters");
    this.row("End");
    this.row();
  }

  private madeRows(activity: Activity, at: number, made: readonly GraphExchange[], category: string): Field[][] {
    const shares = this.sharesOf(activity, made);
    return made.map((exchange, index) => {
      const { product, details } = exchange;
      const { mass, energy, price } = details.properties ?? {};
      if ([mass, energy, price, details.law].some((value) => value !== undefined))
        this.notes.add(texts.left, product!.name);
      return [
        this.labelOf(exchange.place, at),
        product!.unit,
        this.amount(exchange, 1, activity),
        100 * shares[index]!,
        fillingNames.noWaste,
        category,
        details.comment ?? "",
      ];
    });
  }

  /** The shares of products as stated. SimaPro has no place for "not stated": products without a share divide the rest, and a note says so. */
  private sharesOf({ name }: Activity, made: readonly GraphExchange[]): number[] {
    const stated = made.map(({ details }) => details.properties?.share);
    const without = stated.filter((share) => share === undefined).length;
    if (without > 0 && made.length > 1)
      this.notes.add(without === made.length ? texts.equalShares : texts.someShares, name);
    const rest = 1 - stated.reduce((sum: number, share) => sum + (share ?? 0), 0);
    return stated.map((share) => share ?? Math.max(0, rest) / without);
  }

  private flows(activity: Activity, list: readonly GraphExchange[]): void {
    const placed = new Set<GraphExchange>();
    for (const [section, , root] of flowSections) {
      const own = list.filter(
        ({ flow }) => flow && (flow.compartment === root || flow.compartment.startsWith(`${root}/`)),
      );
      for (const exchange of own) placed.add(exchange);
      this.section(
        section,
        own.map((exchange) => {
          const { flow, amount, details } = exchange;
          const place = flow!.compartment.slice(root.length + 1);
          const law = this.law(details.law, amount, flow!.name);
          return [flow!.name, place, flow!.unit, this.amount(exchange, 1, activity), ...law, details.comment ?? ""];
        }),
      );
    }
    for (const exchange of list)
      if (exchange.flow && !placed.has(exchange))
        this.notes.add(texts.compartments, `${exchange.flow.name} (${exchange.flow.compartment})`);
  }

  private tables(): void {
    const globals = this.graph.parameters.filter(({ activity }) => activity === undefined);
    this.parameters(globals, "Project ", "parameters");
    const units = new Set([...this.graph.products, ...this.graph.flows].map(({ unit }) => unit));
    const known = [...units].flatMap((unit) => {
      const found = quantities.find(([reference]) => unitRatio(unit, reference) !== undefined);
      return found ? [[unit, found[1], unitRatio(unit, found[0])!, found[0]]] : [];
    });
    this.block(
      blockNames.quantities,
      [...new Set(known.map(([, quantity]) => quantity!))].map((quantity) => [quantity, "Yes"]),
    );
    this.block(blockNames.units, known);
    for (const [, block, root] of flowSections) {
      const own = this.graph.flows.filter(
        ({ compartment }) => compartment === root || compartment.startsWith(`${root}/`),
      );
      const byName = new Map(own.map((flow) => [flow.name, flow]));
      this.block(
        block,
        [...byName.values()].map(({ name, unit, cas }) => [name, unit, cas ?? "", ""]),
      );
    }
  }

  /** Sections of a process, or blocks of the project. */
  private parameters(parameters: readonly Parameter[], scope: string, word: string): void {
    const formulas = parameters.map(({ name, formula }) =>
      formula === undefined ? undefined : this.formula(formula, name),
    );
    const inputs = parameters.flatMap(({ name, value, law }, i) =>
      formulas[i] === undefined ? [[name, value, ...this.law(law, value, name), "No", ""]] : [],
    );
    const calculated = parameters.flatMap(({ name }, i) =>
      formulas[i] === undefined ? [] : [[name, formulas[i], ""]],
    );
    const write = (title: string, rows: Field[][]) =>
      scope === "" ? this.section(title, rows) : this.block(title, rows);
    write(`${scope}Input ${word}`, inputs);
    write(`${scope}Calculated ${word}`, calculated);
  }

  private amount({ amount, details, product, flow }: GraphExchange, sign: 1 | -1, activity: Activity): Field {
    const label = `${activity.name}: ${(product ?? flow)!.name}`;
    const formula = details.formula && this.formula(scaledFormula(details.formula, sign), label);
    return formula || sign * amount;
  }

  private formula(formula: string, label: string): string | undefined {
    const written = formulaThere(formula, simaproFormulas(this.decimal));
    if (written === undefined) this.notes.add(texts.formulas, label);
    return written;
  }

  /** The four fields of an uncertainty. */
  private law(law: DistributionSpec | "undefined" | undefined, amount: number, label: string): Field[] {
    const plain = law === undefined || law === "undefined" ? undefined : plainLaw(law);
    const signed = plain && amount < 0 ? scaledLaw(plain, -1) : plain;
    const written = signed && simaproUncertainty(signed, amount);
    if (law !== undefined && !written) this.notes.add(texts.laws, label);
    return written ? [written.kind, written.spread, written.min, written.max] : ["Undefined", 0, 0, 0];
  }

  private section(title: string, rows: readonly (readonly Field[])[]): void {
    this.row(title);
    for (const row of rows) this.row(...row);
    this.row();
  }

  private block(title: string, rows: readonly (readonly Field[])[]): void {
    if (rows.length === 0) return;
    this.row(title);
    for (const row of rows) this.row(...row);
    this.row();
    this.row("End");
    this.row();
  }

  private row(...fields: readonly Field[]): void {
    this.lines.push(fields.map((field) => this.field(field)).join(";"));
  }

  private field(field: Field): string {
    if (typeof field === "number") return String(field).replace(".", this.decimal);
    const text = field.replaceAll(/\r\n?|\n/g, "\u007f");
    return /[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }
}

/** Whether Windows-1252 has all characters: of those beyond ASCII, the ones that it shares with Latin-1 are counted. */
function fitsLatin1(text: string): boolean {
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    if (code > 0xff || (code > 0x7f && code < 0xa0)) return false;
  }
  return true;
}
