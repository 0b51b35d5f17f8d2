import type { Agent } from "../../lib/agents/agent.ts";
import { agentNamed } from "../../lib/agents/agents.ts";
import type { AgentName } from "../../lib/dialogue/agent-name.ts";
import { bothLanguages } from "../../lib/dialogue/both-languages.ts";
import type { AgentHost } from "../../lib/dialogue/host.ts";
import type { Json } from "../../lib/dialogue/plan.ts";
import type { Reply } from "../../lib/dialogue/reply.ts";
import { Fault, messageOf } from "../../lib/message/fault.ts";
import { replyOf } from "./graph/agent-reply.ts";
import { MemoryLog } from "./graph/record.ts";
import { type AgentOptions, runAgent } from "./graph/run-agent.ts";

/**
 * Lets an agent work without a notebook, and answers with its report, asks what it must know, or says which gate stays shut. What was
 * answered goes into the input, and the agent is started again. Rejects only with the signal's reason.
 * @param input slots that were read; each agent's request says which it takes, and it does not see the others
 */
export async function startAgent(
  name: AgentName,
  input: { readonly [slot: string]: Json },
  host: AgentHost,
  signal?: AbortSignal,
  options: Omit<AgentOptions, "signal"> = {},
): Promise<Reply> {
  const agent = agentNamed(name) as Agent<unknown>;
  const log = new MemoryLog(input);
  const instance = `${name}-1`;
  try {
    return replyOf(agent, instance, await runAgent(agent, log, host, { ...options, signal }), log);
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof Fault)) throw error;
    const pending = { steps: [], read: [], assumed: [], wants: [], by: "planner" } as const;
    const { en, zh } = bothLanguages(messageOf(error));
    const sentence = { en: [{ quoted: en }], zh: [{ quoted: zh }] };
    return { kind: "refuse", reason: "the tool refused", sentence, values: [], nearest: [], pending };
  }
}
