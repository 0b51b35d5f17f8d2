import { type ParsedBody, type ParsedCell, type ParsedNode, parseCell } from "@observablehq/parser";
import { type Message, messages } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { isOlderObservable } from "../../cell/kinds/unsupported.ts";
import type { Cell, Notebook } from "../notebook.ts";
import type { Operation } from "../operation.ts";
import { applyOperation } from "../operations.ts";
import { renderFence } from "./fence.ts";
import { isLackingOlderName } from "./foreign-names.ts";
import { escapeInterpolation } from "./interpolation.ts";

const texts = messages("document", {
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

export interface Conversion {
  /** The operations that convert the notebook. */
  readonly operations: readonly Operation[];
  /** What could not be converted, as sentences. */
  readonly notes: readonly Message[];
  /** The same, with the cells. */
  readonly problems: readonly { readonly cell: number; readonly message: Message }[];
}

export interface CurrentNotebook {
  readonly notebook: Notebook;
  /** What could not be converted, as sentences. */
  readonly notes: readonly Message[];
}

/** The notebook with its cells of Observable's older JavaScript converted as by {@link convertObservable}, under the same ids. */
export function convertCells(notebook: Notebook): CurrentNotebook {
  const { operations, notes } = convertObservable(notebook);
  const converted = operations.reduce((current: Notebook, operation: Operation) => {
    const outcome = applyOperation(current, operation);
    return outcome.ok ? outcome.notebook : current;
  }, notebook);
  return { notebook: converted, notes };
}

/**
 * Converts cells of Observable's older JavaScript to the current syntax: `x = 1` to `const x = 1`, a block to a function
 * call, `viewof x = …` to `const x = view(…)`, `mutable x = …` to `const x = Mutable(…)`, `require("y")` and an import of a module
 * beside the notebook to imports of today. A cell that cannot be converted is kept as text, with the reason; so is an
 * import of another notebook, which would need the network.
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
  const problems: { cell: number; message: Message }[] = [];
  for (const { cell, parsed } of old) {
    const report = (message: Message) => problems.push({ cell: cell.id, message });
    const place = cells.indexOf(cell) + 1;
    const keep = (problem: Message) => {
      report(texts.keptAsText({ place, problem }));
      operations.push(...replace(cell, "md", keepAsText(cell.source, problem)));
      // The reason is to be seen.
      if ("hidden" in cell.attributes)
        operations.push({ type: "attribute", cell: cell.id, name: "hidden", value: null });
    };
    if (parsed instanceof Error) {
      keep(texts.unreadableCell({ message: parsed.message }));
      continue;
    }
    const problem = findProblem(parsed);
    if (problem) {
      keep(problem);
      continue;
    }
    const lacking = findMissing(cell.source, parsed, names.defined);
    const note = lacking.length > 0 ? texts.lacking({ lacking }) : null;
    if (note) report(texts.convertedOnly({ place, note }));
    const source = convertCell(cell.source, parsed, names.views);
    operations.push(...replace(cell, "js", note ? `// ${writeMessage(note)}\n${source}` : source));
  }
  return { operations, notes: problems.map(({ message }) => message), problems };
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
    return isModuleImport(parsed.body) ? null : texts.importsNotebook();
  }
  const isBlock = parsed.body?.type === "BlockStatement";
  return parsed.generator && !isBlock ? texts.yieldsOutsideBlock() : null;
}

/** Whether an import is one of today: of values of a module beside the notebook, not of inputs or with replaced cells. */
function isModuleImport({ specifiers = [], injections = [], source }: ParsedBody): boolean {
  const isModule = /^(?:\.{0,2}\/[^?#]+\.(?:js|mjs|ts)|npm:.+)$/.test(source?.value ?? "");
  return isModule && injections.length === 0 && specifiers.every(({ view, mutable }) => !view && !mutable);
}

function findMissing(source: string, parsed: ParsedCell, defined: ReadonlySet<string>): string[] {
  const free = (parsed.references ?? []).filter((node) => node.type === "Identifier" && !requireAt(source, node));
  return [...new Set(free.map(nameOf))].filter((name) => isLackingOlderName(name) && !defined.has(name));
}

/** A call of `require` with the names of packages. */
const REQUIRE = /^require\s*\(\s*((["'])[^"'\\\n]+\2(?:\s*,\s*(["'])[^"'\\\n]+\3)*)\s*\)/;

/** The import in the place of a call of `require` that a name begins, and where the call ends; null if it begins none. */
function requireAt(source: string, node: ParsedNode): { readonly text: string; readonly end: number } | null {
  if (nameOf(node) !== "require") return null;
  const [call, list] = REQUIRE.exec(source.slice(node.start)) ?? [];
  if (call === undefined || list === undefined) return null;
  const imports = [...list.matchAll(/["']([^"']+)["']/g)].map(([, name]) => {
    const specifier = name!.startsWith("https:") ? name : `npm:${name}`;
    return `import(${JSON.stringify(specifier)})`;
  });
  const text =
    imports.length === 1
      ? imports[0]!
      : `Promise.all([${imports.join(", ")}]).then((modules) => Object.assign({}, ...modules))`;
  return { text, end: node.start + call.length };
}

/** The package that a cell `x = require("…")` names. */
function requiredBy(source: string, { id, body }: ParsedCell): string | undefined {
  if (id?.type !== "Identifier" || body?.type !== "CallExpression") return undefined;
  return /^require\(\s*(["'])([^"'\\\n]+)\1\s*\)$/.exec(source.slice(body.start, body.end))?.[2];
}

function convertCell(source: string, parsed: ParsedCell, views: ReadonlySet<string>): string {
  const { id, body } = parsed;
  if (!body || body.type === "ImportDeclaration") return source;
  const value = convertValue(source, parsed);
  if (!id) return value;
  const name = nameOf(id);
  const required = requiredBy(source, parsed);
  if (required !== undefined)
    return `${leadOf(source, id)}import * as ${name} from ${JSON.stringify(`npm:${required}`)};`;
  // A function or class is declared by its own name.
  if (body.type !== "BlockStatement" && body.start < id.start) return value;
  const lead = leadOf(source, id);
  // A block that awaits gives a promise, of which a definition takes the value.
  const settled = body.type === "BlockStatement" && parsed.async && !parsed.generator ? `await ${value}` : value;
  if (id.type === "ViewExpression") {
    // Cells that read the input element itself, not its value, use a separate name.
    if (!views.has(name)) return `${lead}const ${name} = view(${settled})`;
    return `${lead}const ${viewName(name)} = ${settled};\nconst ${name} = view(${viewName(name)})`;
  }
  if (id.type === "MutableExpression") {
    const access = `{get value() { return ${name}.value; }, set value(value) { ${name}.value = value; }}`;
    return `${lead}const ${name} = Mutable(${settled});\nconst ${mutableName(name)} = ${access}`;
  }
  return `${lead}const ${name} = ${value}`;
}

/** The comments above a definition. */
function leadOf(source: string, { start }: ParsedNode): string {
  return source.slice(0, start);
}

/** The cell's value as an expression. */
function convertValue(source: string, { id, body, async, generator, references = [] }: ParsedCell): string {
  const start = id && body && body.start > id.start ? source.indexOf("=", id.end) + 1 : 0;
  let text = "";
  let at = start;
  for (const node of references.toSorted((a, b) => a.start - b.start)) {
    const replaced = node.start < start ? null : replacementOf(source, node);
    if (!replaced) continue;
    text += source.slice(at, node.start) + replaced.text;
    at = replaced.end;
  }
  text = `${text}${source.slice(at)}`.trim().replace(/;+$/, "");
  // A comment at the end must not comment out the text that follows it.
  if (/\/\/[^\n]*$/.test(text)) text += "\n";
  if (body?.type !== "BlockStatement") return text;
  const kind = async ? "async " : "";
  return generator ? `(${kind}function* () ${text})()` : `(${kind}() => ${text})()`;
}

/** What stands for a reference today, and where it ends; null if it stays. */
function replacementOf(source: string, node: ParsedNode): { readonly text: string; readonly end: number } | null {
  const name = nameOf(node);
  if (node.type === "Identifier") return requireAt(source, node);
  return { text: node.type === "ViewExpression" ? viewName(name) : `${mutableName(name)}.value`, end: node.end };
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
