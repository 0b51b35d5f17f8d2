import { type Effect, effectOf, isHarmless } from "../../../lib/tool/effect.ts";
import { inputSchema, outputSchema } from "../../../lib/tool/schema.ts";
import type { Tool } from "../../../lib/tool/tool.ts";
import { tools } from "../../../lib/tools.ts";
import { byFit } from "./fit.ts";
import type { JsonSchema } from "./json-schema.ts";
import { valuePaths } from "./value-paths.ts";

/** What a model sees of a tool. */
export interface ToolCard {
  readonly name: string;
  readonly summary: string;
  readonly effect: Effect;
  /** The JSON Schema of its arguments. */
  readonly args: JsonSchema;
  /** Paths of values in its result: a place of a list is 0, a name that depends on the arguments is *. */
  readonly gives: readonly string[];
}

/** Besides the query of datasets, which is always offered. */
const MOST_TOOLS = 3;
/** Tools with a longer schema, in characters, take whole inventories and models: none that a question could give. */
export const LONGEST_SCHEMA = 3000;
/** More paths of a result are not listed. */
const MOST_PATHS = 24;
const QUERY = "data.query";

/** The few tools that fit the words of a question and are harmless, and the query of datasets. */
export function toolCards(words: ReadonlySet<string>, among: readonly Tool[] = tools): ToolCard[] {
  const query = among.find(({ name }) => name === QUERY)!;
  const others = among.filter((tool) => tool !== query && isHarmless(tool) && !takesResource(tool));
  const offered: ToolCard[] = [];
  // Written schemas take most of the time: those of the first that fit are enough.
  for (const tool of fittingTools(others, words)) {
    if (offered.length === MOST_TOOLS) break;
    const card = cardOf(tool);
    if (JSON.stringify(card.args).length <= LONGEST_SCHEMA) offered.push(card);
  }
  return [cardOf(query), ...offered];
}

/** The tools whose names, titles and summaries have the words, the best first. */
export function fittingTools(among: readonly Tool[], words: ReadonlySet<string>): Tool[] {
  return byFit(among, textOf, words);
}

function takesResource({ overResources }: Tool): boolean {
  return Object.values(overResources?.places ?? {}).some(({ form }) => form !== "optional");
}

function textOf({ name, title, summary }: Tool): string {
  return [name.replace(".", " "), title.en, title.zh, summary.en, summary.zh].join(" ");
}

const cards = new WeakMap<Tool, ToolCard>();

function cardOf(tool: Tool): ToolCard {
  const known = cards.get(tool);
  if (known) return known;
  const { $schema: _, ...args } = inputSchema(tool.input) as JsonSchema;
  const gives = valuePaths(outputSchema(tool)).slice(0, MOST_PATHS);
  const card = { name: tool.name, summary: tool.summary.en, effect: effectOf(tool), args, gives };
  cards.set(tool, card);
  return card;
}
