import type { Message, Text } from "../../lib/message/message.ts";

/** What the functions before templates have in common: they read a text with the values of its `${}`. */
export type TagFunction = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;

export type ProgramLanguage = "javascript" | "typescript";

/** A source that is a program. */
export interface ProgramSource {
  readonly form: "program";
  readonly language: ProgramLanguage;
}

/** A source that is a text with `${…}`: it is compiled to a template with a tag before it. */
export interface TextSource {
  readonly form: "text";
  /** The expression before the template, such as `md` or `tex.block`. */
  readonly tag: string;
  /** What the attributes of a cell change about the tag. */
  tagOf?(attributes: Readonly<Record<string, string>>): { readonly tag: string; readonly problem?: Message };
  /** Whether the tag reads the strings as written (`raw`), or as JavaScript understands them. */
  readonly escapes: "cooked" | "raw" | "sql";
  /** What reads the text, where `tag` is not among the names that every notebook has. */
  readonly read?: TagFunction;
  /** The TypeScript type of the cell's value, of what the declarations of notebooks know. */
  readonly valueType: string;
  /** Whether the text is a query of the notebook's database. */
  readonly query?: true;
}

/** The grammars by which editors and pages colour a source. */
export type EditorLanguage = "javascript" | "typescript" | "sql" | "markdown" | "html";

/** Where a kind is one key or one button away. */
export interface QuickKind {
  /** The letter that turns the chosen cell into one of this kind. */
  readonly key: string;
  readonly icon: "text" | "code" | "data";
  /** On the button below a cell. */
  readonly button: Message;
  /** The action that adds such a cell to the notebook. */
  readonly add: Message;
}

/** How a kind is written in other formats. */
export interface KindExchange {
  /** What VS Code calls the language in Jupyter's metadata; the kind's own name where nothing is said. */
  readonly jupyterLanguage?: string;
  /** The words by which Jupyter's metadata and cell magics name it. */
  readonly jupyterNames?: readonly string[];
  /** In Jupyter it stands in a Markdown cell, between these two; elsewhere in a cell of code. */
  readonly jupyterMarkdown?: { readonly before: string; readonly after: string };
  /** Languages of fenced code that become cells of this kind, in Markdown that was not written here. */
  readonly fences?: readonly string[];
}

/** All that is known of a kind of cell. Whatever differs from kind to kind is said here and read from here. */
export interface CellKind {
  /** In documents, operations and the interface: `js`. */
  readonly name: string;
  /** The `type` of the cell's script in a notebook's file. */
  readonly type: string;
  /** Other types that are read as this kind. */
  readonly otherTypes?: readonly string[];
  /** What it is called; its name where nothing is said. */
  readonly label?: Text;
  /** How it is compiled; a kind without a source of its own is kept in the document, but not run. */
  readonly source?: ProgramSource | TextSource;
  /** The markup language of a text whose output is the text itself: it has headings, and its code need not be shown. */
  readonly markup?: "markdown" | "html";
  /** Whether the source is made of paragraphs, so that joined cells are parted by an empty line. */
  readonly paragraphs?: true;
  /** The key of the editor's language; plain text without one. */
  readonly editor?: EditorLanguage;
  readonly quick?: QuickKind;
  readonly exchange?: KindExchange;
}
