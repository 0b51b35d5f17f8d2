import type { PhaseWork } from "../../../lib/agents/agent.ts";
import type { StepResult } from "../../../lib/dialogue/host.ts";
import { hashOf } from "../../values/canonical.ts";

/**
 * The hash of what a phase is made from: its own work, which the request shapes, the results of all phases before it, and how often the
 * agent came back to it. As long as it is the same, the phase need not run again.
 * @param earlier the results of the phases before it, in the order of their steps
 */
export function phaseInput(work: PhaseWork, earlier: ReadonlyMap<string, StepResult>, returns: number): string {
  const results = [...earlier].map(([step, { hash }]) => `${step} ${hash}`);
  return hashOf({ values: work.values ?? {}, steps: work.steps, results, returns });
}
