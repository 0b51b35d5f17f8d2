import type { Activity, ExchangeGraph, Parameter } from "../../lifecycle/graph/exchange-graph.ts";
import type { Message } from "../../message/message.ts";
import { isResource } from "./elementary-direction.ts";
import { type Law, writtenLaw } from "./exchange-law.ts";
import {
  exchangesByActivity,
  flowOf,
  type GraphExchange,
  neededParameters,
  parametersOf,
  productOf,
} from "./graph-exchanges.ts";
import { ImportNotes } from "./import-notes.ts";
import type { InventoryWriter } from "./inventory-format.ts";
import { isUuid, nameUuid } from "./name-uuid.ts";
import { spreadsheetFormula } from "./spreadsheet-formula.ts";
import { lossNotes } from "./writer-notes.ts";
import { WrittenIds } from "./written-ids.ts";
import { type XmlPart, xml, xmlDocument } from "./xml-text.ts";

const english = { "xml:lang": "en" };

/** Writes an inventory as EcoSpold 2: one file for each activity, named by activity and reference product. */
export const writeEcospold2: InventoryWriter = function* (graph) {
  const writer = new EcoSpold2Writer(graph);
  let index = 0;
  for (const exchanges of exchangesByActivity(graph)) {
    const file = writer.file(index++, exchanges);
    if (file) yield file;
  }
  return writer.losses();
};

class EcoSpold2Writer {
  readonly #notes = new ImportNotes();
  readonly #graph: ExchangeGraph;
  readonly #parameters: (activity: number) => readonly Parameter[];
  readonly #used = new Set<Parameter>();
  readonly #ids = new WrittenIds(this.#notes);

  constructor(graph: ExchangeGraph) {
    this.#graph = graph;
    this.#parameters = parametersOf(graph);
  }

  file(index: number, exchanges: readonly GraphExchange[]): { path: string; text: string } | undefined {
    const activity = this.#graph.activities[index]!;
    const products = exchanges.filter(({ type }) => type === "production");
    const reference = products.find((each) => each.reference && each.amount !== 0) ?? products[0];
    if (!reference) {
      this.#notes.add(lossNotes.noProduct, activity.name);
      return undefined;
    }
    if (!reference.reference) this.#notes.add(lossNotes.noReference, activity.name);
    if (activity.stage !== null) this.#notes.add(lossNotes.stages, activity.name);
    const all = this.#parameters(index);
    const parameters = this.#writable(
      activity,
      neededParameters(
        all,
        exchanges.map(({ formula }) => formula),
      ),
    );
    const id = this.#activityId(activity.id);
    const ofType = (isElementary: boolean) =>
      exchanges.flatMap((exchange, i) =>
        (exchange.type === "biosphere") === isElementary
          ? [this.#exchange(id, i, exchange, exchange === reference, parameters !== undefined)]
          : [],
      );
    const document = xml("ecoSpold", { xmlns: "http://www.EcoInvent.org/EcoSpold02" }, [
      xml("activityDataset", {}, [
        description(activity, id),
        xml("flowData", {}, [
          ...ofType(false),
          ...ofType(true),
          ...(parameters ?? []).map((parameter) => this.#parameter(id, parameter)),
        ]),
      ]),
    ]);
    const product = this.#ids.of(productOf(this.#graph, reference).id);
    return { path: `datasets/${id}_${product}.spold`, text: xmlDocument(document) };
  }

  losses(): readonly Message[] {
    for (const parameter of this.#graph.parameters)
      if (!this.#used.has(parameter)) this.#notes.add(lossNotes.unusedParameters, parameter.name);
    return [...this.#notes.list(), lossNotes.administration()];
  }

  /** The needed parameters; undefined if the format, which does not regard case, cannot tell their names apart. */
  #writable(activity: Activity, needed: readonly Parameter[]): readonly Parameter[] | undefined {
    if (new Set(needed.map(({ name }) => name.toLowerCase())).size < needed.length) {
      this.#notes.add(lossNotes.formulas, activity.name);
      return undefined;
    }
    if (needed.some((parameter) => parameter.activity === undefined))
      this.#notes.add(lossNotes.commonParameters, activity.name);
    for (const parameter of needed) this.#used.add(parameter);
    return needed;
  }

  #exchange(
    activity: string,
    place: number,
    exchange: GraphExchange,
    isReference: boolean,
    hasFormulas: boolean,
  ): XmlPart {
    const { type, amount, formula, comment } = exchange;
    const isElementary = type === "biosphere";
    const flow = isElementary ? flowOf(this.#graph, exchange) : productOf(this.#graph, exchange);
    const isWritten = formula !== undefined && hasFormulas;
    const isCredit = type === "substitution";
    const signed = isCredit ? -amount : amount;
    const relation = isWritten ? spreadsheetFormula(isCredit ? `-(${formula})` : formula) : undefined;
    this.#noteLosses(exchange, flow.name);
    const common = {
      id: nameUuid(`${activity} exchange ${place}`),
      unitId: nameUuid(`unit ${flow.unit}`),
      ...("cas" in flow && flow.cas !== null && { casNumber: flow.cas }),
      amount: signed,
      ...(relation !== undefined && { isCalculatedAmount: true, mathematicalRelation: relation }),
    };
    const head = [
      xml("name", english, flow.name),
      xml("unitName", english, flow.unit),
      comment !== undefined && xml("comment", english, comment),
      this.#uncertainty(exchange.law, signed, flow.name),
    ];
    if ("compartment" in flow) {
      const [compartment = "", ...rest] = flow.compartment.split("/");
      return xml("elementaryExchange", { ...common, elementaryExchangeId: this.#ids.of(flow.id) }, [
        ...head,
        xml("compartment", { subcompartmentId: nameUuid(`compartment ${flow.compartment}`) }, [
          xml("compartment", english, compartment),
          rest.length > 0 && xml("subcompartment", english, rest.join("/")),
        ]),
        isResource(flow.compartment) ? xml("inputGroup", {}, 4) : xml("outputGroup", {}, 4),
      ]);
    }
    const provider = exchange.provider >= 0 ? this.#graph.activities[exchange.provider]!.id : undefined;
    const isProduct = type === "production";
    const attributes = {
      ...common,
      intermediateExchangeId: this.#ids.of(flow.id),
      ...(provider !== undefined && { activityLinkId: this.#activityId(provider) }),
    };
    return xml("intermediateExchange", attributes, [
      ...head,
      ...(isProduct ? propertiesOf(exchange) : []),
      !isProduct && flow.waste && wasteClass(),
      isProduct ? xml("outputGroup", {}, exchange.reference || isReference ? 0 : 2) : xml("inputGroup", {}, 5),
    ]);
  }

  #noteLosses(exchange: GraphExchange, name: string): void {
    if (exchange.type === "substitution") this.#notes.add(lossNotes.substitution, name);
    if (exchange.type === "production" && exchange.amount === 0) this.#notes.add(lossNotes.zeroProducts, name);
    if (exchange.properties?.share !== undefined) this.#notes.add(lossNotes.shares, name);
    if (exchange.only !== undefined) this.#notes.add(lossNotes.only, name);
  }

  #parameter(activity: string, { name, value, formula, unit, law }: Parameter): XmlPart {
    const attributes = {
      parameterId: nameUuid(`${activity} parameter ${name}`),
      variableName: name,
      ...(formula !== undefined && { mathematicalRelation: spreadsheetFormula(formula), isCalculatedAmount: true }),
      amount: value,
    };
    return xml("parameter", attributes, [
      xml("name", english, name),
      unit !== undefined && xml("unitName", english, unit),
      this.#uncertainty(law, value, name),
    ]);
  }

  #uncertainty(law: Law | undefined, amount: number, name: string): XmlPart | undefined {
    if (law === undefined) return undefined;
    const written = writtenLaw(law, amount);
    if (!written) {
      this.#notes.add(lossNotes.laws, name);
      return undefined;
    }
    return xml("uncertainty", {}, [distribution(written, amount)]);
  }

  #activityId(id: string): string {
    // Activities that share an id are told apart by their products.
    const own = /^(.{36})_(.{36})$/.exec(id);
    return own && isUuid(own[1]!) && isUuid(own[2]!) ? own[1]! : this.#ids.of(id);
  }
}

function description(activity: Activity, id: string): XmlPart {
  const { name, location, years, category, comment } = activity;
  return xml("activityDescription", {}, [
    xml(
      "activity",
      { id, activityNameId: nameUuid(`activity ${name}`), inheritanceDepth: 0, type: 1, specialActivityType: 0 },
      [
        xml("activityName", english, name),
        comment !== null && xml("generalComment", {}, [xml("text", { ...english, index: 1 }, comment)]),
      ],
    ),
    category !== null &&
      xml("classification", { classificationId: nameUuid(`classification ${category}`) }, [
        xml("classificationSystem", english, "category"),
        xml("classificationValue", english, category),
      ]),
    location !== null &&
      xml("geography", { geographyId: nameUuid(`geography ${location}`) }, [xml("shortname", english, location)]),
    xml("technology", { technologyLevel: 0 }),
    years !== null &&
      xml("timePeriod", {
        startDate: `${String(years[0]).padStart(4, "0")}-01-01`,
        endDate: `${String(years[1]).padStart(4, "0")}-12-31`,
        isDataValidForEntirePeriod: true,
      }),
  ]);
}

function distribution(law: NonNullable<ReturnType<typeof writtenLaw>>, amount: number): XmlPart {
  switch (law.type) {
    case "lognormal": {
      const variance = Math.log(law.geometricSd) ** 2;
      const mu = Math.log(Math.abs(law.median));
      return xml("lognormal", { meanValue: law.median, mu, variance, varianceWithPedigreeUncertainty: variance });
    }
    case "normal": {
      const variance = law.sd ** 2;
      return xml("normal", { meanValue: law.mean, variance, varianceWithPedigreeUncertainty: variance });
    }
    case "uniform":
      return xml("uniform", { minValue: law.lo, maxValue: law.hi });
    case "triangular":
      return xml("triangular", { minValue: law.lo, mostLikelyValue: law.mode, maxValue: law.hi });
    case "pert":
      return xml("beta", { minValue: law.lo, mostFrequentValue: law.mode, maxValue: law.hi });
    case "undefined":
      return xml("undefined", { minValue: amount, maxValue: amount, standardDeviation95: 0 });
  }
}

function propertiesOf({ properties }: GraphExchange): XmlPart[] {
  const property = (name: string, unit: string, amount: number | undefined) =>
    amount === undefined
      ? []
      : [
          xml("property", { propertyId: nameUuid(`property ${name}`), amount, unitId: nameUuid(`unit ${unit}`) }, [
            xml("name", english, name),
            xml("unitName", english, unit),
          ]),
        ];
  return [
    ...property("dry mass", "kg", properties?.mass),
    ...property("heating value, net", "MJ", properties?.energy),
    ...property("price", "currency unit", properties?.price),
  ];
}

function wasteClass(): XmlPart {
  const system = "By-product classification";
  return xml("classification", { classificationId: nameUuid(`${system} Waste`) }, [
    xml("classificationSystem", english, system),
    xml("classificationValue", english, "Waste"),
  ]);
}
