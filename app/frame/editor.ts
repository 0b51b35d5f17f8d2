import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches } from "@codemirror/search";
import { type ChangeSet, Compartment, EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Search } from "../../kernel/document/search.ts";
import type { TextChange } from "../../kernel/sandbox/text-changes.ts";
import type { CodeHost, CodeView } from "./code-view.ts";
import { drawnSelection } from "./drawn-selection.ts";
import { editorLanguageOf } from "./editor-language.ts";
import { searchMarks, setSearch } from "./search-marks.ts";
import type { CellHelp } from "./typing/cell-help.ts";

/** Receives the events of an editor and provides its language help. */
export interface EditorHost extends CodeHost {
  readonly help: CellHelp;
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--code-function)" },
  { tag: [tags.propertyName], color: "var(--code-property)" },
  { tag: [tags.typeName, tags.className, tags.tagName], color: "var(--code-type)" },
  { tag: [tags.comment, tags.meta], color: "var(--code-comment)", fontStyle: "italic" },
  { tag: tags.heading, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.link, color: "var(--link)" },
]);

/** One CodeMirror editor. It has no undo history: the page keeps one for the whole document. */
export class CellEditor implements CodeView {
  readonly view: EditorView;
  readonly #host: EditorHost;
  readonly #language = new Compartment();
  readonly #name = new Compartment();
  #applying = false;

  constructor(source: string, kind: string, label: string, host: EditorHost) {
    this.#host = host;
    this.view = new EditorView({
      state: EditorState.create({
        doc: source,
        extensions: [
          drawnSelection(),
          highlightActiveLine(),
          highlightSelectionMatches(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          EditorView.lineWrapping,
          searchMarks(),
          syntaxHighlighting(colours),
          this.#language.of([editorLanguageOf(kind) ?? [], host.help.extension(kind)]),
          this.#name.of(EditorView.contentAttributes.of({ "aria-label": label })),
          // After the keys of an open completion, before the editor's own keys.
          keymap.of([{ any: (_, event) => host.key(event) }]),
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, indentWithTab]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !this.#applying)
              host.changed(update.state.doc.toString(), changesOf(update.changes));
          }),
        ],
      }),
    });
  }

  get element(): HTMLElement {
    return this.view.dom;
  }

  get source(): string {
    return this.view.state.doc.toString();
  }

  /** Updates the text to the document's by the smallest change, so that the cursor keeps its place if possible. */
  replace(source: string): void {
    const old = this.source;
    if (old === source) return;
    let from = 0;
    while (from < old.length && from < source.length && old[from] === source[from]) ++from;
    let end = 0;
    while (end < old.length - from && end < source.length - from && old.at(-1 - end) === source.at(-1 - end)) ++end;
    this.#applying = true;
    this.view.dispatch({ changes: { from, to: old.length - end, insert: source.slice(from, source.length - end) } });
    this.#applying = false;
  }

  configure(kind: string, label: string): void {
    this.view.dispatch({
      effects: [
        this.#language.reconfigure([editorLanguageOf(kind) ?? [], this.#host.help.extension(kind)]),
        this.#name.reconfigure(EditorView.contentAttributes.of({ "aria-label": label })),
      ],
    });
  }

  focus(): void {
    this.view.focus();
  }

  get cursor(): number {
    return this.view.state.selection.main.head;
  }

  ask(what: "rename" | "define" | "describe"): void {
    this.#host.help[what](this.view);
  }

  goTo(offset: number): void {
    const anchor = Math.min(offset, this.view.state.doc.length);
    this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.view.focus();
  }

  showMatches(search: Search | null, at: { from: number; to: number } | null): void {
    const shown = at && at.to <= this.view.state.doc.length ? at : null;
    this.view.dispatch({
      effects: setSearch.of({ search, at: shown?.from ?? null }),
      ...(shown ? { selection: { anchor: shown.from, head: shown.to } } : {}),
    });
  }

  destroy(): void {
    this.view.destroy();
  }
}

function changesOf(changes: ChangeSet): TextChange[] {
  const list: TextChange[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) => list.push({ from, to, insert: inserted.toString() }));
  return list;
}
