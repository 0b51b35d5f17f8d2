import { EditorView } from "@codemirror/view";
import type { SignatureHelp } from "../../../kernel/services/language.ts";
import { say } from "../../language/speech.ts";
import { closeTip, showTip, tipIn } from "./cursor-tip.ts";
import type { LanguageHelp } from "./help.ts";
import { prose } from "./prose.ts";
import { typingTexts } from "./texts.ts";

/** Shows the parameters of a call while its arguments are written. */
export function signatures(help: LanguageHelp, cell: number) {
  let latest = 0;
  const ask = async (view: EditorView) => {
    const request = ++latest;
    const { head } = view.state.selection.main;
    const answer = await help.ask({ type: "signature", cell, offset: head });
    if (request !== latest || view.state.selection.main.head !== head) return;
    if (answer) showTip(view, { kind: "signature", at: head, element: () => signatureElement(answer) });
    else if (tipIn(view.state)?.kind === "signature") closeTip(view);
  };
  return EditorView.updateListener.of((update) => {
    if (!update.docChanged && !update.selectionSet) return;
    const shown = tipIn(update.state)?.kind === "signature";
    const typed = update.transactions.some((transaction) => transaction.isUserEvent("input"));
    const { head } = update.state.selection.main;
    if (shown || (typed && /[(,]\s?$/.test(update.state.sliceDoc(head - 2, head)))) void ask(update.view);
  });
}

function signatureElement({ signatures, active, parameter }: SignatureHelp): HTMLElement {
  const root = document.createElement("div");
  root.className = "typing-description";
  const shown = signatures[active] ?? signatures[0];
  if (!shown) return root;
  const code = document.createElement("code");
  code.className = "typing-signature";
  const current = shown.parameters[parameter];
  if (current) {
    const mark = document.createElement("strong");
    mark.textContent = shown.label.slice(current.from, current.to);
    code.append(shown.label.slice(0, current.from), mark, shown.label.slice(current.to));
  } else code.textContent = shown.label;
  root.append(code);
  if (signatures.length > 1) {
    const count = document.createElement("p");
    count.className = "typing-from";
    count.textContent = say(typingTexts.overload({ at: active + 1, count: signatures.length }));
    root.append(count);
  }
  if (current?.documentation) root.append(prose(current.documentation));
  // Only the first paragraph: the whole documentation is shown by a key.
  const [first = ""] = shown.documentation.split("\n\n", 1);
  if (first) root.append(prose(first.split("\n", 1)[0]!));
  return root;
}
