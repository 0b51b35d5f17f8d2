import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { QuantityError } from "../../quantity/quantity-error.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { climateMethod, metricCoverage } from "./climate-method.ts";
import type { ImpactMethod } from "./impact-method.ts";

const texts = messages("lifecycle.impact", {
  unknownMethod: {
    en: 'There is no method, indicator or metric "{id}". There are {methods}; the indicators {indicators}; and the metrics {metrics}.',
    zh: "没有名为“{id}”的方法、指标或折算指标。现有方法：{methods}；指标：{indicators}；折算指标：{metrics}。",
  },
});

/** Indicators that are written out in an error; imported methods may have hundreds. */
const WRITTEN = 60;

/**
 * The methods asked for: by id, by the code of one indicator, or by a metric of the IPCC such as AR6.GTP100; all that ship if none is
 * asked for. Of several with a name, the first is taken. Throws LifecycleError for a name that is none of these.
 */
export function chosenMethods(methods: readonly ImpactMethod[], ids?: readonly string[]): ImpactMethod[] {
  if (ids === undefined) return methods.filter(({ origin }) => origin === undefined);
  const wanted = new Map<string, ImpactMethod>();
  const codes = new Map<string, Set<string>>();
  for (const id of new Set(ids)) {
    const method = methods.find((each) => each.id === id);
    const holder = methods.find(({ indicators }) => indicators.some(({ code }) => code === id));
    const whole = method ?? (holder ? undefined : metricMethod(id, methods));
    if (whole) {
      wanted.set(whole.id, whole);
      codes.delete(whole.id);
    } else if (holder && (codes.has(holder.id) || !wanted.has(holder.id))) {
      wanted.set(holder.id, holder);
      codes.set(holder.id, (codes.get(holder.id) ?? new Set()).add(id));
    }
  }
  return [...wanted.values()].map((method) => {
    const only = codes.get(method.id);
    if (!only) return method;
    return {
      ...method,
      indicators: method.indicators.filter(({ code }) => only.has(code)),
      factors: method.factors.filter(({ indicator }) => only.has(indicator)),
    };
  });
}

function metricMethod(id: string, known: readonly ImpactMethod[]): ImpactMethod {
  try {
    return climateMethod(id);
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    const codes = known.flatMap(({ indicators }) => indicators.map(({ code }) => code));
    const metrics = metricCoverage().filter(({ gases }) => gases.length > 0);
    throw new LifecycleError(
      "methods",
      texts.unknownMethod({
        id,
        methods: known.map((each) => each.id),
        indicators: codes.length > WRITTEN ? someOf(codes) : codes,
        metrics: metrics.map(({ metric }) => metric),
      }),
    );
  }
}
