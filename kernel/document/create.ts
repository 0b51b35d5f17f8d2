import { type CellContent, createCell } from "./cell.ts";
import { changeTranslatedTitle } from "./changes.ts";
import { encodeTitle } from "./entities.ts";
import { formatAttribute, formatVersion } from "./format.ts";
import { type Notebook, type NotebookPart, untitled } from "./notebook.ts";
import { fromParts } from "./parse.ts";
import { isAttributeName, renderAttribute } from "./tags.ts";

/** The content of a new notebook. */
export interface NotebookContent {
  readonly title?: string;
  /** Its title in other languages, by their tags. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Attributes of the notebook element. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The cells; those without an id get one. */
  readonly cells?: readonly (CellContent & { readonly id?: number })[];
}

/** Creates a notebook in Notebook Kit's format. */
export function createNotebook({
  title = untitled,
  titles = {},
  attributes = {},
  cells = [],
}: NotebookContent = {}): Notebook {
  const all = Object.entries({ theme: "air", [formatAttribute]: formatVersion, ...attributes });
  const written = all.filter(([name]) => isAttributeName(name)).map(([name, value]) => renderAttribute(name, value));
  const parts: NotebookPart[] = [
    { type: "text", text: "<!doctype html>\n" },
    { type: "notebook", tag: `${["<notebook", ...written].join(" ")}>`, added: false },
    { type: "text", text: "\n  " },
    { type: "title", markup: `<title>${encodeTitle(title)}</title>`, inside: true },
  ];
  for (const [language, translated] of Object.entries(titles)) {
    parts.push(changeTranslatedTitle(undefined, language, translated, undefined, "\n"));
  }
  const taken = new Set(cells.map(({ id }) => id));
  let last = 0;
  const nextFree = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  for (const { id = nextFree(), ...content } of cells) parts.push(createCell(id, content, "\n"));
  parts.push({ type: "text", text: "\n</notebook>\n" });
  return fromParts(parts, "\n");
}
