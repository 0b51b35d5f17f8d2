import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { Search } from "../../kernel/document/search.ts";
import type { TextChange } from "../../kernel/sandbox/text-changes.ts";

/** Receives the events of a cell's code view. */
export interface CodeHost {
  /** The text changed; `changes` are the changed ranges, null if unknown. */
  changed(source: string, changes: TextChange[] | null): void;
  /** A key was pressed; true if an action handled it. */
  key(event: KeyboardEvent): boolean;
}

/** A cell's code, below its output: an editor, or in a published page the text alone. */
export interface CodeView {
  readonly element: HTMLElement;
  /** Offset of the cursor in characters. */
  readonly cursor: number;
  /** Updates the text to the document's. */
  replace(source: string): void;
  /** Sets the kind of the cell and the accessible name. */
  configure(kind: string, label: string): void;
  focus(): void;
  /** Moves the cursor to an offset and scrolls it into view. */
  goTo(offset: number): void;
  /** Asks the language service about the name at the cursor. */
  ask(what: "rename" | "define" | "describe"): void;
  /** Highlights the matches of a search; `at` is the range of the current match. */
  showMatches(search: Search | null, at: { from: number; to: number } | null): void;
  destroy(): void;
}

/** Creates the view of one cell's code. */
export type MakeCode = (cell: DocumentCell, label: string, host: CodeHost) => CodeView;
