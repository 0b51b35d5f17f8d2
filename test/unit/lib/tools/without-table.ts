import { schemasOf } from "../../../../lib/tool/schema.ts";
import type { Tool } from "../../../../lib/tool/tool.ts";

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** What an equation was given, which whoever called it knows. */
const given = "inputs";

/**
 * The fields of a tool's output whose numbers stand in lists, in lists of lists or under names: of a list of records, which has a
 * table, those within a record.
 */
export function withoutTable(tool: Tool): string[] {
  const { properties = {} } = schemasOf(tool).output as Schema;
  return Object.entries(properties).flatMap(([field, schema]) => {
    const record = schema.items?.properties;
    if (!record) return isMany(schema) ? [`${tool.name}.${field}`] : [];
    return Object.entries(record)
      .filter(([name, each]) => name !== given && isMany(each))
      .map(([name]) => `${tool.name}.${field}.${name}`);
  });
}

function isMany({ items, additionalProperties, properties = {}, anyOf = [] }: Schema): boolean {
  const each = [items, additionalProperties].filter((inner) => typeof inner === "object");
  const { [given]: _, ...fields } = properties;
  return each.some(hasNumber) || [...Object.values(fields), ...anyOf].some(isMany);
}

function hasNumber({ type, items, additionalProperties, properties = {}, anyOf = [] }: Schema): boolean {
  if (type === "number" || type === "integer") return true;
  const inner = [items, additionalProperties].filter((each) => typeof each === "object");
  return [...inner, ...Object.values(properties), ...anyOf].some(hasNumber);
}
