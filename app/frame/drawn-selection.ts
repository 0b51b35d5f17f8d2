import type { Extension } from "@codemirror/state";
import { EditorView, layer, RectangleMarker } from "@codemirror/view";

const selected = layer({
  above: false,
  class: "cm-selectionLayer",
  markers: (view) =>
    view.state.selection.ranges.flatMap((range) =>
      range.empty ? [] : RectangleMarker.forRange(view, "cm-selectionBackground", range),
    ),
  // While nothing is selected, as while somebody types, there is nothing to measure.
  update: ({ startState, state }) => !startState.selection.main.empty || !state.selection.main.empty,
});

const hidden = EditorView.theme({
  ".cm-line::selection, .cm-line ::selection": { backgroundColor: "transparent !important" },
});

/**
 * Draws the selected text behind the lines, to the end of each, as `drawSelection` of CodeMirror does. The cursor is the
 * browser's: a drawn one moves after the layout of each keystroke, and costs a second.
 */
export function drawnSelection(): Extension {
  return [selected, hidden];
}
