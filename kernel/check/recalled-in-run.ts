import { type Message, messages } from "../../lib/message/message.ts";
import type { Notebook } from "../document/index.ts";
import type { ToolRunner } from "../services/service-calls.ts";
import { readAllowances } from "./allowance.ts";
import { type Factor, recalledIn, recalledWithin } from "./recalled-numbers.ts";
import { findRecalled } from "./recalled-text.ts";
import { noMemory } from "./rules/no-memory.ts";

const texts = messages("check", {
  keptFromMemory: {
    en: "`{name}` keeps {count} {count:record|records} with a number from memory ({first}). Read it in its source, or leave it out.",
    zh: "`{name}` 含有 {count} 条凭记忆写下数值的记录（{first}）。请在来源中读到该数值，或将其删去。",
  },
  takenFromMemory: {
    en: "`{name}` gave {count} {count:record|records} with a number from memory ({first}). Give one that was read in a source.",
    zh: "`{name}` 给出 {count} 条凭记忆写下数值的记录（{first}）。请改用在来源中读到的数值。",
  },
  shownFromMemory: {
    en: "The output says “{words}”: a number from memory cannot be checked. Read it in its source, or leave it out.",
    zh: "输出中写有“{words}”：凭记忆写下的数值无法核对。请在来源中读到它，或将其删去。",
  },
});

/** What a notebook keeps, shows or takes from memory: a cell's id, or none for the result of a tool. */
export interface RecalledRemark {
  readonly cell?: number;
  readonly message: Message;
}

/** A notebook after its run, as far as this rule looks at it. */
export interface RunResult {
  readonly cells: readonly { readonly id: number; readonly names: readonly string[]; readonly html: string }[];
  readonly values: ReadonlyMap<string, unknown>;
}

/** The same runner, which also passes on each tool's records whose value is from memory. */
export function watchRecalled(
  runner: ToolRunner,
  found: (tool: string, records: readonly Factor[]) => void,
): ToolRunner {
  return {
    async call(tool, input, options) {
      const result = await runner.call(tool, input, options);
      const records = recalledIn(tool, result);
      if (records.length > 0) found(tool, records);
      return result;
    },
  };
}

/**
 * The part of the rule `no-memory` that needs a run: values of cells, their outputs, and what tools gave (`taken`, by the name
 * of the tool). A cell is excepted as from other rules; if any is, tools are not reported, because their results are of no cell.
 */
export function recalledInRun(
  { cells: written }: Notebook,
  { cells, values }: RunResult,
  taken: ReadonlyMap<string, readonly Factor[]>,
): RecalledRemark[] {
  const allowed = new Set(
    written
      .filter((cell) => readAllowances(cell).some(({ rule, reason }) => rule === noMemory.name && reason !== ""))
      .map(({ id }) => id),
  );
  const ofCells = cells
    .filter(({ id }) => !allowed.has(id))
    .flatMap(({ id, names, html }) => {
      const kept = names.flatMap((name) => {
        const records = recalledWithin(values.get(name));
        return records.length === 0 ? [] : [texts.keptFromMemory({ name, ...describe(records) })];
      });
      const text = textOf(html);
      const shown = findRecalled(text).map(({ start, end }) =>
        texts.shownFromMemory({ words: text.slice(start, end) }),
      );
      return [...kept, ...shown].map((message) => ({ cell: id, message }));
    });
  if (allowed.size > 0) return ofCells;
  const ofTools = [...taken].map(([name, records]) => ({
    message: texts.takenFromMemory({ name, ...describe(records) }),
  }));
  return [...ofCells, ...ofTools];
}

/** How many there are, and the words that tell the first from others. */
function describe(records: readonly Factor[]): { count: number; first: string } {
  const { activity, biome, name, parameter, gas, source } = records[0]!;
  const words = [activity ?? biome ?? name, parameter, gas].filter((word) => typeof word === "string" && word !== "");
  return { count: records.length, first: words.length > 0 ? words.join(", ") : String(source ?? "memory") };
}

/** The text of an output: elements are read as one line each, so that words of two cells of a table do not become a phrase. */
function textOf(html: string): string {
  return html
    .replaceAll(/<(?:style|script)\b[\s\S]*?<\/(?:style|script)>/gi, "")
    .replaceAll(/<\/(?:p|td|th|li|h\d|div|text|figcaption)>/gi, "\n\n")
    .replaceAll(/<[^>]*>/g, "");
}
