import type { AgentName } from "../dialogue/agent-name.ts";
import type { Agent } from "./agent.ts";
import { industryAgent } from "./industry/industry-agent.ts";
import { lifecycleAgent } from "./lifecycle/lifecycle-agent.ts";
import { natureAgent } from "./nature/nature-agent.ts";
import { tradeAgent } from "./trade/trade-agent.ts";
import { uncertaintyAgent } from "./uncertainty/uncertainty-agent.ts";

/** The agents that ship, by the names by which they are asked for. */
export const agents = {
  industry: industryAgent,
  lca: lifecycleAgent,
  nature: natureAgent,
  trade: tradeAgent,
  uncertainty: uncertaintyAgent,
} satisfies Readonly<Record<AgentName, unknown>>;

/** An agent whose requests are read by its own schema. */
export function agentNamed(name: AgentName): Agent<never> {
  return agents[name] as Agent<never>;
}
