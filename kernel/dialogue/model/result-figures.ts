import type { Want } from "../../../lib/dialogue/plan.ts";

/** Rows of a result with their figures, for a sentence; and whether there are more than it names. */
export interface ResultFigures {
  readonly rows: readonly ResultRow[];
  readonly more: boolean;
}

/** What names a row, and what it says. */
export interface ResultRow {
  readonly keys: readonly Want[];
  readonly figures: readonly Want[];
}

const MOST_ROWS = 8;
const MOST_FIGURES = 12;
/** A longer text names no row, in characters. */
const LONGEST_KEY = 60;

/** Fields of results that say where they come from. */
export const aboutFields: ReadonlySet<string> = new Set(["source", "sources", "notes", "references"]);

interface Schema {
  readonly type?: string;
  readonly unit?: string;
  readonly unitIn?: string;
  readonly provenance?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** A field of a result with what its tool declares of it. */
interface Field {
  readonly name: string;
  readonly path: readonly string[];
  readonly value: unknown;
  readonly schemas: readonly Schema[];
}

/**
 * The figures of a tool's result: numbers for which the tool's output declares a unit, those nearest to the top first, with the texts
 * and years beside them that name their row. Numbers without a unit are none.
 * @param step the step whose result it is
 * @param schema the JSON Schema of the tool's output
 * @param given what the call says already: it need not name a row again
 */
export function figuresOf(
  step: string,
  result: unknown,
  schema: unknown,
  given: ReadonlySet<unknown> = new Set(),
): ResultFigures {
  const rows: ResultRow[] = [];
  let count = 0;
  let more = false;
  let level: Field[] = [rootOf(result, schema)];
  while (level.length > 0) {
    for (const field of level) {
      const row = rowOf(field, step, result, given);
      if (row.figures.length === 0) continue;
      if (rows.length >= MOST_ROWS || count + row.figures.length > MOST_FIGURES) more = true;
      else {
        rows.push(row);
        count += row.figures.length;
      }
    }
    level = level.flatMap(fieldsOf).filter(({ value }) => typeof value === "object" && value !== null);
  }
  return { rows, more };
}

/**
 * The figure at a path of a result with what names its row; null if there is no number with a unit. A path is names and positions, joined
 * by dots.
 */
export function figureAt(
  step: string,
  result: unknown,
  schema: unknown,
  path: string,
  given: ReadonlySet<unknown> = new Set(),
): ResultRow | null {
  const parts = path.split(".");
  let record: Field = rootOf(result, schema);
  for (const part of parts.slice(0, -1)) {
    const { value } = record;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part) || aboutFields.has(part))
      return null;
    record = fieldNamed(record, part);
  }
  const { keys, figures } = rowOf(record, step, result, given);
  const figure = figures.find((each) => each.path === parts.join("."));
  return figure ? { keys, figures: [figure] } : null;
}

function rootOf(result: unknown, schema: unknown): Field {
  return { name: "", path: [], value: result, schemas: optionsOf(schema as Schema) };
}

function rowOf(record: Field, step: string, result: unknown, given: ReadonlySet<unknown>): ResultRow {
  const fields = Array.isArray(record.value) ? [] : fieldsOf(record);
  const isEntry = /^\d+$/.test(record.path.at(-1) ?? "");
  const units = new Set(fields.flatMap(({ schemas }) => schemas.flatMap(({ unitIn }) => unitIn ?? [])));
  const wantOf = ({ name, path }: Field, unit: Want["unit"], primary: boolean): Want => ({
    step,
    path: path.join("."),
    name: { en: name, zh: name },
    unit,
    ...(primary ? { primary: true } : {}),
  });
  const figures = fields.flatMap((field) => {
    const unit = typeof field.value === "number" && !isYear(field) ? unitOf(field, result) : null;
    return unit === null ? [] : [wantOf(field, unit, true)];
  });
  const keys = fields.flatMap((field) => {
    const { name, value, schemas } = field;
    if (given.has(value)) return [];
    if (isYear(field)) return [wantOf(field, "year", false)];
    const isName = typeof value === "string" && value !== "" && value.length <= LONGEST_KEY;
    return isEntry && isName && !units.has(name) && schemas.every(({ provenance }) => provenance === undefined)
      ? [wantOf(field, name === "iso3" ? "iso3" : "text", false)]
      : [];
  });
  return { keys, figures };
}

function isYear({ name, value }: Field): boolean {
  return name === "year" && typeof value === "number" && Number.isInteger(value);
}

/** The unit of a number as its tool declares it: a text, or where in the result it stands. Null for a number without one. */
function unitOf({ name, path, schemas }: Field, result: unknown): Want["unit"] | null {
  for (const { unit, unitIn } of schemas) {
    if (unit !== undefined && !unit.includes("{")) return unit;
    if (unitIn === undefined || unitIn.includes(" ")) continue;
    // Beside the number, or in a record around it; a record of units has one for each name.
    for (let up = path.length - 1; up >= 0; up--) {
      const at = [...path.slice(0, up), ...unitIn.split(".")];
      const found = within(result, at);
      if (typeof found === "string" && found !== "") return { path: at.join(".") };
      const own = typeof found === "object" && found !== null ? within(found, [name]) : undefined;
      if (typeof own === "string" && own !== "") return { path: [...at, name].join(".") };
    }
  }
  return null;
}

function within(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, part) ? at[part as keyof typeof at] : undefined,
    value,
  );
}

function fieldsOf(record: Field): Field[] {
  const { value } = record;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.keys(value)
    .filter((name) => !aboutFields.has(name))
    .slice(0, Array.isArray(value) ? MOST_ROWS + 1 : undefined)
    .map((name) => fieldNamed(record, name));
}

/** A field that a record or a list has. */
function fieldNamed({ path, value, schemas }: Field, name: string): Field {
  return {
    name,
    path: [...path, name],
    value: (value as Readonly<Record<string, unknown>>)[name],
    schemas: schemas.flatMap((schema) => {
      const { properties, additionalProperties, items } = schema;
      const field = Array.isArray(value) ? items : properties?.[name];
      if (field) return optionsOf(field);
      return typeof additionalProperties === "object" ? optionsOf(additionalProperties) : [];
    }),
  };
}

/** A schema, or the alternatives of which it consists. */
function optionsOf(schema: Schema): Schema[] {
  return [schema, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(optionsOf)];
}
