import { type EditorView, showDialog } from "@codemirror/view";
import type { RenameRefusal } from "../../../kernel/services/language.ts";
import { say } from "../../language/speech.ts";
import { showSentenceTip } from "./cursor-tip.ts";
import type { LanguageHelp } from "./help.ts";
import { typingTexts } from "./texts.ts";

/** Asks for a new name and renames in all cells as one undoable step. */
export async function rename(help: LanguageHelp, cell: number, view: EditorView): Promise<void> {
  const offset = view.state.selection.main.head;
  const found = await help.ask({ type: "find-name", cell, offset });
  if (!found) return showSentenceTip(view, say(typingTexts.nothing()));
  const { result } = showDialog(view, {
    label: say(typingTexts.rename({ name: found.name })),
    input: { name: "to", value: found.name, autocomplete: "off", spellcheck: "false" },
    submitLabel: say(typingTexts.submit()),
    class: "typing-rename",
    focus: true,
  });
  const form = await result;
  view.focus();
  const to = form ? String(new FormData(form).get("to") ?? "").trim() : "";
  if (to === "" || to === found.name) return;
  const answer = await help.ask({ type: "rename", cell, offset, to });
  if (!answer) return;
  if ("renamed" in answer) help.parts.runs.run(answer.renamed);
  else showSentenceTip(view, refusal(answer, to, help));
}

function refusal({ refused, cell }: RenameRefusal, name: string, help: LanguageHelp): string {
  const place = cell === undefined ? 0 : help.parts.copy.placeOf(cell);
  switch (refused) {
    case "not a name":
      return say(typingTexts.notAName({ name }));
    case "taken":
      return say(typingTexts.taken({ name, place }));
    case "clash":
      return say(typingTexts.clash({ name, place }));
    case "library":
      return say(typingTexts.library());
    case "older":
      return say(typingTexts.older({ place }));
    case "nothing":
      return say(typingTexts.nothing());
  }
}
