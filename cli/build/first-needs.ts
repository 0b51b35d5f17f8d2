import { compileCell } from "../../kernel/compile/index.ts";
import type { ExecutedCell } from "../../kernel/headless/executed-notebook.ts";
import type { FirstNeeds } from "../../kernel/integrity/page-data.ts";
import { datasetsOf, toolsOf } from "../../kernel/services/step.ts";

interface SourceCell {
  readonly id: number;
  readonly kind: string;
  readonly source: string;
  readonly attributes: Record<string, string>;
}

/**
 * What the cells that run as the page starts need of the services: the cells that are not dormant, and all cells that they
 * read. The page loads it while the frame still starts.
 */
export function firstNeeds(
  cells: readonly SourceCell[],
  executed: readonly Pick<ExecutedCell, "id" | "steps">[],
  isDormant: (cell: number) => boolean,
): FirstNeeds {
  const compiled = cells.map((cell) => ({ ...compileCell(cell, {}), id: cell.id }));
  const declaring = new Map(compiled.flatMap(({ id, outputs }) => outputs.map((name) => [name, id])));
  const inputs = new Map(compiled.map(({ id, inputs }) => [id, inputs]));
  const running = new Set<number>();
  const open = cells.map(({ id }) => id).filter((id) => !isDormant(id));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (running.has(id)) continue;
    running.add(id);
    for (const name of inputs.get(id) ?? []) {
      const read = declaring.get(name);
      if (read !== undefined) open.push(read);
    }
  }
  const steps = executed.filter(({ id }) => running.has(id)).flatMap((cell) => cell.steps);
  const calls = steps.filter(({ kind }) => kind === "tool");
  return {
    datasets: datasetsOf(steps),
    library: { tools: toolsOf(calls), datasets: datasetsOf(calls) },
    charts: [...running].some((id) => inputs.get(id)!.includes("charts")),
  };
}
