import type { ElementaryFlow, Product } from "../../lifecycle/graph/exchange-graph.ts";
import type { GraphBuilder } from "../../lifecycle/graph/graph-builder.ts";
import { messages } from "../../message/message.ts";
import { unitRatio } from "./unit-ratio.ts";
import type { XmlFields } from "./xml-fields.ts";

const texts = messages("exchange.flows", {
  otherUnit: {
    en: "{flow} was expected in {expected}, as elsewhere, or a unit that converts to it, but is in {unit}.",
    zh: "{flow} 在别处以 {expected} 计，此处应采用该单位或可与其换算的单位，实际为 {unit}。",
  },
});

interface XmlPlace {
  readonly line: number;
}

/** Declares products and elementary flows when an exchange first names them: formats without a list repeat them in each exchange. */
export class FlowDeclarations {
  readonly #builder: GraphBuilder;
  readonly #units = new Map<string, string>();

  constructor(builder: GraphBuilder) {
    this.#builder = builder;
  }

  /** The unit in which it was declared; undefined if it was not. */
  unitOf(id: string): string | undefined {
    return this.#units.get(id);
  }

  /** The factor from the unit given here to that of the declaration. */
  product(product: Product, fields: XmlFields, at: XmlPlace): number {
    if (this.#units.has(product.id)) return this.#factor(product, fields, at);
    this.#units.set(product.id, product.unit);
    this.#builder.addProduct(product);
    return 1;
  }

  flow(flow: ElementaryFlow, fields: XmlFields, at: XmlPlace): number {
    if (this.#units.has(flow.id)) return this.#factor(flow, fields, at);
    this.#units.set(flow.id, flow.unit);
    this.#builder.addFlow(flow);
    return 1;
  }

  /** The factor from a unit to that in which a flow was declared. */
  ratio(flow: { readonly id: string; readonly name: string; readonly unit: string }, fields: XmlFields, at: XmlPlace) {
    return this.#factor(flow, fields, at);
  }

  #factor({ id, name, unit }: Pick<ElementaryFlow, "id" | "name" | "unit">, fields: XmlFields, at: XmlPlace): number {
    const expected = this.#units.get(id)!;
    if (unit === expected) return 1;
    return unitRatio(unit, expected) ?? fields.refuse(at, texts.otherUnit({ flow: name, expected, unit }));
  }
}
