import { classHighlighter, highlightCode } from "@lezer/highlight";
import { editorLanguageOf } from "../../app/frame/editor-language.ts";
import { escapeText } from "./markup.ts";

/** Code as HTML, coloured by classes as the editor colours it: no page needs a grammar. */
export function colouredCode(source: string, kind: string): string {
  const language = editorLanguageOf(kind)?.language;
  if (!language) return escapeText(source);
  let text = "";
  highlightCode(
    source,
    language.parser.parse(source),
    classHighlighter,
    (code, classes) => {
      text += classes ? `<span class="${classes}">${escapeText(code)}</span>` : escapeText(code);
    },
    () => {
      text += "\n";
    },
  );
  return text;
}
