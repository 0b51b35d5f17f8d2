import ts from "typescript6";
import type { LanguageAnswers, SignatureHelp } from "../../kernel/services/language.ts";
import type { CellModule } from "./cell-module.ts";
import { describe, documentationOf } from "./description.ts";
import type { NotebookProgram } from "./notebook-program.ts";

/** The name at an offset: its declaration, its documentation, and the cell that defines it. */
export function hover(notebook: NotebookProgram, module: CellModule, offset: number): LanguageAnswers["hover"] {
  const info = notebook.service.getQuickInfoAtPosition(module.path, module.toModule(offset));
  const range = info && module.toCell(info.textSpan.start, info.textSpan.length);
  if (!info || !range) return null;
  const description = describe(info);
  const defined = module.imports.has(textAt(module, range)) ? notebook.names.get(textAt(module, range)) : undefined;
  if (!defined) return { ...description, ...range };
  return {
    ...description,
    documentation: description.documentation || commentOf(notebook, defined.name),
    ...range,
    cell: defined.module.cell.id,
  };
}

/** The comment above a declaration in another cell. */
function commentOf(notebook: NotebookProgram, name: string): string {
  const { module } = notebook.names.get(name)!;
  const declared = module.declared.find((each) => each.name === name);
  if (!declared) return "";
  const info = notebook.service.getQuickInfoAtPosition(module.path, module.toModule(declared.from));
  return info ? describe(info).documentation : "";
}

function textAt({ cell }: CellModule, { from, to }: { from: number; to: number }): string {
  return cell.source.slice(from, to);
}

/** The signatures of the function whose arguments are being typed. */
export function signature(notebook: NotebookProgram, module: CellModule, offset: number): SignatureHelp | null {
  const help = notebook.service.getSignatureHelpItems(module.path, module.toModule(offset), undefined);
  if (!help) return null;
  return {
    signatures: help.items.map((item) => {
      const text = (parts: readonly ts.SymbolDisplayPart[]) => ts.displayPartsToString([...parts]);
      let label = text(item.prefixDisplayParts);
      const parameters = item.parameters.map((parameter, i) => {
        if (i > 0) label += text(item.separatorDisplayParts);
        const from = label.length;
        label += text(parameter.displayParts);
        return { from, to: label.length, documentation: text(parameter.documentation) };
      });
      label += text(item.suffixDisplayParts);
      const tags = item.tags.filter(({ name }) => name !== "param");
      return { label, parameters, documentation: documentationOf(item.documentation, tags) };
    }),
    active: help.selectedItemIndex,
    parameter: help.argumentIndex,
  };
}
