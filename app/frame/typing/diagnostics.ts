import { type Diagnostic, linter, nextDiagnostic } from "@codemirror/lint";
import { type Extension, StateEffect } from "@codemirror/state";
import { type EditorView, keymap, ViewPlugin } from "@codemirror/view";
import { say, speech } from "../../language/speech.ts";
import type { LanguageHelp } from "./help.ts";

const recheck = StateEffect.define<null>();

/** How long after the last keystroke a cell is checked. */
const DEBOUNCE_MS = 400;

/** Underlines errors once the language service is in use. */
export function diagnostics(help: LanguageHelp, cell: number): Extension {
  let edited = false;
  const check = async (view: EditorView): Promise<readonly Diagnostic[]> => {
    if (!help.awake) return [];
    const { length } = view.state.doc;
    const found = (await help.ask({ type: "diagnose", cell })) ?? [];
    if (edited) help.checkOthers(view);
    edited = false;
    return found
      .filter(({ to }) => to <= length)
      .map(({ from, to, severity, message }) => ({ from, to, severity, message: say(message) }));
  };
  return [
    linter(check, {
      delay: DEBOUNCE_MS,
      needsRefresh: (update) => update.transactions.some(({ effects }) => effects.some((effect) => effect.is(recheck))),
    }),
    ViewPlugin.define((view) => {
      const check = () => view.dispatch({ effects: recheck.of(null) });
      help.enter(view, check);
      speech.addEventListener("change", check);
      return {
        update: (update) => {
          if (update.transactions.some((transaction) => transaction.docChanged && transaction.isUserEvent("input")))
            edited = true;
        },
        destroy: () => {
          speech.removeEventListener("change", check);
          help.leave(view);
        },
      };
    }),
    keymap.of([{ key: "Alt-F8", run: nextDiagnostic }]),
  ];
}
