import type { Activity, ExchangeGraph, Parameter, ProductProperties } from "../../lifecycle/graph/exchange-graph.ts";
import { messages } from "../../message/message.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { plainLaw, scaledLaw } from "./amount-law.ts";
import { isResource, olcaCategoryOf } from "./compartment-path.ts";
import { formulaThere, olcaFormulas, scaledFormula } from "./formula-text.ts";
import { exchangesByActivity, type GraphExchange } from "./graph-exchange.ts";
import { ImportNotes } from "./import-notes.ts";
import type { WrittenInventory } from "./inventory-format.ts";
import { asUuid } from "./name-uuid.ts";
import { olcaUncertaintyOf } from "./olca-uncertainty.ts";
import { OlcaUnits, ref } from "./olca-units.ts";

const texts = messages("lifecycle.olca-writer", {
  laws: {
    en: "{count} uncertainties have a form that openLCA does not have and were not written: {names}",
    zh: "有 {count} 个不确定度的形式在 openLCA 中不存在，未写出：{names}",
  },
  formulas: {
    en: "{count} formulas use what openLCA does not have; their values were written: {names}",
    zh: "有 {count} 个公式使用了 openLCA 没有的内容，写出其数值：{names}",
  },
  prices: {
    en: "{count} prices of products were not written, because their currency is not known: {names}",
    zh: "有 {count} 个产品价格因货币未知而未写出：{names}",
  },
  properties: {
    en: "{count} products have different masses or energies in different activities, where openLCA has one; none was written: {names}",
    zh: "有 {count} 个产品在不同活动中的质量或能量不一，而 openLCA 只有一个，未写出：{names}",
  },
  shares: {
    en: "{count} processes have shares without the name of a method; they were written as physical and as economic factors: {names}",
    zh: "有 {count} 个过程的分配份额未注明方法，同时写为物理和经济分配系数：{names}",
  },
  only: {
    en: "{count} processes give exchanges to one of their products but state no shares of the others; that was not written: {names}",
    zh: "有 {count} 个过程将交换归于某一产品，但未给出其余交换的份额，未写出：{names}",
  },
  stages: {
    en: "{count} stages of the life cycle were not written, because openLCA has no field for them: {names}",
    zh: "有 {count} 个生命周期阶段未写出，因为 openLCA 没有相应字段：{names}",
  },
  noProduct: {
    en: "{count} activities make no product; they were written without a quantitative reference: {names}",
    zh: "有 {count} 个活动没有产品，写出时没有定量参考：{names}",
  },
});

type Json = Record<string, unknown>;

/**
 * An inventory as an openLCA package of schema 2: the files of its ZIP archive by path. Ids that are UUIDs are kept; others
 * become UUIDs of their names. Units of one quantity share a unit group, so openLCA keeps kWh as 3.6 MJ.
 */
export function writeOlca(graph: ExchangeGraph): WrittenInventory {
  return new Writer(graph).whole();
}

class Writer {
  private readonly graph: ExchangeGraph;
  private readonly lists: GraphExchange[][];
  private readonly units = new OlcaUnits();
  private readonly notes = new ImportNotes();
  private readonly files = new Map<string, string>();

  constructor(graph: ExchangeGraph) {
    this.graph = graph;
    this.lists = exchangesByActivity(graph);
  }

  whole(): WrittenInventory {
    this.put("openlca.json", { schemaVersion: 2 });
    this.put("olca-schema.json", { version: 2 });
    for (const location of new Set(this.graph.activities.map((activity) => activity.location)))
      if (location !== null) {
        const id = asUuid("location", location);
        this.put(`locations/${id}.json`, { ...ref("Location", id, location), code: location });
      }
    this.putFlows();
    for (const parameter of this.graph.parameters)
      if (parameter.activity === undefined) {
        const id = asUuid("parameter", parameter.name);
        const object = { "@id": id, ...this.parameter(parameter, "GLOBAL_SCOPE") };
        this.put(`parameters/${id}.json`, object);
      }
    this.graph.activities.forEach((activity, at) => {
      this.put(`processes/${idOf(activity)}.json`, this.process(activity, at));
    });
    for (const [path, object] of this.units.files()) this.put(path, object);
    return { files: this.files, notes: this.notes.list() };
  }

  private put(path: string, object: Json): void {
    this.files.set(path, JSON.stringify(object));
  }

  private putFlows(): void {
    const found = this.properties();
    this.graph.products.forEach((product, at) => {
      const { property, factor } = this.units.of(product.unit);
      const flowProperties: Json[] = [propertyFactor(property, 1, true)];
      for (const [unit, amount] of [
        ["kg", found[at]?.mass],
        ["MJ", found[at]?.energy],
      ] as const) {
        const other = this.units.of(unit).property;
        if (amount !== undefined && other["@id"] !== property["@id"])
          flowProperties.push(propertyFactor(other, amount / factor, false));
      }
      const id = asUuid("product", product.id);
      this.put(`flows/${id}.json`, {
        ...ref("Flow", id, product.name),
        flowType: product.waste ? "WASTE_FLOW" : "PRODUCT_FLOW",
        flowProperties,
      });
    });
    for (const flow of this.graph.flows) {
      const id = asUuid("flow", flow.id);
      this.put(`flows/${id}.json`, {
        ...ref("Flow", id, flow.name),
        flowType: "ELEMENTARY_FLOW",
        category: olcaCategoryOf(flow.compartment),
        ...(flow.cas !== null && { cas: flow.cas }),
        flowProperties: [propertyFactor(this.units.of(flow.unit).property, 1, true)],
      });
    }
  }

  /** Mass and energy of each product, if all activities that make it agree. */
  private properties(): (ProductProperties | undefined)[] {
    const found: (ProductProperties | undefined)[] = this.graph.products.map(() => undefined);
    const differing = new Set<number>();
    for (const { type, place, details } of this.lists.flat()) {
      if (type !== "production" || !details.properties) continue;
      const { mass, energy, price } = details.properties;
      const known = found[place];
      if (price !== undefined) this.notes.add(texts.prices, this.graph.products[place]!.name);
      if (known && (known.mass !== mass || known.energy !== energy)) differing.add(place);
      found[place] = { ...(mass !== undefined && { mass }), ...(energy !== undefined && { energy }) };
    }
    for (const place of differing) {
      found[place] = undefined;
      this.notes.add(texts.properties, this.graph.products[place]!.name);
    }
    return found;
  }

  private process(activity: Activity, at: number): Json {
    const list = this.lists[at]!;
    const productions = list.filter(({ type }) => type === "production");
    const reference = productions.find(({ details }) => details.reference) ?? productions[0];
    if (!reference) this.notes.add(texts.noProduct, activity.name);
    if (activity.stage !== null) this.notes.add(texts.stages, activity.stage);
    const own = this.graph.parameters.filter((parameter) => parameter.activity === at);
    const { location, years } = activity;
    return {
      ...ref("Process", idOf(activity), activity.name),
      processType: "UNIT_PROCESS",
      ...(activity.category !== null && { category: activity.category }),
      ...(activity.comment !== null && { description: activity.comment }),
      ...(location !== null && { location: ref("Location", asUuid("location", location), location) }),
      ...(years && {
        processDocumentation: {
          "@type": "ProcessDocumentation",
          validFrom: `${String(years[0]).padStart(4, "0")}-01-01`,
          validUntil: `${String(years[1]).padStart(4, "0")}-12-31`,
        },
      }),
      ...(own.length > 0 && { parameters: own.map((parameter) => this.parameter(parameter, "PROCESS_SCOPE")) }),
      exchanges: list.map((exchange, i) => this.exchange(activity, exchange, i + 1, exchange === reference)),
      lastInternalId: list.length,
      ...(productions.length > 1 && this.allocation(activity, list, productions)),
    };
  }

  private exchange(activity: Activity, exchange: GraphExchange, internalId: number, isReference: boolean): Json {
    const { type, product, flow, amount, provider, details } = exchange;
    const label = `${activity.name}: ${(product ?? flow)!.name}`;
    const { unit, property } = this.units.of((product ?? flow)!.unit);
    const isWaste = product?.waste ?? false;
    const sign = isWaste ? -1 : 1;
    const isInput = flow ? isResource(flow.compartment) : (type === "production") === isWaste;
    const written = sign * amount;
    const formula = details.formula && formulaThere(scaledFormula(details.formula, sign), olcaFormulas);
    if (details.formula && formula === undefined) this.notes.add(texts.formulas, label);
    const law = this.law(details.law, label);
    const [, dqEntry, comment] = /^(\(\w+(?:;\w+)+\))? ?(.*)$/s.exec(details.comment ?? "") ?? [];
    return {
      "@type": "Exchange",
      internalId,
      flow: flow
        ? { ...ref("Flow", asUuid("flow", flow.id), flow.name), flowType: "ELEMENTARY_FLOW" }
        : {
            ...ref("Flow", asUuid("product", product!.id), product!.name),
            flowType: isWaste ? "WASTE_FLOW" : "PRODUCT_FLOW",
          },
      flowProperty: property,
      unit,
      amount: written,
      isInput,
      isAvoidedProduct: type === "substitution",
      isQuantitativeReference: isReference,
      ...(formula && { amountFormula: formula }),
      ...(provider && { defaultProvider: ref("Process", idOf(provider), provider.name) }),
      ...(law && { uncertainty: olcaUncertaintyOf(written < 0 ? scaledLaw(law, -1) : law) }),
      ...(dqEntry && { dqEntry }),
      ...(comment && { description: comment }),
    };
  }

  private law(law: DistributionSpec | "undefined" | undefined, label: string) {
    if (law === undefined) return undefined;
    const plain = law === "undefined" ? undefined : plainLaw(law);
    if (!plain) this.notes.add(texts.laws, label);
    return plain;
  }

  private parameter({ name, value, formula, law }: Parameter, parameterScope: string): Json {
    const written = formula === undefined ? undefined : formulaThere(formula, olcaFormulas);
    if (formula !== undefined && written === undefined) this.notes.add(texts.formulas, name);
    const plain = this.law(law, name);
    return {
      "@type": "Parameter",
      name,
      parameterScope,
      isInputParameter: written === undefined,
      value,
      ...(written !== undefined && { formula: written }),
      ...(plain && { uncertainty: olcaUncertaintyOf(plain) }),
    };
  }

  /** Factors of each product's share; with exchanges that belong to one product, causal factors of every exchange. */
  private allocation(
    activity: Activity,
    list: readonly GraphExchange[],
    productions: readonly GraphExchange[],
  ): Json | undefined {
    const shares = productions.map(({ details }) => details.properties?.share);
    const hasOnly = list.some(({ details }) => details.only !== undefined);
    if (shares.some((share) => share === undefined)) {
      if (hasOnly) this.notes.add(texts.only, activity.name);
      return undefined;
    }
    const factor = (allocationType: string, { product }: GraphExchange, value: number, internalId?: number) => ({
      "@type": "AllocationFactor",
      allocationType,
      product: ref("Flow", asUuid("product", product!.id), product!.name),
      value,
      ...(internalId !== undefined && { exchange: { "@type": "Exchange", internalId } }),
    });
    if (!hasOnly) {
      this.notes.add(texts.shares, activity.name);
      const kinds = ["PHYSICAL_ALLOCATION", "ECONOMIC_ALLOCATION"];
      return {
        defaultAllocationMethod: kinds[0],
        allocationFactors: kinds.flatMap((kind) => productions.map((made, i) => factor(kind, made, shares[i]!))),
      };
    }
    return {
      defaultAllocationMethod: "CAUSAL_ALLOCATION",
      allocationFactors: list.flatMap(({ type, details: { only } }, i) =>
        type === "production"
          ? []
          : productions.map((made, p) => {
              const value = only === undefined ? shares[p]! : only === made.place ? 1 : 0;
              return factor("CAUSAL_ALLOCATION", made, value, i + 1);
            }),
      ),
    };
  }
}

function idOf(activity: Activity): string {
  return asUuid("process", activity.id);
}

function propertyFactor(flowProperty: Json, conversionFactor: number, isRefFlowProperty: boolean): Json {
  return { "@type": "FlowPropertyFactor", flowProperty, conversionFactor, isRefFlowProperty };
}
