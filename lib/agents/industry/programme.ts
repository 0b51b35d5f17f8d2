import type { Json } from "../../dialogue/plan.ts";
import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import type { AgentState } from "../state.ts";
import { industryOf } from "./industries.ts";
import type { Industry } from "./industry.ts";
import type { IndustryRequest } from "./request.ts";
import type { Route, Run } from "./routes.ts";
import { costsShape, runShape } from "./shapes.ts";

const texts = messages("agent.industry.programme", {
  noCost: {
    en: "The cost data have no {parameter} of {technology}. The cell `costs` may have been edited; let it be written again.",
    zh: "成本数据中没有 {technology} 的 {parameter}。单元 `costs` 可能被编辑过；请让智能体重写。",
  },
});

/** Hours of a year: equipment that works all of them costs least. */
const HOURS = 8760;
/** Kilotonnes of units in which a product may be given. */
const kilotonnes: Readonly<Record<string, number>> = { t: 1e-3, kt: 1, Mt: 1000 };

/** Kilotonnes of product a year; undefined if the unit is none of mass. */
export function demandOf({ amount, unit }: IndustryRequest): number | undefined {
  const each = kilotonnes[unit ?? ""];
  return amount === undefined || each === undefined ? undefined : amount * each;
}

/** Emissions a year at most, in t CO2: as given, or a share of those of the plant as it is; undefined without a cap. */
export function capOf(state: AgentState<IndustryRequest>): number | undefined {
  const { cap, share } = state.request;
  if (cap !== undefined || share === undefined) return cap;
  const [asItIs] = industryOf(state.request).routes;
  return share * demandOf(state.request)! * state.read(asItIs!.id, runShape).scope1_kg_t;
}

/** The row of the programme that demands the product. */
export function demandRow(request: IndustryRequest): string {
  return `demand.${industryOf(request).product}`;
}

/** A cost of 2030 by technology and parameter. Throws a Fault if the data have none. */
export function costOf(state: AgentState<IndustryRequest>, technology: string, parameter: string): number {
  const { rows } = state.read("costs", costsShape);
  const row = rows.find((each) => each.technology === technology && each.parameter === parameter);
  if (!row) throw new Fault(texts.noCost({ technology, parameter }));
  return row.value;
}

/** Electricity at what a gas plant spends to make it, EUR/MWh: fuel by its efficiency, and its variable cost. */
export function electricityPrice(state: AgentState<IndustryRequest>): number {
  return costOf(state, "gas", "fuel") / costOf(state, "CCGT", "efficiency") + costOf(state, "CCGT", "VOM");
}

/** What `technology_costs` is asked for: prices, a gas plant for that of electricity, and what is built. */
export function technologiesOf({ routes, commodities }: Industry): string[] {
  const built = routes.flatMap(({ equipment }) => equipment.map(({ technology }) => technology));
  return [...new Set(["gas", "CCGT", ...commodities.map(({ price: [technology] }) => technology), ...built])];
}

/** What the equipment of a route costs, EUR per tonne of product: upkeep, and investment over its lifetime without interest. */
function equipmentCost(state: AgentState<IndustryRequest>, { equipment }: Route, run: Run): number {
  return equipment.reduce((sum, { technology, size }) => {
    const cost = (parameter: string) => costOf(state, technology, parameter);
    const yearly = cost("FOM") / 100 + 1 / cost("lifetime");
    return sum + (size(run) * cost("investment") * yearly) / HOURS;
  }, 0);
}

/**
 * The routes and materials of `industry.optimize`. Activity is in kt of product a year, fuel and electricity in MWh, other materials
 * and CO2 in t (kg/t of product is t/kt), money in EUR of 2030.
 */
export function programmeOf(state: AgentState<IndustryRequest>): { readonly [field: string]: Json } {
  const { product, routes, commodities } = industryOf(state.request);
  const written = routes.map((route) => {
    const { id, stores } = route;
    const run = state.read(id, runShape);
    const inputs = {
      ...Object.fromEntries(commodities.map(({ name, amount }) => [name, amount(run)])),
      electricity: run.electricity_kWh_t,
      ...(stores ? { storage: run.stored_kg_t } : {}),
    };
    const cost = 1000 * equipmentCost(state, route, run);
    return [id, { product, inputs, emissions_t: { $from: id, path: "scope1_kg_t" }, cost }];
  });
  const prices = commodities.map(({ name, price: [technology, parameter] }) => [
    name,
    { price: costOf(state, technology, parameter) },
  ]);
  return {
    routes: Object.fromEntries(written) as Json,
    materials: {
      ...Object.fromEntries(prices),
      electricity: { price: electricityPrice(state) },
      storage: { price: state.request.price ?? 0 },
    },
    demand: { [product]: demandOf(state.request)! },
  };
}
