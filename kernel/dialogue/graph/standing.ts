import {
  type Agent,
  type Check,
  isQuestion,
  type Phase,
  type PhaseWork,
  type Question,
} from "../../../lib/agents/agent.ts";
import { AgentState, type Return } from "../../../lib/agents/state.ts";
import { bothLanguages } from "../../../lib/dialogue/both-languages.ts";
import type { StepResult } from "../../../lib/dialogue/host.ts";
import { Fault, messageOf } from "../../../lib/message/fault.ts";
import { messages, type Text } from "../../../lib/message/message.ts";
import { phaseInput } from "./phase-input.ts";
import type { AgentRecord } from "./record.ts";

/**
 * How a phase stands: it need not run; its gate is shut; it has run on what is no longer so; it is the next; or it waits for those
 * before it.
 */
export type PhaseStatus = "stands" | "shut" | "stale" | "next" | "waits";

export interface PhaseStanding {
  readonly name: string;
  readonly title: Text;
  readonly status: PhaseStatus;
  /** Its conditions, if it has results. */
  readonly checks: readonly Check[];
}

/** What an agent does next. */
export type Move =
  | { readonly kind: "run"; readonly phase: string; readonly work: PhaseWork; readonly input: string }
  | ({ readonly kind: "ask"; readonly phase: string } & Question)
  | { readonly kind: "back"; readonly to: Return }
  | { readonly kind: "blocked"; readonly phase: string; readonly failed: Check }
  | { readonly kind: "report" };

/** Where an agent stands: a fold over what its cells hold. */
export interface Standing<Request> {
  readonly phases: readonly PhaseStanding[];
  /** What the phases that stand give. */
  readonly state: AgentState<Request>;
  readonly move: Move;
}

/** An agent that has gone back for the same reason so often will not do better by going back again. */
const MOST_RETURNS = 3;

/**
 * Recomputes where an agent stands. Phases stand from the first on, as long as each has results of the input that it would have now and its
 * blocking checks pass; the first that does not is next, and nothing before it runs anew. Throws a Fault for a request that cannot be read.
 */
export function standingOf<Request>(agent: Agent<Request>, record: AgentRecord): Standing<Request> {
  const request = readRequest(agent, record);
  const standings: PhaseStanding[] = [];
  let results: ReadonlyMap<string, StepResult> = new Map();
  const stateOf = () => new AgentState(request, results, record.returns);
  const stop = (move: Move, at: number, checks: readonly Check[]): Standing<Request> => {
    const rest = agent.phases.slice(at).map(({ name, title }, i): PhaseStanding => {
      if (i > 0) return { name, title, status: record.phases.has(name) ? "stale" : "waits", checks: [] };
      const status = checks.length > 0 ? "shut" : record.phases.has(name) ? "stale" : "next";
      return { name, title, status, checks };
    });
    return { phases: [...standings, ...rest], state: stateOf(), move };
  };
  for (const [at, phase] of agent.phases.entries()) {
    const work = phase.work(stateOf());
    if (isQuestion(work)) return stop({ kind: "ask", phase: phase.name, ...work }, at, []);
    const input = phaseInput(work, results, stateOf().returnsTo(phase.name));
    const done = record.phases.get(phase.name);
    const names = [...Object.keys(work.values ?? {}), ...work.steps.map(({ id }) => id)];
    if (done?.input !== input || !names.every((name) => done.results.has(name)))
      return stop({ kind: "run", phase: phase.name, work, input }, at, []);
    const before = results;
    results = new Map([...results, ...names.map((name) => [name, done.results.get(name)!] as const)]);
    const state = stateOf();
    const checks = checksOf(phase, state);
    const failed = checks.find(({ passed, blocks }) => blocks && !passed);
    if (failed) {
      const move = moveAfter(phase, state, failed);
      results = before;
      return stop(move, at, checks);
    }
    standings.push({ name: phase.name, title: phase.title, status: "stands", checks });
  }
  return { phases: standings, state: stateOf(), move: { kind: "report" } };
}

const texts = messages("agent", {
  badRequest: {
    en: "The request to the agent “{agent}” cannot be read: {field} does not fit. Change it in the first cell of the agent.",
    zh: "无法读取对智能体“{agent}”的要求：{field} 不符合要求。请在该智能体的第一个单元中修改。",
  },
});

function readRequest<Request>(agent: Agent<Request>, { request }: AgentRecord): Request {
  const parsed = agent.request.safeParse(request);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join(".") || "request";
  throw new Fault(texts.badRequest({ agent: agent.title.en, field }), { field });
}

/** A cell that was edited so that a gate cannot read it fails the gate. */
function checksOf<Request>(phase: Phase<Request>, state: AgentState<Request>): readonly Check[] {
  try {
    return phase.gate(state);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [{ name: "readable", passed: false, blocks: true, sentence: bothLanguages(messageOf(error)) }];
  }
}

function moveAfter<Request>(phase: Phase<Request>, state: AgentState<Request>, failed: Check): Move {
  const before = state.returns.filter(({ from, check }) => from === phase.name && check === failed.name).length;
  const back = before < MOST_RETURNS ? phase.backTo?.(state, failed) : undefined;
  if (back) return { kind: "back", to: { ...back, from: phase.name, check: failed.name } };
  return { kind: "blocked", phase: phase.name, failed };
}
