import {
  type ElementaryFlow,
  type ExchangeGraph,
  exchangeTypes,
  type Parameter,
  type Product,
  type ProductProperties,
} from "../../lifecycle/graph/exchange-graph.ts";
import type { Message } from "../../message/message.ts";
import { isResource } from "./elementary-direction.ts";
import { type Law, writtenLaw } from "./exchange-law.ts";
import { exchangesByActivity, type GraphExchange, neededParameters, parametersOf } from "./graph-exchanges.ts";
import { percentText } from "./ilcd-percent.ts";
import { ImportNotes } from "./import-notes.ts";
import type { InventoryWriter, WrittenFile } from "./inventory-format.ts";
import { nameUuid } from "./name-uuid.ts";
import { spreadsheetFormula } from "./spreadsheet-formula.ts";
import { lossNotes } from "./writer-notes.ts";
import { WrittenIds } from "./written-ids.ts";
import { type XmlPart, xml, xmlDocument } from "./xml-text.ts";

const english = { "xml:lang": "en" };
const common = { "xmlns:common": "http://lca.jrc.it/ILCD/Common" };
const version = xml("administrativeInformation", {}, [
  xml("publicationAndOwnership", {}, [xml("common:dataSetVersion", {}, "01.00.000")]),
]);

/** Writes an inventory as an ILCD package: unit groups, flow properties, flows and processes, one file for each. */
export const writeIlcd: InventoryWriter = function* (graph) {
  const writer = new IlcdWriter(graph);
  yield* writer.flowFiles();
  let index = 0;
  for (const exchanges of exchangesByActivity(graph)) {
    const file = writer.process(index++, exchanges);
    if (file) yield file;
  }
  return writer.losses();
};

/** A flow property with a unit group of one unit. */
interface Quantity {
  readonly name: string;
  readonly unit: string;
}

const quantities = {
  mass: { name: "Mass", unit: "kg" },
  energy: { name: "Net calorific value", unit: "MJ" },
  price: { name: "Price", unit: "currency unit" },
} as const;

class IlcdWriter {
  readonly #notes = new ImportNotes();
  readonly #graph: ExchangeGraph;
  readonly #ids = new WrittenIds(this.#notes);
  readonly #parameters: (activity: number) => readonly Parameter[];
  readonly #used = new Set<Parameter>();

  constructor(graph: ExchangeGraph) {
    this.#graph = graph;
    this.#parameters = parametersOf(graph);
  }

  losses(): readonly Message[] {
    for (const parameter of this.#graph.parameters) {
      if (!this.#used.has(parameter)) this.#notes.add(lossNotes.unusedParameters, parameter.name);
      else if (parameter.unit !== undefined) this.#notes.add(lossNotes.parameterUnits, parameter.name);
    }
    return [...this.#notes.list(), lossNotes.administration()];
  }

  *flowFiles(): Generator<WrittenFile, void, undefined> {
    const { products, flows } = this.#graph;
    const properties = this.#productProperties();
    const used = new Map<string, Quantity>();
    const use = (quantity: Quantity) => used.set(`${quantity.name}\n${quantity.unit}`, quantity);
    for (const { unit } of [...products, ...flows]) use(quantityOf(unit));
    for (const each of properties.values())
      for (const kind of ["mass", "energy", "price"] as const) if (each[kind] !== undefined) use(quantities[kind]);
    for (const unit of new Set([...used.values()].map((quantity) => quantity.unit))) yield unitGroup(unit);
    for (const quantity of used.values()) yield flowProperty(quantity);
    for (const [index, product] of products.entries()) yield this.#flow(product, properties.get(index));
    for (const flow of flows) yield this.#flow(flow, undefined);
  }

  /** What each product's first maker states of it: the format states it of the flow. */
  #productProperties(): ReadonlyMap<number, ProductProperties> {
    const { count, type, flow, details } = this.#graph.exchanges;
    const found = new Map<number, ProductProperties>();
    for (let i = 0; i < count; i++) {
      const own = details.get(i)?.properties;
      if (own === undefined || type[i] !== exchangeTypes.indexOf("production")) continue;
      const { share: _, ...physical } = own;
      if (Object.keys(physical).length === 0) continue;
      const first = found.get(flow[i]!);
      if (!first) found.set(flow[i]!, physical);
      else if (JSON.stringify(first) !== JSON.stringify(physical))
        this.#notes.add(lossNotes.properties, this.#graph.products[flow[i]!]!.name);
    }
    return found;
  }

  #flow(flow: Product | ElementaryFlow, properties: ProductProperties | undefined): WrittenFile {
    const id = this.#ids.of(flow.id);
    const path = "compartment" in flow ? flow.compartment : "";
    const cas = "cas" in flow ? flow.cas : null;
    const type = "compartment" in flow ? "Elementary flow" : flow.waste ? "Waste flow" : "Product flow";
    const entries = [
      { quantity: quantityOf(flow.unit), factor: 1 },
      ...(["mass", "energy", "price"] as const).flatMap((kind) => {
        const factor = properties?.[kind];
        return factor === undefined ? [] : [{ quantity: quantities[kind], factor }];
      }),
    ];
    const document = xml("flowDataSet", { xmlns: "http://lca.jrc.it/ILCD/Flow", ...common, version: "1.1" }, [
      xml("flowInformation", {}, [
        xml("dataSetInformation", {}, [
          xml("common:UUID", {}, id),
          xml("name", {}, [xml("baseName", english, flow.name)]),
          path !== "" &&
            xml("classificationInformation", {}, [
              xml("common:elementaryFlowCategorization", {}, levels("common:category", "catId", path)),
            ]),
          cas !== null && xml("CASNumber", {}, cas),
        ]),
        xml("quantitativeReference", {}, [xml("referenceToReferenceFlowProperty", {}, 0)]),
      ]),
      xml("modellingAndValidation", {}, [xml("LCIMethod", {}, [xml("typeOfDataSet", {}, type)])]),
      version,
      xml(
        "flowProperties",
        {},
        entries.map(({ quantity, factor }, i) =>
          xml("flowProperty", { dataSetInternalID: i }, [
            reference("referenceToFlowPropertyDataSet", "flow property data set", propertyId(quantity), quantity.name),
            xml("meanValue", {}, factor),
          ]),
        ),
      ),
    ]);
    return { path: `flows/${id}.xml`, text: xmlDocument(document) };
  }

  process(index: number, exchanges: readonly GraphExchange[]): WrittenFile | undefined {
    const activity = this.#graph.activities[index]!;
    const main = exchanges.find((each) => each.reference) ?? exchanges.find(({ type }) => type === "production");
    if (!main) {
      this.#notes.add(lossNotes.noProduct, activity.name);
      return undefined;
    }
    if (!main.reference) this.#notes.add(lossNotes.noReference, activity.name);
    if (activity.stage !== null) this.#notes.add(lossNotes.stages, activity.name);
    const parameters = this.#needed(index, exchanges);
    const { name, location, years, category, comment } = activity;
    const id = this.#ids.of(activity.id);
    const references = exchanges.flatMap((each, i) => (each === main || each.reference ? [i] : []));
    const namespaces = {
      xmlns: "http://lca.jrc.it/ILCD/Process",
      ...common,
      "xmlns:olca": "http://openlca.org/ilcd-extensions",
    };
    const document = xml("processDataSet", { ...namespaces, version: "1.1" }, [
      xml("processInformation", {}, [
        xml("dataSetInformation", {}, [
          xml("common:UUID", {}, id),
          xml("name", {}, [xml("baseName", english, name)]),
          category !== null &&
            xml("classificationInformation", {}, [
              xml("common:classification", {}, levels("common:class", "classId", category)),
            ]),
          comment !== null && xml("common:generalComment", english, comment),
        ]),
        xml(
          "quantitativeReference",
          { type: "Reference flow(s)" },
          references.map((i) => xml("referenceToReferenceFlow", {}, i)),
        ),
        years !== null &&
          xml("time", {}, [xml("common:referenceYear", {}, years[0]), xml("common:dataSetValidUntil", {}, years[1])]),
        location !== null && xml("geography", {}, [xml("locationOfOperationSupplyOrProduction", { location })]),
        parameters.length > 0 &&
          xml(
            "mathematicalRelations",
            {},
            parameters.map((parameter) => this.#parameter(parameter)),
          ),
      ]),
      version,
      xml(
        "exchanges",
        {},
        exchanges.map((exchange, i) => this.#exchange(i, exchange, exchanges)),
      ),
    ]);
    return { path: `processes/${id}.xml`, text: xmlDocument(document) };
  }

  #needed(index: number, exchanges: readonly GraphExchange[]): readonly Parameter[] {
    const formulas = exchanges.map(({ formula }) => formula);
    const needed = neededParameters(this.#parameters(index), formulas);
    if (needed.some((parameter) => parameter.activity === undefined))
      this.#notes.add(lossNotes.commonParameters, this.#graph.activities[index]!.name);
    for (const parameter of needed) this.#used.add(parameter);
    return needed;
  }

  #parameter({ name, value, formula, law }: Parameter): XmlPart {
    return xml("variableParameter", { name }, [
      formula !== undefined && xml("formula", {}, spreadsheetFormula(formula)),
      xml("meanValue", {}, value),
      ...this.#uncertainty(law, value, name, "Value").parts,
    ]);
  }

  #exchange(number: number, exchange: GraphExchange, all: readonly GraphExchange[]): XmlPart {
    const { type, formula, comment, provider } = exchange;
    const flow = type === "biosphere" ? this.#graph.flows[exchange.flow]! : this.#graph.products[exchange.flow]!;
    const { isInput, sign } = directionOf(exchange, flow);
    const amount = exchange.amount * sign;
    const { parts, mode } = this.#uncertainty(exchange.law, amount, flow.name, "Amount");
    const maker = provider >= 0 ? this.#graph.activities[provider]!.id : undefined;
    const attributes = {
      dataSetInternalID: number,
      ...(maker !== undefined && { "olca:defaultProvider": this.#ids.of(maker) }),
      ...(type === "substitution" && { "olca:avoidedProduct": true }),
      ...(formula !== undefined && { "olca:formula": spreadsheetFormula(sign === 1 ? formula : `-(${formula})`) }),
      ...(mode !== undefined && { "olca:mostLikelyValue": mode }),
    };
    return xml("exchange", attributes, [
      reference("referenceToFlowDataSet", "flow data set", this.#ids.of(flow.id), flow.name),
      xml("exchangeDirection", {}, isInput ? "Input" : "Output"),
      xml("meanAmount", {}, amount),
      xml("resultingAmount", {}, amount),
      ...parts,
      this.#allocations(exchange, all),
      comment !== undefined && xml("generalComment", english, comment),
    ]);
  }

  /** The elements of a law, and the mode, which the format has no element for. */
  #uncertainty(
    law: Law | undefined,
    amount: number,
    name: string,
    what: "Amount" | "Value",
  ): { readonly parts: XmlPart[]; readonly mode?: number } {
    const type = (text: string) => xml("uncertaintyDistributionType", {}, text);
    const bounds = (lo: number, hi: number) => [xml(`minimum${what}`, {}, lo), xml(`maximum${what}`, {}, hi)];
    const spread = (text: string, value: number) => {
      const percent = percentText(value);
      if (percent === undefined) return this.#lost(name);
      this.#noteRounding(percent, value, name);
      return { parts: [type(text), xml("relativeStandardDeviation95In", {}, percent)] };
    };
    if (law === undefined) return { parts: [] };
    const written = writtenLaw(law, amount);
    switch (written?.type) {
      case "lognormal":
        return spread("log-normal", written.geometricSd ** 2);
      case "normal":
        return spread("normal", 2 * written.sd);
      case "uniform":
        return { parts: [...bounds(written.lo, written.hi), type("uniform")] };
      case "triangular":
        if (what === "Value") return this.#lost(name);
        return { parts: [...bounds(written.lo, written.hi), type("triangular")], mode: written.mode };
      case "undefined":
        return { parts: [type("undefined")] };
      default:
        return this.#lost(name);
    }
  }

  #noteRounding(percent: string, value: number, name: string): void {
    if (Math.abs(Number(percent) - value) > 1e-12 * value) this.#notes.add(lossNotes.rounded, name);
  }

  #lost(name: string): { readonly parts: XmlPart[] } {
    this.#notes.add(lossNotes.laws, name);
    return { parts: [] };
  }

  #allocations(exchange: GraphExchange, all: readonly GraphExchange[]): XmlPart | undefined {
    const hasOthers = all.some(({ type }) => type !== "production");
    // Factors stand at what is shared; without that at the first product, so that they are not lost.
    if (exchange.type === "production" && (hasOthers || exchange !== all[0])) return undefined;
    const factors = all.flatMap((each, number) => {
      if (each.type !== "production") return [];
      const share = exchange.only === undefined ? each.properties?.share : exchange.only === each.flow ? 1 : undefined;
      return share === undefined ? [] : [{ number, share }];
    });
    if (factors.length === 0) return undefined;
    return xml(
      "allocations",
      {},
      factors.map(({ number, share }) => {
        const allocatedFraction = percentText(100 * share) ?? "0";
        this.#noteRounding(allocatedFraction, 100 * share, this.#graph.products[all[number]!.flow]!.name);
        return xml("allocation", { internalReferenceToCoProduct: number, allocatedFraction });
      }),
    );
  }
}

/** Direction and sign in which a reader finds the same kind of exchange again. */
function directionOf(
  { type, amount, reference }: GraphExchange,
  flow: Product | ElementaryFlow,
): { readonly isInput: boolean; readonly sign: 1 | -1 } {
  if ("compartment" in flow) return { isInput: isResource(flow.compartment), sign: 1 };
  if (type === "substitution") return { isInput: false, sign: 1 };
  if (type === "technosphere") return flow.waste ? { isInput: false, sign: -1 } : { isInput: true, sign: 1 };
  if (!flow.waste || (reference && amount > 0)) return { isInput: false, sign: 1 };
  return { isInput: true, sign: -1 };
}

function quantityOf(unit: string): Quantity {
  return unit === "kg" ? quantities.mass : { name: `Amount in ${unit}`, unit };
}

function propertyId({ name, unit }: Quantity): string {
  return nameUuid(`flow property ${name} ${unit}`);
}

function groupId(unit: string): string {
  return nameUuid(`unit group ${unit}`);
}

function unitGroup(unit: string): WrittenFile {
  const id = groupId(unit);
  const attributes = { xmlns: "http://lca.jrc.it/ILCD/UnitGroup", ...common, version: "1.1" };
  const document = xml("unitGroupDataSet", attributes, [
    xml("unitGroupInformation", {}, [
      xml("dataSetInformation", {}, [xml("common:UUID", {}, id), xml("common:name", english, `Units of ${unit}`)]),
      xml("quantitativeReference", {}, [xml("referenceToReferenceUnit", {}, 0)]),
    ]),
    version,
    xml("units", {}, [xml("unit", { dataSetInternalID: 0 }, [xml("name", {}, unit), xml("meanValue", {}, 1)])]),
  ]);
  return { path: `unitgroups/${id}.xml`, text: xmlDocument(document) };
}

function flowProperty(quantity: Quantity): WrittenFile {
  const id = propertyId(quantity);
  const attributes = { xmlns: "http://lca.jrc.it/ILCD/FlowProperty", ...common, version: "1.1" };
  const document = xml("flowPropertyDataSet", attributes, [
    xml("flowPropertiesInformation", {}, [
      xml("dataSetInformation", {}, [xml("common:UUID", {}, id), xml("common:name", english, quantity.name)]),
      xml("quantitativeReference", {}, [
        reference("referenceToReferenceUnitGroup", "unit group data set", groupId(quantity.unit), quantity.unit),
      ]),
    ]),
    version,
  ]);
  return { path: `flowproperties/${id}.xml`, text: xmlDocument(document) };
}

function reference(name: string, type: string, id: string, description: string): XmlPart {
  return xml(name, { type, refObjectId: id }, [xml("common:shortDescription", english, description)]);
}

function levels(name: string, idName: string, path: string): XmlPart[] {
  return path.split("/").map((part, level) => xml(name, { level, [idName]: nameUuid(`${name} ${part}`) }, part));
}
