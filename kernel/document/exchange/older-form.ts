import { parseCell as parseOlder } from "@observablehq/parser";
import type { Expression, ImportDeclaration, Program, Statement } from "acorn";
import { simple } from "acorn-walk";
import { findDeclarations } from "../../compile/declarations.ts";
import { parseCell } from "../../compile/syntax.ts";
import { splitOlderModule } from "./older-module.ts";

/** A cell of JavaScript that is to be written in Observable's older form. */
export interface ProgramCell {
  readonly id: number;
  readonly source: string;
  /** The name that its `output` attribute gives to its value. */
  readonly output?: string | undefined;
}

/**
 * Writes a cell of JavaScript as cells of Observable's older form, which Quarto runs: `const x = 1` as `x = 1`,
 * `const x = view(…)` as `viewof x = …`, `display(x)` as `x`, an import of a package as `require`. A program of other statements
 * becomes one block, with what it displays below one another, and a cell for each of its names. Undefined if it cannot be
 * written so: it cannot be read, or imports another notebook.
 */
export function writeOlder(cell: ProgramCell): string | undefined {
  try {
    const { expression, program } = parseCell(cell.source);
    const simply = expression ? writeExpression(cell, expression) : writeStatements(cell.source, program);
    return simply !== undefined && isOlder(simply) ? simply : writeBlock(cell, expression, program);
  } catch {
    return undefined;
  }
}

const begin = "// The cell:";
const end = "// Its names:";

/** A cell as one block, below one another what it displays, and a cell for each of its names. */
function writeBlock(
  { id, source, output }: ProgramCell,
  expression: Expression | undefined,
  program: Program | undefined,
) {
  const cell = `cell${id}`;
  const holder = freeName("shown", source);
  if (program) {
    const body = withRequired(source, program);
    if (body === undefined) return undefined;
    const names = [...new Set(findDeclarations(program).map(({ name }) => name))];
    const text = `{\n${begin}\n${body}\n${end}\n${holder}.value = {${names.join(", ")}};\n}`;
    return checked([...block(cell, holder, text), ...names.map((name) => `${name} = ${cell}.${name}`)]);
  }
  // The value of an expression is shown unless it shows something itself, and has the name of its output.
  const isShown = expression !== undefined && !mentions(expression, ["display", "view"]);
  const value = freeName("value", source);
  const code = `(\n${begin}\n${source}\n${end}\n)`;
  const kept = `${holder}.value = ${output ? `{${output}: ${value}}` : "{}"};`;
  const text = `const ${value} = ${isShown ? `display(${code})` : code};\n${kept}`;
  return checked([...block(cell, holder, text), ...(output ? [`${output} = ${cell}.${output}`] : [])]);
}

function block(cell: string, holder: string, text: string): string[] {
  return [
    `viewof ${cell} = {`,
    `const ${holder} = html\`<div>\`;`,
    `const display = (value) => (${holder}.append(value instanceof Node ? value : String(value)), value);`,
    "const view = (input) => Generators.input(display(input));",
    text,
    `return ${holder};`,
    "}",
  ];
}

/** The source of a cell from the block that {@link writeOlder} wrote of it; undefined if it is something else. */
export function readBlock(code: string): string | undefined {
  if (!/^viewof cell\d+ = \{\n/.test(code)) return undefined;
  const from = code.indexOf(`\n${begin}\n`);
  const to = code.lastIndexOf(`\n${end}\n`);
  if (from < 0 || to < from) return undefined;
  return code
    .slice(from + begin.length + 2, to)
    .replace(/const [^\n]+? = await [^\n]+?; \/\* (import [^\n]+?) \*\//g, "$1");
}

function writeExpression({ source, output }: ProgramCell, expression: Expression): string | undefined {
  const lead = source.slice(0, expression.start);
  const isComment = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*$/.test(lead);
  const shown = output || !isComment ? undefined : callOf("display", expression);
  if (shown && !mentions(shown, ["display", "view"]))
    return lead + asValue(source.slice(shown.start, shown.end), shown);
  if (mentions(expression, ["display", "view"])) return undefined;
  // A parenthesis before the expression is no part of it.
  if (!isComment) return output ? `${output} = ${source}` : source;
  const value = asValue(source.slice(expression.start).trimEnd(), expression);
  return output ? `${lead}${output} = ${value}` : `${lead}${value}`;
}

/** Each statement as a cell of its own; undefined if the order of the statements may matter. */
function writeStatements(source: string, program: Program): string | undefined {
  const declared = new Set(findDeclarations(program).map(({ name }) => name));
  if (declared.has("display") || declared.has("view") || assigns(program, declared)) return undefined;
  const pieces: string[] = [];
  let from = 0;
  for (const statement of program.body) {
    const written = writeStatement(source, statement as Statement | ImportDeclaration);
    if (!written) return undefined;
    const lead = source.slice(from, statement.start).trim();
    const behind = /^[ \t]*(?:\/\/[^\n]*|\/\*[^\n]*?\*\/[ \t]*(?=\n|$))/.exec(source.slice(statement.end))?.[0] ?? "";
    pieces.push(...written.map((text, i) => (i === 0 && lead !== "" ? `${lead}\n${text}` : text)));
    if (behind !== "") pieces[pieces.length - 1] += ` ${behind.trim()}`;
    from = statement.end + behind.length;
  }
  const rest = source.slice(from).trim();
  if (rest !== "") pieces.push(rest);
  return pieces.join("\n\n");
}

function writeStatement(source: string, statement: Statement | ImportDeclaration): string[] | undefined {
  const textOf = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
  switch (statement.type) {
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return mentions(statement, ["display", "view"]) ? undefined : [textOf(statement)];
    case "VariableDeclaration": {
      const written = statement.declarations.map(({ id, init }) => {
        if (id.type !== "Identifier") return undefined;
        if (!init) return `${id.name} = undefined;`;
        const input = callOf("view", init);
        if (mentions(input ?? init, ["display", "view"])) return undefined;
        return input
          ? `viewof ${id.name} = ${asValue(textOf(input), input)};`
          : `${id.name} = ${asValue(textOf(init), init)};`;
      });
      return written.every((text) => text !== undefined) ? written : undefined;
    }
    case "ExpressionStatement": {
      const shown = callOf("display", statement.expression);
      return shown && !mentions(shown, ["display", "view"]) ? [`${asValue(textOf(shown), shown)};`] : undefined;
    }
    case "ImportDeclaration": {
      const specifier = String(statement.source.value);
      const module = packageOf(specifier);
      if (module === undefined) return isModulePath(specifier) && isNamed(statement) ? [textOf(statement)] : undefined;
      if (statement.specifiers.length !== 1) return undefined;
      const [{ type, local }] = statement.specifiers as [ImportDeclaration["specifiers"][number]];
      return type === "ImportSpecifier" ? undefined : [`${local.name} = require(${JSON.stringify(module)});`];
    }
    default:
      return undefined;
  }
}

/** A program with its imports as calls, each with the import in a comment; undefined if one is of another notebook. */
function withRequired(source: string, { body }: Program): string | undefined {
  let written = "";
  let from = 0;
  for (const node of body) {
    if (node.type !== "ImportDeclaration") continue;
    const specifier = String(node.source.value);
    const module = packageOf(specifier);
    if (module === undefined && !isModulePath(specifier)) return undefined;
    const loaded = module
      ? `require(${JSON.stringify(module)})`
      : `import(new URL(${JSON.stringify(specifier)}, document.baseURI))`;
    const names = node.specifiers.map((each) => {
      if (each.type !== "ImportSpecifier") return { name: each.local.name, whole: true };
      const imported = each.imported.type === "Identifier" ? each.imported.name : JSON.stringify(each.imported.value);
      return { name: `${imported}: ${each.local.name}`, whole: false };
    });
    const [first] = names;
    const pattern = first?.whole ? first.name : `{${names.map(({ name }) => name).join(", ")}}`;
    const text = source.slice(node.start, node.end);
    if (/\n|\*\//.test(text) || (first?.whole && names.length > 1)) return undefined;
    written += `${source.slice(from, node.start)}const ${pattern} = await ${loaded}; /* ${text} */`;
    from = node.end;
  }
  return written + source.slice(from);
}

function packageOf(specifier: string): string | undefined {
  return /^(?:npm:)?((?:@[\w.-]+\/)?\w[\w.-]*(?:@[\w.^~-]+)?(?:\/[\w./-]+)?)$/.exec(specifier)?.[1];
}

function isModulePath(specifier: string): boolean {
  return /^\.{0,2}\/[^?#]+\.(?:js|mjs|ts)$/.test(specifier);
}

function isNamed({ specifiers }: ImportDeclaration): boolean {
  return specifiers.length > 0 && specifiers.every(({ type }) => type === "ImportSpecifier");
}

/** The one argument of a call of a function; undefined for any other expression. */
function callOf(name: string, node: Expression): Expression | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== name)
    return undefined;
  const [argument, ...others] = node.arguments;
  return argument && others.length === 0 && argument.type !== "SpreadElement" ? argument : undefined;
}

/** An expression as the value of an older cell, in which a brace begins a block, and `x =` a definition. */
function asValue(text: string, { type }: Expression): string {
  const isBare = /^(?:\{|function\b|class\b|async\s+function\b)/.test(text) || type === "AssignmentExpression";
  const needs = isBare || type === "SequenceExpression";
  // A comment at the end must not comment out the parenthesis.
  return needs ? `(${text}${/\/\/[^\n]*$/.test(text) ? "\n" : ""})` : text;
}

function mentions(node: Expression | Statement, names: readonly string[]): boolean {
  let found = false;
  simple(node, {
    Identifier: ({ name }) => {
      found ||= names.includes(name);
    },
  });
  return found;
}

/** Whether a program gives one of its names another value. */
function assigns(program: Program, names: ReadonlySet<string>): boolean {
  let found = false;
  const check = (target: { type: string; name?: string }) => {
    found ||= target.type !== "MemberExpression" && (target.type !== "Identifier" || names.has(target.name ?? ""));
  };
  simple(program, {
    AssignmentExpression: ({ left }) => check(left),
    UpdateExpression: ({ argument }) => check(argument),
  });
  return found;
}

function freeName(name: string, source: string): string {
  let free = name;
  while (source.includes(free)) free += "_";
  return free;
}

function checked(lines: readonly string[]): string | undefined {
  const code = lines.join("\n");
  return isOlder(code) ? code : undefined;
}

/** Whether a text can be read as cells of the older form. */
function isOlder(code: string): boolean {
  return splitOlderModule(code).every(({ source }) => {
    try {
      parseOlder(source);
      return true;
    } catch {
      return false;
    }
  });
}
