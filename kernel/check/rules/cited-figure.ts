import { messages } from "../../../lib/message/message.ts";
import { namespaceNames } from "../../../lib/namespaces.ts";
import { mentionedNames } from "../../services/sql.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell, Subject } from "../subject.ts";
import { calleeOf, findCalls, findTemplates, remarkAt } from "../visit.ts";
import { saysSource } from "./evidence.ts";
import { findFigures } from "./figures.ts";

const texts = messages("check", {
  figureWithoutSource: {
    en: "The figure names no source, and no dataset or tool is in its trail. Set `caption`: who published the numbers, or that they are assumed.",
    zh: "该图没有注明来源，其溯源中也没有数据集或工具。请用 `caption` 注明数据的发布者，或说明数据为假定。",
  },
});

export const citedFigure: Rule = {
  name: "cited-figure",
  severity: "warning",
  summary: "A figure says where its numbers are from: beside it, or by datasets and tools in its trail.",
  check(subject) {
    return subject.cells.flatMap((cell) => {
      const figures = findFigures(cell).filter(({ options }) => options && !options.has("caption"));
      if (figures.length === 0 || saysSource(cell) || hasTrail(cell, subject)) return [];
      const message = texts.figureWithoutSource();
      return figures.map(({ start, end }) => remarkAt(cell, message, start, end));
    });
  },
};

/** Whether the cell, or one that it depends on, requests data or imports a notebook. */
function hasTrail(cell: CheckedCell, { cells, graph }: Subject): boolean {
  const seen = new Set<number>();
  const open = [cell.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const each = cells.find((candidate) => candidate.id === id);
    if (each && requestsData(each)) return true;
    open.push(...(graph.reads.get(id)?.values() ?? []));
  }
  return false;
}

function requestsData(cell: CheckedCell): boolean {
  if (cell.compiled.imports.some(({ kind }) => kind === "notebook")) return true;
  if (findTemplates(cell).some(({ tag, text }) => tag === "sql" && mentionedNames(text).has("from"))) return true;
  return findCalls(cell).some(({ call }) => {
    const [object = "", name] = calleeOf(call).split(".");
    return name !== undefined && (object === "datasets" || namespaceNames.some((known) => known === object));
  });
}
