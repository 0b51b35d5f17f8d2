import { type ParsedCell, type ParsedNode, parseCell } from "@observablehq/parser";
import { type Message, messages } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { isOlderObservable } from "../../cell/kinds/unsupported.ts";
import type { Cell, Notebook } from "../notebook.ts";
import type { Operation } from "../operation.ts";
import { renderFence } from "./fence.ts";
import { escapeInterpolation } from "./interpolation.ts";

const said = messages("document", {
  keptAsText: {
    en: "Cell {place} was kept as text: {problem}",
    zh: "第 {place} 个单元格已作为文本保留：{problem}",
  },
  lacking: {
    en: "Not available here: {lacking}.",
    zh: "此处没有：{lacking}。",
  },
  convertedOnly: {
    en: "Cell {place} was converted, but will not run. {note}",
    zh: "第 {place} 个单元格已转换，但无法运行。{note}",
  },
  unreadableCell: {
    en: "it cannot be read ({message}).",
    zh: "无法读取（{message}）。",
  },
  importsNotebook: {
    en: "it imports from another notebook, which would have to come over the network.",
    zh: "它从另一个笔记本导入，而那需要访问网络。",
  },
  yieldsOutsideBlock: {
    en: "it yields outside of a block.",
    zh: "它在代码块之外使用了 yield。",
  },
});

/** Names of Observable's older standard library that do not exist here. */
const missing: ReadonlySet<string> = new Set(
  "require SQLite SQLiteDatabaseClient resolve mermaid vl aq Arrow L _ Secret".split(" "),
);

export interface Conversion {
  /** The operations that convert the notebook. */
  readonly operations: readonly Operation[];
  /** What could not be converted, as sentences. */
  readonly notes: readonly Message[];
}

/**
 * Converts cells of Observable's older JavaScript to the current syntax: `x = 1` to `const x = 1`, a block to a function
 * call, `viewof x = …` to `const x = view(…)`, `mutable x = …` to `const x = Mutable(…)`. A cell that cannot be
 * converted is kept as text, with the reason; so is an import, which would need the network.
 */
export function convertObservable({ cells }: Notebook): Conversion {
  const old = cells.filter(isOlderObservable).map((cell) => ({ cell, parsed: parse(cell.source) }));
  const names = { views: new Set<string>(), defined: new Set<string>() };
  for (const { parsed } of old) {
    if (parsed instanceof Error) continue;
    if (parsed.id) names.defined.add(nameOf(parsed.id));
    for (const node of parsed.references ?? []) {
      if (node.type === "ViewExpression") names.views.add(nameOf(node));
    }
  }
  const operations: Operation[] = [];
  const notes: Message[] = [];
  for (const { cell, parsed } of old) {
    const place = cells.indexOf(cell) + 1;
    const keep = (problem: Message) => {
      notes.push(said.keptAsText({ place, problem }));
      operations.push(...replace(cell, "md", keepAsText(cell.source, problem)));
    };
    if (parsed instanceof Error) {
      keep(said.unreadableCell({ message: parsed.message }));
      continue;
    }
    const problem = findProblem(parsed);
    if (problem) {
      keep(problem);
      continue;
    }
    const lacking = findMissing(parsed, names.defined);
    const note = lacking.length > 0 ? said.lacking({ lacking }) : null;
    if (note) notes.push(said.convertedOnly({ place, note }));
    const source = convertCell(cell.source, parsed, names.views);
    operations.push(...replace(cell, "js", note ? `// ${writeMessage(note)}\n${source}` : source));
  }
  return { operations, notes };
}

function parse(source: string): ParsedCell | Error {
  try {
    return parseCell(source);
  } catch (error) {
    return error as Error;
  }
}

function findProblem(parsed: ParsedCell): Message | null {
  if (parsed.body?.type === "ImportDeclaration") {
    return said.importsNotebook();
  }
  const isBlock = parsed.body?.type === "BlockStatement";
  return parsed.generator && !isBlock ? said.yieldsOutsideBlock() : null;
}

function findMissing({ references = [] }: ParsedCell, defined: ReadonlySet<string>): string[] {
  const free = references.filter(({ type }) => type === "Identifier").map(nameOf);
  return [...new Set(free)].filter((name) => missing.has(name) && !defined.has(name));
}

function convertCell(source: string, parsed: ParsedCell, views: ReadonlySet<string>): string {
  const { id, body } = parsed;
  if (!body) return source;
  const value = convertValue(source, parsed);
  if (!id) return value;
  const name = nameOf(id);
  // A function or class is declared by its own name.
  if (body.type !== "BlockStatement" && body.start < id.start) return value;
  if (id.type === "ViewExpression") {
    // Cells that read the input element itself, not its value, use a separate name.
    if (!views.has(name)) return `const ${name} = view(${value})`;
    return `const ${viewName(name)} = ${value};\nconst ${name} = view(${viewName(name)})`;
  }
  if (id.type === "MutableExpression") {
    const access = `{get value() { return ${name}.value; }, set value(value) { ${name}.value = value; }}`;
    return `const ${name} = Mutable(${value});\nconst ${mutableName(name)} = ${access}`;
  }
  return `const ${name} = ${value}`;
}

/** The cell's value as an expression. */
function convertValue(source: string, { id, body, async, generator, references = [] }: ParsedCell): string {
  const start = id && body && body.start > id.start ? source.indexOf("=", id.end) + 1 : 0;
  const nodes = references.filter((node) => node.type !== "Identifier" && node.start >= start);
  let text = "";
  let at = start;
  for (const node of nodes.toSorted((a, b) => a.start - b.start)) {
    const name = nameOf(node);
    text +=
      source.slice(at, node.start) + (node.type === "ViewExpression" ? viewName(name) : `${mutableName(name)}.value`);
    at = node.end;
  }
  text = `${text}${source.slice(at)}`.trim().replace(/;+$/, "");
  // A comment at the end must not comment out the text that follows it.
  if (/\/\/[^\n]*$/.test(text)) text += "\n";
  if (body?.type !== "BlockStatement") return text;
  const kind = async ? "async " : "";
  return generator ? `(${kind}function* () ${text})()` : `(${kind}() => ${text})()`;
}

function nameOf(node: ParsedNode): string {
  return node.name ?? node.id?.name ?? "";
}

function viewName(name: string): string {
  return `viewof$${name}`;
}

function mutableName(name: string): string {
  return `mutable$${name}`;
}

function keepAsText(source: string, problem: Message): string {
  return `*This cell of Observable's older JavaScript was not converted: ${writeMessage(problem)}*\n\n${escapeInterpolation(renderFence("js", source))}`;
}

function replace({ id: cell }: Cell, kind: string, source: string): Operation[] {
  return [
    { type: "kind", cell, kind },
    { type: "source", cell, source },
  ];
}
