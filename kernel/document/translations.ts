import { kindOf } from "../cell/kinds.ts";
import { isSameLanguage, valueFor } from "./language-tag.ts";
import type { Notebook } from "./notebook.ts";

/** The attribute of a cell's script with the language of its text, as in HTML. */
export const languageAttribute = "lang";

type LanguageCell = {
  readonly id: number;
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Whether the source of a kind of cell is a text that can be translated: Markdown, HTML or TeX. */
export function isText(kind: string): boolean {
  const { source } = kindOf(kind);
  return source?.form === "text" && source.query !== true;
}

/** The language of a text cell, as a tag of BCP 47; undefined if the cell is for all readers. */
export function languageOf({ kind, attributes }: Omit<LanguageCell, "id">): string | undefined {
  const tag = Object.hasOwn(attributes, languageAttribute) ? attributes[languageAttribute]!.trim() : "";
  return tag !== "" && isText(kind) ? tag : undefined;
}

/** Adjacent text cells in different languages: one text and its translations. A language that comes again begins a new text. */
function findGroups<Cell extends LanguageCell>(cells: readonly Cell[]): Map<string, Cell>[] {
  const groups: Map<string, Cell>[] = [];
  let open: Map<string, Cell> | undefined;
  for (const cell of cells) {
    const language = languageOf(cell);
    const known = open && [...open.keys()].some((tag) => isSameLanguage(tag, language ?? tag));
    if (language === undefined) open = undefined;
    else if (open && !known) open.set(language, cell);
    else {
      open = new Map([[language, cell]]);
      groups.push(open);
    }
  }
  return groups;
}

/**
 * The cells that a reader of a language does not see: of a text and its translations all but the one in the reader's language; if
 * there is none, all but the English one, or the first. A cell without a language is always seen.
 */
export function otherLanguages(cells: readonly LanguageCell[], language: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const group of findGroups(cells)) {
    const shown = valueFor(Object.fromEntries(group), language);
    for (const { id } of group.values()) if (id !== shown?.id) hidden.add(id);
  }
  return hidden;
}

/** The cells that a reader of a language sees. */
export function cellsIn<Cell extends LanguageCell>(cells: readonly Cell[], language: string): Cell[] {
  const hidden = otherLanguages(cells, language);
  return hidden.size === 0 ? [...cells] : cells.filter(({ id }) => !hidden.has(id));
}

/** A text and its translations, of which a cell is one, by their languages; undefined for a cell without a language. */
export function translationsOf<Cell extends LanguageCell>(
  cells: readonly Cell[],
  id: number,
): ReadonlyMap<string, Cell> | undefined {
  return findGroups(cells).find((group) => [...group.values()].some((cell) => cell.id === id));
}

/**
 * The language of the translated title that a reader edits; undefined for the notebook's own title, whose language is that of its
 * first text.
 */
export function editedTitle(
  { titles, cells }: Pick<Notebook, "titles" | "cells">,
  language: string,
): string | undefined {
  const known = Object.keys(titles).find((each) => isSameLanguage(each, language));
  if (known !== undefined) return known;
  const [own, ...others] = cells.map(languageOf).filter((tag) => tag !== undefined);
  if (own === undefined || isSameLanguage(own, language)) return undefined;
  return others.find((tag) => isSameLanguage(tag, language));
}

/** The title of a notebook for a reader of a language. */
export function titleIn({ title, titles }: Pick<Notebook, "title" | "titles">, language: string): string {
  const tag = Object.keys(titles).find((each) => isSameLanguage(each, language));
  return tag === undefined ? title : (titles[tag] ?? title);
}
