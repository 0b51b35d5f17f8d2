/** The names by which the agents that ship are asked for. */
export const agentNames = ["industry", "lca", "nature", "trade", "uncertainty"] as const;

export type AgentName = (typeof agentNames)[number];
