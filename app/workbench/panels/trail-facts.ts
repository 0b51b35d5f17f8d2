import katex from "katex";
import { html, nothing } from "lit";
import type { Fact } from "../../../kernel/services/step.ts";
import { texOfEquation, texOfTotal } from "../../../lib/inventory/formula.ts";
import { declaredIn, sayFact } from "../../language/fact.ts";

/** A fact about a result in a trail. Equations are written one per line with their formula; this module is loaded with them. */
export function renderFact(name: string, fact: Fact) {
  if (name !== "equations" || typeof fact !== "string") return sayFact(name, fact);
  return html`<ul class="equations">
    ${fact.split("; ").map((written) => html`<li>${sayFact(name, written)} ${renderFormula(written)}</li>`)}
  </ul>`;
}

/** Typeset formulas, cached because the panel is rendered whenever a cell has run. */
const typeset = new Map<string, HTMLElement>();

function renderFormula(written: string) {
  let formula = typeset.get(written);
  if (!formula) {
    const of = declaredIn(written);
    if (!of) return nothing;
    formula = formulaElement("formula" in of ? texOfEquation(of) : texOfTotal(of));
    typeset.set(written, formula);
  }
  return formula.cloneNode(true);
}

/** A formula in MathML, which needs no font or style sheet. */
function formulaElement(tex: string): HTMLElement {
  const root = document.createElement("div");
  root.className = "formula";
  // A formula may be wider than the panel: it must be scrollable by keyboard.
  root.tabIndex = 0;
  katex.render(tex, root, { displayMode: true, output: "mathml", throwOnError: false, trust: false });
  return root;
}
