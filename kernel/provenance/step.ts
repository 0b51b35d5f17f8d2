import type { Sentence } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import type { Selection } from "../../lib/tool/selection.ts";

/** What a cell's run asked of the services: each is a step of the trail of whatever the cell makes of it. */
export type Step = DatasetStep | QueryStep | ToolStep | NotebookStep;

/** A dataset was read as a whole. */
export interface DatasetStep {
  readonly kind: "dataset";
  readonly dataset: string;
}

/** The database was queried. Which rows of its datasets the statement read, `queryRows` finds out when somebody asks. */
export interface QueryStep {
  readonly kind: "query";
  readonly sql: string;
  /** What stood in the places of its `?`, as SQL writes it; null where that is too long to be kept. */
  readonly values: readonly string[] | null;
  /** The datasets that the statement names. */
  readonly datasets: readonly string[];
  /** How many rows came out. */
  readonly rows: number;
}

/** A tool of the accounting library was called. */
export interface ToolStep {
  readonly kind: "tool";
  readonly tool: string;
  /** The input as JSON, cut where it is long. */
  readonly input: string;
  /** The datasets that its resources are made of, and that it read. */
  readonly datasets: readonly string[];
  /** The rows of them that the result rests on. */
  readonly rows: readonly Selection[];
  /** Of an inventory: which row of the activity data met which factor. */
  readonly factors?: FactorUses;
  /** What the result says of how it was reached: method, residual, metric, notes. */
  readonly facts: Readonly<Record<string, Fact>>;
}

/** One thing that a result says of itself: a message, a text or number as it is, or several. */
export type Fact = Sentence | readonly Sentence[];

/** What a tool's result says of how it was reached. */
export type ResultSays = Pick<ToolStep, "facts" | "factors">;

/** Rows of activity data and the factors that they were multiplied with: the first few, and how many there are. */
export interface FactorUses {
  /** The file of the activity data; empty where it is not known. */
  readonly file: string;
  readonly first: readonly FactorUse[];
  /** Pairs of a row and a factor, rows that have one, and different factors. */
  readonly uses: number;
  readonly rows: number;
  readonly factors: number;
}

/** A row of activity data, counted from 1 below the header, and the factor that it was multiplied with. */
export interface FactorUse {
  readonly row: number;
  readonly activity: string;
  /** The gas; of a net calorific value `NCV`. */
  readonly gas: string;
  readonly factor: number;
  readonly unit: string;
  readonly source: string;
  /** Where in the source it stands; empty where the factor does not say. */
  readonly table: string;
  readonly page: string;
}

/** Names of another notebook were read. */
export interface NotebookStep {
  readonly kind: "notebook";
  readonly notebook: string;
}

/** How long the text of a fact may grow. */
const LONG = 400;

/** The step as a program gets it: what it says to a person is in English. */
export function plainStep(step: Step): Step {
  if (step.kind !== "tool") return step;
  const facts = Object.entries(step.facts).map(([name, fact]) => [name, writeFact(fact)] as const);
  return { ...step, facts: Object.fromEntries(facts) };
}

/** The English text of what a result says of itself. */
export function writeFact(fact: Fact): string {
  const sentences = Array.isArray(fact) ? (fact as readonly Sentence[]) : [fact as Sentence];
  return sentences
    .map((each) => writeMessage(each))
    .join(" ")
    .slice(0, LONG);
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
