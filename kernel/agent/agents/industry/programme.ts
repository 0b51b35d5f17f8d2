import type { z } from "zod";
import { Fault } from "../../../../lib/message/fault.ts";
import { messages } from "../../../../lib/message/message.ts";
import type { AgentState } from "../../graph/state.ts";
import type { Json } from "../../plan.ts";
import type { IndustryRequest } from "./request.ts";
import { routes } from "./routes.ts";
import { costsShape, runShape } from "./shapes.ts";

const said = messages("agent.industry.programme", {
  noCost: {
    en: "The cost data have no {parameter} of {technology}. The cell `costs` may have been edited; let it be written again.",
    zh: "成本数据中没有 {technology} 的 {parameter}。单元 `costs` 可能被编辑过；请让智能体重写。",
  },
});

/** Hours of a year: capture that works all of them costs least, and is paid for what it stores a year. */
const HOURS = 8760;
/** Kilotonnes of units in which a product may be given. */
const kilotonnes: Readonly<Record<string, number>> = { t: 1e-3, kt: 1, Mt: 1000 };
const fuelsOf = { coal: ["coal", "fuel of clay"], gas: ["gas", "gas of capture"] } as const;

/** Kilotonnes of product a year; undefined if the unit is none of mass. */
export function demandOf({ amount, unit }: IndustryRequest): number | undefined {
  const each = kilotonnes[unit ?? ""];
  return amount === undefined || each === undefined ? undefined : amount * each;
}

/** A cost of 2030 by technology and parameter. Throws a Fault if the data have none. */
export function costOf(state: AgentState<IndustryRequest>, technology: string, parameter: string): number {
  const { rows } = state.read("costs", costsShape);
  const row = rows.find((each) => each.technology === technology && each.parameter === parameter);
  if (!row) throw new Fault(said.noCost({ technology, parameter }));
  return row.value;
}

/** Electricity at what a gas plant spends to make it, EUR/MWh: fuel by its efficiency, and its variable cost. */
export function electricityPrice(state: AgentState<IndustryRequest>): number {
  return costOf(state, "gas", "fuel") / costOf(state, "CCGT", "efficiency") + costOf(state, "CCGT", "VOM");
}

/**
 * The routes and materials of `industry.optimize`. Activity is in kt of cement a year, fuel and electricity in MWh, CO2 in t (kg/t of
 * cement is t/kt), money in EUR of 2030. Investment of capture is paid over its lifetime without interest.
 */
export function programmeOf(state: AgentState<IndustryRequest>): { readonly [field: string]: Json } {
  const investment = costOf(state, "cement capture", "investment") / HOURS;
  const upkeep = costOf(state, "cement capture", "FOM") / 100;
  const lifetime = costOf(state, "cement capture", "lifetime");
  const written = routes.map(({ id, captures }) => {
    const run = state.read(id, runShape);
    const stored = run.stored_kg_t;
    const heat = (names: readonly string[]) => 1000 * sumOf(run.links.filter(({ from }) => names.includes(from)));
    const inputs = {
      coal: heat(fuelsOf.coal),
      gas: heat(fuelsOf.gas),
      electricity: run.electricity_kWh_t,
      ...(captures ? { storage: stored } : {}),
    };
    const cost = captures ? stored * investment * (upkeep + 1 / lifetime) : 0;
    return [id, { product: "cement", inputs, emissions_t: { $from: id, path: "scope1_kg_t" }, cost }];
  });
  return {
    routes: Object.fromEntries(written) as Json,
    materials: {
      coal: { price: costOf(state, "coal", "fuel") },
      gas: { price: costOf(state, "gas", "fuel") },
      electricity: { price: electricityPrice(state) },
      storage: { price: state.request.price ?? 0 },
    },
    demand: { cement: demandOf(state.request)! },
  };
}

function sumOf(links: readonly z.output<typeof runShape>["links"][number][]): number {
  return links.reduce((sum, { energy_MW }) => sum + energy_MW, 0);
}
