import { describe, expect, test } from "vitest";
import { MemoryLog } from "../../../../kernel/dialogue/graph/record.ts";
import { runAgent } from "../../../../kernel/dialogue/graph/run-agent.ts";
import { type Agent, answersOf } from "../../../../lib/agents/agent.ts";
import { agentNamed } from "../../../../lib/agents/agents.ts";
import { agentNames } from "../../../../lib/dialogue/agent-name.ts";
import { host } from "../shipped-host.ts";

/** Which of the options a person takes each time. */
const habits = {
  "the first": () => 0,
  "the last": (count: number) => count - 1,
};

describe.each(agentNames)("The agent %s, of which nothing is known", { timeout: 120_000 }, (name) => {
  const agent = agentNamed(name) as Agent<unknown>;

  test.each(Object.entries(habits))(
    "asks no question twice and comes to its report by %s option",
    async (_, choose) => {
      const log = new MemoryLog({});
      const asked: string[] = [];
      for (;;) {
        const { move } = await runAgent(agent, log, host);
        if (move.kind !== "ask") {
          expect(move.kind).toBe("report");
          break;
        }
        expect(asked).not.toContain(move.question.en);
        asked.push(move.question.en);
        log.answer(answersOf(move, move.options[choose(move.options.length)]!.value));
      }
      expect(asked.length).toBeGreaterThan(0);
    },
  );
});
