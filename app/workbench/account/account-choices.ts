import type { AccountKind } from "../../../lib/account/account-shapes.ts";
import { mappingNameOf } from "../../../lib/account/mapping-name.ts";

/** Where the rows of an account come from: a file of the notebook, or the table that a cell gives. */
export type AccountSource =
  | { readonly is: "file"; readonly file: string }
  | { readonly is: "table"; readonly name: string };

/** What a person has settled on how a file becomes an account, beside its mapping. Null and empty are found from the file. */
export interface AccountChoices {
  readonly source: AccountSource;
  /** The names of the sheets that are read; null for those that hold lines. */
  readonly sheets: readonly string[] | null;
  /** The row of the head by the sheet's name, from 1. */
  readonly heads: Readonly<Record<string, number>>;
  readonly kind: AccountKind | null;
  readonly year: number | null;
  /** ISO 3166-1 alpha-3, or ISO 3166-2. */
  readonly region: string | null;
}

export function choicesFor(source: AccountSource): AccountChoices {
  return { source, sheets: null, heads: {}, kind: null, year: null, region: null };
}

/** The name of the file of an account, or of the table. */
export function nameOfSource(source: AccountSource): string {
  return source.is === "file" ? source.file : source.name;
}

/** The name of the file without its ending. */
export function stemOf(source: AccountSource): string {
  return nameOfSource(source).replace(/(?<=[^/])\.[^./]*$/, "");
}

/** The file in which the mapping is kept beside the data: `energy-2024.csv` → `energy-2024.mapping.json`. */
export function mappingFileOf(source: AccountSource): string {
  return mappingNameOf(nameOfSource(source));
}

/** Where a mapping of which not all could be used is kept before it is written anew: `energy-2024-unread-1765100000000.mapping.json`. */
export function unreadMappingOf(source: AccountSource, now: number): string {
  return `${stemOf(source)}-unread-${now}.mapping.json`;
}

/** How sheets are read, as `account.read` takes it. */
export function readingOf({ source, sheets, heads }: AccountChoices) {
  return {
    file: nameOfSource(source),
    ...(sheets === null ? {} : { sheet: [...sheets] }),
    ...(Object.keys(heads).length === 0 ? {} : { head: heads }),
  };
}
