import type { Message } from "../../lib/message/message.ts";
/** A value that JSON can write. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The text of a cell in its file, in parts that concatenate to it byte for byte. */
export interface CellMarkup {
  /** The white space before the start tag. */
  readonly lead: string;
  readonly open: string;
  /** The text between the tags: the source, indented and escaped. */
  readonly body: string;
  /** The end tag; empty or incomplete if the file ends before it. */
  readonly close: string;
}

/** A cell of a notebook. Immutable: an edit creates a new one. */
export interface Cell {
  readonly type: "cell";
  readonly id: number;
  readonly kind: string;
  /** The source, with `\n` between lines. */
  readonly source: string;
  /** The attributes of the cell's script, without its id and type; a bare one is "". */
  readonly attributes: Readonly<Record<string, string>>;
  readonly markup: CellMarkup;
}

/** Text of the file that is neither cell nor title, and is kept unchanged. */
export interface TextNode {
  readonly type: "text";
  readonly text: string;
}

/** The start tag of the notebook. */
export interface NotebookNode {
  readonly type: "notebook";
  readonly tag: string;
  /** Whether the file had no notebook element; then it is written, with an end tag, only if needed. */
  readonly added: boolean;
}

/** The title element; empty if the file has none. */
export interface TitleNode {
  readonly type: "title";
  readonly markup: string;
  /** Whether it is within the notebook element. */
  readonly inside: boolean;
}

/** A further title element, in another language, with the white space before it. */
export interface TranslatedTitleNode {
  readonly type: "translated-title";
  readonly language: string;
  readonly markup: string;
}

export type NotebookPart = Cell | TextNode | NotebookNode | TitleNode | TranslatedTitleNode;

/** A problem of a file, with its line. */
export interface Problem {
  readonly message: Message;
  readonly line: number;
  readonly cell?: number;
}

/** A notebook. Immutable; unchanged parts are shared between versions. */
export interface Notebook {
  readonly title: string;
  /** Its title in other languages, by their tags. */
  readonly titles: Readonly<Record<string, string>>;
  /** The attributes of the notebook element. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly cells: readonly Cell[];
  /** Problems found when the file was parsed. */
  readonly problems: readonly Problem[];
  /** The whole file in order; concatenated, the parts are the file's text. */
  readonly parts: readonly NotebookPart[];
  /** The line end used in the file. */
  readonly lineEnd: "\n" | "\r\n";
}

export const untitled = "Untitled";

export function isCell(part: NotebookPart): part is Cell {
  return part.type === "cell";
}

/** The cell of an id. */
export function findCell(notebook: Notebook, id: number): Cell | undefined {
  return notebook.cells.find((cell) => cell.id === id);
}

/** The id of a new cell: one more than the largest. */
export function nextCellId(notebook: Notebook): number {
  return notebook.cells.reduce((max, { id }) => Math.max(max, id), 0) + 1;
}
