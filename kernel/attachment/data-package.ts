import * as z from "zod/mini";
import {
  type ColumnType,
  columnTypes,
  dateOrders,
  type TableFormat,
  type TableReading,
} from "../table-file/table-reading.ts";
import type { AttachedTable, Attachment } from "./attachment.ts";

/** The file that describes the files of a folder: a Data Package (datapackage.org, version 2). */
export const dataPackageName = "datapackage.json";

/** Our names of formats, and those of the standard. */
const formats: Readonly<Record<TableFormat, string>> = {
  delimited: "csv",
  json: "json",
  jsonlines: "jsonl",
  geojson: "geojson",
  topojson: "topojson",
  parquet: "parquet",
  arrow: "arrow",
  sqlite: "sqlite",
  workbook: "xlsx",
};

/** Types of columns in a Table Schema; a text is called a string there. */
const fieldType = (type: ColumnType) => (type === "text" ? "string" : type);

const short = z.string().check(z.maxLength(300));

const resource = z.object({
  name: short.check(z.minLength(1)),
  path: short,
  format: short,
  encoding: z.optional(short),
  rows: z.optional(z.int().check(z.gte(0))),
  dialect: z.optional(
    z.object({
      delimiter: z.optional(z.string().check(z.minLength(1), z.maxLength(1))),
      header: z.optional(z.boolean()),
      headerRows: z.optional(z.array(z.int().check(z.gte(1)))),
      sheetName: z.optional(short),
      table: z.optional(short),
    }),
  ),
  schema: z.object({
    fields: z.array(
      z.object({
        name: short,
        type: short,
        unit: z.optional(short),
        decimalChar: z.optional(z.enum([".", ","])),
        dateOrder: z.optional(z.enum(dateOrders)),
      }),
    ),
  }),
});

const dataPackage = z.object({ resources: z.array(z.unknown()).check(z.maxLength(1_000)) });

/**
 * The description of files as a Data Package. Beside the standard's properties a resource has `rows`, and a field `unit` and
 * `dateOrder`.
 */
export function writeDataPackage(files: readonly Attachment[]): string {
  const resources = files.flatMap(({ name: path, mimeType, size, sha256, tables }) =>
    Object.entries(tables).map(([name, { reading, rows }]) => ({
      name,
      path,
      format: formats[reading.format],
      mediatype: mimeType,
      bytes: size,
      hash: `sha256:${sha256}`,
      ...(reading.encoding !== undefined && { encoding: reading.encoding }),
      rows,
      dialect: {
        ...(reading.delimiter !== undefined && { delimiter: reading.delimiter }),
        ...(reading.header !== undefined && { header: reading.header }),
        ...(reading.skip !== undefined && { headerRows: [reading.skip + 1] }),
        ...(reading.part !== undefined && { [reading.format === "sqlite" ? "table" : "sheetName"]: reading.part }),
      },
      schema: {
        fields: reading.columns.map(({ name, type, unit }) => ({
          name,
          type: fieldType(type),
          ...(unit !== "" && { unit }),
          ...(reading.decimal !== undefined && { decimalChar: reading.decimal }),
          ...(reading.dates !== undefined && { dateOrder: reading.dates }),
        })),
      },
    })),
  );
  return `${JSON.stringify({ $schema: "https://datapackage.org/profiles/2.0/datapackage.json", resources }, null, 2)}\n`;
}

/** The tables that a Data Package describes, by the path of their file. What it cannot describe is left out. */
export function readDataPackage(text: string): ReadonlyMap<string, Readonly<Record<string, AttachedTable>>> {
  const tables = new Map<string, Record<string, AttachedTable>>();
  for (const each of dataPackage.safeParse(jsonOf(text)).data?.resources ?? []) {
    const found = resource.safeParse(each).data;
    const reading = found && readingOf(found);
    if (!found || !reading) continue;
    tables.set(found.path, { ...tables.get(found.path), [found.name]: { reading, rows: found.rows ?? 0 } });
  }
  return tables;
}

function readingOf({ format, encoding, dialect = {}, schema }: z.infer<typeof resource>): TableReading | null {
  const known = (Object.keys(formats) as TableFormat[]).find((name) => formats[name] === format);
  if (!known) return null;
  const { delimiter, header, headerRows, sheetName, table } = dialect;
  const decimal = schema.fields.find((field) => field.decimalChar !== undefined)?.decimalChar;
  const dates = schema.fields.find((field) => field.dateOrder !== undefined)?.dateOrder;
  const skip = headerRows?.[0];
  const part = known === "sqlite" ? table : sheetName;
  return {
    format: known,
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(decimal !== undefined && { decimal }),
    ...(header !== undefined && { header }),
    ...(skip !== undefined && { skip: skip - 1 }),
    ...(dates !== undefined && { dates }),
    ...(part !== undefined && { part }),
    columns: schema.fields.map(({ name, type, unit }) => ({
      name,
      type: columnTypes.find((each) => fieldType(each) === type) ?? "text",
      unit: unit ?? "",
    })),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
