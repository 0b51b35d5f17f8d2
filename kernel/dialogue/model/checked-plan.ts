import type { Turn } from "../../../lib/dialogue/conversation.ts";
import type { Lexicon } from "../../../lib/dialogue/lexicon/lexicon.ts";
import type { Link } from "../../../lib/dialogue/link.ts";
import type { Json } from "../../../lib/dialogue/plan.ts";
import type { Tool } from "../../../lib/tool/tool.ts";
import { type Dropped, drop } from "./dropped.ts";
import { harmlessTool } from "./harmless-tool.ts";
import { hasOwnLiteral } from "./own-literals.ts";
import type { ModelAnswer, ModelStep, ModelWant } from "./read-answer.ts";
import { mayRefer, type Reference, referencesIn, replaceReferences } from "./reference.ts";
import { hasUnknownArgument } from "./unknown-argument.ts";
import type { ModelView } from "./view.ts";

/** A call of a model's plan that may run: its tool was offered, and its arguments fit as far as they are known. */
export interface CheckedStep {
  /** A name of this program's own: a model's would stand in the notebook as the name of a cell. */
  readonly id: string;
  readonly tool: Tool;
  readonly args: { readonly [key: string]: Json };
}

export interface CheckedPlan {
  readonly steps: readonly CheckedStep[];
  /** Which figures are told; undefined for those of the last step. */
  readonly wants: readonly ModelWant[] | undefined;
}

/** What a model was asked about. */
interface Question {
  readonly turn: Turn;
  readonly links: readonly Link[];
  readonly lexicon: Lexicon;
}

/** The cell of a plan of one step, and those of a plan of several. */
const SINGLE = "proposed";
const several = ["proposed_a", "proposed_b", "proposed_c", "proposed_d"] as const;

/** Checks a model's plan step by step. Values that come from earlier results are checked by the tools when they run. */
export async function checkedPlan(
  { steps, wants }: Extract<ModelAnswer, { kind: "plan" }>,
  view: ModelView,
  question: Question,
): Promise<CheckedPlan | Dropped> {
  const ids = new Map(steps.map(({ id }, i) => [id, steps.length === 1 ? SINGLE : several[i]!]));
  const wanted = wants?.map(({ step, path }) => ({ step: ids.get(step), path }));
  if (ids.size < steps.length || !isConnected(steps, wants)) return drop("badSteps");
  if (wanted?.some(({ path }) => hasWildText(path))) return drop("badArguments");
  const checked: CheckedStep[] = [];
  for (const step of steps) {
    const tool = await checkedTool(step, view, question);
    if ("kind" in tool) return tool;
    const args = replaceReferences(step.args, (reference) => ({ ...reference, $from: ids.get(reference.$from)! }));
    checked.push({ id: ids.get(step.id)!, tool, args: args as CheckedStep["args"] });
  }
  return { steps: checked, wants: wanted as ModelWant[] | undefined };
}

/** Whether each step takes results of earlier ones only, and each but the last is taken by a later one or told. */
function isConnected(steps: readonly ModelStep[], wants: readonly ModelWant[] = []): boolean {
  const earlier = new Set<string>();
  const used = new Set(wants.map(({ step }) => step));
  if (wants.length === 0) used.add(steps.at(-1)!.id);
  for (const { id, args } of steps) {
    const taken = referencesIn(args).map(({ $from }) => $from);
    if (!taken.every((each) => earlier.has(each))) return false;
    for (const each of taken) used.add(each);
    earlier.add(id);
  }
  return used.size === steps.length && [...used].every((each) => earlier.has(each));
}

/** The tool of a step that keeps to what was offered, to its schema, and to what the question says. */
async function checkedTool(
  { tool: name, args: given }: ModelStep,
  view: ModelView,
  { links, turn, lexicon }: Question,
): Promise<Tool | Dropped> {
  const card = view.tools.find((each) => each.name === name);
  const tool = card ? await harmlessTool(name) : undefined;
  if (!card || !tool) return drop("notOffered");
  const references = referencesIn(given);
  if (!references.every(({ at }) => mayRefer(name, at))) return drop("badArguments");
  if (references.some(({ path = "" }) => hasWildText(path))) return drop("badArguments");
  const args = replaceReferences(given, () => null);
  if (hasHandle(args) || hasWildText(args)) return drop("badArguments");
  const offered = new Set(view.datasets.map((dataset) => dataset.name));
  if (datasetsIn(args).some((dataset) => !offered.has(dataset))) return drop("otherDataset");
  if (hasUnknownArgument(args, card.args) || !fits(tool, args, references)) return drop("badArguments");
  const names = new Set(
    view.datasets.flatMap(({ name: own, columns }) => [own, ...Object.keys(columns), ...Object.values(columns)]),
  );
  if (hasOwnLiteral(args, { links, text: turn.text, lexicon, schema: card.args, names })) return drop("ownLiteral");
  return tool;
}

/** Whether arguments name resources, of which a call by a model has none. */
function hasHandle(args: Json): boolean {
  if (typeof args !== "object" || args === null) return false;
  return Object.entries(args).some(([key, each]) => key.startsWith("$") || hasHandle(each));
}

/** The longest text of an argument, in characters. */
const LONGEST_TEXT = 200;

/** Whether arguments have a text that is no name or unit: an address, code, or one with control characters. */
function hasWildText(args: Json): boolean {
  if (typeof args === "string") return args.length > LONGEST_TEXT || /\p{C}|[`<>]|:\/\//u.test(args);
  if (typeof args !== "object" || args === null) return false;
  return Object.entries(args).some(([key, each]) => hasWildText(key) || hasWildText(each));
}

/** The datasets that arguments name, at any depth. */
function datasetsIn(args: Json): string[] {
  if (typeof args !== "object" || args === null) return [];
  return Object.entries(args).flatMap(([key, each]) =>
    key === "dataset" && typeof each === "string" ? [each] : datasetsIn(each),
  );
}

/**
 * Whether arguments fit the tool's schema but for the places of references, and what is around them. A schema that fails on a wild
 * input has not accepted it.
 */
function fits({ input }: Tool, args: Json, references: readonly Reference[]): boolean {
  try {
    const { success, error } = input.safeParse(args);
    if (success) return true;
    return error.issues.every(({ code, path }) =>
      references.some(({ at }) => isWithin(path, at) || (code !== "unrecognized_keys" && isWithin(at, path))),
    );
  } catch {
    return false;
  }
}

/** Whether a place is another, or lies within it. */
function isWithin(place: readonly PropertyKey[], outer: readonly PropertyKey[]): boolean {
  return outer.every((part, i) => String(place[i]) === String(part));
}
