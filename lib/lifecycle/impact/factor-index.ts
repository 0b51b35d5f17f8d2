import { messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { compartmentOf, writtenPath } from "./compartment.ts";
import { casKey, flowKey } from "./flow-name.ts";
import type { ImpactMethod, Indicator } from "./impact-method.ts";

const texts = messages("lifecycle.impact", {
  indicatorTwice: {
    en: "The indicator {code} is in both {first} and {second}. Choose one of the methods, or rename it.",
    zh: "指标 {code} 同时出现在 {first} 与 {second} 中。请只选其中一种方法，或为其改名。",
  },
  unknownIndicator: {
    en: "The method {method} has a factor of {flow} for the indicator {code}, which it does not declare.",
    zh: "方法 {method} 为 {flow} 给出了指标 {code} 的因子，但未声明该指标。",
  },
  factorTwice: {
    en: "The method {method} has two factors of {flow} in {compartment} for {code}. Keep one.",
    zh: "方法 {method} 对 {compartment} 中的 {flow} 给出了两个 {code} 因子。请只保留一个。",
  },
  factorValue: {
    en: "The method {method} has the factor {value} of {flow} for {code}; it must be a finite number.",
    zh: "方法 {method} 中 {flow} 对 {code} 的因子为 {value}，应为有限数。",
  },
});

/** An indicator with the method that it is of. */
export interface MethodIndicator extends Indicator {
  readonly method: string;
}

export interface Factor {
  readonly value: number;
  readonly unit: string;
}

/** The factors of a flow by place; "" is the whole world. */
export type FactorsByPlace = ReadonlyMap<string, Factor>;

/** The factors of one flow in one indicator, by compartment and then place. */
type Places = ReadonlyMap<string, FactorsByPlace>;

/** The factors of a flow that is found by its id. */
export interface IdentifiedFactors {
  /** As the method writes it. */
  readonly name: string;
  readonly compartment: string;
  readonly places: Map<string, Factor>;
}

interface NamedFactors {
  /** As the method writes it. */
  readonly name: string;
  readonly places: Map<string, Map<string, Factor>>;
  /** Written paths by the compartment and place that they mean, where another name stands for it. */
  readonly meant: Map<string, string>;
}

/** The factors of methods, found by the name or CAS number of a flow, its compartment and place. */
export class FactorIndex {
  readonly indicators: readonly MethodIndicator[];
  readonly isRegionalised: boolean;
  private readonly flows: Map<string, NamedFactors>[];
  private readonly byId: Map<string, IdentifiedFactors>[];
  /** The name with a CAS number; null where several have it, of which none is meant. */
  private readonly byCas = new Map<string, string | null>();

  /** Throws LifecycleError if two methods have one indicator, or a factor occurs twice or is not finite. */
  constructor(methods: readonly ImpactMethod[]) {
    this.indicators = methods.flatMap(({ id, indicators }) => indicators.map((each) => ({ ...each, method: id })));
    const places = new Map<string, number>();
    for (const [at, { code, method }] of this.indicators.entries()) {
      const first = places.get(code);
      if (first !== undefined)
        throw new LifecycleError(
          "methods",
          texts.indicatorTwice({ code, first: this.indicators[first]!.method, second: method }),
        );
      places.set(code, at);
    }
    this.flows = this.indicators.map(() => new Map());
    this.byId = this.indicators.map(() => new Map());
    let isRegionalised = false;
    for (const { id, factors } of methods)
      for (const { indicator: code, flow, compartment, unit, value, location, cas, flowId } of factors) {
        const row = places.get(code);
        if (row === undefined || this.indicators[row]!.method !== id)
          throw new LifecycleError("methods", texts.unknownIndicator({ method: id, flow, code }));
        if (!Number.isFinite(value))
          throw new LifecycleError("methods", texts.factorValue({ method: id, flow, code, value }));
        isRegionalised ||= location !== undefined;
        if (flowId !== undefined) {
          const own = this.byId[row]!.get(flowId) ?? { name: flow, compartment, places: new Map<string, Factor>() };
          this.byId[row]!.set(flowId, own);
          if (own.places.has(location ?? ""))
            throw new LifecycleError("methods", texts.factorTwice({ method: id, flow, compartment, code }));
          own.places.set(location ?? "", { value, unit });
        }
        // Found by its id alone.
        if (compartment === "") continue;
        const key = flowKey(flow);
        const known: NamedFactors = this.flows[row]!.get(key) ?? { name: flow, places: new Map(), meant: new Map() };
        this.flows[row]!.set(key, known);
        if (!addFactor(known, compartment, location ?? "", { value, unit }))
          throw new LifecycleError("methods", texts.factorTwice({ method: id, flow, compartment, code }));
        const number = casKey(cas);
        if (number !== undefined)
          this.byCas.set(
            number,
            (this.byCas.get(number) ?? key) === key && this.byCas.get(number) !== null ? key : null,
          );
      }
    this.isRegionalised = isRegionalised;
  }

  /** The factors of a flow by its name in an indicator. */
  named(indicator: number, name: string): { readonly name: string; readonly places: Places } | undefined {
    return this.flows[indicator]!.get(flowKey(name));
  }

  /** The factors of the flow with an id of the method's own files. */
  identified(indicator: number, id: string): IdentifiedFactors | undefined {
    return this.byId[indicator]!.get(id);
  }

  /** Whether any indicator has a factor of a flow of this name. */
  has(name: string): boolean {
    return this.flows.some((flows) => flows.has(flowKey(name)));
  }

  /** The name of the one flow with a CAS number. */
  nameOf(cas: string | null): string | undefined {
    const key = casKey(cas);
    return key === undefined ? undefined : (this.byCas.get(key) ?? undefined);
  }
}

/**
 * Keeps a factor under its path as written and under the compartment that this means, so that a flow finds it by either. A path of which
 * only the medium is known means a part of it, so the factor does not hold for the whole. Of several paths that mean
 * one compartment, that of the list itself stands for it, else the shortest: "low. pop." before "low. pop., long-term".
 * False if the path has one already.
 */
function addFactor({ places, meant }: NamedFactors, compartment: string, place: string, factor: Factor): boolean {
  const path = writtenPath(compartment);
  const under = (key: string) => {
    const byPlace = places.get(key) ?? new Map<string, Factor>();
    places.set(key, byPlace);
    return byPlace;
  };
  const own = under(path);
  const standing = meant.get(`${path}\n${place}`);
  if (own.has(place) && standing === undefined) return false;
  own.set(place, factor);
  meant.delete(`${path}\n${place}`);
  const found = compartmentOf(compartment);
  if (!found?.complete || found.context === path) return true;
  const key = `${found.context}\n${place}`;
  const other = meant.get(key);
  const isFree = !under(found.context).has(place);
  if (isFree || (other !== undefined && path.length < other.length)) {
    under(found.context).set(place, factor);
    meant.set(key, path);
  }
  return true;
}
