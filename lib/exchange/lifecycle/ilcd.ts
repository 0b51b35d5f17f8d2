import { type GivenExchange, GraphBuilder } from "../../lifecycle/graph/graph-builder.ts";
import { LifecycleError } from "../../lifecycle/lifecycle-error.ts";
import { messages } from "../../message/message.ts";
import type { SourceFiles } from "../mrio/source-files.ts";
import { activityFormulas, type StatedFormula, type Variable } from "./activity-formulas.ts";
import { type AllocationFactor, coproductShares } from "./coproduct-shares.ts";
import { elementarySign } from "./elementary-direction.ts";
import type { Law } from "./exchange-law.ts";
import { categoryPath, type IlcdFlow, IlcdFlows, ilcdName } from "./ilcd-flows.ts";
import { ilcdLaw } from "./ilcd-law.ts";
import { IlcdMethods } from "./ilcd-methods.ts";
import { impactMethodsOf } from "./impact-methods.ts";
import { ImportNotes } from "./import-notes.ts";
import { eachFile, titleOf } from "./inventory-files.ts";
import { type ImportedInventory, type InventoryFormat, openingOf } from "./inventory-format.ts";
import { KeptTexts } from "./kept-texts.ts";
import { providerNote } from "./provider-note.ts";
import { childOf, childrenOf, isTrue, textOf, XmlFields } from "./xml-fields.ts";
import { readXmlRecords, type XmlElement, type XmlForm } from "./xml-records.ts";

const texts = messages("exchange.ilcd", {
  noInformation: {
    en: "a dataSetInformation was expected, but there is none.",
    zh: "缺少 dataSetInformation。",
  },
  missingFlow: {
    en: "exchange {number} refers to the flow data set {id}, which was expected among the files, but is not there.",
    zh: "交换 {number} 所指的流数据集 {id} 不在文件中。",
  },
  noReference: {
    en: 'process "{name}" was expected to have a reference flow among its exchanges, but has none.',
    zh: "过程“{name}”的交换中应有参考流，实际没有。",
  },
  elementaryReference: {
    en: 'the reference flow of process "{name}" was expected to be a product or waste, but is the elementary flow {flow}.',
    zh: "过程“{name}”的参考流应为产品或废物，实际为基本流“{flow}”。",
  },
  direction: {
    en: 'the exchangeDirection of exchange {number} was expected to be Input or Output, but is "{found}".',
    zh: "交换 {number} 的 exchangeDirection 应为 Input 或 Output，实际为“{found}”。",
  },
  numberTwice: {
    en: "the internal id {number} was expected once among the exchanges, but is there twice.",
    zh: "内部标识 {number} 在交换中只应出现一次，实际出现两次。",
  },
  unknownNumber: {
    en: "an allocation names the exchange {number}, which was expected in the process, but is not there.",
    zh: "分配所指的交换 {number} 不在过程中。",
  },
  differ: {
    en: "{count} processes allocate their exchanges by different factors; only exchanges that belong to one product entirely were kept so (first: {first}).",
    zh: "{count} 个过程的各交换分配系数不同；只保留完全属于某一产品的交换（首个：{first}）。",
  },
  unreadable: {
    en: "{count} processes have formulas that cannot be read; their amounts were kept (first: {first}).",
    zh: "{count} 个过程含无法读取的公式；已保留其数值（首个：{first}）。",
  },
  contradicted: {
    en: "{count} processes have formulas that do not give the stated amounts; the amounts were kept without these formulas (first: {first}).",
    zh: "{count} 个过程含与所给数值不一致的公式；已保留数值，去掉这些公式（首个：{first}）。",
  },
  places: {
    en: "{count} exchanges state a place of their own, which was not read; regional factors follow the place of the process (first: {first}).",
    zh: "{count} 个交换另注地点，未读入；区域化因子按过程所在地选取（首个：{first}）。",
  },
  modules: {
    en: "{count} exchanges state amounts by module, as in an environmental product declaration; only their mean amounts were read (first: {first}).",
    zh: "{count} 个交换按模块给出数量（如环境产品声明）；只读入其平均数量（首个：{first}）。",
  },
  results: {
    en: "{count} processes state results of an impact assessment, which were not read (first: {first}).",
    zh: "{count} 个过程载有影响评价结果，未读入（首个：{first}）。",
  },
  others: {
    en: "{count} data sets of life-cycle models were not read (first: {first}).",
    zh: "未读入 {count} 个生命周期模型数据集（首个：{first}）。",
  },
  versions: {
    en: "{count} files are earlier versions of processes that are there in a later one; they were passed over (first: {first}).",
    zh: "略过 {count} 个过程的旧版本文件，只读入其较新版本（首个：{first}）。",
  },
  otherLaws: {
    en: "{count} distributions without usable parameters were read as undefined (first: {first}).",
    zh: "{count} 个分布的参数不可用，按未定义分布读入（首个：{first}）。",
  },
});

const form: XmlForm = {
  roots: ["processDataSet"],
  namespace: "ILCD/Process",
  records: new Set([
    ...["dataSetInformation", "quantitativeReference", "time", "locationOfOperationSupplyOrProduction"],
    ...["variableParameter", "exchange", "licenseType", "accessRestrictions"],
  ]),
  marks: new Set(["LCIAResult"]),
};

/**
 * ILCD 1.1 packages: processes with the flows, flow properties and unit groups that they refer to, in folders of these names.
 * Amounts are in the reference unit of the reference flow property. The format has no providers; those that openLCA adds in its own
 * namespace are read. Fields after the public schema of the format, version 1.1.
 */
export const ilcd: InventoryFormat = {
  id: "ilcd",
  title: { en: "ILCD", zh: "ILCD" },
  async recognises(source) {
    const [process] = inFolder(source.paths, "processes");
    if (process !== undefined) return (await openingOf(source, process)).includes("lca.jrc.it/ILCD/Process");
    const [method] = inFolder(source.paths, "lciamethods");
    return method !== undefined && (await openingOf(source, method)).includes("lca.jrc.it/ILCD/LCIAMethod");
  },
  async read(source, work) {
    const reader = new IlcdReader(source);
    const { flows } = reader;
    for (const path of inFolder(source.paths, "unitgroups")) await flows.readUnitGroup(path);
    for (const path of inFolder(source.paths, "flowproperties")) await flows.readProperty(path);
    const flowPaths = inFolder(source.paths, "flows");
    if (flowPaths.length > 0) await eachFile(flowPaths, source, work, (path) => flows.readFlow(path));
    reader.passOver(inFolder(source.paths, "lifecyclemodels"));
    const processes = reader.latest(inFolder(source.paths, "processes"));
    const methods = inFolder(source.paths, "lciamethods");
    if (processes.length > 0 || methods.length === 0)
      await eachFile(processes, source, work, (path) => reader.readProcess(path));
    if (methods.length > 0) await eachFile(methods, source, work, (path) => reader.methods.read(path));
    return reader.inventory();
  },
};

function inFolder(paths: readonly string[], folder: string): readonly string[] {
  const pattern = new RegExp(`(^|/)${folder}/[^/]+\\.xml$`, "i");
  return paths.filter((path) => pattern.test(path));
}

interface Draft {
  readonly exchange: GivenExchange;
  readonly stated: StatedFormula | undefined;
  /** Between the amount in the file and that of the exchange. */
  readonly sign: 1 | -1;
}

class IlcdReader {
  readonly flows: IlcdFlows;
  readonly methods: IlcdMethods;
  readonly #source: SourceFiles;
  readonly #builder = new GraphBuilder("ignore");
  readonly #texts = new KeptTexts();
  readonly #notes = new ImportNotes();
  readonly #terms = new Set<string>();
  #named = 0;

  constructor(source: SourceFiles) {
    this.#source = source;
    this.flows = new IlcdFlows(source, this.#texts);
    this.methods = new IlcdMethods(source, this.flows, this.#texts);
  }

  inventory(): ImportedInventory {
    const graph = this.#builder.graph();
    const methods = impactMethodsOf(this.methods.methods, this.#notes);
    return {
      graph,
      ...(methods.length > 0 && { methods }),
      title: titleOf(this.#source.paths),
      ...(this.#terms.size > 0 && { licence: [...this.#terms].join("; ") }),
      notes: [...this.#notes.list(), ...providerNote(graph, this.#named)],
    };
  }

  /** Says that files are not read. */
  passOver(paths: readonly string[]): void {
    for (const path of paths) this.#notes.add(texts.others, path);
  }

  /** The files without those that are, by their names, earlier versions of the process of another: UUID_01.00.000.xml. */
  latest(paths: readonly string[]): readonly string[] {
    const named = paths.map((path) => {
      const [, id = path, version = ""] =
        /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:_([\d.]+))?\.xml$/i.exec(path) ?? [];
      return { path, id: id.toLowerCase(), version };
    });
    const last = new Map<string, string>();
    for (const { id, version } of named) if ((last.get(id) ?? "") <= version) last.set(id, version);
    return named.flatMap(({ path, id, version }) => {
      if (version === last.get(id)) return [path];
      this.#notes.add(texts.versions, path);
      return [];
    });
  }

  async readProcess(path: string): Promise<void> {
    const fields = new XmlFields(path);
    const records: XmlElement[] = [];
    await readXmlRecords(this.#source, path, form, (record) => records.push(record));
    const of = (name: string) => records.filter((record) => record.name === name);
    const information = of("dataSetInformation")[0];
    if (!information) return fields.refuse(undefined, texts.noInformation());
    const name = this.#texts.keep(ilcdName(information, fields));
    const references = new Set(
      childrenOf(of("quantitativeReference")[0], "referenceToReferenceFlow").map(({ text }) => text.trim()),
    );
    if (of("LCIAResult").length > 0) this.#notes.add(texts.results, name);
    const exchangeRecords = of("exchange");
    const numbers = new Map<string, number>();
    const drafts = exchangeRecords.map((record, i) => {
      const number = fields.attribute(record, "dataSetInternalID");
      if (numbers.has(number)) fields.refuse(record, texts.numberTwice({ number }));
      numbers.set(number, i);
      return this.#draft(record, number, references.has(number), name, fields);
    });
    if (!drafts.some(({ exchange }) => exchange.reference))
      fields.refuse(of("quantitativeReference")[0] ?? information, texts.noReference({ name }));
    const { parameters, formulas, unreadable, contradicted } = activityFormulas(
      of("variableParameter").map((record) => this.#variable(record, fields)),
      drafts.map(({ stated }) => stated),
    );
    if (unreadable > 0) this.#notes.add(texts.unreadable, name);
    if (contradicted > 0) this.#notes.add(texts.contradicted, name);
    const given = drafts.map(({ exchange, sign }, i): GivenExchange => {
      const formula = formulas[i];
      if (formula === undefined) return exchange;
      return { ...exchange, formula: this.#texts.keep(sign === 1 ? formula : `-(${formula})`) };
    });
    const exchanges = this.#allocated(name, given, exchangeRecords, numbers, fields);
    try {
      const index = this.#builder.addActivity(this.#activity(information, name, of, fields), exchanges);
      for (const parameter of parameters) this.#builder.addParameter({ ...parameter, activity: index });
    } catch (error) {
      if (error instanceof LifecycleError) fields.refuse(information, error.said);
      throw error;
    }
    for (const record of [...of("licenseType"), ...of("accessRestrictions")])
      if (record.text.trim() !== "") this.#terms.add(this.#texts.keep(record.text.trim()));
  }

  #activity(information: XmlElement, name: string, of: (name: string) => readonly XmlElement[], fields: XmlFields) {
    const time = of("time")[0];
    const first = time && fields.maybeNumberIn(time, "referenceYear");
    const last = (time && fields.maybeNumberIn(time, "dataSetValidUntil")) ?? first;
    const location = of("locationOfOperationSupplyOrProduction")[0]?.attributes.location?.trim();
    const category = categoryPath(
      childOf(childOf(information, "classificationInformation"), "classification"),
      "class",
    );
    const comment = textOf(information, "generalComment");
    return {
      id: this.#texts.keep(fields.text(information, "UUID")),
      name,
      location: location ? this.#texts.keep(location) : null,
      years: first === undefined ? null : ([first, last!] as const),
      category: category === undefined ? null : this.#texts.keep(category),
      stage: null,
      comment: comment === undefined ? null : ` ${comment}`.slice(1),
    };
  }

  #draft(record: XmlElement, number: string, isReference: boolean, process: string, fields: XmlFields): Draft {
    const to = childOf(record, "referenceToFlowDataSet") ?? record;
    const id = this.#texts.keep(fields.attribute(to, "refObjectId"));
    const flow = this.flows.flow(id, fields, record);
    if (!flow) return fields.refuse(record, texts.missingFlow({ number, id }));
    this.#declare(flow);
    const amount = fields.maybeNumberIn(record, "resultingAmount") ?? fields.numberIn(record, "meanAmount");
    const direction = textOf(record, "exchangeDirection") ?? "";
    if (direction !== "Input" && direction !== "Output")
      fields.refuse(record, texts.direction({ number, found: direction }));
    const isInput = direction === "Input";
    if (isReference && flow.type === "elementary")
      fields.refuse(record, texts.elementaryReference({ name: process, flow: flow.name }));
    const law = ilcdLaw(record, amount, { lo: "minimumAmount", hi: "maximumAmount" }, fields);
    if (law === "undefined" && textOf(record, "uncertaintyDistributionType") !== "undefined")
      this.#notes.add(texts.otherLaws, flow.name);
    const comment = textOf(record, "generalComment");
    const { type, sign } = kindOf(flow, isInput, isReference, isTrue(record.attributes.avoidedProduct));
    if (textOf(record, "location") !== undefined) this.#notes.add(texts.places, flow.name);
    const others = childrenOf(record, "other").flatMap((other) => childrenOf(other, "amount"));
    if (others.some(({ attributes }) => attributes.module !== undefined)) this.#notes.add(texts.modules, flow.name);
    const provider = record.attributes.defaultProvider?.trim();
    const isLinked = provider && (type === "technosphere" || type === "substitution");
    if (isLinked) this.#named += 1;
    return {
      sign,
      stated: statedFormula(record, amount, fields),
      exchange: {
        type,
        flow: id,
        amount: amount * sign,
        ...(isLinked && { provider: this.#texts.keep(provider) }),
        ...(type === "production" && isReference && { reference: true }),
        ...(type === "production" && flow.properties && { properties: flow.properties }),
        ...(law !== undefined && { law }),
        ...(comment !== undefined && { comment: this.#texts.keep(comment) }),
      },
    };
  }

  #declare(flow: IlcdFlow): void {
    const { id, name, unit, compartment, cas } = flow;
    if (flow.type === "elementary") {
      if (!this.#builder.hasFlow(id)) this.#builder.addFlow({ id, name, compartment, unit, cas });
    } else if (!this.#builder.hasProduct(id))
      this.#builder.addProduct({ id, name, unit, waste: flow.type === "waste" });
  }

  #variable(record: XmlElement, fields: XmlFields): Variable {
    const value = fields.numberIn(record, "meanValue");
    const law: Law | undefined = ilcdLaw(record, value, { lo: "minimumValue", hi: "maximumValue" }, fields);
    const formula = textOf(record, "formula");
    return {
      name: this.#texts.keep(fields.attribute(record, "name")),
      value,
      ...(formula !== undefined && { formula }),
      ...(law !== undefined && law !== "undefined" && value > 0 && { law }),
    };
  }

  #allocated(
    name: string,
    drafts: readonly GivenExchange[],
    records: readonly XmlElement[],
    numbers: ReadonlyMap<string, number>,
    fields: XmlFields,
  ): readonly GivenExchange[] {
    const factors = records.flatMap((record, exchange) =>
      childrenOf(childOf(record, "allocations"), "allocation").map((each): AllocationFactor => {
        const number = fields.attribute(each, "internalReferenceToCoProduct");
        const product = numbers.get(number) ?? fields.refuse(each, texts.unknownNumber({ number }));
        return { exchange, product, share: fields.number(each, "allocatedFraction") / 100 };
      }),
    );
    if (factors.length === 0) return drafts;
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

/** What an exchange is, and the sign of its amount: an output of waste is given to treatment, an input of waste is treated. */
function kindOf(
  flow: IlcdFlow,
  isInput: boolean,
  isReference: boolean,
  isAvoided: boolean,
): { readonly type: GivenExchange["type"]; readonly sign: 1 | -1 } {
  if (flow.type === "elementary") return { type: "biosphere", sign: elementarySign(flow.compartment, isInput) };
  if (isAvoided) return { type: "substitution", sign: 1 };
  if (isReference) return { type: "production", sign: isInput ? -1 : 1 };
  if (flow.type === "waste") return isInput ? { type: "production", sign: -1 } : { type: "technosphere", sign: -1 };
  return { type: isInput ? "technosphere" : "production", sign: 1 };
}

/** The formula that openLCA adds, else the mean amount times the variable. */
function statedFormula(record: XmlElement, amount: number, fields: XmlFields): StatedFormula | undefined {
  const formula = record.attributes.formula?.trim();
  if (formula) return { formula, amount };
  const variable = textOf(record, "referenceToVariable");
  if (variable === undefined) return undefined;
  const mean = fields.numberIn(record, "meanAmount");
  return { formula: mean === 1 ? variable : `${mean} * ${variable}`, amount };
}
