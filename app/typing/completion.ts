import ts from "typescript6";
import type { CompletionOption, Completions, Description } from "../../kernel/services/language.ts";
import type { CellModule } from "./cell-module.ts";
import { describe } from "./description.ts";
import { findInterpolations } from "./interpolations.ts";
import { type NotebookName, notebookPath } from "./notebook-module.ts";
import type { NotebookProgram } from "./notebook-program.ts";

const preferences: ts.UserPreferences = { includeCompletionsWithInsertText: true };

/** The completions at an offset of a cell. */
export function complete(notebook: NotebookProgram, module: CellModule, offset: number): Completions | null {
  if (!isInCode(module, offset)) return null;
  const found = notebook.service.getCompletionsAtPosition(module.path, module.toModule(offset), preferences);
  const { source } = module.cell;
  const from = offset - (/[\p{ID_Continue}$]*$/u.exec(source.slice(0, offset))?.[0].length ?? 0);
  const prefix = source.slice(from, offset);
  if (!found) return null;
  const member = found.isMemberCompletion || found.entries[0]?.kind === ts.ScriptElementKind.string;
  const options: CompletionOption[] = [];
  const seen = new Set<string>();
  let range = { from, to: offset };
  for (const entry of found.entries) {
    if (entry.kind === ts.ScriptElementKind.warning || entry.name.startsWith("__") || seen.has(entry.name)) continue;
    const origin = member ? "member" : originOf(notebook, module, entry);
    // The window has more than a thousand names: they are only offered after their first letter.
    if (origin === "global" && prefix[0]?.toLowerCase() !== entry.name[0]?.toLowerCase()) continue;
    seen.add(entry.name);
    const { replacementSpan: span } = entry;
    const replaced = span && module.toCell(span.start, span.length);
    if (replaced && entry.kind === ts.ScriptElementKind.string) range = replaced;
    options.push(optionOf(entry, origin, replaced?.from));
  }
  if (!member) for (const [name, defined] of notebook.names) if (!seen.has(name)) options.push(nameOption(defined));
  if (options.length === 0) return null;
  return { ...range, options, complete: member || prefix !== "" };
}

/** The description of one completion. */
export function describeCompletion(
  notebook: NotebookProgram,
  module: CellModule,
  offset: number,
  name: string,
): Description | null {
  const { service, names } = notebook;
  const details = service.getCompletionEntryDetails(
    module.path,
    module.toModule(offset),
    name,
    undefined,
    undefined,
    preferences,
    undefined,
  );
  if (details) return describe(details);
  const defined = names.get(name);
  const info = defined && service.getQuickInfoAtPosition(notebookPath, defined.at);
  return info ? describe(info) : null;
}

/** Whether an offset is in code: anywhere in a code cell, and inside the interpolations of a text cell. */
function isInCode({ cell, language, textType }: CellModule, offset: number): boolean {
  if (textType === undefined) return language !== undefined;
  return findInterpolations(cell.source).some(({ from, to }) => from <= offset && offset <= to);
}

function originOf({ names, library }: NotebookProgram, module: CellModule, entry: ts.CompletionEntry) {
  if (entry.kind === ts.ScriptElementKind.keyword) return "keyword";
  if (module.imports.has(entry.name)) return "notebook";
  if (entry.sortText === "11" || entry.sortText === "10") return names.has(entry.name) ? "notebook" : "local";
  return library.has(entry.name) ? "library" : "global";
}

function optionOf(entry: ts.CompletionEntry, origin: CompletionOption["origin"], from?: number): CompletionOption {
  const { name, kind, insertText: insert } = entry;
  if (insert === undefined || insert === name) return { name, kind, origin };
  return { name, kind, origin, insert, ...(from === undefined ? {} : { from }) };
}

function nameOption({ name, module }: NotebookName): CompletionOption {
  const declared = module.declared.find((each) => each.name === name);
  return { name, kind: declared?.kind === "definition" ? "function" : "const", origin: "notebook" };
}
