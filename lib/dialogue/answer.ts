import type { StepResult } from "./host.ts";
import type { Finished } from "./intent.ts";
import type { Plan, Want } from "./plan.ts";
import type { Answer, PlannedCell, Value } from "./reply.ts";
import { valueAt } from "./result-path.ts";
import { checkTemplate } from "./template.ts";

interface AnswerParts {
  readonly plan: Plan;
  readonly results: ReadonlyMap<string, StepResult>;
  readonly finished: Finished;
  readonly cells: readonly PlannedCell[];
  isName(name: string): boolean;
}

/** The answer of a plan that has run: its figures with their cells and hashes, and a sentence that only refers to them. Throws NakedNumberError. */
export function answerOf({ plan, results, finished, cells, isName }: AnswerParts): Answer {
  const values = plan.wants.map((want) => figureOfWant(want, results));
  checkTemplate(finished.text, values, (name) => isName(name) || isLabelOf(plan, name));
  return {
    kind: "answer",
    plan,
    values,
    text: finished.text,
    cells,
    ...(finished.properties ? { properties: finished.properties } : {}),
  };
}

/** The labels of readings and assumptions are names, too. */
function isLabelOf({ read, assumed }: Plan, name: string): boolean {
  return [...read, ...assumed].some(({ label }) => label.en === name || label.zh === name);
}

function figureOfWant(want: Want, results: ReadonlyMap<string, StepResult>): Value {
  const { result, hash, sources } = results.get(want.step)!;
  const at = (path: string) => valueAt(want.step, result, path);
  const value = at(want.path);
  const unit = typeof want.unit === "string" ? want.unit : String(at(want.unit.path));
  const bounds = { lo: want.lo ? at(want.lo) : undefined, hi: want.hi ? at(want.hi) : undefined };
  return {
    name: want.name,
    value: typeof value === "number" || typeof value === "boolean" ? value : String(value),
    unit,
    cell: want.step,
    path: want.path,
    hash,
    source: sources,
    ...(typeof bounds.lo === "number" ? { lo: bounds.lo } : {}),
    ...(typeof bounds.hi === "number" ? { hi: bounds.hi } : {}),
    ...(want.range ? { range: want.range } : {}),
    ...(want.primary ? { primary: true as const } : {}),
  };
}
