import type { Json, Step } from "../../../lib/dialogue/plan.ts";

/** The prefix of the names of an agent's cells: those of `lca-1` begin with `lca1_`. */
export function prefixOf(instance: string): string {
  return `${instance.replaceAll("-", "")}_`;
}

/** The name of the cell that has what is asked of an agent. */
export const REQUEST = "request";

/** Steps as they stand in a notebook, where other agents may have steps of the same names. */
export function inNotebook(steps: readonly Step[], instance: string): Step[] {
  const prefix = prefixOf(instance);
  return steps.map(({ id, tool, args }) => ({ id: prefix + id, tool, args: renamed(args, prefix) as Step["args"] }));
}

function renamed(value: Json, prefix: string): Json {
  if (Array.isArray(value)) return value.map((each) => renamed(each, prefix));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === "$from" && typeof each === "string" ? prefix + each : renamed(each, prefix),
    ]),
  );
}
