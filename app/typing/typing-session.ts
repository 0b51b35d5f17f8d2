import { answer } from "./answer.ts";
import type { Declarations } from "./declarations.ts";
import { NotebookProgram } from "./notebook-program.ts";
import type { TypingApi } from "./typing-api.ts";

/** The inside of the worker: one notebook at a time, told of changes and asked about them. */
export function openTypingSession(declarations: Declarations): Pick<TypingApi, "update" | "ask"> {
  const notebook = new NotebookProgram(declarations);
  return {
    async update({ language, catalogue, ...change }) {
      if (language) notebook.speak(language);
      if (catalogue) notebook.know(catalogue);
      notebook.update(change);
    },
    async ask(request) {
      return answer(notebook, request);
    },
  };
}
