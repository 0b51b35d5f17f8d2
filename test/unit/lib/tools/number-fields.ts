import { schemasOf } from "../../../../lib/tool/schema.ts";
import type { Tool } from "../../../../lib/tool/tool.ts";

/** What of a JSON Schema says where numbers stand and which unit they have. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly unit?: string;
  readonly unitIn?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** A number of a tool's input or output. */
export interface NumberField {
  /** `consumption.accounts > previous.Z` and `consumption.accounts < D_cba`. */
  readonly name: string;
  readonly isInteger: boolean;
  readonly unit: string | undefined;
  readonly unitIn: string | undefined;
  /** The schemas of the objects around it, the nearest first, and of the input of its tool. */
  readonly around: readonly Schema[];
}

/** Every number of the input and the output of a tool; those of lists and records by the name of the field. */
export function numberFields(tool: Tool): NumberField[] {
  const { input, output } = schemasOf(tool) as { input: Schema; output: Schema };
  return [...fieldsBelow(input, `${tool.name} >`, [input]), ...fieldsBelow(output, `${tool.name} <`, [input])];
}

function fieldsBelow(schema: Schema, name: string, around: readonly Schema[]): NumberField[] {
  if (isNumber(schema)) {
    if ("const" in schema) return [];
    const { unit, unitIn } = schema;
    return [{ name, isInteger: schema.type === "integer", unit, unitIn, around }];
  }
  const { properties = {}, additionalProperties, items, prefixItems = [], anyOf = [], oneOf = [] } = schema;
  const same = [items, ...prefixItems, ...anyOf, ...oneOf, additionalProperties].filter(
    (each): each is Schema => typeof each === "object",
  );
  return [
    ...same.flatMap((each) => fieldsBelow(each, name, around)),
    ...Object.entries(properties).flatMap(([key, field]) =>
      fieldsBelow(field, /[<>]$/.test(name) ? `${name} ${key}` : `${name}.${key}`, [schema, ...around]),
    ),
  ];
}

function isNumber({ type }: Schema): boolean {
  return [type].flat().some((each) => each === "number" || each === "integer");
}

/** Whether a path leads to a field of one of these objects, or of those in a list. */
export function leadsTo(path: string, around: readonly Schema[]): boolean {
  return around.some((object) => {
    let at: Schema | undefined = object;
    for (const key of path.split(".")) at = (at?.items ?? at)?.properties?.[key];
    return at !== undefined;
  });
}
