import type ts from "typescript6";
import { moduleNames } from "../../kernel/cell/names.ts";
import { compileCell } from "../../kernel/compile/index.ts";
import type { LanguageDiagnostic } from "../../kernel/services/language.ts";
import type { CellModule } from "./cell-module.ts";
import { isSure } from "./doubt.ts";
import type { NotebookProgram } from "./notebook-program.ts";
import { sharpen } from "./overload.ts";

/** More than this is noise. */
const MOST = 50;

/**
 * What is wrong with a cell. While its syntax is broken only that is said; then what the compiler knows, which stops the
 * cell; then what its types tell, as far as it is sure.
 */
export function diagnose(notebook: NotebookProgram, module: CellModule): LanguageDiagnostic[] {
  const { service } = notebook;
  if (!module.runs) return [];
  const broken = locate(module, service.getSyntacticDiagnostics(module.path), "error");
  if (broken.length > 0) return broken.slice(0, MOST);
  const found = compilerDiagnostics(module);
  const sure = service.getSemanticDiagnostics(module.path).filter((each) => isSure(notebook, module, each));
  for (const each of locate(module, sure, "warning")) {
    if (!found.some(({ from, to }) => from < each.to && each.from < to)) found.push(each);
  }
  return found.slice(0, MOST);
}

function locate(
  module: CellModule,
  diagnostics: readonly ts.Diagnostic[],
  severity: LanguageDiagnostic["severity"],
): LanguageDiagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const { start, length, message } = sharpen(diagnostic);
    const range = start === undefined ? undefined : module.toCell(start, length);
    if (!range) return [];
    // A name that is nowhere ends the cell when it is reached, whatever the types say.
    const grave = diagnostic.code === 2304 || diagnostic.code === 2552;
    return [{ ...range, severity: grave ? "error" : severity, message }];
  });
}

function compilerDiagnostics({ cell }: CellModule): LanguageDiagnostic[] {
  return compileCell(cell, { libraries: moduleNames }).diagnostics.map(({ severity, message, from, to }) => ({
    severity,
    message,
    from,
    to: Math.max(to, from),
  }));
}
