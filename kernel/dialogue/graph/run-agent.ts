import type { Agent, PhaseWork } from "../../../lib/agents/agent.ts";
import type { AgentHost, StepResult } from "../../../lib/dialogue/host.ts";
import { hashOf } from "../../values/canonical.ts";
import { runPlan } from "../run-plan.ts";
import { type Budget, defaultBudget, withinBudget } from "./budget.ts";
import type { AgentLog } from "./record.ts";
import { type Move, type Standing, standingOf } from "./standing.ts";

export interface AgentOptions {
  readonly signal?: AbortSignal | undefined;
  readonly budget?: Budget;
  /** The time in milliseconds, for the budget. */
  readonly now?: () => number;
}

/** Where an agent has stopped: it has its report, asks, or cannot go on past a gate. */
export type Stop<Request> = Standing<Request> & { readonly move: Exclude<Move, { kind: "run" | "back" }> };

/**
 * Lets an agent work until it has its report, must ask, or a gate stays shut. It begins where the log says that it stands, and leaves
 * each phase in the log when it has run: whatever ends it, the next call goes on from there, with the same results. Rejects with the
 * error of a tool, with BudgetSpent, and with the signal's reason.
 */
export async function runAgent<Request>(
  agent: Agent<Request>,
  log: AgentLog,
  host: AgentHost,
  { signal, budget = defaultBudget, now = () => performance.now() }: AgentOptions = {},
): Promise<Stop<Request>> {
  const limited = withinBudget(host, budget, now);
  for (;;) {
    signal?.throwIfAborted();
    const standing = standingOf(agent, log.read());
    const { move } = standing;
    if (move.kind === "run") {
      const results = await runPhase(move.work, standing.state.results, limited, signal);
      log.keep({ phase: move.phase, work: move.work, record: { input: move.input, results } });
    } else if (move.kind === "back") log.goBack(move.to);
    else return { ...standing, move };
  }
}

/** The results of a phase's own values and steps, in their order. */
async function runPhase(
  { values = {}, steps }: PhaseWork,
  earlier: ReadonlyMap<string, StepResult>,
  host: AgentHost,
  signal: AbortSignal | undefined,
): Promise<Map<string, StepResult>> {
  const written = Object.entries(values).map(
    ([name, value]) => [name, { result: value, sources: [], hash: hashOf(value) }] as const,
  );
  const all = await runPlan({ steps }, host, signal, new Map([...earlier, ...written]));
  const own = [...written.map(([name]) => name), ...steps.map(({ id }) => id)];
  return new Map(own.map((name) => [name, all.get(name)!]));
}
