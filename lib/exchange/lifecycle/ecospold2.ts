import type { Activity, ExchangeGraph, Parameter, ProductProperties } from "../../lifecycle/graph/exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "../../lifecycle/graph/graph-builder.ts";
import { LifecycleError } from "../../lifecycle/lifecycle-error.ts";
import { messages } from "../../message/message.ts";
import type { SourceFiles } from "../mrio/source-files.ts";
import { activityFormulas, type StatedFormula, type Variable } from "./activity-formulas.ts";
import { ecospold2Law } from "./ecospold2-law.ts";
import { EcoSpold2Methods, isImpactMethodFile } from "./ecospold2-methods.ts";
import { elementarySign } from "./elementary-direction.ts";
import { type Law, scaledLaw } from "./exchange-law.ts";
import { FlowDeclarations } from "./flow-declarations.ts";
import { impactMethodsOf } from "./impact-methods.ts";
import { ImportNotes } from "./import-notes.ts";
import { eachFile, titleOf } from "./inventory-files.ts";
import { type ImportedInventory, type InventoryFormat, openingOf } from "./inventory-format.ts";
import { KeptTexts } from "./kept-texts.ts";
import { providerNote } from "./provider-note.ts";
import { childOf, childrenOf, isTrue, textOf, textsOf, XmlFields } from "./xml-fields.ts";
import { readXmlRecords, type XmlElement, type XmlForm } from "./xml-records.ts";

const texts = messages("exchange.ecospold2", {
  noActivity: {
    en: "an activity data set was expected, but there is none.",
    zh: "其中应有一个活动数据集，实际没有。",
  },
  beforeActivity: {
    en: "{element} was expected after the activity's description.",
    zh: "{element} 应在活动描述之后。",
  },
  noReference: {
    en: 'activity "{name}" was expected to have a reference product (outputGroup 0) with an amount, but has none.',
    zh: "活动“{name}”应有数量不为零的参考产品（outputGroup 0），实际没有。",
  },
  group: {
    en: '{element} "{name}" was expected to have an inputGroup or outputGroup of EcoSpold 2, but has {found}.',
    zh: "{element}“{name}”应有 EcoSpold 2 的 inputGroup 或 outputGroup，实际为 {found}。",
  },
  none: { en: "none", zh: "无" },
  zeroProducts: {
    en: "{count} products with an amount of 0 were passed over: allocated data sets list the other products of their activity (first: {first}).",
    zh: "略过 {count} 个数量为 0 的产品：分配后的数据集仍列出活动的其他产品（首个：{first}）。",
  },
  stock: {
    en: "{count} additions to stock were passed over (first: {first}).",
    zh: "略过 {count} 个存量增加（首个：{first}）。",
  },
  recyclable: {
    en: "{count} outputs classified as recyclable were read as products; a cut-off by classification gives them no burdens (first: {first}).",
    zh: "{count} 个归类为可回收的输出作为产品读入；按分类截断的模型不给它们分配负担（首个：{first}）。",
  },
  unreadableFormulas: {
    en: "{count} activities have formulas that cannot be read; their amounts were kept (first: {first}).",
    zh: "{count} 个活动含无法读取的公式；已保留其数值（首个：{first}）。",
  },
  contradictedFormulas: {
    en: "{count} activities have formulas that do not give the stated amounts, as after an allocation; the amounts were kept without these formulas (first: {first}).",
    zh: "{count} 个活动含与所给数值不一致的公式（分配后常见）；已保留数值，去掉这些公式（首个：{first}）。",
  },
  otherLaws: {
    en: "{count} distributions without usable parameters, or of the gamma or binomial type, were read as undefined (first: {first}).",
    zh: "{count} 个分布的参数不可用，或属于伽马、二项类型，按未定义分布读入（首个：{first}）。",
  },
  volumes: {
    en: "{count} production volumes were not read (first: {first}).",
    zh: "未读入 {count} 个产量（首个：{first}）。",
  },
});

const form: XmlForm = {
  roots: ["ecoSpold"],
  namespace: "EcoSpold02",
  records: new Set([
    ...["activity", "classification", "geography", "timePeriod", "intermediateExchange", "elementaryExchange"],
    ...["parameter", "dataGeneratorAndPublication"],
  ]),
  // Names of master data, which stand in elements of the same names but without amounts.
  passed: new Set(["usedUserMasterData"]),
};

/**
 * EcoSpold 2, as ecoinvent publishes it (undefined unit processes, cut-off, APOS): one file for each pair of an activity and a reference
 * product. Fields after the public schema of the format, version 2.0.13.
 */
export const ecospold2: InventoryFormat = {
  id: "ecospold2",
  title: { en: "EcoSpold 2", zh: "EcoSpold 2" },
  async recognises(source) {
    const [first] = dataSets(source.paths);
    return first !== undefined && /<([\w-]+:)?ecoSpold\b[^>]*EcoSpold02/.test(await openingOf(source, first));
  },
  async read(source, work) {
    const reader = new EcoSpold2Reader(source);
    const paths = dataSets(source.paths);
    const impacts = new Set<string>();
    for (const path of paths)
      if (!activityFile.test(path) && (await isImpactMethodFile(source, path))) impacts.add(path);
    // Factors take the units of the flows of the inventory.
    const ordered = [...paths.filter((path) => !impacts.has(path)), ...impacts];
    await eachFile(ordered, source, work, (path) =>
      impacts.has(path) ? reader.methods.read(path) : reader.read(path),
    );
    return reader.inventory();
  },
};

/** As ecoinvent names the files of activities: a database has twenty thousand of them, which need not be opened twice. */
const activityFile = /(?:^|\/)[\da-f-]{36}_[\da-f-]{36}\.spold$/i;

/** The data sets, without the lists of names that ecoinvent adds in a folder of its own. */
function dataSets(paths: readonly string[]): readonly string[] {
  const spold = paths.filter((path) => /\.spold$/i.test(path));
  return spold.length > 0 ? spold : paths.filter((path) => /\.xml$/i.test(path) && !/(^|\/)MasterData\//i.test(path));
}

/** The records of one data set, until its end. */
interface DataSet {
  readonly activity: XmlElement;
  readonly others: XmlElement[];
}

/** An exchange before the formulas of its activity are known. */
interface Draft {
  readonly exchange: GivenExchange;
  /** Between the amount in the file and that of the exchange: its sign and unit. */
  readonly factor: number;
  readonly stated: StatedFormula | undefined;
  readonly variable: string | undefined;
}

class EcoSpold2Reader {
  readonly methods: EcoSpold2Methods;
  readonly #source: SourceFiles;
  readonly #builder = new GraphBuilder("ignore");
  readonly #flows = new FlowDeclarations(this.#builder);
  readonly #texts = new KeptTexts();
  readonly #notes = new ImportNotes();
  readonly #wastes = new Set<string>();
  /** The activity's own id for each id that is made of activity and product. */
  readonly #activityIds = new Map<string, string>();
  readonly #terms = new Set<string>();
  #named = 0;

  constructor(source: SourceFiles) {
    this.#source = source;
    this.methods = new EcoSpold2Methods(source, this.#flows, this.#texts);
  }

  async read(path: string): Promise<void> {
    const fields = new XmlFields(path);
    let open: DataSet | undefined;
    const finish = () => {
      if (open) this.#add(open, fields);
    };
    await readXmlRecords(this.#source, path, form, (record) => {
      if (record.name === "activity") {
        finish();
        open = { activity: record, others: [] };
      } else if (open) open.others.push(record);
      else fields.refuse(record, texts.beforeActivity({ element: record.name }));
    });
    if (!open) fields.refuse(undefined, texts.noActivity());
    finish();
  }

  inventory(): ImportedInventory {
    const graph = this.#builder.graph();
    const times = new Map<string, number>();
    for (const own of this.#activityIds.values()) times.set(own, (times.get(own) ?? 0) + 1);
    const activities = graph.activities.map((activity) => {
      const own = this.#activityIds.get(activity.id)!;
      return times.get(own) === 1 ? { ...activity, id: own } : activity;
    });
    const products = graph.products.map((product) => ({ ...product, waste: this.#wastes.has(product.id) }));
    const whole: ExchangeGraph = { ...graph, activities, products };
    const methods = impactMethodsOf(this.methods.methods, this.#notes);
    return {
      graph: whole,
      ...(methods.length > 0 && { methods }),
      title: titleOf(this.#source.paths),
      ...(this.#terms.size > 0 && { licence: [...this.#terms].join("; ") }),
      notes: [...this.#notes.list(), ...providerNote(whole, this.#named)],
    };
  }

  #add({ activity, others }: DataSet, fields: XmlFields): void {
    const ownId = this.#texts.keep(fields.attribute(activity, "id"));
    const name = this.#texts.keep(fields.text(activity, "activityName"));
    const of = (kind: string) => others.filter((record) => record.name === kind);
    const drafts: Draft[] = [];
    const variables: Variable[] = of("parameter").flatMap((record) => this.#parameter(record, fields));
    for (const record of of("intermediateExchange")) drafts.push(...this.#intermediate(record, fields, variables));
    for (const record of of("elementaryExchange")) drafts.push(...this.#elementary(record, fields, variables));

    const reference = drafts.find(({ exchange }) => exchange.reference)?.exchange.flow;
    if (reference === undefined) fields.refuse(activity, texts.noReference({ name }));
    const id = this.#texts.keep(`${ownId}_${reference}`);
    const { parameters, formulas, unreadable, contradicted } = activityFormulas(
      variables,
      drafts.map(({ stated }) => stated),
    );
    const needed = new Set(parameters.map((parameter) => parameter.name.toLowerCase()));
    const exchanges = drafts.map(({ exchange, stated, factor, variable }, i): GivenExchange => {
      const own = formulas[i];
      const isVariable = variable !== undefined && needed.has(variable.toLowerCase());
      // What other formulas name is computed as a parameter, with its law, so that it is drawn once.
      const formula = isVariable ? spelled(variable, parameters) : stated && own;
      if (formula === undefined) return exchange;
      const { law, ...rest } = exchange;
      const isDrawn = law !== undefined && !(isVariable && hasLaw(formula, parameters));
      return {
        ...rest,
        ...(isDrawn && { law }),
        formula: this.#texts.keep(factor === 1 ? formula : `${factor} * (${formula})`),
      };
    });
    const place = this.#place(id, name, activity, of);
    let index: number;
    try {
      index = this.#builder.addActivity(place, exchanges);
    } catch (error) {
      if (error instanceof LifecycleError) fields.refuse(activity, error.said);
      throw error;
    }
    for (const parameter of parameters) this.#builder.addParameter({ ...parameter, activity: index });
    for (const { type, flow } of exchanges)
      if (type === "production") this.#builder.addProviderId(`${ownId}_${flow}`, index);
    this.#activityIds.set(id, ownId);
    if (unreadable > 0) this.#notes.add(texts.unreadableFormulas, name);
    if (contradicted > 0) this.#notes.add(texts.contradictedFormulas, name);
    for (const record of of("dataGeneratorAndPublication")) this.#addTerms(record);
  }

  #place(id: string, name: string, activity: XmlElement, of: (kind: string) => readonly XmlElement[]): Activity {
    const keep = (text: string | undefined) => (text === undefined ? null : this.#texts.keep(text));
    const period = of("timePeriod")[0]?.attributes;
    const years = [period?.startDate, period?.endDate].map((date) => Number(/^\s*(\d{4})/.exec(date ?? "")?.[1]));
    const classes = of("classification");
    const chosen = classes.find((each) => /^ISIC/.test(textOf(each, "classificationSystem") ?? "")) ?? classes[0];
    const comment = childrenOf(childOf(activity, "generalComment"), "text").map(({ text }) => text.trim());
    return {
      id,
      name,
      location: keep(textOf(of("geography")[0], "shortname")),
      years: years.every((year) => year > 0) ? [years[0]!, years[1]!] : null,
      category: keep(textOf(chosen, "classificationValue")),
      stage: null,
      comment: comment.length === 0 ? null : ` ${comment.join("\n")}`.slice(1),
    };
  }

  #parameter(record: XmlElement, fields: XmlFields): Variable[] {
    const name = record.attributes.variableName;
    if (name === undefined || name === "") return [];
    const value = fields.number(record, "amount");
    const law = ecospold2Law(record, value, fields);
    const unit = textOf(record, "unitName");
    return [
      {
        name: this.#texts.keep(name),
        value,
        ...(record.attributes.mathematicalRelation && { formula: record.attributes.mathematicalRelation }),
        ...(law !== undefined && law !== "undefined" && value > 0 && { law }),
        ...(unit !== undefined && { unit: this.#texts.keep(unit) }),
      },
    ];
  }

  #intermediate(record: XmlElement, fields: XmlFields, variables: Variable[]): Draft[] {
    const flow = this.#texts.keep(fields.attribute(record, "intermediateExchangeId"));
    const name = this.#texts.keep(fields.text(record, "name"));
    const unit = this.#texts.keep(fields.text(record, "unitName"));
    const amount = fields.number(record, "amount");
    const kind = byProductClass(record);
    const group = this.#group(record, fields, name, { input: "1235", output: "0235" });
    for (const property of childrenOf(record, "property")) variables.push(...propertyVariable(property, fields));
    if (record.attributes.productionVolumeAmount !== undefined) this.#notes.add(texts.volumes, name);
    if (group === "output5") {
      this.#notes.add(texts.stock, name);
      return [];
    }
    const isProduct = group === "output0" || (group === "output2" && kind !== "Waste");
    if (isProduct && amount === 0) {
      this.#variable(record, amount, undefined, unit, variables);
      this.#notes.add(texts.zeroProducts, name);
      return [];
    }
    if (kind === "Recyclable" && group === "output2") this.#notes.add(texts.recyclable, name);
    if (kind === "Waste" || (isProduct && amount < 0)) this.#wastes.add(flow);
    const unitRatio = this.#flows.product({ id: flow, name, unit, waste: false }, fields, record);
    const isOutput = group.startsWith("output");
    const sign = isOutput && !isProduct ? -1 : 1;
    const link = record.attributes.activityLinkId;
    const isLinked = link !== undefined && link !== "" && !isProduct;
    if (isLinked) this.#named += 1;
    const properties = isProduct ? productProperties(record, fields, unitRatio) : undefined;
    return [
      this.#draft(record, fields, variables, amount, sign * unitRatio, unit, {
        type: isProduct ? "production" : "technosphere",
        flow,
        ...(isLinked && { provider: this.#texts.keep(`${link}_${flow}`) }),
        ...(group === "output0" && { reference: true }),
        ...(properties && { properties }),
      }),
    ];
  }

  #elementary(record: XmlElement, fields: XmlFields, variables: Variable[]): Draft[] {
    const flow = this.#texts.keep(fields.attribute(record, "elementaryExchangeId"));
    const name = this.#texts.keep(fields.text(record, "name"));
    const unit = this.#texts.keep(fields.text(record, "unitName"));
    const amount = fields.number(record, "amount");
    const parts = childOf(record, "compartment");
    const compartment = [textOf(parts, "compartment"), textOf(parts, "subcompartment")].filter((part) => part);
    const path = this.#texts.keep(compartment.join("/"));
    const group = this.#group(record, fields, name, { input: "4", output: "4" });
    const cas = record.attributes.casNumber;
    const unitRatio = this.#flows.flow(
      { id: flow, name, compartment: path, unit, cas: cas ? this.#texts.keep(cas) : null },
      fields,
      record,
    );
    const factor = elementarySign(path, group.startsWith("input")) * unitRatio;
    return [this.#draft(record, fields, variables, amount, factor, unit, { type: "biosphere", flow })];
  }

  #draft(
    record: XmlElement,
    fields: XmlFields,
    variables: Variable[],
    amount: number,
    factor: number,
    unit: string,
    exchange: Omit<GivenExchange, "amount">,
  ): Draft {
    const law = ecospold2Law(record, amount, fields);
    if (law === "undefined" && childOf(childOf(record, "uncertainty"), "undefined") === undefined)
      this.#notes.add(texts.otherLaws, textOf(record, "name")!);
    const size = scaledLaw(law, Math.abs(factor));
    const comment = textsOf(record, "comment");
    const formula = record.attributes.mathematicalRelation;
    this.#variable(record, amount, law, unit, variables);
    return {
      exchange: {
        ...exchange,
        amount: amount * factor,
        ...(size !== undefined && { law: size }),
        ...(comment !== undefined && { comment: this.#texts.keep(comment) }),
      },
      factor,
      stated: formula ? { formula, amount } : undefined,
      variable: record.attributes.variableName || undefined,
    };
  }

  #variable(record: XmlElement, value: number, law: Law | undefined, unit: string, variables: Variable[]): void {
    const { variableName: name, mathematicalRelation: formula } = record.attributes;
    if (!name) return;
    variables.push({
      name: this.#texts.keep(name),
      value,
      ...(formula && { formula }),
      // The law is that of the size; a parameter has that of its value.
      ...(law !== undefined && law !== "undefined" && value > 0 && { law }),
      unit,
    });
  }

  /** "input 5", "output0", … */
  #group(record: XmlElement, fields: XmlFields, name: string, known: { input: string; output: string }): string {
    const [input, output] = [textOf(record, "inputGroup"), textOf(record, "outputGroup")];
    if (input !== undefined && input.length === 1 && known.input.includes(input)) return `input${input}`;
    if (output !== undefined && output.length === 1 && known.output.includes(output)) return `output${output}`;
    const found = input ?? output ?? texts.none();
    return fields.refuse(record, texts.group({ element: record.name, name, found }));
  }

  #addTerms({ attributes }: XmlElement): void {
    const access = { "0": "public", "1": "licensees", "2": "results only", "3": "restricted" }[
      attributes.accessRestrictedTo ?? ""
    ];
    const terms = [
      isTrue(attributes.isCopyrightProtected) ? "copyright protected" : undefined,
      access === undefined ? undefined : `access: ${access}`,
    ].filter((term) => term !== undefined);
    if (terms.length > 0) this.#terms.add(terms.join(", "));
  }
}

/** "allocatable product", "Waste" or "Recyclable", as ecoinvent classifies each intermediate exchange. */
function byProductClass(record: XmlElement): string | undefined {
  const found = childrenOf(record, "classification").find(
    (each) => textOf(each, "classificationSystem") === "By-product classification",
  );
  return textOf(found, "classificationValue");
}

/** What allocation uses, per unit of the declared product. Only the properties that have one meaning: dry mass, energy, price. */
function productProperties(record: XmlElement, fields: XmlFields, unitRatio: number): ProductProperties | undefined {
  const found: { mass?: number; energy?: number; price?: number } = {};
  for (const property of childrenOf(record, "property")) {
    const [name, unit] = [textOf(property, "name"), textOf(property, "unitName")];
    const amount = fields.number(property, "amount") / unitRatio;
    if (name === "dry mass" && unit === "kg") found.mass = amount;
    else if (name === "heating value, net" && unit === "MJ") found.energy = amount;
    else if (name === "price") found.price = amount;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function propertyVariable(property: XmlElement, fields: XmlFields): Variable[] {
  const { variableName: name, mathematicalRelation: formula } = property.attributes;
  if (!name) return [];
  const unit = textOf(property, "unitName");
  return [{ name, value: fields.number(property, "amount"), ...(formula && { formula }), ...(unit && { unit }) }];
}

function hasLaw(name: string, parameters: readonly Omit<Parameter, "activity">[]): boolean {
  return parameters.some((parameter) => parameter.name === name && parameter.law !== undefined);
}

function spelled(variable: string, parameters: readonly { readonly name: string }[]): string {
  return parameters.find(({ name }) => name.toLowerCase() === variable.toLowerCase())!.name;
}
