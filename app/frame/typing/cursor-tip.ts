import { type EditorState, type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, keymap, showTooltip, type Tooltip } from "@codemirror/view";

/** A tooltip at the cursor: a signature, documentation or a sentence. */
export interface CursorTip {
  readonly kind: "signature" | "description" | "sentence";
  readonly at: number;
  readonly element: () => HTMLElement;
}

const setTip = StateEffect.define<CursorTip | null>();

/** One tip at a time. Escape closes it, and so does moving the cursor, except that a signature stays while its arguments are typed. */
const field = StateField.define<CursorTip | null>({
  create: () => null,
  update(tip, transaction) {
    for (const effect of transaction.effects) if (effect.is(setTip)) return effect.value;
    if (!tip || (!transaction.docChanged && !transaction.selection)) return tip;
    return tip.kind === "signature" ? { ...tip, at: transaction.changes.mapPos(tip.at) } : null;
  },
  provide: (tips) => showTooltip.from(tips, (tip) => tip && tooltipOf(tip)),
});

export const cursorTips: Extension = [
  field,
  // Before the editor's own Escape, which leaves the cell.
  Prec.highest(keymap.of([{ key: "Escape", run: closeTip }])),
];

export function tipIn(state: EditorState): CursorTip | null {
  return state.field(field, false) ?? null;
}

export function showTip(view: EditorView, tip: CursorTip): void {
  view.dispatch({ effects: setTip.of(tip) });
}

export function closeTip(view: EditorView): boolean {
  if (!tipIn(view.state)) return false;
  view.dispatch({ effects: setTip.of(null) });
  return true;
}

/** Shows a sentence at the cursor, announced to screen readers. */
export function showSentenceTip(view: EditorView, sentence: string): void {
  const element = () => {
    const element = document.createElement("p");
    element.className = "typing-sentence";
    element.textContent = sentence;
    return element;
  };
  showTip(view, { kind: "sentence", at: view.state.selection.main.head, element });
}

function tooltipOf({ at, element }: CursorTip): Tooltip {
  return {
    pos: at,
    above: true,
    arrow: false,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "typing-tip";
      dom.setAttribute("role", "status");
      // Filled later: a live region announces only changes of its content.
      setTimeout(() => dom.replaceChildren(element()));
      return { dom };
    },
  };
}
