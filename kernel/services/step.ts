import type { Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import type { Selection } from "../../lib/tool/selection.ts";
import type { FileForm } from "./file-content.ts";

/** A service request of a cell's run: a step in the trail of the cell's results. */
export type Step = DatasetStep | QueryStep | ToolStep | NotebookStep | FileStep;

/** A dataset was read as a whole. */
export interface DatasetStep {
  readonly kind: "dataset";
  readonly dataset: string;
}

/** The database was queried. `queryRows` determines on demand which rows of its datasets the statement read. */
export interface QueryStep {
  readonly kind: "query";
  readonly sql: string;
  /** The values of its `?` as SQL literals; null if they are too long to be recorded. */
  readonly values: readonly string[] | null;
  /** The datasets that the statement names. */
  readonly datasets: readonly string[];
  /** The number of rows of the result. */
  readonly rows: number;
}

/** A tool of the accounting library was called. */
export interface ToolStep {
  readonly kind: "tool";
  readonly tool: string;
  /** The input as JSON, shortened. */
  readonly input: string;
  /** The datasets of its resources, and those that it read. */
  readonly datasets: readonly string[];
  /** The rows of those datasets that the result depends on. */
  readonly rows: readonly Selection[];
  /** For an inventory: the factors applied to each row of the activity data. */
  readonly factors?: FactorUses;
  /** The provenance facts of the result: method, residual, metric, notes. */
  readonly facts: Readonly<Record<string, Fact>>;
}

/** A fact about a result: a message, a text or number, or several. */
export type Fact = Sentence | readonly Sentence[];

/** The provenance of a tool's result. */
export type ResultProvenance = Pick<ToolStep, "facts" | "factors">;

/** Rows of activity data and the factors that they were multiplied by: the first few, and their numbers. */
export interface FactorUses {
  /** The file of the activity data; empty if unknown. */
  readonly file: string;
  readonly first: readonly FactorUse[];
  /** The number of pairs of a row and a factor, of rows with a factor, and of different factors. */
  readonly uses: number;
  readonly rows: number;
  readonly factors: number;
}

/** A row of activity data, counted from 1 below the header, and the factor that it was multiplied by. */
export interface FactorUse {
  readonly row: number;
  readonly activity: string;
  /** The gas; `NCV` for a net calorific value. */
  readonly gas: string;
  readonly factor: number;
  readonly unit: string;
  readonly source: string;
  /** The place in the source; empty if the factor does not give it. */
  readonly table: string;
  readonly page: string;
}

/** Names of another notebook were read. */
export interface NotebookStep {
  readonly kind: "notebook";
  readonly notebook: string;
}

/** A file of the notebook was read. */
export interface FileStep {
  readonly kind: "file";
  readonly file: string;
  readonly form: FileForm;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** The maximum length of a fact's text. */
const LONG = 400;

/** The step for programs, with messages in English. */
export function plainStep(step: Step): Step {
  if (step.kind !== "tool") return step;
  const facts = Object.entries(step.facts).map(([name, fact]) => [name, writeFact(fact)] as const);
  return { ...step, facts: Object.fromEntries(facts) };
}

/** The English text of a fact. */
export function writeFact(fact: Fact): string {
  const sentences = Array.isArray(fact) ? (fact as readonly Sentence[]) : [fact as Sentence];
  return sentences
    .map((each) => writeMessage(each))
    .join(" ")
    .slice(0, LONG);
}

/** The distinct datasets that steps depend on, in order of first use. */
export function datasetsOf(steps: Iterable<Step>): string[] {
  const names = new Set<string>();
  for (const step of steps) {
    if (step.kind === "dataset") names.add(step.dataset);
    else if (step.kind === "query" || step.kind === "tool") for (const name of step.datasets) names.add(name);
  }
  return [...names];
}

/** The distinct tools that steps called. */
export function toolsOf(steps: Iterable<Step>): string[] {
  const names = new Set<string>();
  for (const step of steps) if (step.kind === "tool") names.add(step.tool);
  return [...names];
}
