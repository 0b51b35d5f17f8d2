import type ts from "typescript6";
import { moduleNames } from "../../kernel/cell/names.ts";
import { compileCell } from "../../kernel/compile/index.ts";
import type { LanguageDiagnostic } from "../../kernel/services/language.ts";
import type { CellModule } from "./cell-module.ts";
import { isCertain } from "./certainty.ts";
import type { NotebookProgram } from "./notebook-program.ts";
import { locateOverloadError } from "./overload.ts";

/** Most diagnostics of a cell. */
const MAX_DIAGNOSTICS = 50;

/**
 * The diagnostics of a cell. Syntax errors are reported alone; otherwise the compiler's diagnostics, which stop the cell, and
 * those type errors that are certain.
 */
export function diagnose(notebook: NotebookProgram, module: CellModule): LanguageDiagnostic[] {
  const { service } = notebook;
  if (!module.runs) return [];
  const broken = locate(module, service.getSyntacticDiagnostics(module.path), "error");
  if (broken.length > 0) return broken.slice(0, MAX_DIAGNOSTICS);
  const found = compilerDiagnostics(module);
  const certain = service.getSemanticDiagnostics(module.path).filter((each) => isCertain(notebook, module, each));
  for (const each of locate(module, certain, "warning")) {
    if (!found.some(({ from, to }) => from < each.to && each.from < to)) found.push(each);
  }
  return found.slice(0, MAX_DIAGNOSTICS);
}

function locate(
  module: CellModule,
  diagnostics: readonly ts.Diagnostic[],
  severity: LanguageDiagnostic["severity"],
): LanguageDiagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const { start, length, message } = locateOverloadError(diagnostic);
    const range = start === undefined ? undefined : module.toCell(start, length);
    if (!range) return [];
    // An undefined name stops the cell when it is reached.
    const isUnknownName = diagnostic.code === 2304 || diagnostic.code === 2552;
    return [{ ...range, severity: isUnknownName ? "error" : severity, message }];
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
