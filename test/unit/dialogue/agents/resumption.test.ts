import { describe, expect, test } from "vitest";
import { MemoryLog } from "../../../../kernel/dialogue/graph/record.ts";
import { runAgent } from "../../../../kernel/dialogue/graph/run-agent.ts";
import type { Agent } from "../../../../lib/agents/agent.ts";
import { agentNamed } from "../../../../lib/agents/agents.ts";
import { agentNames } from "../../../../lib/dialogue/agent-name.ts";
import { BreakingHost } from "../graph/counting-agent.ts";
import { host } from "../shipped-host.ts";
import { industryRequests, requests } from "./requests.ts";

const hashesOf = (log: MemoryLog) =>
  [...log.read().phases].map(([phase, { input, results }]) => [
    phase,
    input,
    [...results].map(([step, { hash }]) => [step, hash]),
  ]);

/** Every agent with a request, and the one of industries with one for each of them. */
const cases = [
  ...agentNames.map((name) => [name, name, requests[name]] as const),
  ...industryRequests.map((request) => [`industry of ${request.material}`, "industry", request] as const),
];

describe.each(cases)("The agent %s", { timeout: 120_000 }, (_, name, request) => {
  const agent = agentNamed(name) as Agent<unknown>;

  test("killed at any of its calls, comes to the same hashes when it is started again", async () => {
    const whole = new MemoryLog(request);
    const counted = new BreakingHost(host);
    expect((await runAgent(agent, whole, counted)).move.kind).toBe("report");
    expect(counted.calls).toBeGreaterThan(3);
    for (let at = 0; at < counted.calls; at++) {
      const log = new MemoryLog(request);
      await expect(runAgent(agent, log, new BreakingHost(host, at))).rejects.toThrow("The process was killed.");
      await runAgent(agent, log, host);
      expect(hashesOf(log)).toEqual(hashesOf(whole));
    }
  });

  test("asks where nothing is said, about a slot that the phase declares", async () => {
    const { move } = await runAgent(agent, new MemoryLog({}), host);
    if (move.kind !== "ask") throw new Error(`It does not ask: ${move.kind}`);
    expect(agent.phases.find(({ name }) => name === move.phase)!.asks).toContain(move.ask);
    expect(move.options.length).toBeGreaterThan(1);
  });
});
