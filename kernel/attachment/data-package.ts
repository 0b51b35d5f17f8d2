import * as z from "zod/mini";
import {
  type ColumnType,
  columnTypes,
  dateOrders,
  type TableFormat,
  type TableReading,
} from "../../lib/files/table/table-reading.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { AttachedTable, Attachment } from "../services/attachment.ts";

const texts = messages("attachment", {
  notPackage: {
    en: "`datapackage.json` beside the notebook is no Data Package: a JSON object with a list `resources`. Mend or move it, because how files are read is written there.",
    zh: "笔记本旁边的 `datapackage.json` 不是 Data Package，即带有列表 `resources` 的 JSON 对象。读取方式要写入其中，请修正或移走该文件。",
  },
  nameTaken: {
    en: "`datapackage.json` beside the notebook has a table `{name}` in another file, “{file}”. Choose another name for the table.",
    zh: "笔记本旁边的 `datapackage.json` 中已有表 `{name}`，位于另一文件“{file}”。请为此表另取名称。",
  },
});

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
      unitRow: z.optional(z.boolean()),
      footRows: z.optional(z.int().check(z.gte(0))),
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
 * The description of files as a Data Package. Beside the standard's properties a resource has `rows`, a dialect `unitRow` and
 * `footRows`, and a field `unit` and `dateOrder`.
 */
export function writeDataPackage(files: readonly Attachment[]): string {
  return packageText({ $schema: PROFILE, resources: files.flatMap(resourcesOf) });
}

/**
 * A folder's Data Package after a change of one file: its tables are those given, and all else that the package says stays. Throws a
 * Fault if the text is no Data Package, or has a table of the same name in another file.
 *
 * @param text of the package; null if there is none
 * @param file without tables also for one that is removed
 * @returns null if there is nothing to describe
 */
export function describeFile(text: string | null, file: Attachment): string | null {
  const added = resourcesOf(file);
  if (text === null) return added.length > 0 ? packageText({ $schema: PROFILE, resources: added }) : null;
  const before = jsonOf(text);
  if (!isRecord(before) || !dataPackage.safeParse(before).success) throw new Fault(texts.notPackage());
  const resources = before.resources as readonly unknown[];
  for (const each of resources) {
    const { name, path } = isRecord(each) ? each : {};
    if (path !== file.name && added.some((table) => table.name === name))
      throw new Fault(texts.nameTaken({ name: String(name), file: String(path) }));
  }
  const left = new Map(added.map((table) => [table.name, table]));
  const changed = resources.flatMap((each) => {
    if (!isRecord(each) || each.path !== file.name) return [each];
    const now = left.get(String(each.name));
    left.delete(String(each.name));
    if (now) return [overResource(each, now)];
    // What is no table here, such as a picture, is described by somebody else.
    return isTable(each) ? [] : [each];
  });
  return packageText({ ...before, resources: [...changed, ...left.values()] });
}

const PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

function packageText(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The tables of a file as resources. What does not apply is undefined, and is not written. */
function resourcesOf({ name: path, mimeType, size, sha256, tables }: Attachment) {
  return Object.entries(tables).map(([name, { reading, rows }]) => ({
    name,
    path,
    format: formats[reading.format],
    mediatype: mimeType,
    bytes: size,
    hash: `sha256:${sha256}`,
    encoding: reading.encoding,
    rows,
    dialect: {
      delimiter: reading.delimiter,
      header: reading.header,
      headerRows: headerRowsOf(reading),
      headerJoin: (reading.head ?? 1) > 1 ? " / " : undefined,
      unitRow: reading.unitRow,
      footRows: reading.foot,
      sheetName: reading.format === "sqlite" ? undefined : reading.part,
      table: reading.format === "sqlite" ? reading.part : undefined,
    },
    schema: {
      fields: reading.columns.map(({ name, type, unit }) => ({
        name,
        type: fieldType(type),
        unit: unit === "" ? undefined : unit,
        decimalChar: reading.decimal,
        dateOrder: reading.dates,
      })),
    },
  }));
}

/** A resource over what the package said of it: properties that are not written here, such as descriptions and licences, stay. */
function overResource(before: Record<string, unknown>, now: ReturnType<typeof resourcesOf>[number]): object {
  const schema = recordOf(before.schema);
  const fields = Array.isArray(schema.fields) ? schema.fields.map(recordOf) : [];
  return {
    ...before,
    ...now,
    dialect: { ...recordOf(before.dialect), ...now.dialect },
    schema: {
      ...schema,
      fields: now.schema.fields.map((field) => ({
        // What is said of a value of one type may be false of another.
        ...fields.find(({ name, type }) => name === field.name && type === field.type),
        ...field,
      })),
    },
  };
}

/** The rows that give the names, from 1; undefined if that is not known. */
function headerRowsOf({ skip, head = 1 }: TableReading): number[] | undefined {
  return skip === undefined ? undefined : Array.from({ length: head }, (_, row) => skip + 1 + row);
}

function isTable(each: unknown): boolean {
  const { data } = resource.safeParse(each);
  return data !== undefined && readingOf(data) !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
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
  const { delimiter, header, headerRows, unitRow, footRows, sheetName, table } = dialect;
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
    ...(headerRows !== undefined && headerRows.length > 1 && { head: headerRows.length }),
    ...(unitRow !== undefined && { unitRow }),
    ...(footRows !== undefined && { foot: footRows }),
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
