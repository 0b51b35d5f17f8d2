import type { Activity, ExchangeType, ProductProperties } from "../../lifecycle/graph/exchange-graph.ts";
import type { GivenExchange } from "../../lifecycle/graph/graph-builder.ts";
import { messages } from "../../message/message.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { ImportError } from "../mrio/import-error.ts";
import { lawOfSize, scaledLaw } from "./amount-law.ts";
import { compartmentOf, isResource } from "./compartment-path.ts";
import { scaledFormula } from "./formula-text.ts";
import type { ImportNotes } from "./import-notes.ts";
import { olcaShares } from "./olca-allocation.ts";
import { categoryOf } from "./olca-category.ts";
import type { OlcaPackage } from "./olca-package.ts";
import type { OlcaQuantities, ReadFlow } from "./olca-quantities.ts";
import { type OlcaExchange, type OlcaParameter, type OlcaProcess, olcaLocation } from "./olca-schema.ts";
import { olcaLaw, statesLaw } from "./olca-uncertainty.ts";
import { type GivenParameter, ParameterScope } from "./parameter-scope.ts";

const texts = messages("lifecycle.olca-process", {
  noReference: {
    en: 'the process "{process}" has no quantitative reference. Mark one of its products as the quantitative reference.',
    zh: "过程“{process}”没有定量参考。请将其某个产品标为定量参考。",
  },
  otherReference: {
    en: 'the quantitative reference of "{process}" is {flow}, which it neither makes nor treats. Mark a product or a treated waste.',
    zh: "“{process}”的定量参考为 {flow}，但该过程既不生产也不处理它。请标注其产品或所处理的废物。",
  },
  laws: {
    en: "{count} stated uncertainties are not distributions (a deviation of zero, ends in the wrong order) and were left out: {names}",
    zh: "有 {count} 个不确定度不构成分布（偏差为零、上下限颠倒），未读入：{names}",
  },
  formulas: {
    en: "{count} formulas could not be taken over; their amounts are the numbers beside them: {names}",
    zh: "有 {count} 个公式无法读入，采用其旁的数值：{names}",
  },
  stale: {
    en: "{count} amounts differ from their formulas; the value of the formula was taken: {names}",
    zh: "有 {count} 个数量与其公式不符，采用公式的计算值：{names}",
  },
  allocation: {
    en: "{count} processes state allocation factors that do not sum to 1 or differ from exchange to exchange; they were left out: {names}",
    zh: "有 {count} 个过程的分配系数之和不为 1 或因交换而异，未读入：{names}",
  },
  otherMethod: {
    en: "{count} processes state factors of 0 for all products by their default method; the factors of another of their methods were taken: {names}",
    zh: "有 {count} 个过程的默认分配方法系数全为 0，改用其另一方法的系数：{names}",
  },
  places: {
    en: "{count} exchanges state a place of their own, which was not read; regional factors follow the place of the process: {names}",
    zh: "有 {count} 个交换另注地点，未读入；区域化因子按过程所在地选取：{names}",
  },
  providers: {
    en: "{count} exchanges name a provider that is not in the package; they have none here: {names}",
    zh: "有 {count} 个交换所指的供应过程不在数据包中，此处无供应者：{names}",
  },
});

/** A process as the graph's builder takes it. */
export interface ReadProcess {
  readonly activity: Activity;
  readonly exchanges: readonly GivenExchange[];
  /** The flows of the exchanges, each with its compartment if it is elementary. */
  readonly flows: ReadonlyMap<string, { readonly read: ReadFlow; readonly compartment: string }>;
  readonly parameters: ParameterScope<DistributionSpec | undefined>;
  /** Its terms of use, if it states any. */
  readonly restrictions: string | undefined;
}

/** Relative difference from which an amount is said to differ from its formula: exports round to nine digits and more. */
const ROUNDING = 1e-6;

/** Turns processes of an openLCA package into activities. */
export class OlcaProcesses {
  private readonly source: OlcaPackage;
  private readonly quantities: OlcaQuantities;
  private readonly globals: ParameterScope;
  private readonly notes: ImportNotes;

  constructor(source: OlcaPackage, quantities: OlcaQuantities, globals: ParameterScope, notes: ImportNotes) {
    this.source = source;
    this.quantities = quantities;
    this.globals = globals;
    this.notes = notes;
  }

  /** Throws ImportError. */
  async read(process: OlcaProcess): Promise<ReadProcess> {
    const from = this.source.path("processes", process["@id"]);
    const given = process.exchanges ?? [];
    const references = given.filter((exchange) => isReference(exchange));
    if (references.length === 0) throw new ImportError(from, undefined, texts.noReference({ process: process.name }));
    const scope = new ParameterScope(this.globals.dialect, (process.parameters ?? []).map(olcaGiven), this.globals);
    for (const name of scope.fixed) this.notes.add(texts.formulas, `${process.name}: ${name}`);
    const allocation = olcaShares(process);
    const flows = new Map<string, { read: ReadFlow; compartment: string }>();
    const exchanges: GivenExchange[] = [];
    for (const exchange of given) {
      const id = exchange.flow["@id"];
      let flow = flows.get(id);
      if (!flow) {
        const read = await this.quantities.flow(id, from);
        const isElementary = read.flow.flowType === "ELEMENTARY_FLOW";
        const parts = isElementary ? await categoryOf(this.source, read.flow.category, from) : [];
        flow = { read, compartment: compartmentOf(parts) };
        flows.set(id, flow);
      }
      exchanges.push(await this.exchange(process, exchange, flow.read, flow.compartment, scope, allocation, from));
    }
    const products = exchanges.filter(({ type }) => type === "production").length;
    if (!references.some((reference) => exchanges[given.indexOf(reference)]!.type === "production"))
      throw new ImportError(
        from,
        undefined,
        texts.otherReference({ process: process.name, flow: flows.get(references[0]!.flow["@id"])!.read.flow.name }),
      );
    if (products > 1 && allocation.isOther) this.notes.add(texts.otherMethod, process.name);
    if (products > 1 && allocation.isPartial) this.notes.add(texts.allocation, process.name);
    return {
      activity: await this.activity(process, from),
      exchanges: products > 1 ? exchanges : exchanges.map(withoutShare),
      flows,
      parameters: scope,
      restrictions:
        process.processDocumentation?.restrictionsDescription?.trim() ||
        process.processDocumentation?.accessRestrictions?.trim() ||
        undefined,
    };
  }

  private async activity(process: OlcaProcess, from: string): Promise<Activity> {
    const { location, processDocumentation: documentation } = process;
    const path = await categoryOf(this.source, process.category, from);
    let place: string | null = null;
    if (location) {
      const id = location["@id"];
      const found = this.source.has("locations", id)
        ? await this.source.shared("locations", id, olcaLocation, from)
        : undefined;
      place = found?.code || found?.name || location.name || id;
    }
    const [first, last] = [documentation?.validFrom, documentation?.validUntil].map((date) => {
      const year = /^(\d{4})/.exec(date ?? "")?.[1];
      return year === undefined ? undefined : Number(year);
    });
    return {
      id: process["@id"],
      name: process.name,
      location: place,
      years: first === undefined && last === undefined ? null : [first ?? last!, last ?? first!],
      category: path.join("/") || null,
      stage: null,
      comment: process.description || null,
    };
  }

  private async exchange(
    process: OlcaProcess,
    given: OlcaExchange,
    read: ReadFlow,
    compartment: string,
    scope: ParameterScope,
    allocation: ReturnType<typeof olcaShares>,
    from: string,
  ): Promise<GivenExchange> {
    const { flow } = read;
    const label = `${process.name}: ${flow.name}`;
    const factor = await this.quantities.factor(flow, given.flowProperty?.["@id"], given.unit, from);
    const { type, sign } = kindOf(given, flow.flowType, compartment);
    let amount = given.amount;
    let formula: string | undefined;
    if (given.amountFormula?.trim()) {
      const computed = scope.compute(given.amountFormula);
      if (!computed) this.notes.add(texts.formulas, label);
      else {
        const difference = Math.abs(computed.value - amount);
        if (difference > ROUNDING * Math.max(Math.abs(amount), Math.abs(computed.value)))
          this.notes.add(texts.stale, label);
        amount = computed.value;
        formula = scaledFormula(computed.formula, sign * factor);
      }
    }
    let law: DistributionSpec | undefined;
    if (given.uncertainty && statesLaw(given.uncertainty)) {
      const stated = olcaLaw(given.uncertainty);
      law = stated && lawOfSize(scaledLaw(stated, factor), amount);
      if (!law) this.notes.add(texts.laws, label);
    }
    const provider = given.defaultProvider?.["@id"];
    const isLinkable = type === "technosphere" || type === "substitution";
    if (isLinkable && provider !== undefined && !this.source.has("processes", provider))
      this.notes.add(texts.providers, label);
    const only = allocation.only(given);
    if (given.location) this.notes.add(texts.places, label);
    const properties = type === "production" ? propertiesOf(read, given, factor, allocation.shares) : undefined;
    const comment = [given.dqEntry?.trim(), given.description?.trim()].filter(Boolean).join(" ");
    return {
      type,
      flow: flow["@id"],
      amount: sign * amount * factor,
      ...(isLinkable && provider !== undefined && { provider }),
      ...(law && { law }),
      ...(formula !== undefined && { formula }),
      ...(properties && { properties }),
      ...(type === "production" && isReference(given) && { reference: true }),
      ...(type !== "production" && only !== undefined && { only }),
      ...(comment !== "" && { comment }),
    };
  }
}

/** A parameter of a package, with its law. */
export function olcaGiven(parameter: OlcaParameter): GivenParameter<DistributionSpec | undefined> {
  const { name, value, formula, uncertainty } = parameter;
  const isInput = parameter.isInputParameter ?? parameter.inputParameter ?? !formula;
  const law = isInput && uncertainty ? olcaLaw(uncertainty) : undefined;
  return {
    name,
    value: value ?? undefined,
    formula: isInput || !formula?.trim() ? undefined : formula,
    extra: law && lawOfSize(law, 1),
  };
}

function isReference(exchange: OlcaExchange): boolean {
  return exchange.isQuantitativeReference ?? exchange.quantitativeReference ?? false;
}

/** What an exchange is, and the sign that its amount has in the graph. */
function kindOf(
  given: OlcaExchange,
  flowType: string,
  compartment: string,
): { readonly type: ExchangeType; readonly sign: 1 | -1 } {
  const isInput = given.isInput ?? given.input ?? false;
  if (flowType === "ELEMENTARY_FLOW") return { type: "biosphere", sign: isInput === isResource(compartment) ? 1 : -1 };
  const isWaste = flowType === "WASTE_FLOW";
  const sign = isWaste ? -1 : 1;
  if (given.isAvoidedProduct ?? given.avoidedProduct ?? false) return { type: "substitution", sign };
  return { type: isInput === isWaste ? "production" : "technosphere", sign };
}

function propertiesOf(
  { mass, energy }: ReadFlow,
  { flow, costValue, amount }: OlcaExchange,
  factor: number,
  shares: ReadonlyMap<string, number>,
): ProductProperties | undefined {
  const share = shares.get(flow["@id"]);
  const price = costValue == null || amount === 0 ? undefined : Math.abs(costValue / (amount * factor));
  const properties: ProductProperties = {
    ...(mass !== undefined && { mass }),
    ...(energy !== undefined && { energy }),
    ...(price !== undefined && { price }),
    ...(share !== undefined && { share }),
  };
  return Object.keys(properties).length > 0 ? properties : undefined;
}

/** A single product needs no share. */
function withoutShare(exchange: GivenExchange): GivenExchange {
  if (exchange.properties?.share === undefined) return exchange;
  const { share: _, ...rest } = exchange.properties;
  const { properties: __, ...others } = exchange;
  return Object.keys(rest).length > 0 ? { ...others, properties: rest } : others;
}
