import type { AgentName } from "../../../../lib/dialogue/agent-name.ts";
import type { Json } from "../../../../lib/dialogue/plan.ts";

/** A request to each agent that it answers. */
export const requests: Readonly<Record<AgentName, { readonly [slot: string]: Json }>> = {
  industry: { material: "cement", amount: 2, unit: "Mt", cap: 1.2e6 },
  lca: { material: "steel", technology: "BF-BOF", amount: 1, unit: "t" },
  nature: { place: "BRA", year: 2022 },
  trade: { place: "DEU", year: 2011 },
  uncertainty: { material: "Other Bituminous Coal", amount: 1000 },
};

/** Requests for industries beside cement. */
export const industryRequests = [
  { material: "steel", amount: 2, unit: "Mt", cap: 2e6 },
  { material: "ammonia", amount: 500, unit: "kt", cap: 4e5, price: 60 },
] as const;
