import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "codemirror";

/** Two texts side by side, or in one column in a narrow window. Loaded when first needed. */
export function showDifference(
  parent: HTMLElement,
  texts: { mine: string; theirs: string; mineLabel: string; theirsLabel: string },
  narrow: boolean,
): void {
  const { mine, theirs } = texts;
  const extensions = (label: string): Extension[] => [
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, role: "textbox", tabindex: "0" }),
    theme,
  ];
  const collapseUnchanged = { margin: 3, minSize: 6 };
  const root = parent.getRootNode() as ShadowRoot;
  if (narrow) {
    const unified = unifiedMergeView({ original: mine, mergeControls: false, gutter: false, collapseUnchanged });
    const doc = [...extensions(texts.theirsLabel), unified];
    new EditorView({ parent, root, doc: theirs, extensions: doc });
    return;
  }
  new MergeView({
    parent,
    root,
    a: { doc: mine, extensions: extensions(texts.mineLabel) },
    b: { doc: theirs, extensions: extensions(texts.theirsLabel) },
    collapseUnchanged,
    gutter: false,
  });
}

/** The page's colours; changes are also underlined, so that they are not marked by colour alone. */
const theme = EditorView.theme({
  "&": { fontSize: "var(--text-interface)", backgroundColor: "var(--sunken)", color: "var(--ink)" },
  ".cm-content": { fontFamily: "var(--font-code)", padding: "var(--space-2) 0", caretColor: "transparent" },
  ".cm-line": { padding: "0 var(--space-3)" },
  "&.cm-merge-a .cm-changedLine, .cm-deletedChunk": { backgroundColor: "var(--failed-wash)" },
  "&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine, .cm-insertedLine": { backgroundColor: "var(--selected)" },
  "&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText": {
    background: "none",
    textDecoration: "underline 2px var(--state-failed)",
  },
  "&.cm-merge-b .cm-changedText, .cm-changedText": {
    background: "none",
    textDecoration: "underline 2px var(--accent)",
  },
  ".cm-deletedChunk": { padding: "0 var(--space-3)" },
  ".cm-collapsedLines": {
    background: "var(--surface)",
    color: "var(--ink-muted)",
    fontFamily: "var(--font-sans)",
    padding: "0.125rem var(--space-3)",
  },
});
