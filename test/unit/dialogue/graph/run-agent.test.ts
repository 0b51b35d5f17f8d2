import { describe, expect, test } from "vitest";
import { BudgetSpent } from "../../../../kernel/dialogue/graph/budget.ts";
import { MemoryLog } from "../../../../kernel/dialogue/graph/record.ts";
import { runAgent } from "../../../../kernel/dialogue/graph/run-agent.ts";
import { standingOf } from "../../../../kernel/dialogue/graph/standing.ts";
import { NodeAgentHost } from "../../../../kernel/headless/node-agent-host.ts";
import { BreakingHost, countingAgent, type Journey } from "./counting-agent.ts";

const host = new NodeAgentHost(() => Promise.reject(new Error("No dataset is read.")));
const logOf = (request: Journey) => new MemoryLog({ ...request });
const hashesOf = (log: MemoryLog) =>
  [...log.read().phases].flatMap(([, { results }]) => [...results].map(([step, { hash }]) => [step, hash]));

describe("An agent", () => {
  test("runs its phases in order and gives its report", async () => {
    const log = logOf({ amount: 2 });
    const { move, phases, state } = await runAgent(countingAgent, log, host);
    expect(move.kind).toBe("report");
    expect(phases.map(({ status }) => status)).toEqual(["stands", "stands", "stands"]);
    expect(state.results.get("milligrams")!.result).toMatchObject({ value: 2e9 });
  });

  test("that has its report runs nothing anew", async () => {
    const log = logOf({ amount: 2 });
    await runAgent(countingAgent, log, host);
    const counted = new BreakingHost(host);
    expect((await runAgent(countingAgent, log, counted)).move.kind).toBe("report");
    expect(counted.calls).toBe(0);
  });

  test("killed at any call goes on to the same hashes, and does not repeat phases that stand", async () => {
    const whole = logOf({ amount: 3 });
    const counted = new BreakingHost(host);
    await runAgent(countingAgent, whole, counted);
    expect(counted.calls).toBe(4);
    for (let at = 0; at < counted.calls; at++) {
      const log = logOf({ amount: 3 });
      await expect(runAgent(countingAgent, log, new BreakingHost(host, at))).rejects.toThrow("The process was killed.");
      const standing = [...log.read().phases.values()].reduce((sum, { results }) => sum + results.size, 0);
      const resumed = new BreakingHost(host);
      await runAgent(countingAgent, log, resumed);
      expect(hashesOf(log)).toEqual(hashesOf(whole));
      // One of the values of a phase that stands is written down, not called for.
      expect(resumed.calls).toBe(counted.calls - Math.max(0, standing - 1));
    }
  });

  test("stopped by its signal goes on later", async () => {
    const log = logOf({ amount: 3 });
    const stop = new AbortController();
    const stopping = new BreakingHost({
      call: (...given) => {
        if (stopping.calls === 3) stop.abort(new Error("The reader has stopped it."));
        return host.call(...given);
      },
    });
    await expect(runAgent(countingAgent, log, stopping, { signal: stop.signal })).rejects.toThrow(
      "The reader has stopped it.",
    );
    expect([...log.read().phases.keys()]).toEqual(["mass"]);
    expect((await runAgent(countingAgent, log, host)).move.kind).toBe("report");
  });

  test("asks before it guesses, and goes on with the answer", async () => {
    const log = logOf({});
    const asked = await runAgent(countingAgent, log, host);
    expect(asked.move).toMatchObject({ kind: "ask", phase: "mass", ask: "amount" });
    expect(asked.phases.map(({ status }) => status)).toEqual(["next", "waits", "waits"]);
    log.answer({ amount: 2 });
    expect((await runAgent(countingAgent, log, host)).state.results.get("grams")!.result).toMatchObject({ value: 2e6 });
  });

  test("goes back while its gate is red, and says why", async () => {
    const log = logOf({ amount: 1, least: 3.5e6 });
    const { move, state } = await runAgent(countingAgent, log, host);
    expect(move.kind).toBe("report");
    expect(state.results.get("grams")!.result).toMatchObject({ value: 4e6 });
    expect(log.read().returns).toEqual(
      [1, 2].map(() => ({
        from: "enough",
        to: "mass",
        check: "least",
        because: { en: "There is too little.", zh: "There is too little." },
      })),
    );
  });

  test("stops at a gate that going back does not open", async () => {
    const log = logOf({ amount: 1, least: 1e9 });
    const { move, phases } = await runAgent(countingAgent, log, host);
    expect(move).toMatchObject({ kind: "blocked", phase: "enough", failed: { name: "least" } });
    expect(phases.at(-1)).toMatchObject({ status: "shut", checks: [{ name: "least", passed: false }] });
  });

  test("stops when its budget of calls or of time is spent, and goes on when it is started again", async () => {
    const log = logOf({ amount: 2 });
    const budget = { steps: 3, seconds: 60 };
    await expect(runAgent(countingAgent, log, host, { budget })).rejects.toThrow(BudgetSpent);
    expect([...log.read().phases.keys()]).toEqual(["mass", "small units"]);
    expect((await runAgent(countingAgent, log, host, { budget })).move.kind).toBe("report");
    let time = 0;
    const late = { budget, now: () => (time += 40_000) };
    await expect(runAgent(countingAgent, logOf({ amount: 2 }), host, late)).rejects.toThrow("60 seconds");
  });

  test("is stale below a result that was changed, and nowhere else", async () => {
    const log = logOf({ amount: 2 });
    await runAgent(countingAgent, log, host);
    const small = log.read().phases.get("small units")!;
    const changed = new Map(small.results).set("grams", { result: { value: 5 }, sources: [], hash: "changed" });
    log.keep({ ...log.runs.get("small units")!, record: { ...small, results: changed } });
    const { phases } = standingOf(countingAgent, log.read());
    expect(phases.map(({ status }) => status)).toEqual(["stands", "stands", "stale"]);
  });

  test("fails the gate of a phase whose cell no longer holds what it needs", async () => {
    const log = logOf({ amount: 2 });
    await runAgent(countingAgent, log, host);
    const mass = log.read().phases.get("mass")!;
    const changed = new Map(mass.results).set("kilograms", { result: "heavy", sources: [], hash: "changed" });
    log.keep({ ...log.runs.get("mass")!, record: { ...mass, results: changed } });
    const { move, phases } = standingOf(countingAgent, log.read());
    expect(move).toMatchObject({ kind: "blocked", phase: "mass", failed: { name: "readable" } });
    expect(phases[0]!.checks[0]!.sentence.en).toMatch(/^The cell of kilograms no longer holds/);
  });

  test("refuses a request that its schema does not read", async () => {
    const log = new MemoryLog({ amount: "much" });
    await expect(runAgent(countingAgent, log, host)).rejects.toThrow(/amount does not fit/);
  });
});
