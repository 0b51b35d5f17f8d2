import type { ExchangeGraph } from "../../lifecycle/graph/exchange-graph.ts";
import { type GivenExchange, GraphBuilder } from "../../lifecycle/graph/graph-builder.ts";
import { LifecycleError } from "../../lifecycle/lifecycle-error.ts";
import { messages } from "../../message/message.ts";
import type { SourceFiles } from "../mrio/source-files.ts";
import { type AllocationFactor, coproductShares, WHOLE_ACTIVITY } from "./coproduct-shares.ts";
import { EcoSpold1Methods, isImpactFile } from "./ecospold1-methods.ts";
import { mergedProducts } from "./ecospold1-places.ts";
import { EcoSpold1Products } from "./ecospold1-products.ts";
import { elementarySign } from "./elementary-direction.ts";
import { type Law, lognormalLaw, normalLaw, peakedLaw, scaledLaw, uniformLaw } from "./exchange-law.ts";
import { FlowDeclarations } from "./flow-declarations.ts";
import { impactMethodsOf } from "./impact-methods.ts";
import { ImportNotes } from "./import-notes.ts";
import { eachFile, titleOf } from "./inventory-files.ts";
import { type ImportedInventory, type InventoryFormat, openingOf } from "./inventory-format.ts";
import { KeptTexts } from "./kept-texts.ts";
import { isTrue, textOf, XmlFields } from "./xml-fields.ts";
import { readXmlRecords, type XmlElement, type XmlForm } from "./xml-records.ts";

const texts = messages("exchange.ecospold1", {
  noDataSet: {
    en: "a data set with a referenceFunction was expected, but there is none.",
    zh: "其中应有一个含 referenceFunction 的数据集，实际没有。",
  },
  noReference: {
    en: 'process "{name}" was expected to have a product (outputGroup 0 or 2), but has none.',
    zh: "过程“{name}”应有产品（outputGroup 0 或 2），实际没有。",
  },
  group: {
    en: 'exchange "{name}" was expected to have an inputGroup (1 to 5) or outputGroup (0 to 4), but has {found}.',
    zh: "交换“{name}”应有 inputGroup（1 至 5）或 outputGroup（0 至 4），实际为 {found}。",
  },
  none: { en: "none", zh: "无" },
  numberTwice: {
    en: "exchange number {number} was expected once in the process, but is there twice.",
    zh: "交换编号 {number} 在过程中只应出现一次，实际出现两次。",
  },
  unknownNumber: {
    en: "an allocation names exchange number {number}, which was expected in the process, but is not there.",
    zh: "分配所指的交换编号 {number} 不在过程中。",
  },
  differ: {
    en: "{count} processes allocate their exchanges by different factors; only exchanges that belong to one product entirely were kept so (first: {first}).",
    zh: "{count} 个过程的各交换分配系数不同；只保留完全属于某一产品的交换（首个：{first}）。",
  },
  otherLaws: {
    en: "{count} distributions without usable parameters were read as undefined (first: {first}).",
    zh: "{count} 个分布的参数不可用，按未定义分布读入（首个：{first}）。",
  },
  fractions: {
    en: "{count} processes state allocation factors as fractions of 1, where the format has per cent; they were read as fractions (first: {first}).",
    zh: "{count} 个过程的分配系数以 1 为总和，而格式规定为百分数；已按 1 为总和读入（首个：{first}）。",
  },
  placed: {
    en: "{count} inputs without a place were taken for the only product of their name and unit (first: {first}).",
    zh: "{count} 个未注明地点的投入视为同名同单位的唯一产品（首个：{first}）。",
  },
});

const form: XmlForm = {
  roots: ["ecoSpold"],
  namespace: "EcoSpold01",
  records: new Set([
    ...["referenceFunction", "geography", "timePeriod", "exchange", "allocation", "dataGeneratorAndPublication"],
  ]),
  marks: new Set(["dataset"]),
};

/**
 * EcoSpold 1, as ecoinvent 1 and 2, the U.S. LCI Database and SimaPro have published it. It has no ids: a product is identified by
 * its name, place and whether it is infrastructure, an elementary flow by its name and compartment, both with a unit that converts.
 * Fields after the public schema of the format, version 1.0.
 */
export const ecospold1: InventoryFormat = {
  id: "ecospold1",
  title: { en: "EcoSpold 1", zh: "EcoSpold 1" },
  async recognises(source) {
    const [first] = dataSets(source.paths);
    if (first === undefined) return false;
    const [, root] = /<((?:[\w-]+:)?ecoSpold\b[^>]*)>/.exec(await openingOf(source, first)) ?? [];
    return root !== undefined && !root.includes("EcoSpold02");
  },
  async read(source, work) {
    const reader = new EcoSpold1Reader(source);
    const paths = dataSets(source.paths);
    const impacts = new Set<string>();
    for (const path of paths) if (await isImpactFile(source, path)) impacts.add(path);
    // Factors take the units of the flows of the inventory.
    const ordered = [...paths.filter((path) => !impacts.has(path)), ...impacts];
    await eachFile(ordered, source, work, (path) =>
      impacts.has(path) ? reader.methods.read(path) : reader.read(path),
    );
    return reader.inventory();
  },
};

function dataSets(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => /\.(xml|spold)$/i.test(path));
}

interface DataSet {
  readonly reference: XmlElement;
  readonly others: XmlElement[];
}

class EcoSpold1Reader {
  readonly methods: EcoSpold1Methods;
  readonly #source: SourceFiles;
  readonly #builder = new GraphBuilder();
  readonly #flows = new FlowDeclarations(this.#builder);
  readonly #products = new EcoSpold1Products();
  readonly #elementary = new EcoSpold1Products();
  readonly #texts = new KeptTexts();
  readonly #notes = new ImportNotes();
  readonly #wastes = new Set<string>();
  readonly #terms = new Set<string>();

  constructor(source: SourceFiles) {
    this.#source = source;
    this.methods = new EcoSpold1Methods(source, this.#elementary, this.#flows, this.#texts);
  }

  async read(path: string): Promise<void> {
    const fields = new XmlFields(path);
    let open: DataSet | undefined;
    let isAny = false;
    const finish = () => {
      if (open) this.#add(open, fields);
      open = undefined;
    };
    await readXmlRecords(this.#source, path, form, (record) => {
      if (record.name === "dataset") finish();
      else if (record.name === "referenceFunction") {
        finish();
        open = { reference: record, others: [] };
        isAny = true;
      } else if (open) open.others.push(record);
      else fields.refuse(record, texts.noDataSet());
    });
    if (!isAny) fields.refuse(undefined, texts.noDataSet());
    finish();
  }

  inventory(): ImportedInventory {
    const graph = this.#builder.graph();
    const products = graph.products.map((product) => ({ ...product, waste: this.#wastes.has(product.id) }));
    const whole: ExchangeGraph = mergedProducts({ ...graph, products }, this.#products, (product) =>
      this.#notes.add(texts.placed, product),
    );
    const methods = impactMethodsOf(this.methods.methods, this.#notes);
    return {
      graph: whole,
      ...(methods.length > 0 && { methods }),
      title: titleOf(this.#source.paths),
      ...(this.#terms.size > 0 && { licence: [...this.#terms].join("; ") }),
      notes: this.#notes.list(),
    };
  }

  #add({ reference, others }: DataSet, fields: XmlFields): void {
    const name = this.#texts.keep(fields.attribute(reference, "name"));
    const of = (kind: string) => others.filter((record) => record.name === kind);
    const place = of("geography")[0]?.attributes.location?.trim() || undefined;
    const numbers = new Map<string, number>();
    const records = of("exchange");
    // Numbers serve allocations only: some programs give all exchanges the same.
    const isAllocated = of("allocation").length > 0;
    const read = records.map((record, i): GivenExchange => {
      const number = record.attributes.number?.trim() || `#${i}`;
      if (isAllocated && numbers.has(number)) fields.refuse(record, texts.numberTwice({ number }));
      numbers.set(number, i);
      return this.#exchange(record, fields, place);
    });
    if (!read.some(({ type }) => type === "production")) fields.refuse(reference, texts.noReference({ name }));
    const drafts = withReference(read, records, name);
    const made = drafts.filter(({ type }) => type === "production");
    const exchanges = this.#allocated(name, drafts, numbers, of("allocation"), fields);
    const unit = reference.attributes.unit?.trim() ?? "";
    const main = made.find((each) => each.reference) ?? undefined;
    const { category, subCategory, generalComment } = reference.attributes;
    const period = of("timePeriod")[0];
    const years = [/^start/, /^end/].map((edge) => {
      const date = period?.children.find((child) => edge.test(child.name))?.text ?? "";
      return Number(/^\s*(\d{4})/.exec(date)?.[1]);
    });
    const path = [category, subCategory].map((part) => part?.trim()).filter((part) => part);
    try {
      this.#builder.addActivity(
        {
          id: main?.flow ?? this.#texts.keep([name, place ?? "", unit].join(" | ")),
          name,
          location: place === undefined ? null : this.#texts.keep(place),
          years: years.every((year) => year > 0) ? [years[0]!, years[1]!] : null,
          category: path.length > 0 ? this.#texts.keep(path.join("/")) : null,
          stage: null,
          comment: generalComment?.trim() ? ` ${generalComment.trim()}`.slice(1) : null,
        },
        exchanges,
      );
    } catch (error) {
      if (error instanceof LifecycleError) fields.refuse(reference, error.said);
      throw error;
    }
    for (const { attributes } of of("dataGeneratorAndPublication"))
      if (isTrue(attributes.copyright)) this.#terms.add("copyright protected");
  }

  #exchange(record: XmlElement, fields: XmlFields, place: string | undefined): GivenExchange {
    const name = this.#texts.keep(fields.attribute(record, "name"));
    const unit = this.#texts.keep(fields.attribute(record, "unit"));
    const amount = fields.number(record, "meanValue");
    const [input, output] = [textOf(record, "inputGroup"), textOf(record, "outputGroup")];
    const isInput = input !== undefined;
    const group = input ?? output ?? "";
    if (!/^\d$/.test(group) || !(isInput ? "12345" : "01234").includes(group))
      fields.refuse(record, texts.group({ name, found: input ?? output ?? texts.none() }));
    const law = this.#law(record, amount, fields);
    const comment = record.attributes.generalComment?.trim();
    const extra = (factor: number) => {
      const size = scaledLaw(law, factor);
      return { ...(size !== undefined && { law: size }), ...(comment && { comment: this.#texts.keep(comment) }) };
    };

    if (group === "4") {
      const parts = [record.attributes.category, record.attributes.subCategory].map((part) => part?.trim());
      const compartment = this.#texts.keep(parts.filter((part) => part).join("/"));
      const flow = this.#texts.keep(this.#elementary.idOf([name, compartment], unit));
      const cas = record.attributes.CASNumber?.trim();
      const ratio = this.#flows.flow(
        { id: flow, name, compartment, unit, cas: cas ? this.#texts.keep(cas) : null },
        fields,
        record,
      );
      const factor = elementarySign(compartment, isInput) * ratio;
      return { type: "biosphere", flow, amount: amount * factor, ...extra(ratio) };
    }
    const isProduct = !isInput && (group === "0" || group === "2");
    const location = record.attributes.location?.trim() || (isProduct ? place : undefined) || "";
    const infrastructure = isTrue(record.attributes.infrastructureProcess) ? ["infrastructure"] : [];
    const flow = this.#texts.keep(this.#products.idOf([name, location, ...infrastructure], unit));
    const ratio = this.#flows.product({ id: flow, name, unit, waste: false }, fields, record);
    if (isProduct && amount < 0) this.#wastes.add(flow);
    // A waste that is an output to treatment is a negative input from its treatment.
    const factor = group === "3" && !isInput ? -ratio : ratio;
    const type = isProduct ? "production" : !isInput && group === "1" ? "substitution" : "technosphere";
    return {
      type,
      flow,
      amount: amount * factor,
      ...(group === "0" && { reference: true }),
      ...extra(ratio),
    };
  }

  /** Distribution 0 undefined, 1 lognormal (by default), 2 normal, 3 triangular, 4 uniform; spreads are those of 95 %. */
  #law(record: XmlElement, amount: number, fields: XmlFields): Law | undefined {
    const spread = fields.maybeNumber(record, "standardDeviation95");
    const type = record.attributes.uncertaintyType?.trim() || (spread === undefined ? undefined : "1");
    if (type === undefined) return undefined;
    const law = this.#lawOf(type, spread, record, amount, fields);
    if (law === "undefined" && type !== "0") this.#notes.add(texts.otherLaws, record.attributes.name!);
    return law;
  }

  #lawOf(type: string, spread: number | undefined, record: XmlElement, amount: number, fields: XmlFields): Law {
    if (type === "1") return lognormalLaw(amount, Math.sqrt(spread ?? Number.NaN));
    if (type === "2") return normalLaw(amount, (spread ?? Number.NaN) / 2);
    const [lo, hi] = [fields.maybeNumber(record, "minValue"), fields.maybeNumber(record, "maxValue")];
    if (lo === undefined || hi === undefined) return "undefined";
    if (type === "4") return uniformLaw(amount, lo, hi);
    if (type !== "3") return "undefined";
    // The mean of a triangular distribution is a third of the sum of its three values.
    const mode = fields.maybeNumber(record, "mostLikelyValue") ?? 3 * amount - lo - hi;
    return peakedLaw("triangular", amount, lo, mode, hi);
  }

  #allocated(
    name: string,
    drafts: readonly GivenExchange[],
    numbers: ReadonlyMap<string, number>,
    allocations: readonly XmlElement[],
    fields: XmlFields,
  ): readonly GivenExchange[] {
    if (allocations.length === 0) return drafts;
    const at = (element: XmlElement, number: string): number => {
      const place = numbers.get(number);
      return place ?? fields.refuse(element, texts.unknownNumber({ number }));
    };
    const whole = areFractions(allocations, fields) ? 1 : 100;
    if (whole === 1) this.#notes.add(texts.fractions, name);
    const factors = allocations.flatMap((allocation): AllocationFactor[] => {
      const product = at(allocation, fields.attribute(allocation, "referenceToCoProduct").trim());
      const share = fields.number(allocation, "fraction") / whole;
      const references = allocation.children.filter((child) => child.name === "referenceToInputOutput");
      if (references.length === 0) return [{ exchange: WHOLE_ACTIVITY, product, share }];
      return references.map((reference) => ({ exchange: at(reference, reference.text.trim()), product, share }));
    });
    const { shares, only, differ } = coproductShares(factors);
    if (differ) this.#notes.add(texts.differ, name);
    return drafts.map((draft, i) => {
      const [share, owner] = [shares.get(i), only.get(i)];
      if (draft.type === "production")
        return share === undefined ? draft : { ...draft, properties: { ...draft.properties, share } };
      return owner === undefined ? draft : { ...draft, only: drafts[owner]!.flow };
    });
  }
}

/** Relative tolerance of a sum of factors: they are written with a few digits. */
const ROUNDING = 1e-3;

/** Whether the factors of each exchange sum to 1, as in files of the U.S. LCI Database, and not to 100, as the schema has it. */
function areFractions(allocations: readonly XmlElement[], fields: XmlFields): boolean {
  const sums = new Map<string, number>();
  for (const allocation of allocations) {
    const references = allocation.children.filter((child) => child.name === "referenceToInputOutput");
    const numbers = references.length === 0 ? [""] : references.map(({ text }) => text.trim());
    const fraction = fields.number(allocation, "fraction");
    for (const number of numbers) sums.set(number, (sums.get(number) ?? 0) + fraction);
  }
  return [...sums.values()].every((sum) => Math.abs(sum - 1) <= ROUNDING);
}

/** With a product that is marked as the reference: without an outputGroup 0 it is the one that the process is named after. */
function withReference(
  drafts: readonly GivenExchange[],
  records: readonly XmlElement[],
  name: string,
): readonly GivenExchange[] {
  if (drafts.some(({ reference }) => reference)) return drafts;
  const at = drafts.findIndex(({ type }, i) => type === "production" && records[i]!.attributes.name?.trim() === name);
  return at < 0 ? drafts : drafts.map((draft, i) => (i === at ? { ...draft, reference: true } : draft));
}
