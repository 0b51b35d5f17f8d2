import type { z } from "zod";
import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import type { AgentState } from "../state.ts";
import type { TradeRequest } from "./request.ts";
import { accountsShape } from "./shapes.ts";

const texts = messages("agent.trade.account", {
  noRegion: {
    en: "The table has no region {place}. It has {regions:and}.",
    zh: "该表没有地区 {place}。它包含 {regions:and}。",
  },
});

/** The accounts of one region in a table, CO2 alone. */
export interface RegionAccount {
  readonly accounts: z.output<typeof accountsShape>;
  /** Position of the region, and of CO2 among the stressors. */
  readonly region: number;
  readonly stressor: number;
  readonly unit: string;
  /** The path of an account of the region in the result, such as `D_cba.0.7`. */
  path(account: "D_pba" | "D_cba" | "D_imp" | "D_exp"): string;
}

/** The account of the region that is asked for. Throws a Fault for a region that the table does not have. */
export function accountOf(state: AgentState<TradeRequest>): RegionAccount {
  const accounts = state.read("accounts", accountsShape);
  const { place = "" } = state.request;
  const region = accounts.regions.indexOf(place);
  if (region < 0) throw new Fault(texts.noRegion({ place, regions: accounts.regions }), { field: "place" });
  const stressor = Math.max(0, accounts.stressors.indexOf("CO2"));
  return {
    accounts,
    region,
    stressor,
    unit: accounts.units.stressors[stressor]!,
    path: (account) => `${account}.${stressor}.${region}`,
  };
}
