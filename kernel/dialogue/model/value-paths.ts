import { aboutFields } from "./result-figures.ts";

/** The part of a JSON Schema that says which values a result has. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly provenance?: string;
}

/** Deeper values are not listed. */
const DEEPEST = 4;

/**
 * The paths of the numbers and texts in a result by its schema, those nearest to the top first: `value`, `rows.0.*`. A place of a list
 * is 0, a name that depends on the call is *. Fields that say where a result comes from are left out.
 */
export function valuePaths(schema: unknown): string[] {
  const found = new Set<string>();
  let level: { readonly path: readonly string[]; readonly schema: Schema }[] = [{ path: [], schema: schema as Schema }];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { path, schema: each } of level) {
      if (each.provenance !== undefined) continue;
      const fields = fieldsOf(each);
      if (fields.length === 0 && path.length > 0) found.add(path.join("."));
      for (const [name, field] of fields)
        if (!aboutFields.has(name)) next.push({ path: [...path, name], schema: field });
    }
    level = next;
  }
  return [...found];
}

function fieldsOf({
  properties = {},
  additionalProperties,
  items,
  anyOf = [],
  oneOf = [],
}: Schema): [string, Schema][] {
  return [
    ...Object.entries(properties),
    ...(items ? [["0", items] as [string, Schema]] : []),
    ...(typeof additionalProperties === "object" ? [["*", additionalProperties] as [string, Schema]] : []),
    ...[...anyOf, ...oneOf].flatMap(fieldsOf),
  ];
}
