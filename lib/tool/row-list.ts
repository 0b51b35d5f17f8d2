import { outputSchema } from "./schema.ts";
import { type ColumnType, unitFound } from "./table.ts";
import type { Tool } from "./tool.ts";

/** A field of a result that is a list of records, with its columns: numbers, texts and flags. */
export interface RowList {
  readonly field: string;
  readonly columns: readonly RowColumn[];
}

export interface RowColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** The unit of its numbers; `{gas}` and `{metric}` are replaced by the column of the same name. */
  readonly unit?: string;
  /** The location of the unit: a column, or a field around the records; see `unit.ts`. */
  readonly unitIn?: string;
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly unit?: string;
  readonly unitIn?: string;
}

const known = new WeakMap<Tool, readonly RowList[]>();

/** The lists of records in a tool's output schema, read once. */
export function rowListsOf(tool: Tool): readonly RowList[] {
  const lists = known.get(tool) ?? listsIn(outputSchema(tool) as Schema);
  known.set(tool, lists);
  return lists;
}

/** The lists of a result, with units of enclosing objects in their columns. */
export function rowListsIn(tool: Tool, output: unknown, input: unknown): readonly RowList[] {
  return rowListsOf(tool).map(({ field, columns }) => {
    const names = new Set(columns.map(({ name }) => name));
    return { field, columns: columns.map((column) => withUnit(column, names, [output, input])) };
  });
}

function withUnit(column: RowColumn, names: ReadonlySet<string>, around: readonly unknown[]): RowColumn {
  const { unitIn, ...rest } = column;
  if (unitIn === undefined || names.has(unitIn)) return column;
  const unit = unitFound({ unitIn }, around);
  return unit === "" ? rest : { ...rest, unit };
}

function listsIn({ properties = {} }: Schema): RowList[] {
  return Object.entries(properties).flatMap(([field, { items }]) => {
    const columns = Object.entries(items?.properties ?? {}).flatMap(([name, schema]) => columnIn(name, schema));
    return columns.length > 1 ? [{ field, columns }] : [];
  });
}

/** A column of single values, some of which may be missing; undefined for lists and records. */
function columnIn(name: string, schema: Schema): RowColumn[] {
  const options = (schema.anyOf ?? [schema]).filter(({ type }) => type !== "null");
  const types = new Set(options.map(typeOf));
  const [type] = types;
  if (types.size !== 1 || type === undefined) return [];
  const { unit = options[0]!.unit, unitIn = options[0]!.unitIn } = schema;
  return [{ name, type, ...(unit && unit !== "1" ? { unit } : {}), ...(unitIn ? { unitIn } : {}) }];
}

function typeOf(schema: Schema): ColumnType | undefined {
  if (schema.enum || typeof schema.const === "string" || schema.type === "string") return "text";
  if (schema.type === "boolean") return "boolean";
  return schema.type === "number" || schema.type === "integer" ? "number" : undefined;
}
