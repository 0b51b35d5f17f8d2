import { answer } from "./answer.ts";
import type { Declarations } from "./declarations.ts";
import { NotebookProgram } from "./notebook-program.ts";
import type { TypingApi } from "./typing-api.ts";

/** The language service in the worker, for one notebook at a time. */
export function openTypingSession(declarations: Declarations): Pick<TypingApi, "update" | "ask"> {
  const notebook = new NotebookProgram(declarations);
  return {
    async update({ language, catalogue, ...change }) {
      if (language) notebook.setLanguage(language);
      if (catalogue) notebook.setCatalogue(catalogue);
      notebook.update(change);
    },
    async ask(request) {
      return answer(notebook, request);
    },
  };
}
