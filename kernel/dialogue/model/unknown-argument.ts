import type { Json } from "../../../lib/dialogue/plan.ts";
import type { JsonSchema } from "./json-schema.ts";

/**
 * Whether arguments have a field that their schema does not know. A tool would pass over it, and the sentence of the answer would name it
 * as if it had been used.
 */
export function hasUnknownArgument(args: Json, schema: JsonSchema): boolean {
  const definitions = (schema.$defs ?? {}) as Readonly<Record<string, JsonSchema>>;
  const optionsOf = (each: JsonSchema): JsonSchema[] => {
    const { $ref } = each;
    if (typeof $ref === "string") {
      const found = definitions[$ref.replace("#/$defs/", "")];
      return found ? optionsOf(found) : [];
    }
    const alternatives = [each.anyOf, each.oneOf, each.allOf].flatMap((list) => (list ?? []) as readonly JsonSchema[]);
    return [each, ...alternatives.flatMap(optionsOf)];
  };
  const isUnknown = (value: Json, schemas: readonly JsonSchema[]): boolean => {
    if (typeof value !== "object" || value === null) return false;
    const options = schemas.flatMap(optionsOf);
    return Object.entries(value).some(([key, each]) => {
      const fields = options.flatMap((option) => fieldOf(option, key, Array.isArray(value)));
      return fields.length === 0 || isUnknown(each, fields);
    });
  };
  return isUnknown(args, [schema]);
}

/** What a schema says of a field of a record or a place of a list; nothing if it does not know it. */
function fieldOf(schema: JsonSchema, key: string, isList: boolean): JsonSchema[] {
  const { properties, additionalProperties, items, prefixItems } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly additionalProperties?: JsonSchema | boolean;
    readonly items?: JsonSchema;
    readonly prefixItems?: readonly JsonSchema[];
  };
  if (isList) return [prefixItems?.[Number(key)] ?? items].filter((each) => each !== undefined);
  if (properties && Object.hasOwn(properties, key)) return [properties[key]!];
  if (typeof additionalProperties === "object") return [additionalProperties];
  return additionalProperties === true ? [{}] : [];
}
