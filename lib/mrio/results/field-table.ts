import type { Text } from "../../message/message.ts";
import { type ColumnDeclaration, type ColumnValues, numberColumn, type TableDeclaration } from "../../tool/table.ts";
import type { UnitOf } from "../../tool/unit.ts";
import {
  pairAxes,
  pairColumns,
  regionAxes,
  regionColumns,
  sectorAxes,
  sectorColumns,
  type TableLabels,
} from "./table-rows.ts";
import { emissions } from "./table-units.ts";

/** A column with the numbers of a field of the result. */
export interface FieldColumn extends ColumnDeclaration {
  readonly field: string;
}

export function ofField(field: string, description: Text, unit: UnitOf = emissions): FieldColumn {
  return { ...numberColumn(description, unit), field };
}

type FieldColumns = Readonly<Record<string, FieldColumn>>;
type Fields = Readonly<Record<string, ColumnValues | undefined>>;

/** Fields that are K × R, as a table with a row for each region. */
export function regionTable(description: Text, fields: FieldColumns): TableDeclaration {
  return fieldTable(description, regionColumns, regionAxes, fields);
}

/** Fields that are K × RN, as a table with a row for each sector of a region. */
export function sectorTable(description: Text, fields: FieldColumns): TableDeclaration {
  return fieldTable(description, sectorColumns, sectorAxes, fields);
}

/** Fields that are R × R for each stressor, as a table with a row for each pair. */
export function pairTable(description: Text, [from, to]: readonly [string, string], fields: FieldColumns) {
  return fieldTable(description, pairColumns(from, to), (labels) => pairAxes(labels, from, to), fields);
}

function fieldTable(
  description: Text,
  labelling: Readonly<Record<string, ColumnDeclaration>>,
  axes: (labels: TableLabels) => Fields,
  fields: FieldColumns,
): TableDeclaration {
  const names = Object.entries(fields);
  return {
    description,
    columns: { ...labelling, ...fields },
    values: (output: Fields, labels: TableLabels) => ({
      ...axes(labels),
      ...Object.fromEntries(names.map(([name, { field }]) => [name, output[field]])),
    }),
  };
}
