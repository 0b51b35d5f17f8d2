/** What a cell's run asked of the services: each is a step of the trail of whatever the cell makes of it. */
export type Step = DatasetStep | QueryStep | ToolStep | NotebookStep;

/** A dataset was read as a whole. */
export interface DatasetStep {
  readonly kind: "dataset";
  readonly dataset: string;
}

/** The database was queried; `datasets` are those that the statement names. */
export interface QueryStep {
  readonly kind: "query";
  readonly sql: string;
  readonly datasets: readonly string[];
}

/** A tool of the accounting library was called. */
export interface ToolStep {
  readonly kind: "tool";
  readonly tool: string;
  /** The input as JSON, cut where it is long. */
  readonly input: string;
  /** The datasets that its tables are made of. */
  readonly datasets: readonly string[];
  /** What the result says of how it was reached: method, residual, metric, notes. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Names of another notebook were read. */
export interface NotebookStep {
  readonly kind: "notebook";
  readonly notebook: string;
}

/** The datasets that steps rest on, each once, in the order in which they were met. */
export function datasetsOf(steps: Iterable<Step>): string[] {
  const names = new Set<string>();
  for (const step of steps) {
    if (step.kind === "dataset") names.add(step.dataset);
    else if (step.kind !== "notebook") for (const name of step.datasets) names.add(name);
  }
  return [...names];
}

/** The tools that steps called, each once. */
export function toolsOf(steps: Iterable<Step>): string[] {
  const names = new Set<string>();
  for (const step of steps) if (step.kind === "tool") names.add(step.tool);
  return [...names];
}
