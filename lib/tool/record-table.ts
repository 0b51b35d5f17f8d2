import type { Text } from "../message/message.ts";
import type { ColumnDeclaration, ColumnValues, TableDeclaration } from "./table.ts";

type Columns = Readonly<Record<string, ColumnDeclaration>>;

/** A row of a table with these columns; absent fields are missing values. */
export type RecordOf<Named extends Columns> = {
  readonly [Name in keyof Named]?: number | string | boolean | null | undefined;
};

/** A table whose rows are records derived from a result. */
export function recordTable<Output, Named extends Columns, About = unknown>(
  description: Text,
  columns: Named,
  recordsOf: (output: Output, about: About) => readonly RecordOf<Named>[],
): TableDeclaration {
  const names = Object.keys(columns) as (keyof Named & string)[];
  return {
    description,
    columns,
    values(output: Output, about: About) {
      const records = recordsOf(output, about);
      const valuesOf = (name: keyof Named) => records.map((record) => record[name] ?? null) as ColumnValues;
      return Object.fromEntries(names.map((name) => [name, valuesOf(name)]));
    },
  };
}
