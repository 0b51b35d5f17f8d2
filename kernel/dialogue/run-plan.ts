import type { AgentHost, CallResult, StepResult } from "../../lib/dialogue/host.ts";
import type { Json, Plan, Step } from "../../lib/dialogue/plan.ts";
import type { SourcePart } from "../../lib/dialogue/reply.ts";
import { valueAt } from "../../lib/dialogue/result-path.ts";
import { callArguments, fromStepIn } from "../../lib/dialogue/step-arguments.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { toolsOf } from "../services/namespace.ts";
import { hashOf } from "../values/canonical.ts";

const texts = messages("agent", {
  notEarlier: {
    en: "Step `{step}` takes `{from}`, which is no earlier step of the plan.",
    zh: "步骤 `{step}` 引用了 `{from}`，但计划中此前没有这一步骤。",
  },
});

/**
 * Runs the steps of a plan in order, each as its cell would: handles such as that of `consumption.table` are handles here, too, and
 * go to later steps by `$from`. `known` are results of earlier steps that the plan may use and does not run again. Rejects with the
 * error of the first tool that refuses, with a Fault for a reference that leads nowhere, and with the signal's reason.
 */
export async function runPlan(
  plan: Pick<Plan, "steps">,
  host: AgentHost,
  signal?: AbortSignal,
  known: ReadonlyMap<string, StepResult> = new Map(),
): Promise<Map<string, StepResult>> {
  const results = new Map(known);
  for (const step of plan.steps) {
    signal?.throwIfAborted();
    const { result, sources } = await runStep(step, results, host, signal);
    results.set(step.id, { result, sources, hash: hashOf(result) });
  }
  return results;
}

type ToolFunction = (input: unknown, options?: unknown) => unknown;

/** Calls the function that a cell would call, and collects what its requests to the host depend on. */
async function runStep(
  { id, tool, args }: Step,
  results: ReadonlyMap<string, CallResult>,
  host: AgentHost,
  signal: AbortSignal | undefined,
): Promise<CallResult> {
  const sources: SourcePart[] = [];
  const page = {
    async compute(_step: string, operation: string, input: unknown) {
      const called = await host.call(operation, input as { readonly [key: string]: Json }, signal);
      sources.push(...called.sources);
      return called.result;
    },
  };
  const [namespace = "", name = ""] = tool.split(".");
  const functions = toolsOf(namespace, page, id) as Readonly<Record<string, ToolFunction>>;
  const [input, options] = callArguments(args).map((value) => resolved(value, id, results));
  return { result: await functions[name]!(input, options), sources };
}

/** Arguments in which the results of earlier steps stand in the place of the references to them. */
function resolved(value: Json | undefined, step: string, results: ReadonlyMap<string, CallResult>): unknown {
  const from = fromStepIn(value);
  if (from) {
    const earlier = results.get(from.$from);
    if (!earlier) throw new Fault(texts.notEarlier({ step, from: from.$from }));
    return valueAt(from.$from, earlier.result, from.path);
  }
  if (Array.isArray(value)) return value.map((each) => resolved(each, step, results));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolved(each, step, results)]));
}
