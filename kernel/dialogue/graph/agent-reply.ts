import type { Agent } from "../../../lib/agents/agent.ts";
import { bothLanguages } from "../../../lib/dialogue/both-languages.ts";
import type { StepResult } from "../../../lib/dialogue/host.ts";
import type { Assumption, Json, Plan, Step, Want } from "../../../lib/dialogue/plan.ts";
import type { Answer, Ask, PlannedCell, Refusal, Reply, SourcePart, Value } from "../../../lib/dialogue/reply.ts";
import { valueAt } from "../../../lib/dialogue/result-path.ts";
import { fromStepIn } from "../../../lib/dialogue/step-arguments.ts";
import type { Part, Template } from "../../../lib/dialogue/template.ts";
import { messages } from "../../../lib/message/message.ts";
import { inNotebook, prefixOf } from "./cell-names.ts";
import { phaseCells } from "./phase-cells.ts";
import type { MemoryLog, PhaseRun } from "./record.ts";
import type { Stop } from "./run-agent.ts";

const texts = messages("agent", {
  shut: {
    en: "The agent “{agent}” has stopped in the phase “{phase}”: {sentence}",
    zh: "智能体“{agent}”停在“{phase}”阶段：{sentence}",
  },
});

/** What an agent says where it has stopped: its report, a question back, or the gate that stays shut. */
export function replyOf<Request>(agent: Agent<Request>, instance: string, stop: Stop<Request>, log: MemoryLog): Reply {
  const runs = agent.phases.flatMap(({ name }) => log.runs.get(name) ?? []);
  const { move } = stop;
  if (move.kind === "ask") {
    const pending = planOf(instance, runs, []);
    return { kind: "ask", slot: move.ask, question: move.question, options: move.options, pending } satisfies Ask;
  }
  if (move.kind === "blocked") {
    const { title } = agent.phases.find(({ name }) => name === move.phase)!;
    const sentenceIn = (language: "en" | "zh") =>
      bothLanguages(
        texts.shut({ agent: agent.title[language], phase: title[language], sentence: move.failed.sentence[language] }),
      )[language];
    return {
      kind: "refuse",
      reason: "the tool refused",
      sentence: { en: [{ quoted: sentenceIn("en") }], zh: [{ quoted: sentenceIn("zh") }] },
      values: [],
      nearest: [],
      pending: planOf(instance, runs, []),
    } satisfies Refusal;
  }
  const { wants, text, properties } = agent.report(stop.state);
  const plan = planOf(instance, runs, wants);
  return {
    kind: "answer",
    plan,
    values: wants.map((want) => valueOfWant(want, instance, stop.state.results)),
    text: templateIn(text, instance),
    cells: runs.flatMap((run) => cellsOf(agent, instance, run)),
    phases: agent.phases.map(({ name }) => name),
    properties: { ...properties, assumptions: plan.assumed.length, gates: gatesOf(stop) },
  } satisfies Answer;
}

function gatesOf<Request>({ phases }: Stop<Request>): Json {
  const all = phases.flatMap(({ checks }) => checks);
  return { passed: all.filter(({ passed }) => passed).length, of: all.length };
}

/** All steps as one plan: what the phases wrote down themselves stands in the arguments that take it. */
function planOf(instance: string, runs: readonly PhaseRun[], wants: readonly Want[]): Plan {
  const values = new Map(runs.flatMap(({ work }) => Object.entries(work.values ?? {})));
  const steps = runs.flatMap(({ work }) =>
    work.steps.map((step) => ({ ...step, args: inlined(step.args, values) as Step["args"] })),
  );
  const assumed: Assumption[] = runs.flatMap(({ work }) => work.assumed);
  const prefix = prefixOf(instance);
  return {
    steps: inNotebook(steps, instance),
    read: [],
    assumed,
    wants: wants.map((want) => ({ ...want, step: prefix + want.step })),
    by: "planner",
  };
}

function inlined(value: Json, values: ReadonlyMap<string, Json>): Json {
  const from = fromStepIn(value);
  if (from && values.has(from.$from)) return valueAt(from.$from, values.get(from.$from), from.path) as Json;
  if (Array.isArray(value)) return value.map((each) => inlined(each, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inlined(each, values)]));
}

function valueOfWant(want: Want, instance: string, results: ReadonlyMap<string, StepResult>): Value {
  const { step, path, name, unit, primary, lo, hi, range } = want;
  const { result, hash, sources } = results.get(step)!;
  const bound = (at: string | undefined) => (at === undefined ? undefined : valueAt(step, result, at));
  const [low, high] = [bound(lo), bound(hi)];
  return {
    name,
    value: valueAt(step, result, path) as Value["value"],
    unit: typeof unit === "string" ? unit : String(valueAt(step, result, unit.path)),
    cell: prefixOf(instance) + step,
    path,
    hash,
    source: sources.length > 0 ? sources : sourcesBefore(step, results),
    ...(typeof low === "number" ? { lo: low } : {}),
    ...(typeof high === "number" ? { hi: high } : {}),
    ...(range ? { range } : {}),
    ...(primary ? { primary } : {}),
  };
}

/** What a step that reads no dataset itself was made from: the sources of the steps before it. */
function sourcesBefore(step: string, results: ReadonlyMap<string, StepResult>): SourcePart[] {
  const names = [...results.keys()];
  const found = names.slice(0, names.indexOf(step)).flatMap((name) => results.get(name)!.sources);
  return [...new Map(found.map((part) => [`${part.dataset} ${part.where}`, part])).values()];
}

/** A sentence whose marks name the cells as they stand in a notebook. */
function templateIn({ en, zh }: Template, instance: string): Template {
  const prefix = prefixOf(instance);
  const renamed = (part: Part): Part => {
    if (typeof part === "string") return part;
    if ("given" in part) return { given: [prefix + part.given[0], part.given[1]] };
    return "cite" in part ? { cite: prefix + part.cite } : part;
  };
  const some = (parts: readonly Part[]) => parts.filter((part) => part !== "").map(renamed);
  return { en: some(en), zh: some(zh) };
}

function cellsOf<Request>(agent: Agent<Request>, instance: string, { phase, work, record }: PhaseRun): PlannedCell[] {
  const { title } = agent.phases.find(({ name }) => name === phase)!;
  return phaseCells(instance, phase, title, work, record.input).flatMap(({ kind, source }) => {
    const id = /^const (\w+) =/.exec(source)?.[1];
    return kind === "js" && id !== undefined ? [{ id, kind, source }] : [];
  });
}
