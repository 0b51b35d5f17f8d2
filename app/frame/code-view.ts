import type { Search } from "../../kernel/document/search.ts";
import type { DocumentCell } from "../../kernel/sandbox/protocol.ts";
import type { TextChange } from "../../kernel/sandbox/text-changes.ts";

/** What a cell's code reports. */
export interface CodeHost {
  /** The text is another; with what of it is new, where that is known. */
  changed(source: string, changes: TextChange[] | null): void;
  /** A key the table of actions may know; true where it did something. */
  key(event: KeyboardEvent): boolean;
}

/** A cell's code as it stands below what it makes: an editor, or in a published page the text alone. */
export interface CodeView {
  readonly element: HTMLElement;
  /** Where the cursor is, in characters from the beginning. */
  readonly cursor: number;
  /** Takes the text that the document has. */
  replace(source: string): void;
  /** Takes the kind of the cell, and the name for those who do not see. */
  configure(kind: string, label: string): void;
  focus(): void;
  /** Puts the cursor somewhere and brings it into view. */
  goTo(offset: number): void;
  /** Asks the language service about what stands at the cursor. */
  ask(what: "rename" | "define" | "describe"): void;
  /** Marks what is looked for; `at` is where the match stands that is shown now. */
  lookFor(search: Search | null, at: { from: number; to: number } | null): void;
  destroy(): void;
}

/** Makes the view of one cell's code. */
export type MakeCode = (cell: DocumentCell, label: string, host: CodeHost) => CodeView;
