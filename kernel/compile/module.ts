import {
  type AnyNode,
  type Expression,
  type Identifier,
  type ModuleDeclaration,
  Parser,
  type Program,
  type Statement,
  tokenizer,
  tokTypes,
} from "acorn";
import { fullAncestor } from "acorn-walk";
import { type Message, messages, type Sentence } from "../../lib/message/message.ts";
import { hiddenGlobals } from "../cell/names.ts";
import { hasAwait } from "./awaits.ts";
import type { Finding } from "./diagnostic.ts";
import { describeFailure } from "./failure.ts";
import { findString } from "./imports.ts";
import { indexLines } from "./lines.ts";
import { guardName } from "./names.ts";
import { findDeclared } from "./patterns.ts";
import { findReferences, type Reference } from "./references.ts";
import { identity, type Mapping, Rewriting } from "./rewriting.ts";
import { guardLoops, surveyCell } from "./survey.ts";
import { stripProgram } from "./typescript.ts";

const texts = messages("compile", {
  importedIsConstant: {
    en: "“{name}” is imported and cannot be assigned here. Export a function that changes it from where it is declared.",
    zh: "“{name}”是导入的，不能在此赋值。请从声明它的模块导出一个修改它的函数。",
  },
});

/** What other modules see under a name. */
export type ModuleExport =
  | { readonly from: "own" }
  /** A name of another module: `imported` of `dependencies[dependency]`; `*` for the whole. */
  | { readonly from: "other"; readonly dependency: number; readonly imported: string };

/** An import declaration of a module, or an `export … from`. */
export interface ModuleDependency {
  readonly specifier: string;
  /** Line in the author's source, from 1. */
  readonly line: number;
  /** The names that must be there. */
  readonly names: readonly string[];
}

/** The problem of a module that cannot be read, and its line. */
export interface ModuleProblem {
  readonly message: Sentence;
  readonly line: number;
}

/** A module ready to be linked and run. See {@link compileModule}. */
export interface CompiledModule {
  /** Distinct, in the order of the source, which is the order in which they run. */
  readonly dependencies: readonly ModuleDependency[];
  readonly exports: ReadonlyMap<string, ModuleExport>;
  /** Dependencies all of whose names it exports: `export * from`. */
  readonly stars: readonly number[];
  /** Texts given to `import(…)`, to know which files a notebook needs. */
  readonly dynamic: readonly string[];
  /** The names of the environment that the code takes: those hidden from notebooks, and `Date`. */
  readonly environment: readonly string[];
  /**
   * One parenthesised generator function, to be evaluated by indirect `eval`. It takes the namespaces of the dependencies, then
   * `import`, `import.meta`, the guard of loops and a function that receives the getters of its own exports, then the environment. Its
   * first step declares the exports (functions can be called from then on), its second runs the body.
   */
  readonly code: string;
  /** Whether the generator is async: the module awaits. */
  readonly async: boolean;
}

export interface ModuleOptions {
  /** The path by which errors name it; the ending says whether it is TypeScript. */
  readonly file: string;
  /** Whether loops are stopped when they run too long: of modules that the author wrote. */
  readonly guarded: boolean;
}

/** The text before a module's file in a stack trace. */
export const moduleSource = "notebook/module/";

/**
 * Compiles a module of the notebook to a generator function, on the lines of its source. Imported names are read from the namespace of
 * their module each time, so that they are live and cycles work as in every host. Returns the first problem of a text that cannot be read.
 */
export function compileModule(source: string, { file, guarded }: ModuleOptions): CompiledModule | ModuleProblem {
  const lines = indexLines(source);
  const problem = ({ message, from }: Pick<Finding, "message" | "from">) => ({
    message,
    line: lines.locate(from).line,
  });
  let text = source;
  let mapping: Mapping = identity;
  let program: Program;
  try {
    if (/\.m?ts$/i.test(file)) {
      const stripped = stripProgram(source);
      const [first] = stripped.findings;
      if (first) return problem(first);
      ({ text, mapping } = stripped);
    }
    program = Parser.parse(text, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true });
  } catch (error) {
    return problem(describeFailure(error, text, mapping, source));
  }
  const writer = new ModuleWriter(text, program, guarded);
  const { refused } = writer;
  if (refused) return problem({ message: refused.message, from: mapping.toSource(refused.from) });
  const { dependencies, ...written } = writer.write(file);
  return {
    ...written,
    dependencies: dependencies.map(({ at, specifier, names }) => ({
      specifier,
      names,
      line: lines.locate(Math.min(mapping.toSource(at), source.length)).line,
    })),
  };
}

/** The place of an imported name. */
interface Imported {
  readonly dependency: number;
  readonly imported: string;
}

interface FoundDependency {
  readonly specifier: string;
  readonly at: number;
  readonly names: string[];
}

class ModuleWriter {
  refused: { readonly message: Message; readonly from: number } | undefined;
  readonly #rewriting: Rewriting;
  readonly #program: Program;
  readonly #guarded: boolean;
  /** The beginning of the names that the writer adds; occurs nowhere in the text. */
  readonly #prefix: string;
  readonly #dependencies: FoundDependency[] = [];
  readonly #imported = new Map<string, Imported>();
  readonly #exports = new Map<string, ModuleExport>();
  readonly #getters: string[] = [];
  readonly #stars: number[] = [];
  readonly #dynamic: string[] = [];
  readonly #references: readonly Reference[];

  constructor(text: string, program: Program, guarded: boolean) {
    this.#rewriting = new Rewriting(text);
    this.#program = program;
    this.#guarded = guarded;
    this.#prefix = unusedPrefix(text);
    // In the order of the source, in which modules run.
    for (const statement of program.body)
      if ("source" in statement && statement.source)
        this.#dependency(String(statement.source.value), statement.start, []);
    for (const statement of program.body) if (statement.type === "ImportDeclaration") this.#import(statement);
    const plain = { ...program, body: program.body.flatMap(withoutExport) } as AnyNode;
    // Without the import declarations, what they declare is a free name.
    this.#references = findReferences(plain);
    for (const statement of program.body) this.#export(statement);
    this.#rewriteNames(plain);
    this.#rewriteSpecial(plain);
    const hashbang = /^#!.*/.exec(text)?.[0].length ?? 0;
    if (hashbang > 0) this.#rewriting.replace(0, hashbang, "");
  }

  write(file: string): Omit<CompiledModule, "dependencies"> & { readonly dependencies: readonly FoundDependency[] } {
    const prefix = this.#prefix;
    const async = hasAwait(this.#program);
    const names = new Set(this.#references.map(({ name }) => name));
    const environment = [...hiddenGlobals, "Date"].filter((name) => names.has(name));
    const namespaces = this.#dependencies.map((_, i) => `${prefix}${i}`);
    const own = ["_import", "_meta"].map((name) => prefix + name);
    const parameters = [...namespaces, ...own, guardName, `${prefix}_export`, ...environment];
    const head = `(${async ? "async " : ""}function*(${parameters.join(",")}){"use strict";${prefix}_export({${this.#getters.join(",")}});yield;`;
    return {
      dependencies: this.#dependencies,
      exports: this.#exports,
      stars: this.#stars,
      dynamic: this.#dynamic,
      environment,
      async,
      code: `${head}${this.#rewriting.render().text}\n})\n//# sourceURL=${moduleSource}${encodeURI(file)}`,
    };
  }

  #dependency(specifier: string, at: number, names: readonly string[]): number {
    let index = this.#dependencies.findIndex((each) => each.specifier === specifier);
    if (index < 0) index = this.#dependencies.push({ specifier, at, names: [] }) - 1;
    const known = this.#dependencies[index]!.names;
    for (const name of names) if (name !== "*" && !known.includes(name)) known.push(name);
    return index;
  }

  #import(node: Extract<ModuleDeclaration, { type: "ImportDeclaration" }>): void {
    const names = node.specifiers.map((each) => {
      if (each.type === "ImportDefaultSpecifier") return "default";
      return each.type === "ImportNamespaceSpecifier" ? "*" : nameOf(each.imported);
    });
    const dependency = this.#dependency(String(node.source.value), node.start, names);
    node.specifiers.forEach(({ local }, i) => {
      this.#imported.set(local.name, { dependency, imported: names[i]! });
    });
    this.#rewriting.blank(node.start, node.end, ";");
  }

  #export(node: Statement | ModuleDeclaration): void {
    const rewriting = this.#rewriting;
    switch (node.type) {
      case "ExportAllDeclaration": {
        const exported = node.exported && nameOf(node.exported);
        const dependency = this.#dependency(String(node.source.value), node.start, []);
        if (exported == null) this.#stars.push(dependency);
        else this.#exports.set(exported, { from: "other", dependency, imported: "*" });
        rewriting.blank(node.start, node.end, ";");
        break;
      }
      case "ExportDefaultDeclaration":
        this.#exportDefault(node);
        break;
      case "ExportNamedDeclaration": {
        const { declaration, source } = node;
        if (declaration) {
          const declared = declaration.type === "VariableDeclaration" ? findDeclared(declaration) : [declaration.id];
          for (const { name } of declared) this.#exportOwn(name, name);
          rewriting.blank(node.start, declaration.start);
          break;
        }
        const names = node.specifiers.map(({ local }) => nameOf(local));
        const dependency = source && this.#dependency(String(source.value), node.start, names);
        for (const { local, exported } of node.specifiers) {
          if (dependency != null)
            this.#exports.set(nameOf(exported), { from: "other", dependency, imported: nameOf(local) });
          else this.#exportOwn(nameOf(exported), nameOf(local));
        }
        rewriting.blank(node.start, node.end, ";");
        break;
      }
    }
  }

  /** A name that is only passed on stays that of its module. */
  #exportOwn(exported: string, local: string): void {
    const imported = this.#imported.get(local);
    this.#exports.set(exported, imported ? { from: "other", ...imported } : { from: "own" });
    if (!imported) this.#getters.push(`${JSON.stringify(exported)}:()=>${local}`);
  }

  #exportDefault({ start, declaration }: Extract<ModuleDeclaration, { type: "ExportDefaultDeclaration" }>): void {
    const local = `${this.#prefix}_default`;
    const keywords = tokenEnd(this.#rewriting.source, start, 2);
    if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") {
      this.#rewriting.blank(start, declaration.start);
      if (declaration.id) {
        this.#exportOwn("default", declaration.id.name);
        return;
      }
      const { type } = declaration;
      const keyword = type === "ClassDeclaration" ? 1 : 1 + Number(declaration.async) + Number(declaration.generator);
      this.#rewriting.insert(tokenEnd(this.#rewriting.source, declaration.start, keyword), ` ${local} `);
    } else this.#rewriting.blank(start, keywords, `const ${local} =`);
    this.#exports.set("default", { from: "own" });
    this.#getters.push(`"default":()=>${local}`);
  }

  /** Reads imported names from the namespaces of their modules. */
  #rewriteNames(plain: AnyNode): void {
    const uses = new Map(
      this.#references.filter(({ name }) => this.#imported.has(name)).map((use) => [use.start, use]),
    );
    for (const use of uses.values()) {
      if (use.write) {
        this.refused ??= { message: texts.importedIsConstant({ name: use.name }), from: use.start };
        return;
      }
    }
    if (uses.size === 0) return;
    const written = new Set<number>();
    fullAncestor(plain as never, (visited, _, ancestors) => {
      const node = visited as AnyNode;
      const use = node.type === "Identifier" ? uses.get(node.start) : undefined;
      if (!use || written.has(use.start)) return;
      written.add(use.start);
      const parent = ancestors.at(-2) as AnyNode | undefined;
      this.#rewriteUse(use, node as Identifier, parent, ancestors as unknown as readonly AnyNode[]);
    });
  }

  #rewriteUse(use: Reference, node: Identifier, parent: AnyNode | undefined, ancestors: readonly AnyNode[]): void {
    const { dependency, imported } = this.#imported.get(use.name)!;
    const namespace = `${this.#prefix}${dependency}`;
    const read = imported === "*" ? namespace : `${namespace}[${JSON.stringify(imported)}]`;
    const { start, end } = use;
    if (parent?.type === "Property" && parent.shorthand) {
      this.#rewriting.replace(start, end, `${use.name}:${read}`);
      return;
    }
    const isCallee =
      (parent?.type === "CallExpression" && parent.callee === (node as Expression)) ||
      (parent?.type === "TaggedTemplateExpression" && parent.tag === (node as Expression));
    if (!isCallee || imported === "*") {
      this.#rewriting.replace(start, end, read);
      return;
    }
    // A function is called without its module as `this`. A statement that would begin with a bracket must not continue the last one.
    const separate = beginsStatement(ancestors, start) ? ";" : "";
    this.#rewriting.replace(start, end, `${separate}(0,${read})`);
  }

  /** Rewrites `import(…)` and `import.meta`, and lets loops of the author be stopped. */
  #rewriteSpecial(plain: AnyNode): void {
    const rewriting = this.#rewriting;
    const survey = surveyCell(plain);
    for (const { start, source } of survey.importExpressions) {
      rewriting.replace(start, start + "import".length, `${this.#prefix}_import`);
      const specifier = findString(source);
      if (specifier !== undefined) this.#dynamic.push(specifier);
    }
    for (const { start, end } of survey.metas) rewriting.replace(start, end, `${this.#prefix}_meta`);
    if (this.#guarded) guardLoops(rewriting, survey);
  }
}

/** A statement without its `export`; nothing of an import. */
function withoutExport(node: Statement | ModuleDeclaration): AnyNode[] {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
      return [];
    case "ExportNamedDeclaration":
      return node.declaration ? [node.declaration] : [];
    case "ExportDefaultDeclaration": {
      const { declaration } = node;
      if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration")
        return [declaration as AnyNode];
      const { start, end } = declaration;
      // It never begins a statement of the rewritten text.
      return [{ type: "ReturnStatement", argument: declaration, start, end }];
    }
    default:
      return [node];
  }
}

function nameOf(node: Identifier | { readonly type: "Literal"; readonly value?: unknown }): string {
  return node.type === "Identifier" ? node.name : String(node.value);
}

/** Whether a statement in a list of statements begins here. */
function beginsStatement(ancestors: readonly AnyNode[], start: number): boolean {
  const at = ancestors.findLastIndex(({ type }) => type === "ExpressionStatement");
  if (at < 1 || ancestors[at]!.start !== start) return false;
  return ["Program", "BlockStatement", "StaticBlock", "SwitchCase"].includes(ancestors[at - 1]!.type);
}

/** The end of the token at the given place (from 1) after an offset. */
function tokenEnd(text: string, offset: number, place: number): number {
  const tokens = tokenizer(text.slice(offset), { ecmaVersion: "latest", sourceType: "module" });
  let end = 0;
  for (let i = 0; i < place; ++i) {
    const token = tokens.getToken();
    if (token.type === tokTypes.eof) break;
    end = token.end;
  }
  return offset + end;
}

function unusedPrefix(text: string): string {
  let prefix = "$module";
  while (text.includes(prefix)) prefix += "$";
  return prefix;
}
