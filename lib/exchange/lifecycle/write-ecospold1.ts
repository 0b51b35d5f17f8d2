import type { Activity, ElementaryFlow, ExchangeGraph } from "../../lifecycle/graph/exchange-graph.ts";
import type { Message } from "../../message/message.ts";
import { ecospold1Names, type WrittenNames } from "./ecospold1-names.ts";
import { isResource } from "./elementary-direction.ts";
import { type Law, writtenLaw } from "./exchange-law.ts";
import { exchangesByActivity, flowOf, type GraphExchange, productOf } from "./graph-exchanges.ts";
import { ImportNotes } from "./import-notes.ts";
import type { InventoryWriter } from "./inventory-format.ts";
import { lossNotes } from "./writer-notes.ts";
import { type XmlPart, xml, xmlDocument } from "./xml-text.ts";

/** Writes an inventory as EcoSpold 1: one file for each process, numbered in the order of the activities. */
export const writeEcospold1: InventoryWriter = function* (graph) {
  const writer = new EcoSpold1Writer(graph);
  let index = 0;
  for (const exchanges of exchangesByActivity(graph)) {
    const file = writer.file(index++, exchanges);
    if (file) yield file;
  }
  return writer.losses();
};

class EcoSpold1Writer {
  readonly #notes = new ImportNotes();
  readonly #graph: ExchangeGraph;
  readonly #names: WrittenNames;

  constructor(graph: ExchangeGraph) {
    this.#graph = graph;
    this.#names = ecospold1Names(graph, this.#notes);
    for (const { name } of graph.parameters) this.#notes.add(lossNotes.parameters, name);
  }

  losses(): readonly Message[] {
    return [...this.#notes.list(), lossNotes.administration()];
  }

  file(index: number, exchanges: readonly GraphExchange[]): { path: string; text: string } | undefined {
    const activity = this.#graph.activities[index]!;
    const reference = exchanges.find((each) => each.reference) ?? exchanges.find(({ type }) => type === "production");
    if (!reference) {
      this.#notes.add(lossNotes.noProduct, activity.name);
      return undefined;
    }
    if (activity.stage !== null) this.#notes.add(lossNotes.stages, activity.name);
    const product = productOf(this.#graph, reference);
    const document = xml("ecoSpold", { xmlns: "http://www.EcoInvent.org/EcoSpold01" }, [
      xml("dataset", { number: index + 1, generator: "Yuheng Notebook", internalSchemaVersion: "1.0" }, [
        xml("metaInformation", {}, [
          xml("processInformation", {}, [
            referenceFunction(activity, reference, product.unit),
            activity.location !== null && xml("geography", { location: activity.location }),
            activity.years !== null &&
              xml("timePeriod", { dataValidForEntirePeriod: true }, [
                xml("startYear", {}, activity.years[0]),
                xml("endYear", {}, activity.years[1]),
              ]),
          ]),
        ]),
        xml("flowData", {}, [
          ...exchanges.map((exchange, i) => this.#exchange(index, i + 1, exchange)),
          ...allocations(exchanges),
        ]),
      ]),
    ]);
    return { path: `processes/${String(index + 1).padStart(5, "0")}.xml`, text: xmlDocument(document) };
  }

  #exchange(activity: number, number: number, exchange: GraphExchange): XmlPart {
    const { type, amount, comment } = exchange;
    const flow = type === "biosphere" ? flowOf(this.#graph, exchange) : productOf(this.#graph, exchange);
    this.#noteLosses(exchange, flow.name);
    const attributes = {
      number,
      ...(type === "biosphere"
        ? this.#elementaryName(exchange.flow)
        : this.#names.product(exchange.flow, type === "production" ? activity : exchange.provider)),
      unit: flow.unit,
      meanValue: amount,
      ...this.#uncertainty(exchange.law, amount, flow.name),
      ...(comment !== undefined && { generalComment: comment }),
    };
    return xml("exchange", attributes, [group(exchange, "compartment" in flow ? flow : undefined)]);
  }

  #elementaryName(index: number) {
    const { compartment, cas } = this.#graph.flows[index]!;
    const [category = "", ...rest] = compartment.split("/");
    return {
      category,
      ...(rest.length > 0 && { subCategory: rest.join("/") }),
      ...(cas !== null && { CASNumber: cas }),
      name: this.#names.flow(index),
    };
  }

  #noteLosses({ formula, properties, type, amount, flow }: GraphExchange, name: string): void {
    if (formula !== undefined) this.#notes.add(lossNotes.formulas, name);
    if ([properties?.mass, properties?.energy, properties?.price].some((each) => each !== undefined))
      this.#notes.add(lossNotes.properties, name);
    const isWaste = type !== "biosphere" && this.#graph.products[flow]!.waste;
    if (type === "production" && isWaste && amount >= 0) this.#notes.add(lossNotes.wastes, name);
  }

  #uncertainty(law: Law | undefined, amount: number, name: string): Record<string, number> {
    const written = law === undefined ? undefined : writtenLaw(law, amount);
    switch (written?.type) {
      case "lognormal":
        return { uncertaintyType: 1, standardDeviation95: written.geometricSd ** 2 };
      case "normal":
        return { uncertaintyType: 2, standardDeviation95: 2 * written.sd };
      case "triangular":
        return { uncertaintyType: 3, minValue: written.lo, maxValue: written.hi, mostLikelyValue: written.mode };
      case "uniform":
        return { uncertaintyType: 4, minValue: written.lo, maxValue: written.hi };
      case "undefined":
        return { uncertaintyType: 0 };
      default:
        if (law !== undefined) this.#notes.add(lossNotes.laws, name);
        return {};
    }
  }
}

function referenceFunction(activity: Activity, reference: GraphExchange, unit: string): XmlPart {
  const [category, ...rest] = activity.category?.split("/") ?? [];
  return xml("referenceFunction", {
    datasetRelatesToProduct: reference.reference === true,
    name: activity.name,
    infrastructureProcess: false,
    amount: reference.amount,
    unit,
    ...(category !== undefined && { category }),
    ...(rest.length > 0 && { subCategory: rest.join("/") }),
    ...(activity.comment !== null && { generalComment: activity.comment }),
  });
}

function group({ type, reference }: GraphExchange, flow: ElementaryFlow | undefined): XmlPart {
  if (flow) return isResource(flow.compartment) ? xml("inputGroup", {}, 4) : xml("outputGroup", {}, 4);
  if (type === "technosphere") return xml("inputGroup", {}, 5);
  return xml("outputGroup", {}, type === "substitution" ? 1 : reference ? 0 : 2);
}

/** Stated shares and assignments to one product, as factors of each exchange. */
function allocations(exchanges: readonly GraphExchange[]): XmlPart[] {
  const products = exchanges.flatMap((exchange, i) =>
    exchange.type === "production" ? [{ exchange, number: i + 1 }] : [],
  );
  const others = exchanges.flatMap((exchange, i) =>
    exchange.type === "production" ? [] : [{ exchange, number: i + 1 }],
  );
  const part = (product: number, fraction: number, numbers: readonly number[]) =>
    xml(
      "allocation",
      { referenceToCoProduct: product, fraction },
      numbers.map((number) => xml("referenceToInputOutput", {}, number)),
    );
  const shared = others.filter(({ exchange }) => exchange.only === undefined).map(({ number }) => number);
  return products.flatMap(({ exchange, number }) => {
    const share = exchange.properties?.share;
    const own = others.filter((other) => other.exchange.only === exchange.flow).map((other) => other.number);
    return [
      ...(share === undefined ? [] : [part(number, share * 100, shared)]),
      ...(own.length === 0 ? [] : [part(number, 100, own)]),
    ];
  });
}
