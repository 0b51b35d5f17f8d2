import { type Extension, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { findIn, type Search } from "../../kernel/document/search.ts";

interface SearchState {
  search: Search | null;
  /** Where the current match begins. */
  at: number | null;
}

/** Sets the search whose matches an editor highlights. */
export const setSearch = StateEffect.define<SearchState>();

const field = StateField.define<SearchState & { marks: DecorationSet }>({
  create: () => ({ search: null, at: null, marks: Decoration.none }),
  update(value, { effects, docChanged, newDoc }) {
    const set = effects.find((effect) => effect.is(setSearch));
    if (!set && !(docChanged && value.search)) return value;
    const { search, at } = set ? (set.value as SearchState) : value;
    return { search, at, marks: marksOf(newDoc, search, at) };
  },
  provide: (self) => EditorView.decorations.from(self, ({ marks }) => marks),
});

/** Highlights the matches of the page's find bar. */
export function searchMarks(): Extension {
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
