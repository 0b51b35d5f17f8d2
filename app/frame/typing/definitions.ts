import { EditorView, hoverTooltip } from "@codemirror/view";
import { say } from "../../language/speech.ts";
import { showSentenceTip, showTip } from "./cursor-tip.ts";
import type { LanguageHelp } from "./help.ts";
import { descriptionElement } from "./prose.ts";
import { typingTexts } from "./texts.ts";

/** Goes to the declaration of the name at an offset. */
export async function define(help: LanguageHelp, cell: number, view: EditorView, offset: number): Promise<void> {
  const place = await help.ask({ type: "define", cell, offset });
  if (place) help.parts.navigation.goTo(place.cell, place.offset);
  else showSentenceTip(view, say(typingTexts.noDefinition()));
}

/** Shows the documentation of the name at the cursor. */
export async function describe(help: LanguageHelp, cell: number, view: EditorView): Promise<void> {
  const at = view.state.selection.main.head;
  const about = await help.ask({ type: "hover", cell, offset: at });
  if (!about) return showSentenceTip(view, say(typingTexts.noDescription()));
  const place = about.cell === undefined ? undefined : help.parts.copy.placeOf(about.cell);
  showTip(view, { kind: "description", at: about.from, element: () => descriptionElement(about, place) });
}

/** The documentation of the hovered name, and Ctrl-click (⌘-click) to go to its declaration. */
export function pointing(help: LanguageHelp, cell: number) {
  return [
    hoverTooltip(async (_, at) => {
      if (!help.pointing) return null;
      const about = await help.ask({ type: "hover", cell, offset: at });
      if (!about) return null;
      const place = about.cell === undefined ? undefined : help.parts.copy.placeOf(about.cell);
      const create = () => {
        const dom = document.createElement("div");
        dom.className = "typing-tip typing-description";
        dom.append(descriptionElement(about, place));
        return { dom };
      };
      return { pos: about.from, end: about.to, above: true, create };
    }),
    EditorView.domEventHandlers({
      mousedown: (event, view) => {
        if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (at === null) return false;
        event.preventDefault();
        void define(help, cell, view, at);
        return true;
      },
    }),
  ];
}
