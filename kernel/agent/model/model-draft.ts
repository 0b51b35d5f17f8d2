import { outputSchema } from "../../../lib/tool/schema.ts";
import type { Tool } from "../../../lib/tool/tool.ts";
import { type Draft, refuse } from "../intent.ts";
import type { Link } from "../link.ts";
import { type Assumption, type Json, type Plan, type Reading, type Slot, slots, type Want } from "../plan.ts";
import { readingsOf } from "../reading.ts";
import { Sentence } from "../sentence.ts";
import type { Part } from "../template.ts";
import type { ModelProvider } from "./provider.ts";
import { figuresOf, type ResultRow } from "./result-figures.ts";

/** A draft that a model has proposed: its plan names the model and marks what the model filled in. */
export interface ModelDraft extends Draft {
  readonly by: Exclude<Plan["by"], "planner">;
  readonly read: readonly Reading[];
  /** Names with digits that its sentence may have. */
  readonly names: ReadonlySet<string>;
}

/** The step of a proposed plan. */
const STEP = "proposed";
/** More arguments are not named in the sentence; the cell has them all. */
const MOST_ARGUMENTS = 10;

interface Call {
  readonly tool: Tool;
  readonly args: { readonly [key: string]: Json };
}

/**
 * The call of a tool as a plan of one step. Its sentence says with which arguments the tool was called and which figures it gave: a
 * wrong reading is seen in it.
 */
export function modelDraft(
  { tool, args }: Call,
  { name: provider, model }: Pick<ModelProvider, "name" | "model">,
  links: readonly Link[],
): ModelDraft {
  const given = scalarPaths(args);
  const names = new Set([model, tool.name, ...given]);
  return {
    kind: "draft",
    steps: [{ id: STEP, tool: tool.name, args }],
    assumed: defaultsOf(tool, args),
    by: { provider, model },
    read: [...readingsOf(links), ...readingsByModel(tool, args, links)],
    names,
    finish(results) {
      const { rows, more } = figuresOf(STEP, results.get(STEP)!.result, outputSchema(tool), scalarsIn(args));
      if (rows.length === 0)
        return refuse("no such data", {
          en: [{ source: tool.name }, " ran as the model ", { source: model }, " proposed, but has no figure for it."],
          zh: [{ source: tool.name }, " 已按模型 ", { source: model }, " 的计划运行，但没有相应的数值。"],
        });
      const wants: Want[] = [];
      const figures = { en: [] as Part[], zh: [] as Part[] };
      for (const [i, row] of rows.entries()) {
        for (const language of ["en", "zh"] as const)
          figures[language].push(
            ...(i > 0 ? [language === "en" ? "; " : "；"] : []),
            ...rowParts(row, wants.length, language),
          );
        wants.push(...row.keys, ...row.figures);
      }
      for (const { name } of wants) names.add(name.en);
      const text = new Sentence()
        .say(
          [
            { source: tool.name },
            ...argumentParts(given, "en"),
            ": ",
            ...figures.en,
            more ? "; the cell has more. " : ". ",
          ],
          [
            { source: tool.name },
            ...argumentParts(given, "zh"),
            "：",
            ...figures.zh,
            more ? "；单元格中还有更多。" : "。",
          ],
        )
        .say(["Plan proposed by ", { source: model }, "."], ["计划由 ", { source: model }, " 提出。"]);
      return { kind: "finished", wants, text: text.template() };
    },
  };
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

/** The arguments of the call, each by its path, as they stand in the cell. */
function argumentParts(paths: readonly string[], language: "en" | "zh"): Part[] {
  if (paths.length === 0) return [];
  const comma = language === "en" ? ", " : "，";
  const parts = paths
    .slice(0, MOST_ARGUMENTS)
    .flatMap((path, i): Part[] => [...(i > 0 ? [comma] : []), { source: path }, " ", { given: [STEP, path] }]);
  const rest = paths.length > MOST_ARGUMENTS ? [`${comma}…`] : [];
  return language === "en" ? [" (", ...parts, ...rest, ")"] : ["（", ...parts, ...rest, "）"];
}

/** The paths of the values in arguments that are no lists or records. */
function scalarPaths(args: Json, path: readonly string[] = []): string[] {
  if (typeof args !== "object" || args === null) return [path.join(".")];
  return Object.entries(args).flatMap(([key, each]) => scalarPaths(each, [...path, key]));
}

/** The values in arguments that are no lists or records. */
function scalarsIn(args: Json): Set<Json> {
  if (typeof args !== "object" || args === null) return new Set([args]);
  return new Set(Object.values(args).flatMap((each) => [...scalarsIn(each)]));
}

/** What the tool takes by default where the model left it out, as far as it is a matter of accounting. */
function defaultsOf(tool: Tool, args: Call["args"]): Assumption[] {
  const parsed = tool.input.safeParse(args);
  if (!parsed.success || typeof parsed.data !== "object" || parsed.data === null) return [];
  return Object.entries(parsed.data).flatMap(([key, value]): Assumption[] => {
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
function readingsByModel(tool: Tool, args: Call["args"], links: readonly Link[]): Reading[] {
  const unknown = links.filter(({ meanings }) => meanings.length === 0);
  const [first, last] = [unknown[0] ?? links[0], unknown.at(-1) ?? links.at(-1)];
  const span = [first?.turn ?? 0, first?.from ?? 0, last?.to ?? 0] as const;
  const known = new Set(readingsOf(links).map(({ slot, value }) => `${slot} ${JSON.stringify(value)}`));
  const filled = [...Object.entries(args), ...Object.entries((args.where ?? {}) as Call["args"])].flatMap(
    ([key, value]): Reading[] => {
      const slot = isSlot(key) ? key : slotOf[key];
      if (!slot || typeof value === "object" || known.has(`${slot} ${JSON.stringify(value)}`)) return [];
      return [{ span, slot, value, label: { en: String(value), zh: String(value) }, via: "model", rivals: [] }];
    },
  );
  return [{ span, slot: "operation", value: tool.name, label: tool.title, via: "model", rivals: [] }, ...filled];
}
