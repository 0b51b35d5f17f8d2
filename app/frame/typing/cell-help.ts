import { autocompletion, completeFromList, ifNotIn } from "@codemirror/autocomplete";
import { snippets, typescriptSnippets } from "@codemirror/lang-javascript";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { isQuery, kindOf, programLanguage } from "../../../kernel/cell/kinds.ts";
import { codeCompletions } from "./completions.ts";
import { cursorTips } from "./cursor-tip.ts";
import { define, describe, pointing } from "./definitions.ts";
import { diagnostics } from "./diagnostics.ts";
import type { LanguageHelp } from "./help.ts";
import { rename } from "./renaming.ts";
import { signatures } from "./signatures.ts";
import { sqlCompletions } from "./sql-completions.ts";

/** The language help in one cell's editor. */
export class CellHelp {
  readonly #help: LanguageHelp;
  readonly #cell: number;

  constructor(help: LanguageHelp, cell: number) {
    this.#help = help;
    this.#cell = cell;
  }

  /** The editor's extension for a kind of cell. */
  extension(kind: string): Extension {
    const help = this.#help;
    const cell = this.#cell;
    if (!kindOf(kind).source) return autocompletion();
    return [
      this.#completion(kind),
      cursorTips,
      signatures(help, cell),
      pointing(help, cell),
      diagnostics(help, cell),
      EditorView.focusChangeEffect.of((_, focusing) => {
        if (focusing) help.wake();
        return null;
      }),
    ];
  }

  rename(view: EditorView): void {
    void rename(this.#help, this.#cell, view);
  }

  define(view: EditorView): void {
    void define(this.#help, this.#cell, view, view.state.selection.main.head);
  }

  describe(view: EditorView): void {
    void describe(this.#help, this.#cell, view);
  }

  #completion(kind: string): Extension {
    const language = programLanguage(kind);
    const code = codeCompletions(this.#help, this.#cell, language === undefined);
    if (language) {
      const phrases = completeFromList(language === "typescript" ? typescriptSnippets : snippets);
      return autocompletion({ override: [code, ifNotIn(notInCode, phrases)] });
    }
    if (isQuery(kind)) return autocompletion({ override: [code, ...sqlCompletions(this.#help.parts.catalogue)] });
    // HTML and Markdown have their own completions beside those for the code in them.
    return [autocompletion(), EditorState.languageData.of(() => [{ autocomplete: code }])];
  }
}

/** Syntax nodes in which no statement begins. */
const notInCode = [
  "TemplateString",
  "String",
  "RegExp",
  "LineComment",
  "BlockComment",
  "VariableDefinition",
  ".",
].concat(["TypeDefinition", "Label", "PropertyDefinition", "PropertyName", "PrivatePropertyDefinition"]);
