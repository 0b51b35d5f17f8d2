import type { Text } from "../../message/message.ts";
import { numberColumn, type TableDeclaration, textColumn } from "../../tool/table.ts";

/** A measure per variable: its description, and its place in the result of a variable. */
export interface MeasureColumn<Measure> {
  readonly description: Text;
  of(measure: Measure): number;
}

/** Measures of the uncertain variables as a table with a row for each. */
export function measureTable<Measure>(
  description: Text,
  columns: Readonly<Record<string, MeasureColumn<Measure>>>,
): TableDeclaration {
  const named = Object.entries(columns);
  return {
    description,
    columns: {
      variable: textColumn({ en: "Name of the variable.", zh: "变量名称。" }),
      ...Object.fromEntries(named.map(([name, column]) => [name, numberColumn(column.description)])),
    },
    values({ measures }: { readonly measures: Readonly<Record<string, Measure>> }) {
      const all = Object.values(measures);
      return {
        variable: Object.keys(measures),
        ...Object.fromEntries(named.map(([name, { of }]) => [name, all.map(of)])),
      };
    },
  };
}
