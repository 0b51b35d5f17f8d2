import type { Message, Text } from "../../lib/message/message.ts";

/** A template tag function: receives the strings of a template and the values of its `${}`. */
export type TagFunction = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;

export type ProgramLanguage = "javascript" | "typescript";

/** The source is a program. */
export interface ProgramSource {
  readonly form: "program";
  readonly language: ProgramLanguage;
}

/** The source is a text with `${…}`: it is compiled to a tagged template. */
export interface TextSource {
  readonly form: "text";
  /** The tag expression of the template, such as `md` or `tex.block`. */
  readonly tag: string;
  /** Chooses the tag by the cell's attributes, and by the names that the notebook declares itself instead of built-in ones. */
  tagOf?(
    attributes: Readonly<Record<string, string>>,
    declared: ReadonlySet<string>,
  ): { readonly tag: string; readonly problem?: Message };
  /** Whether the tag reads the strings as written (`raw`), or with JavaScript's escapes processed. */
  readonly escapes: "cooked" | "raw" | "sql";
  /** The tag function, if `tag` is not among the built-in names of every notebook. */
  readonly read?: TagFunction;
  /** The TypeScript type of the cell's value, from the declarations available in notebooks. */
  readonly valueType: string;
  /** Whether the text is a query of the notebook's database. */
  readonly query?: true;
}

/** The grammars that editors and pages use to highlight a source. */
export type EditorLanguage = "javascript" | "typescript" | "sql" | "markdown" | "html";

/** Shortcuts of a kind: a key, a button and an action. */
export interface QuickKind {
  /** The letter that changes the selected cell to this kind. */
  readonly key: string;
  readonly icon: "text" | "code" | "data";
  /** The text of the button below a cell. */
  readonly button: Message;
  /** The action that adds such a cell to the notebook. */
  readonly add: Message;
}

/** How a kind is written in other formats. */
export interface KindExchange {
  /** VS Code's name of the language in Jupyter's metadata; by default the kind's own name. */
  readonly jupyterLanguage?: string;
  /** The names of the language in Jupyter's metadata and cell magics. */
  readonly jupyterNames?: readonly string[];
  /** If set, the source is exported to Jupyter as a Markdown cell, between these two texts; otherwise as a code cell. */
  readonly jupyterMarkdown?: { readonly before: string; readonly after: string };
  /** Languages of fenced code that become cells of this kind when foreign Markdown is imported. */
  readonly fences?: readonly string[];
}

/** The definition of a kind of cell. Everything that differs between kinds is declared here and read from here. */
export interface CellKind {
  /** The name in documents, operations and the interface: `js`. */
  readonly name: string;
  /** The `type` of the cell's script in a notebook's file. */
  readonly type: string;
  /** Other types that are read as this kind. */
  readonly otherTypes?: readonly string[];
  /** The displayed label; by default the name. */
  readonly label?: Text;
  /** How the source is compiled; cells of a kind without it are kept in the document, but not run. */
  readonly source?: ProgramSource | TextSource;
  /** The markup language, if the output is the text itself: it has headings, and its source need not be shown. */
  readonly markup?: "markdown" | "html";
  /** Whether the source consists of paragraphs, so that an empty line separates joined cells. */
  readonly paragraphs?: true;
  /** The editor's language; plain text by default. */
  readonly editor?: EditorLanguage;
  readonly quick?: QuickKind;
  readonly exchange?: KindExchange;
}
