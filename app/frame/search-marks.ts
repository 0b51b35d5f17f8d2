import { type Extension, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { findIn, type Search } from "../../kernel/document/search.ts";

interface Found {
  search: Search | null;
  /** Where the match stands that is shown now. */
  at: number | null;
}

/** Tells an editor what is looked for in all cells. */
export const lookFor = StateEffect.define<Found>();

const field = StateField.define<Found & { marks: DecorationSet }>({
  create: () => ({ search: null, at: null, marks: Decoration.none }),
  update(value, { effects, docChanged, newDoc }) {
    const told = effects.find((effect) => effect.is(lookFor));
    if (!told && !(docChanged && value.search)) return value;
    const { search, at } = told ? (told.value as Found) : value;
    return { search, at, marks: marksOf(newDoc, search, at) };
  },
  provide: (self) => EditorView.decorations.from(self, ({ marks }) => marks),
});

/** Marks what the page's find bar looks for. */
export function foundMarks(): Extension {
  return field;
}

function marksOf(text: Text, search: Search | null, at: number | null): DecorationSet {
  if (!search) return Decoration.none;
  return Decoration.set(
    findIn(text.toString(), search).map(({ from, to }) =>
      Decoration.mark({ class: from === at ? "cm-found cm-found-here" : "cm-found" }).range(from, to),
    ),
  );
}
