import { expect } from "vitest";
import { startAgent } from "../../../../kernel/dialogue/start-agent.ts";
import type { AgentName } from "../../../../lib/dialogue/agent-name.ts";
import type { AgentHost } from "../../../../lib/dialogue/host.ts";
import type { Json } from "../../../../lib/dialogue/plan.ts";
import type { Answer, Ask, Refusal } from "../../../../lib/dialogue/reply.ts";
import { checkTemplate } from "../../../../lib/dialogue/template.ts";

type Input = { readonly [slot: string]: Json };

/** The answer of an agent, whose sentence has no figure of its own; names may have digits. */
export async function answerOf(name: AgentName, input: Input, host: AgentHost): Promise<Answer> {
  const reply = await startAgent(name, input, host);
  if (reply.kind !== "answer") throw new Error(JSON.stringify(reply));
  expect(() => checkTemplate(reply.text, reply.values, () => true)).not.toThrow();
  expect(reply.values.some(({ primary }) => primary)).toBe(true);
  const cells = new Set(reply.cells.map(({ id }) => id));
  expect(reply.values.filter(({ cell }) => !cells.has(cell))).toEqual([]);
  return reply;
}

export async function askOf(name: AgentName, input: Input, host: AgentHost): Promise<Ask> {
  const reply = await startAgent(name, input, host);
  if (reply.kind !== "ask") throw new Error(JSON.stringify(reply));
  expect(reply.options.length).toBeGreaterThan(1);
  return reply;
}

export async function refusalOf(name: AgentName, input: Input, host: AgentHost): Promise<Refusal> {
  const reply = await startAgent(name, input, host);
  if (reply.kind !== "refuse") throw new Error(JSON.stringify(reply));
  return reply;
}
