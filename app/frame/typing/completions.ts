import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { CompletionOption } from "../../../kernel/services/language.ts";
import type { LanguageHelp } from "./help.ts";
import { isInInterpolation } from "./interpolated.ts";
import { descriptionElement } from "./prose.ts";

const word = /^[\p{ID_Continue}$]*$/u;

/** CodeMirror's types for TypeScript's kinds; they choose the icon before an option. */
const types: Readonly<Record<string, string>> = {
  const: "constant",
  let: "variable",
  var: "variable",
  "local var": "variable",
  parameter: "variable",
  alias: "variable",
  function: "function",
  "local function": "function",
  method: "method",
  property: "property",
  getter: "property",
  class: "class",
  interface: "interface",
  type: "type",
  enum: "enum",
  module: "namespace",
  keyword: "keyword",
  string: "text",
};

/** The notebook's own names come first, then the library's, then global ones. */
const boosts: Readonly<Record<CompletionOption["origin"], number>> = {
  notebook: 30,
  local: 20,
  member: 0,
  library: 10,
  keyword: -10,
  global: -40,
};

/** Completion by the language service. In a text cell it completes only inside `${}`. */
export function codeCompletions(help: LanguageHelp, cell: number, isText: boolean): CompletionSource {
  return async (context) => {
    if (!isWanted(context) || (isText && !isInInterpolation(context.state.doc.toString(), context.pos))) return null;
    const answer = await help.ask({ type: "complete", cell, offset: context.pos });
    if (!answer || context.aborted) return null;
    const result: CompletionResult = {
      from: answer.from,
      to: answer.to,
      options: answer.options.map((option) => completionOf(option, help, cell, context.pos)),
    };
    return answer.complete ? { ...result, validFor: word } : result;
  };
}

/** After a letter, a dot or an opening quote; anywhere if requested by key. */
function isWanted(context: CompletionContext): boolean {
  if (syntaxTree(context.state).resolveInner(context.pos, -1).name.includes("Comment")) return false;
  if (context.explicit) return true;
  return context.matchBefore(/[\p{ID_Start}$_][\p{ID_Continue}$]*$|[^\d.]\.$|[(,[=:]\s*["']$/u) !== null;
}

function completionOf(option: CompletionOption, help: LanguageHelp, cell: number, offset: number): Completion {
  const { name, kind, origin, insert, from: start } = option;
  return {
    label: name,
    type: types[kind] ?? "variable",
    boost: boosts[origin],
    info: async () => {
      const about = await help.ask({ type: "describe", cell, offset, name });
      return about && (about.signature || about.documentation) ? descriptionElement(about) : null;
    },
    ...(insert === undefined
      ? {}
      : {
          apply: (view, _, from, to) =>
            view.dispatch({
              changes: { from: start ?? from, to, insert },
              selection: { anchor: (start ?? from) + insert.length },
              userEvent: "input.complete",
            }),
        }),
  };
}
