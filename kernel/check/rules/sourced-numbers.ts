import type { AnyNode } from "acorn";
import { ancestor } from "acorn-walk";
import { messages } from "../../../lib/message/message.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell } from "../subject.ts";
import { calleeOf, remarkAt } from "../visit.ts";
import { saysSource } from "./evidence.ts";

const texts = messages("check", {
  unsourcedTable: {
    en: "A table of {numbers} numbers without a source. Say in a comment or in a field `source` where they are from.",
    zh: "含 {numbers} 个数值的表没有来源。请在注释或 `source` 字段中注明出处。",
  },
});

/** At least this many numbers in one array or object literal are a table of data, not settings. */
const TABLE = 8;

export const sourcedNumbers: Rule = {
  name: "sourced-numbers",
  severity: "warning",
  summary: "A table of numbers written into a cell says where they are from.",
  check: ({ cells }) => cells.flatMap(findTables),
};

function findTables(cell: CheckedCell): Remark[] {
  const tables = new Map<AnyNode, number>();
  const { syntax } = cell;
  if (!syntax || saysSource(cell)) return [];
  ancestor(syntax.root, {
    Literal(node, _state, ancestors) {
      if (typeof node.value !== "number") return;
      const path = ancestors as AnyNode[];
      const table = path.find(({ type }) => type === "ArrayExpression" || type === "ObjectExpression");
      // Numbers passed to a chart or an input are style settings.
      if (table && !path.some(isDrawing)) tables.set(table, (tables.get(table) ?? 0) + 1);
    },
  });
  return [...tables]
    .filter(([, numbers]) => numbers >= TABLE)
    .map(([{ start, end }, numbers]) => remarkAt(cell, texts.unsourcedTable({ numbers }), start, end));
}

function isDrawing(node: AnyNode): boolean {
  return (
    node.type === "CallExpression" && /^(?:Plot|Inputs|d3|\.)(?:\.|$)/.test(calleeOf(node)) && isStyle(calleeOf(node))
  );
}

function isStyle(callee: string): boolean {
  return /^(?:Plot|Inputs)\./.test(callee) || /^d3\.(?:scale|interpolate|range|ticks)/.test(callee);
}
