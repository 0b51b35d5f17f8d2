import { type ExchangeGraph, exchangeTypes } from "../../../../lib/lifecycle/graph/exchange-graph.ts";
import { converts, unitFactor } from "../../../../lib/quantity/quantity.ts";

/** Units in which graphs are compared: formats keep amounts in the reference unit of a quantity. */
const references = ["kg", "MJ", "m3", "item"];

function inReference(unit: string): readonly [unit: string, factor: number] {
  const reference = references.find((known) => known === unit || converts(unit, known));
  return reference === undefined ? [unit, 1] : [reference, reference === unit ? 1 : unitFactor(unit, reference)];
}

const scaled = (law: Record<string, unknown>, factor: number) =>
  Object.fromEntries(
    Object.entries(law).map(([key, value]) => [
      key,
      typeof value === "number" && key !== "geometricSd" ? value * factor : value,
    ]),
  );

/** What a graph says, without ids and the order of anything: by names, in reference units. */
export function plainGraph(graph: ExchangeGraph) {
  const { count, activity, type, flow, amount, provider, details } = graph.exchanges;
  const exchanges: Record<string, unknown>[][] = graph.activities.map(() => []);
  for (let at = 0; at < count; at++) {
    const kind = exchangeTypes[type[at]!]!;
    const product = kind === "biosphere" ? undefined : graph.products[flow[at]!]!;
    const elementary = kind === "biosphere" ? graph.flows[flow[at]!]! : undefined;
    const [unit, factor] = inReference((product ?? elementary)!.unit);
    const { law, formula, reference, properties, only, comment } = details.get(at) ?? {};
    exchanges[activity[at]!]!.push({
      kind,
      flow: (product ?? elementary)!.name,
      waste: product?.waste,
      compartment: elementary?.compartment,
      cas: elementary?.cas,
      unit,
      amount: amount[at]! * factor,
      provider: graph.activities[provider[at]!]?.name,
      law: typeof law === "object" ? scaled({ ...law }, factor) : law,
      formula: formula !== undefined,
      reference: reference === true,
      share: properties?.share,
      only: only === undefined ? undefined : graph.products[only]!.name,
      comment,
    });
  }
  const sorted = (list: readonly Record<string, unknown>[]) =>
    [...list].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const orderOf = (entry: Record<string, unknown>) =>
    ["name", "kind", "flow", "compartment", "provider", "comment"].map((key) => String(entry[key])).join("\u0000");
  return {
    activities: sorted(
      graph.activities.map(({ name, location, years, category, comment }, at) => ({
        name,
        location,
        years,
        category,
        comment,
        exchanges: sorted(exchanges[at]!),
      })),
    ),
    parameters: sorted(
      graph.parameters.map(({ name, value, formula, activity: of, law }) => ({
        name,
        value,
        formula: formula !== undefined,
        activity: of === undefined ? undefined : graph.activities[of]!.name,
        law,
      })),
    ),
  };
}

/**
 * Where two plain graphs differ; undefined if they do not. Numbers may differ by 1e-9 of their size: amounts are converted to the
 * reference unit and written as decimals or as the logarithm of a median, which costs some of the last digits.
 */
export function difference(a: unknown, b: unknown, path = ""): string | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const isNear = a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
    return isNear ? undefined : `${path}: ${a} and ${b}`;
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return a === b ? undefined : `${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of keys) {
    const found = difference(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      `${path}.${key}`,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
