import { schemasOf } from "../../../lib/tool/schema.ts";
import type { Tool } from "../../../lib/tool/tool.ts";

interface Schema {
  readonly type?: string;
  readonly unit?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** The input with each number that may be a quantity as one, in the unit that its schema says. */
export function asQuantities(tool: Tool, input: unknown): unknown {
  return quantitiesIn(schemasOf(tool).input as Schema, input, "");
}

/** @param key the last key on the way: a record of factors is by gas */
function quantitiesIn(schema: Schema, value: unknown, key: string): unknown {
  const options = schema.anyOf ?? schema.oneOf ?? [];
  const unit = options.find(({ type }) => type === "number")?.unit;
  if (typeof value === "number" && unit && options.some(({ properties }) => properties?.unit))
    return { value, unit: unit.replace("{gas}", key) };
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = [schema, ...options].find((each) => each.items)?.items;
    return items ? value.map((each) => quantitiesIn(items, each, key)) : value;
  }
  const entries = Object.entries(value).map(([name, each]) => {
    const within = [schema, ...options].flatMap(({ properties, additionalProperties: others }) => [
      properties?.[name],
      typeof others === "object" ? others : undefined,
    ]);
    const found = within.find((of) => of !== undefined);
    return [name, found ? quantitiesIn(found, each, name) : each];
  });
  return Object.fromEntries(entries);
}
