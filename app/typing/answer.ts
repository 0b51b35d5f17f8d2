import type { LanguageRequest } from "../../kernel/services/language.ts";
import { complete, describeCompletion } from "./completion.ts";
import { define } from "./definition.ts";
import { diagnose } from "./diagnosis.ts";
import { hover, signature } from "./hover.ts";
import type { NotebookProgram } from "./notebook-program.ts";
import { findName, planRename } from "./renaming.ts";
import type { TypingAnswer } from "./typing-api.ts";

/** Answers a request; null for a cell that does not exist or has no code. */
export function answer(notebook: NotebookProgram, request: LanguageRequest): TypingAnswer {
  if (request.type === "wake") {
    // The type checker, which takes longest, is created in advance.
    notebook.program.getTypeChecker();
    return null;
  }
  notebook.prepare();
  const module = notebook.moduleOf(request.cell);
  if (!module?.runs) return null;
  switch (request.type) {
    case "complete":
      return complete(notebook, module, request.offset);
    case "describe":
      return describeCompletion(notebook, module, request.offset, request.name);
    case "hover":
      return hover(notebook, module, request.offset);
    case "signature":
      return signature(notebook, module, request.offset);
    case "diagnose":
      return diagnose(notebook, module);
    case "define":
      return define(notebook, module, request.offset);
    case "find-name":
      return findName(notebook, module, request.offset);
    case "rename":
      return planRename(notebook, module, request.offset, request.to);
  }
}
