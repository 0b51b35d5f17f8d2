import { messages } from "../../../lib/message/message.ts";
import { agentAttribute } from "../../dialogue/graph/notebook-record.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell, Subject } from "../subject.ts";
import { visit } from "../visit.ts";
import { findExerciseWords } from "./exercise-words.ts";

const texts = messages("check", {
  unusedCell: {
    en: "No cell reads {names}, and this cell shows nothing. Use it, or delete the cell.",
    zh: "{names} 无人读取，且该单元格不显示任何内容。请加以使用，或删除该单元格。",
  },
  unusedName: {
    en: "Nobody reads `{name}`. Use it, or leave it out.",
    zh: "`{name}` 无人读取。请加以使用，或将其去掉。",
  },
});

export const noUnusedCell: Rule = {
  name: "no-unused-cell",
  severity: "warning",
  summary: "Every name that a cell declares is read, by a cell or by another notebook, and every cell does something.",
  check(subject) {
    const offered = new Set(subject.cells.flatMap(findExerciseWords));
    return subject.cells.flatMap((cell) => findUnused(cell, subject, offered));
  },
};

function findUnused(cell: CheckedCell, { cells, environment }: Subject, offered: ReadonlySet<string>): Remark[] {
  const { id, compiled, syntax } = cell;
  if (!syntax || compiled.outputs.length === 0) return [];
  // What an agent has done is the values of its cells: it reads them when it goes on.
  if (agentAttribute in cell.cell.attributes) return [];
  const shows = compiled.autodisplay || compiled.parameters.includes("display") || compiled.parameters.includes("view");
  const isRead = (name: string) =>
    environment.importedElsewhere?.has(name) ||
    offered.has(name) ||
    cells.some((other) => other.id !== id && other.compiled.inputs.includes(name));
  if (!shows && !compiled.outputs.some(isRead)) {
    const names = compiled.outputs.map((name) => `\`${name}\``);
    return [{ message: texts.unusedCell({ names }), cell: id }];
  }
  // The name in the attribute `output` is the cell's result, whether it is displayed or not.
  if (compiled.outputs.includes(cell.cell.attributes.output ?? "")) return [];
  const counts = countNames(cell);
  // The walk skips the names of an import declaration, so a single occurrence of such a name is already a use.
  const imported = new Set(compiled.imports.flatMap(({ names }) => names.map(({ local }) => local)));
  return compiled.outputs
    .filter((name) => !isRead(name) && (counts.get(name)?.times ?? 0) < (imported.has(name) ? 1 : 2))
    .map((name) => {
      const from = findPlace(cell, name, counts.get(name)?.at);
      const message = texts.unusedName({ name });
      return { message, cell: id, from, to: from + name.length };
    });
}

/** The offset at which a name is declared in the source. */
function findPlace({ cell, compiled, syntax }: CheckedCell, name: string, at: number | undefined): number {
  if (at !== undefined) return syntax!.mapping.toSource(at);
  const { from = 0 } = compiled.imports.find(({ names }) => names.some(({ local }) => local === name)) ?? {};
  return Math.max(cell.source.indexOf(name, from), from);
}

/** How often each name occurs in the cell, and where first. */
function countNames(cell: CheckedCell): Map<string, { times: number; at: number }> {
  const counts = new Map<string, { times: number; at: number }>();
  visit(cell, (node) => {
    if (node.type !== "Identifier") return;
    const known = counts.get(node.name);
    if (!known) counts.set(node.name, { times: 1, at: node.start });
    else if (node.start !== known.at)
      counts.set(node.name, { times: known.times + 1, at: Math.min(known.at, node.start) });
  });
  return counts;
}
