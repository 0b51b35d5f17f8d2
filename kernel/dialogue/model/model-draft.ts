import { type Draft, refuse } from "../../../lib/dialogue/intent.ts";
import type { Link } from "../../../lib/dialogue/link.ts";
import {
  type Assumption,
  type Json,
  type Plan,
  type Reading,
  type Slot,
  slots,
  type Want,
} from "../../../lib/dialogue/plan.ts";
import { readingsOf } from "../../../lib/dialogue/reading.ts";
import { Sentence } from "../../../lib/dialogue/sentence.ts";
import type { Part } from "../../../lib/dialogue/template.ts";
import type { Text } from "../../../lib/message/message.ts";
import { inputSchema, outputSchema } from "../../../lib/tool/schema.ts";
import type { CheckedPlan, CheckedStep } from "./checked-plan.ts";
import type { ModelProvider } from "./provider.ts";
import { type Reference, referencesIn, replaceReferences } from "./reference.ts";
import { figureAt, figuresOf, type ResultRow } from "./result-figures.ts";

/** A draft that a model has proposed: its plan names the model and marks what the model filled in. */
export interface ModelDraft extends Draft {
  readonly by: Exclude<Plan["by"], "planner">;
  readonly read: readonly Reading[];
  /** Names with digits that its sentence may have. */
  readonly names: ReadonlySet<string>;
}

/** More arguments of a call are not named in the sentence; its cell has them all. */
const MOST_ARGUMENTS = 10;

/**
 * Calls of tools as a plan. Its sentence says with which arguments each tool was called and which figures they gave: a wrong reading is
 * seen in it.
 */
export function modelDraft(
  { steps, wants }: CheckedPlan,
  { name: provider, model }: Pick<ModelProvider, "name" | "model">,
  links: readonly Link[],
): ModelDraft {
  const references = steps.flatMap(({ args }) => referencesIn(args));
  const paths = references.flatMap(({ at, path = "" }) => [at.join("."), path]);
  const names = new Set([model, ...paths, ...steps.flatMap(({ tool, args }) => [tool.name, ...scalarPaths(args)])]);
  return {
    kind: "draft",
    steps: steps.map(({ id, tool, args }) => ({ id, tool: tool.name, args })),
    assumed: defaultsOf(steps),
    by: { provider, model },
    read: [...readingsOf(links), ...readingsByModel(steps, links)],
    names,
    finish(results) {
      const { rows, more } = shownOf({ steps, wants }, results);
      if (rows.length === 0) {
        const tool: Part = { source: steps.at(-1)!.tool.name };
        return refuse("no such data", {
          en: [tool, " ran as the model ", { source: model }, " proposed, but has no figure for it."],
          zh: [tool, " 已按模型 ", { source: model }, " 的计划运行，但没有相应的数值。"],
        });
      }
      const figures: Want[] = [];
      const said = { en: [] as Part[], zh: [] as Part[] };
      for (const [i, row] of rows.entries()) {
        for (const language of ["en", "zh"] as const)
          said[language].push(
            ...(i > 0 ? [language === "en" ? "; " : "；"] : []),
            ...rowParts(row, figures.length, language),
          );
        figures.push(...row.keys, ...row.figures);
      }
      for (const { name } of figures) names.add(name.en);
      const text = new Sentence()
        .say(
          [...callParts(steps, "en"), ": ", ...said.en, more ? "; the cell has more. " : ". "],
          [...callParts(steps, "zh"), "：", ...said.zh, more ? "；单元格中还有更多。" : "。"],
        )
        .say(["Plan proposed by ", { source: model }, "."], ["计划由 ", { source: model }, " 提出。"]);
      return { kind: "finished", wants: figures, text: text.template() };
    },
  };
}

/** The figures of a plan that has run: those that it wants, or those of its last step. None if one that it wants is not there. */
function shownOf({ steps, wants }: CheckedPlan, results: ReadonlyMap<string, { readonly result: unknown }>) {
  const given = new Set(steps.flatMap(({ args }) => [...scalarsIn(replaceReferences(args, () => null))]));
  const of = ({ id, tool }: CheckedStep) => [id, results.get(id)!.result, outputSchema(tool)] as const;
  if (!wants) return figuresOf(...of(steps.at(-1)!), given);
  const rows = wants.map(({ step, path }) => figureAt(...of(steps.find(({ id }) => id === step)!), path, given));
  return { rows: rows.every((row) => row !== null) ? rows : [], more: false };
}

function rowParts({ keys, figures }: ResultRow, first: number, language: "en" | "zh"): Part[] {
  const comma = language === "en" ? ", " : "，";
  const named = keys.flatMap((_, i): Part[] => [...(i > 0 ? [comma] : []), { ref: first + i }]);
  const said = figures.flatMap(({ name }, i): Part[] => [
    ...(i > 0 ? [comma] : []),
    { source: name[language] },
    " ",
    { ref: first + keys.length + i },
  ]);
  return [...named, ...(named.length > 0 ? [" "] : []), ...said];
}

/** The calls of a plan, in their order. */
function callParts(steps: readonly CheckedStep[], language: "en" | "zh"): Part[] {
  return steps.flatMap((step, i): Part[] => [
    ...(i > 0 ? [language === "en" ? ", then " : "，然后 "] : []),
    { source: step.tool.name },
    ...argumentParts(step, steps, language),
  ]);
}

/** The arguments of a call, each by its path, as they stand in the cell. */
function argumentParts({ id, args }: CheckedStep, steps: readonly CheckedStep[], language: "en" | "zh"): Part[] {
  const references = new Map(referencesIn(args).map((reference) => [reference.at.join("."), reference]));
  const paths = scalarPaths(args);
  if (paths.length === 0) return [];
  const comma = language === "en" ? ", " : "，";
  const parts = paths.slice(0, MOST_ARGUMENTS).flatMap((path, i): Part[] => {
    const reference = references.get(path);
    return [
      ...(i > 0 ? [comma] : []),
      { source: path },
      " ",
      ...(reference ? referenceParts(reference, steps, language) : [{ given: [id, path] as const }]),
    ];
  });
  const rest = paths.length > MOST_ARGUMENTS ? [`${comma}…`] : [];
  return language === "en" ? [" (", ...parts, ...rest, ")"] : ["（", ...parts, ...rest, "）"];
}

/** Where in which earlier result an argument comes from. */
function referenceParts({ $from, path }: Reference, steps: readonly CheckedStep[], language: "en" | "zh"): Part[] {
  const from: Part = { source: steps.find(({ id }) => id === $from)!.tool.name };
  const place: Part[] = path ? [" ", { source: path }] : [];
  return language === "en" ? ["from ", from, ...place] : ["取自 ", from, ...place];
}

/** The paths of the values in arguments that are no lists or records, and of references. */
function scalarPaths(args: Json): string[] {
  const none = (): Json => null;
  const paths = (value: Json, path: readonly string[]): string[] =>
    typeof value !== "object" || value === null
      ? [path.join(".")]
      : Object.entries(value).flatMap(([key, each]) => paths(each, [...path, key]));
  return paths(replaceReferences(args, none), []);
}

/** The values in arguments that are no lists or records. */
function scalarsIn(args: Json): Set<Json> {
  if (typeof args !== "object" || args === null) return new Set([args]);
  return new Set(Object.values(args).flatMap((each) => [...scalarsIn(each)]));
}

/** What the tools take by default where the model left it out, each once, as far as it is a matter of accounting. */
function defaultsOf(steps: readonly CheckedStep[]): Assumption[] {
  const found = new Map<string, Assumption>();
  for (const each of steps.flatMap(defaultsOfStep)) found.set(`${each.slot} ${each.value}`, each);
  return [...found.values()];
}

function defaultsOfStep({ tool, args }: CheckedStep): Assumption[] {
  const { properties = {} } = inputSchema(tool.input) as { properties?: Readonly<Record<string, { default?: Json }>> };
  return Object.entries(properties).flatMap(([key, { default: value }]): Assumption[] => {
    if (key in args || !isSlot(key) || (typeof value !== "string" && typeof value !== "number")) return [];
    const label = { en: String(value), zh: String(value) };
    const because = { en: "the default of the tool", zh: "该工具的默认值" };
    return [{ slot: key, value, label, because, rivals: [] }];
  });
}

/** Arguments that are the values of a slot by another name. */
const slotOf: Readonly<Record<string, Slot>> = {
  iso3: "place",
  country: "place",
  dataset: "source",
  fuel: "source",
  category: "sector",
};

function isSlot(key: string): key is Slot {
  return (slots as readonly string[]).includes(key);
}

/** What the model filled in beyond what the words say: over the words that nothing explained. */
function readingsByModel(steps: readonly CheckedStep[], links: readonly Link[]): Reading[] {
  const unknown = links.filter(({ meanings }) => meanings.length === 0);
  const [first, last] = [unknown[0] ?? links[0], unknown.at(-1) ?? links.at(-1)];
  const span = [first?.turn ?? 0, first?.from ?? 0, last?.to ?? 0] as const;
  const known = new Set(readingsOf(links).map(({ slot, value }) => `${slot} ${JSON.stringify(value)}`));
  const reading = (slot: Slot, value: Json, label: Text): Reading => ({
    span,
    slot,
    value,
    label,
    via: "model",
    rivals: [],
  });
  return steps.flatMap(({ tool, args }) => [
    reading("operation", tool.name, tool.title),
    ...[...Object.entries(args), ...Object.entries((args.where ?? {}) as CheckedStep["args"])].flatMap(
      ([key, value]): Reading[] => {
        const slot = isSlot(key) ? key : slotOf[key];
        if (!slot || typeof value === "object" || known.has(`${slot} ${JSON.stringify(value)}`)) return [];
        return [reading(slot, value, { en: String(value), zh: String(value) })];
      },
    ),
  ]);
}
