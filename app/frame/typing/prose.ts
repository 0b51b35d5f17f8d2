import type { Description } from "../../../kernel/services/language.ts";
import { md } from "../../../kernel/stdlib/markdown.ts";
import { say } from "../../language/speech.ts";
import { typingTexts } from "./texts.ts";

/** A declaration and its documentation. */
export function descriptionElement({ signature, documentation }: Description, place?: number): HTMLElement {
  const root = document.createElement("div");
  root.className = "typing-description";
  root.append(codeElement(signature));
  if (place) {
    const from = document.createElement("p");
    from.className = "typing-from";
    from.textContent = say(typingTexts.from({ place }));
    root.append(from);
  }
  if (documentation.trim()) root.append(prose(documentation));
  return root;
}

function codeElement(text: string): HTMLElement {
  const code = document.createElement("code");
  code.className = "typing-signature";
  code.textContent = text;
  return code;
}

/** Documentation, which the declarations write in Markdown. */
export function prose(text: string): HTMLElement {
  const element = md(Object.assign([text], { raw: [text] }));
  element.classList.add("typing-prose");
  return element;
}
