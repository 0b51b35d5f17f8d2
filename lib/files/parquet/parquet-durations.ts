import type { SchemaTree } from "hyparquet";
import { arrowMessages, SCHEMA } from "../arrow/arrow-messages.ts";
import { checkSchema } from "../arrow/arrow-metadata.ts";
import type { FlatBuffer } from "../arrow/flat-buffer.ts";

/** The key under which Arrow's libraries store the schema that Parquet has no types for. */
export const arrowSchemaKey = "ARROW:schema";

/** Slots of a schema and of a field in Schema.fbs. */
const FIELDS = 1;
const fieldSlots = { typeKind: 2, type: 3, children: 5 };
const DURATION = 18;
/** `TimeUnit` of Schema.fbs: seconds, milliseconds, microseconds, nanoseconds; milliseconds if it is not written. */
const digits = [0, 3, 6, 9];
const MILLISECOND = 1;

/**
 * Which of the columns with a value, nested ones included, are lengths of time, by the path of their element: the digits that their
 * integers have behind the second. Parquet has no such type: the schema of Arrow beside it alone says that they are no plain integers.
 * Empty if that is not the schema of these columns.
 */
export function durationsIn(schema: string | undefined, columns: readonly SchemaTree[]): ReadonlyMap<string, number> {
  if (schema === undefined) return new Map();
  const leaves = columns.flatMap(leavesOf);
  const found = arrowLeaves(schema);
  if (found.length !== leaves.length) return new Map();
  return new Map(
    leaves.flatMap(({ path, element }, i): [string, number][] => {
      const unit = found[i];
      return unit === null || unit === undefined || element.type !== "INT64" ? [] : [[pathOf(path), unit]];
    }),
  );
}

/** The key of an element. */
export function pathOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

function leavesOf(tree: SchemaTree): SchemaTree[] {
  return tree.children.length === 0 ? [tree] : tree.children.flatMap(leavesOf);
}

/** Of each column with a value, in order, the digits behind the second if it is a length of time, else null. */
function arrowLeaves(schema: string): (number | null)[] {
  try {
    const bytes = Uint8Array.from(atob(schema), (letter) => letter.charCodeAt(0));
    const [message] = arrowMessages(bytes);
    if (message?.kind !== SCHEMA || message.header === undefined) return [];
    const { metadata, header } = message;
    checkSchema(metadata, header);
    return metadata.tables(header, FIELDS).flatMap((field) => fieldLeaves(metadata, field));
  } catch {
    // What another program has written under this key says nothing of the columns.
    return [];
  }
}

function fieldLeaves(flat: FlatBuffer, field: number): (number | null)[] {
  const children = flat.tables(field, fieldSlots.children);
  if (children.length > 0) return children.flatMap((child) => fieldLeaves(flat, child));
  if (flat.byte(field, fieldSlots.typeKind) !== DURATION) return [null];
  const type = flat.table(field, fieldSlots.type);
  return [digits[type === undefined ? MILLISECOND : flat.short(type, 0, MILLISECOND)] ?? null];
}
