import type { DocumentCell } from "../../kernel/document/document-cell.ts";

/** The cells whose text creates one of these tables: they run again when the database with the tables has ended. */
export function creatorsOf(
  tables: readonly string[],
  cells: readonly Pick<DocumentCell, "id" | "source" | "attributes">[],
): number[] {
  const isNamed = (source: string) => tables.some((table) => source.includes(table));
  return cells
    .filter(
      ({ source, attributes }) =>
        !("data-paused" in attributes) && /\bcreate\b/i.test(source) && isNamed(source.toLowerCase()),
    )
    .map(({ id }) => id);
}
