import type { Return } from "../../../lib/agents/state.ts";
import type { CallResult, StepResult } from "../../../lib/dialogue/host.ts";
import type { Json } from "../../../lib/dialogue/plan.ts";
import type { Cell, Notebook } from "../../document/notebook.ts";
import { hashOf } from "../../values/canonical.ts";
import { prefixOf, REQUEST } from "./cell-names.ts";
import type { AgentRecord, PhaseRecord } from "./record.ts";

/** The attribute of the cells of an agent: its name and number, `lca-1`. */
export const agentAttribute = "data-agent";
export const phaseAttribute = "data-phase";

/** The value of a cell's name and what it depends on; nothing if it has none, because it failed or has not run. */
export type CellValue = (name: string) => CallResult | undefined;

/** The cells of an agent, in the order of the notebook; of one phase, if it is named. */
export function cellsOfAgent(notebook: Notebook, instance: string, phase?: string): Cell[] {
  return notebook.cells.filter(
    ({ attributes }) =>
      attributes[agentAttribute] === instance && (phase === undefined || attributes[phaseAttribute] === phase),
  );
}

/** The agents of a notebook: `lca-1`, in the order in which they begin. */
export function agentsIn(notebook: Notebook): string[] {
  return [...new Set(notebook.cells.flatMap(({ attributes }) => attributes[agentAttribute] ?? []))];
}

/** What tells another agent of a name from those that the notebook has. */
export function nextInstance(notebook: Notebook, name: string): string {
  const taken = new Set(agentsIn(notebook));
  for (let n = 1; ; n++) if (!taken.has(`${name}-${n}`)) return `${name}-${n}`;
}

/**
 * Reads from a notebook what an agent has done. A phase of which a cell has no value, or whose cells were made from different
 * input, has only what is left of it, and runs again.
 */
export function readAgentRecord(notebook: Notebook, instance: string, cellValue: CellValue): AgentRecord {
  const prefix = prefixOf(instance);
  const phases = new Map<string, PhaseRecord>();
  const returns: Return[] = [];
  for (const { attributes } of cellsOfAgent(notebook, instance)) {
    const phase = attributes[phaseAttribute] ?? "";
    const { "data-step": step, "data-input": input, "data-from": from, "data-check": check = "" } = attributes;
    if (from !== undefined && attributes.lang === "en")
      returns.push({ from, to: phase, check, because: noted(attributes) });
    if (step === undefined || input === undefined) continue;
    const value = cellValue(prefix + step);
    const known = phases.get(phase) ?? { input, results: new Map<string, StepResult>() };
    if (value && known.input === input) {
      const results = new Map(known.results).set(step, { ...value, hash: hashOf(value.result) });
      phases.set(phase, { input, results });
    } else phases.set(phase, known);
  }
  return { request: (cellValue(prefix + REQUEST)?.result ?? null) as Json, phases, returns };
}

/** The reason stands in the note itself; the agent does not read it. */
function noted(attributes: Cell["attributes"]): Return["because"] {
  const because = attributes["data-because"] ?? "";
  return { en: because, zh: because };
}
