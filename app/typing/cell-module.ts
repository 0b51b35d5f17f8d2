import ts from "typescript6";
import { isBindingName } from "../../kernel/cell/binding-name.ts";
import type { ProgramLanguage } from "../../kernel/cell/kind.ts";
import { kindOf, programLanguage } from "../../kernel/cell/kinds.ts";
import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import { type DeclaredName, findDeclaredNames } from "./declared-names.ts";
import { blankText } from "./interpolations.ts";

/** The name of a named expression in its module, which differs from the output's name so that it cannot shadow an input. */
const valueName = "__value";

const word = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu;

/**
 * A cell as a module. It contains the author's source unchanged (in a text cell, everything but the interpolations is blanked),
 * after a lead that imports the names read from other cells and exports the declared ones: a position in the cell is the same
 * position in the module, moved by the length of the lead.
 */
export class CellModule {
  readonly cell: DocumentCell;
  readonly path: string;
  /** The names that the cell declares for others. Offsets are those of the cell. */
  readonly declared: readonly DeclaredName[];
  /** The language of its program; undefined for text. */
  readonly language: ProgramLanguage | undefined;
  /** Whether cells of this kind have code at all. Of an older cell only what it declares is known, by its conversion. */
  readonly runs: boolean;
  /** The name of the cell's value, from its attribute `output`. */
  readonly output: string | undefined;
  /** All words of the code, which include all names it may read. */
  readonly words: ReadonlySet<string>;
  /** The type of the cell's value, for text cells. */
  readonly textType: string | undefined;
  readonly #open: string;
  readonly #body: string;
  readonly #close: string;
  /** The names it imports from other cells, with their offsets in the lead. */
  imports: ReadonlyMap<string, number> = new Map();
  text = "";
  lead = 0;
  version = 0;

  constructor(cell: DocumentCell) {
    this.cell = cell;
    const { attributes, id } = cell;
    const { kind, source } = cell.converted ?? cell;
    const form = kindOf(kind).source;
    const language = programLanguage(kind);
    const code = language !== undefined;
    this.language = language;
    this.path = `/cells/${fileName(`cell-${id}`, language)}`;
    this.textType = form?.form === "text" ? form.valueType : undefined;
    this.runs = !cell.converted && (code || this.textType !== undefined);
    this.#body = code ? source : this.textType ? blankText(source) : "";
    const { output } = attributes;
    const named = output !== undefined && isBindingName(output);
    this.output = named && (this.textType || (code && isExpression(this.#body, language))) ? output : undefined;
    const wrapped =
      code && (this.output !== undefined || mayBeBlock.test(source)) && isExpression(this.#body, language);
    this.#open = wrapped ? (this.output === undefined ? ";(" : `const ${valueName} = (`) : "";
    this.#close = wrapped ? "\n);" : "\n";
    this.declared = code && !wrapped ? findDeclaredNames(parse(this.#body, language)) : [];
    this.words = new Set(this.#body.match(word));
    this.link(new Set());
  }

  /** The exported names, with the module's local name of each. */
  get exports(): Map<string, string> {
    const names = new Map(this.declared.map(({ name }) => [name, name]));
    if (this.output !== undefined && !this.textType) names.set(this.output, valueName);
    return names;
  }

  /** Imports the notebook's names that occur in the cell. Returns true if the module's text changed. */
  link(names: ReadonlySet<string>): boolean {
    const own = new Set(this.declared.map(({ name }) => name));
    const wanted = [...this.words].filter((name) => names.has(name) && !own.has(name) && name !== this.output);
    const { lead, imports } = leadOf(wanted, this.declared, this.exports);
    const text = lead + this.#open + this.#body + this.#close;
    if (text === this.text) return false;
    this.imports = imports;
    this.text = text;
    this.lead = lead.length + this.#open.length;
    this.version += 1;
    return true;
  }

  /** The module's offset of an offset in the cell. */
  toModule(offset: number): number {
    return offset + this.lead;
  }

  /** The cell's range of a range of the module; undefined if it is outside of the author's source. */
  toCell(start: number, length: number): { from: number; to: number } | undefined {
    if (this.cell.converted) return undefined;
    const from = start - this.lead;
    const to = from + length;
    if (to < 0 || from > this.cell.source.length || (from < 0 && length > 0)) return undefined;
    return { from: Math.max(0, from), to: Math.min(to, this.cell.source.length) };
  }
}

/** The beginning of an expression that would be parsed as a statement. */
const mayBeBlock = /^(?:\s|\/\/[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*(?:\{|async\b|function\b|class\b)/;

function leadOf(wanted: readonly string[], declared: readonly DeclaredName[], exports: ReadonlyMap<string, string>) {
  const imports = new Map<string, number>();
  let lead = "export {};";
  if (wanted.length > 0) {
    lead += "import {";
    for (const name of wanted) {
      imports.set(name, lead.length);
      lead += `${name},`;
    }
    lead += '} from "./notebook.js";';
  }
  const types = new Set(declared.flatMap(({ name, kind }) => (kind === "type" ? [name] : [])));
  for (const [name, local] of exports) {
    const specifier = local === name ? name : `${local} as ${name}`;
    lead += `export ${types.has(name) ? "type " : ""}{${specifier}};`;
  }
  // A separate line: otherwise a comment above the first declaration would belong to the lead.
  return { lead: `${lead}\n`, imports };
}

/** TypeScript determines the language of a file by its extension. */
function fileName(stem: string, language: ProgramLanguage | undefined): string {
  return `${stem}.${language === "typescript" ? "ts" : "js"}`;
}

function isExpression(source: string, language: ProgramLanguage): boolean {
  const file = parse(`(${source}\n)`, language);
  const [statement] = file.statements;
  // An internal property, but the only way to get syntax errors without a program.
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  if (parseDiagnostics.length > 0 || file.statements.length !== 1 || !statement) return false;
  if (!ts.isExpressionStatement(statement) || !ts.isParenthesizedExpression(statement.expression)) return false;
  const { expression } = statement.expression;
  return !((ts.isFunctionExpression(expression) || ts.isClassExpression(expression)) && expression.name);
}

function parse(source: string, language: ProgramLanguage): ts.SourceFile {
  return ts.createSourceFile(fileName("cell", language), source, ts.ScriptTarget.ESNext, true);
}
