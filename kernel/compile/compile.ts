import type { AnyNode } from "acorn";
import { coreNames } from "../cell/names.ts";
import { type Assembly, assemble } from "./assembly.ts";
import { checkReferences } from "./assignments.ts";
import { hasAwait } from "./awaits.ts";
import type { CellSource, CompiledCell, CompileOptions } from "./cell.ts";
import { separateArrows } from "./comments.ts";
import { checkDeclarations, findDeclarations } from "./declarations.ts";
import type { Finding } from "./diagnostic.ts";
import { describeFailure } from "./failure.ts";
import { findImportDeclarations, rewriteImports } from "./imports.ts";
import { importName, languageNames } from "./names.ts";
import { findReferences } from "./references.ts";
import { identity, Rewriting } from "./rewriting.ts";
import { type Script, toScript } from "./script.ts";
import { guardLoops, surveyCell } from "./survey.ts";
import { parseCell } from "./syntax.ts";
import { type Directives, readDirectives } from "./tags.ts";

/**
 * Compiles a cell to a function expression of its free names; see {@link CompiledCell}. Cells have the semantics of
 * Observable Notebook Kit. Never throws: problems are reported as diagnostics.
 */
export function compileCell(cell: CellSource, options: CompileOptions = {}): CompiledCell {
  const { source } = cell;
  const directives = readDirectives(cell, new Set(options.declared));
  const findings: Finding[] = [...directives.findings];
  let script: Script = { text: source, mapping: identity, findings: [] };
  let assembly = emptyAssembly(directives);
  if (directives.runs) {
    try {
      script = toScript(cell, directives);
      findings.push(...script.findings);
      assembly = analyse(script, directives, options, findings);
    } catch (error) {
      findings.push(describeFailure(error, script.text, script.mapping, source));
    }
  }
  return assemble(cell, assembly, script.mapping, findings);
}

/** The assembly of a cell that cannot be parsed: it still declares the name in its `output` attribute. */
function emptyAssembly({ output, hidden }: Directives): Assembly {
  return {
    rewriting: new Rewriting(""),
    references: [],
    inputs: [],
    parameters: [],
    outputs: output === undefined ? [] : [output],
    expression: false,
    hidden,
    displays: false,
    async: false,
    unread: true,
    imports: [],
  };
}

function analyse(script: Script, directives: Directives, options: CompileOptions, findings: Finding[]): Assembly {
  const { text, mapping } = script;
  const syntax = parseCell(text);
  const root: AnyNode = syntax.program ?? syntax.expression;
  const references = findReferences(root);
  const declarations = syntax.program ? findDeclarations(syntax.program) : [];
  const rewriting = new Rewriting(text);
  const survey = surveyCell(root);
  const importDeclarations = findImportDeclarations(root);
  const imported = rewriteImports(rewriting, importDeclarations, survey.importExpressions, options.libraries ?? []);
  guardLoops(rewriting, survey);
  separateArrows(rewriting);

  const found = [
    ...checkReferences(references),
    ...checkDeclarations(declarations),
    ...survey.findings,
    ...imported.findings,
  ];
  for (const finding of found) {
    const { from, to } = finding;
    findings.push({ ...finding, from: mapping.toSource(from), to: mapping.toSource(Math.max(from, to - 1)) + 1 });
  }

  const builtins = new Set([...coreNames, ...(options.builtins ?? [])]);
  for (const name of options.declared ?? []) builtins.delete(name);
  const names = [...new Set(references.map(({ name }) => name))].filter((name) => !languageNames.has(name));
  const parameters = names.filter((name) => builtins.has(name));
  if (importDeclarations.length + survey.importExpressions.length > 0) parameters.push(importName);
  return {
    rewriting,
    references,
    inputs: names.filter((name) => !builtins.has(name)),
    parameters,
    outputs: [...new Set(declarations.map(({ name }) => name))],
    ...(directives.output === undefined ? {} : { output: directives.output }),
    expression: syntax.program === undefined,
    hidden: directives.hidden,
    displays: builtins.has("display"),
    async: hasAwait(root) || importDeclarations.length > 0,
    unread: false,
    imports: imported.imports.map((found) => ({
      ...found,
      from: mapping.toSource(found.from),
      to: mapping.toSource(found.to - 1) + 1,
    })),
  };
}
