import type { ProductProperties } from "../../lifecycle/graph/exchange-graph.ts";
import { messages } from "../../message/message.ts";
import { converts, unitFactor } from "../../quantity/quantity.ts";
import type { SourceFiles } from "../mrio/source-files.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { childOf, childrenOf, textOf, XmlFields } from "./xml-fields.ts";
import { readXmlRecords, type XmlElement, type XmlForm } from "./xml-records.ts";

const said = messages("exchange.ilcdFlows", {
  noInformation: {
    en: "a dataSetInformation was expected, but there is none.",
    zh: "缺少 dataSetInformation。",
  },
  reference: {
    en: "the reference {what} with the internal id {id} was expected, but is not there.",
    zh: "缺少内部标识为 {id} 的参考{what}。",
  },
  unit: { en: "unit", zh: "单位" },
  property: { en: "flow property", zh: "流属性" },
  type: {
    en: 'a typeOfDataSet of a flow was expected (Elementary flow, Product flow, Waste flow, Other flow), but it is "{found}".',
    zh: "流的 typeOfDataSet 应为 Elementary flow、Product flow、Waste flow 或 Other flow，实际为“{found}”。",
  },
  missingProperty: {
    en: "flow {flow} refers to the flow property {id}, which was expected among the files, but is not there.",
    zh: "流“{flow}”所指的流属性 {id} 不在文件中。",
  },
  missingGroup: {
    en: "flow property {property} refers to the unit group {id}, which was expected among the files, but is not there.",
    zh: "流属性“{property}”所指的单位组 {id} 不在文件中。",
  },
});

const types = {
  "Elementary flow": "elementary",
  "Product flow": "product",
  "Waste flow": "waste",
  "Other flow": "product",
} as const;

/** A flow data set with its unit, looked up through flow property and unit group. */
export interface IlcdFlow {
  readonly id: string;
  readonly name: string;
  readonly type: "elementary" | "product" | "waste";
  /** Path of the elementary flow categories. */
  readonly compartment: string;
  readonly cas: string | null;
  readonly unit: string;
  /** Per unit, of flow properties other than that of reference. */
  readonly properties: ProductProperties | undefined;
}

interface FlowData {
  readonly id: string;
  readonly name: string;
  readonly type: IlcdFlow["type"];
  readonly compartment: string;
  readonly cas: string | null;
  /** Of the flow property of reference. */
  readonly property: string;
  readonly others: readonly { readonly property: string; readonly factor: number }[];
}

interface DataSetRecords {
  readonly fields: XmlFields;
  readonly id: string | undefined;
  readonly information: XmlElement;
  of(name: string): readonly XmlElement[];
}

const form = (root: string, namespace: string, ...records: string[]): XmlForm => ({
  roots: [root],
  namespace: `ILCD/${namespace}`,
  records: new Set(["dataSetInformation", "quantitativeReference", "dataSetVersion", ...records]),
});
const unitGroupForm = form("unitGroupDataSet", "UnitGroup", "unit");
const propertyForm = form("flowPropertyDataSet", "FlowProperty");
const flowForm = form("flowDataSet", "Flow", "typeOfDataSet", "flowProperty");

/** The flows of an ILCD package, with flow properties and unit groups. Of several versions of a data set the latest counts. */
export class IlcdFlows {
  readonly #source: SourceFiles;
  readonly #texts: KeptTexts;
  readonly #versions = new Map<string, string>();
  readonly #units = new Map<string, string>();
  readonly #properties = new Map<string, { readonly name: string; readonly group: string }>();
  readonly #flows = new Map<string, FlowData>();
  readonly #found = new Map<string, IlcdFlow>();

  constructor(source: SourceFiles, texts: KeptTexts) {
    this.#source = source;
    this.#texts = texts;
  }

  async readUnitGroup(path: string): Promise<void> {
    const { fields, id, information, of } = await this.#records(path, unitGroupForm);
    if (id === undefined) return;
    const reference = fields.text(of("quantitativeReference")[0] ?? information, "referenceToReferenceUnit");
    const unit = of("unit").find(({ attributes }) => attributes.dataSetInternalID?.trim() === reference);
    if (!unit)
      return fields.refuse(of("quantitativeReference")[0], said.reference({ what: said.unit(), id: reference }));
    this.#units.set(id, this.#texts.keep(fields.text(unit, "name")));
  }

  async readProperty(path: string): Promise<void> {
    const { fields, id, information, of } = await this.#records(path, propertyForm);
    if (id === undefined) return;
    const reference = childOf(of("quantitativeReference")[0], "referenceToReferenceUnitGroup") ?? information;
    const group = this.#texts.keep(fields.attribute(reference, "refObjectId"));
    this.#properties.set(id, { name: this.#texts.keep(fields.text(information, "name")), group });
  }

  async readFlow(path: string): Promise<void> {
    const { fields, id, information, of } = await this.#records(path, flowForm);
    if (id === undefined) return;
    const type = of("typeOfDataSet")[0]?.text.trim() ?? "";
    if (!Object.hasOwn(types, type)) fields.refuse(of("typeOfDataSet")[0] ?? information, said.type({ found: type }));
    const reference = fields.text(of("quantitativeReference")[0] ?? information, "referenceToReferenceFlowProperty");
    let property: string | undefined;
    const others: { property: string; factor: number }[] = [];
    for (const each of of("flowProperty")) {
      const to = childOf(each, "referenceToFlowPropertyDataSet") ?? each;
      const own = this.#texts.keep(fields.attribute(to, "refObjectId"));
      if (each.attributes.dataSetInternalID?.trim() === reference) property = own;
      else others.push({ property: own, factor: fields.numberIn(each, "meanValue") });
    }
    if (property === undefined)
      return fields.refuse(of("quantitativeReference")[0], said.reference({ what: said.property(), id: reference }));
    const classes = childOf(information, "classificationInformation");
    const cas = textOf(information, "CASNumber");
    this.#flows.set(id, {
      id,
      name: this.#texts.keep(ilcdName(information, fields)),
      type: types[type as keyof typeof types],
      compartment: this.#texts.keep(categoryPath(childOf(classes, "elementaryFlowCategorization"), "category") ?? ""),
      cas: cas === undefined ? null : this.#texts.keep(cas),
      property,
      others,
    });
  }

  /** The reference unit of a flow property; undefined if its data sets are not there. */
  unitOfProperty(id: string): string | undefined {
    return this.#units.get(this.#properties.get(id)?.group ?? "");
  }

  /** The flow of an exchange; undefined if its data set is not there. Throws ImportError if its unit cannot be found. */
  flow(id: string, fields: XmlFields, at: XmlElement): IlcdFlow | undefined {
    const known = this.#found.get(id);
    const data = this.#flows.get(id);
    if (known || !data) return known;
    const unitOf = (property: string) => {
      const found = this.#properties.get(property);
      if (!found) return fields.refuse(at, said.missingProperty({ flow: data.name, id: property }));
      const unit = this.#units.get(found.group);
      return unit ?? fields.refuse(at, said.missingGroup({ property: found.name, id: found.group }));
    };
    const properties: { mass?: number; energy?: number; price?: number } = {};
    for (const { property, factor } of data.others) {
      const name = this.#properties.get(property)?.name ?? "";
      const kind = propertyKind(name);
      if (kind === undefined || properties[kind] !== undefined) continue;
      const [unit, wanted] = [unitOf(property), { mass: "kg", energy: "MJ", price: undefined }[kind]];
      if (wanted === undefined) properties[kind] = factor;
      else if (converts(unit, wanted)) properties[kind] = factor * unitFactor(unit, wanted);
    }
    const { property, others: _, ...own } = data;
    const flow = {
      ...own,
      unit: unitOf(property),
      properties: Object.keys(properties).length > 0 ? properties : undefined,
    };
    this.#found.set(id, flow);
    return flow;
  }

  /** The records of a data set; the id is undefined if a later version was read before. */
  async #records(path: string, wanted: XmlForm): Promise<DataSetRecords> {
    const fields = new XmlFields(path);
    const records: XmlElement[] = [];
    await readXmlRecords(this.#source, path, wanted, (record) => records.push(record));
    const of = (name: string) => records.filter((record) => record.name === name);
    const information = of("dataSetInformation")[0];
    if (!information) return fields.refuse(undefined, said.noInformation());
    const id = this.#texts.keep(fields.text(information, "UUID"));
    const version = of("dataSetVersion")[0]?.text.trim() ?? "";
    const before = this.#versions.get(id);
    const isOlder = before !== undefined && before > version;
    if (!isOlder) this.#versions.set(id, version);
    return { fields, id: isOlder ? undefined : id, information, of };
  }
}

/** The base name, followed by what the format writes apart: routes, mix and location type, properties. */
export function ilcdName(information: XmlElement, fields: XmlFields): string {
  const name = childOf(information, "name");
  if (!name) return fields.text(information, "name");
  const parts = ["treatmentStandardsRoutes", "mixAndLocationTypes", "functionalUnitFlowProperties", "flowProperties"];
  return [fields.text(name, "baseName"), ...parts.map((part) => textOf(name, part))].filter((part) => part).join("; ");
}

/** The path of a classification or categorisation; undefined if there is none. */
export function categoryPath(of: XmlElement | undefined, child: string): string | undefined {
  const levels = [...childrenOf(of, child)].sort((a, b) => Number(a.attributes.level) - Number(b.attributes.level));
  return levels.length === 0 ? undefined : levels.map(({ text }) => text.trim()).join("/");
}

function propertyKind(name: string): "mass" | "energy" | "price" | undefined {
  if (/^mass$/i.test(name)) return "mass";
  if (/^net calorific value$/i.test(name)) return "energy";
  return /^(price|market value)\b/i.test(name) ? "price" : undefined;
}
