import { type AnyNode, type Property, tokenizer } from "acorn";
import { messages } from "../../../lib/message/message.ts";
import type { Remark } from "../finding.ts";
import { boundsFields, RECALLED, statusFields } from "../recalled-numbers.ts";
import { findRecalled } from "../recalled-text.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell } from "../subject.ts";
import { remarkAt, templateText, visit } from "../visit.ts";

const texts = messages("check", {
  numbersFromMemory: {
    en: "“{words}”: a number from memory cannot be checked. Read it in its source and name that, or leave it out.",
    zh: "“{words}”：凭记忆写下的数值无法核对。请在来源中读到它并注明来源，或将其删去。",
  },
  statusOfMemory: {
    en: "`{field}` says that the number is from memory, so it cannot be checked. Read it in its source and name that, or leave it out.",
    zh: "`{field}` 表明该数值是凭记忆写下的，无法核对。请在来源中读到它并注明来源，或将其删去。",
  },
});

export const noMemory: Rule = {
  name: "no-memory",
  severity: "warning",
  summary:
    "No text says that numbers are from memory, and no record in a cell has that status; `run` and `test` look at values.",
  alsoInRun: true,
  check: ({ cells }) => cells.flatMap((cell) => [...checkTexts(cell), ...checkRecords(cell)]),
};

/** Texts, literals and comments. */
function checkTexts(cell: CheckedCell): Remark[] {
  return textsOf(cell).flatMap(({ text, offset }) =>
    findRecalled(text).map(({ start, end }) => {
      const words = text.slice(start, end).replaceAll(/\s+/g, " ");
      return remarkAt(cell, texts.numbersFromMemory({ words }), offset + start, offset + end);
    }),
  );
}

function textsOf(cell: CheckedCell): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  visit(cell, (node, { script }) => {
    if (node.type === "TemplateLiteral") found.push(templateText(node, script));
    else if (node.type === "Literal" && typeof node.value === "string")
      found.push({ text: script.slice(node.start + 1, node.end - 1), offset: node.start + 1 });
  });
  if (cell.syntax) found.push(...commentsOf(cell.syntax.script));
  return found;
}

function commentsOf(script: string): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  const onComment = (_isBlock: boolean, text: string, start: number) => {
    found.push({ text, offset: start + 2 });
  };
  try {
    for (const _token of tokenizer(script, { ecmaVersion: "latest", sourceType: "module", onComment }));
  } catch {
    // The tokenizer alone misreads some regular expressions; the comments before them are found.
  }
  return found;
}

/** Records written into a cell whose status is that of memory. */
function checkRecords(cell: CheckedCell): Remark[] {
  const fields: readonly string[] = [...statusFields, ...boundsFields];
  const remarks: Remark[] = [];
  visit(cell, (node) => {
    if (node.type !== "Property") return;
    const { key, value, computed } = node as Property;
    if (computed || value.type !== "Literal" || value.value !== RECALLED) return;
    const field = nameOf(key as AnyNode);
    if (fields.includes(field)) remarks.push(remarkAt(cell, texts.statusOfMemory({ field }), node.start, node.end));
  });
  return remarks;
}

function nameOf(key: AnyNode): string {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : "";
}
