import type { JsonSchema } from "./open-api.ts";

/** A JSON Schema as a type of TypeScript, as far as types can say it: lengths and ranges are left out. */
export function typeOf(schema: JsonSchema | boolean | undefined): string {
  if (schema === undefined || typeof schema === "boolean") return "unknown";
  if (typeof schema.$ref === "string") return referenceName(schema.$ref);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map((each) => JSON.stringify(each)));
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const parts = schema[keyword];
    if (Array.isArray(parts)) return union(parts.map(typeOf));
  }
  if (Array.isArray(schema.allOf)) return schema.allOf.map((part) => `(${typeOf(part)})`).join(" & ");
  const { type } = schema;
  if (Array.isArray(type)) return union(type.map((each) => typeOf({ ...schema, type: each })));
  switch (type) {
    case "string":
    case "boolean":
    case "null":
      return type;
    case "number":
    case "integer":
      return "number";
    case "array":
      return arrayType(schema);
    case "object":
      return objectType(schema);
    default:
      return "unknown";
  }
}

/** The name of the type of a component of the description: `consumption.accounts.input` is `ConsumptionAccountsInput`. */
export function referenceName(reference: string): string {
  const words = reference.split("/").at(-1)!.split(".");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function arrayType({ items, prefixItems }: JsonSchema): string {
  if (!Array.isArray(prefixItems)) return `readonly ${wrapped(typeOf(items as JsonSchema))}[]`;
  const rest = items && typeof items === "object" ? [`...${wrapped(typeOf(items as JsonSchema))}[]`] : [];
  return `readonly [${[...prefixItems.map(typeOf), ...rest].join(", ")}]`;
}

function objectType({ properties, required, additionalProperties, description: _ }: JsonSchema): string {
  const known = Object.entries((properties ?? {}) as Readonly<Record<string, JsonSchema>>);
  const needed = new Set((required ?? []) as readonly string[]);
  const others = additionalProperties as JsonSchema | boolean | undefined;
  if (known.length === 0) return `{ readonly [name: string]: ${others === false ? "never" : typeOf(others)} }`;
  const fields = known.map(
    ([name, schema]) =>
      `${comment(schema)}readonly ${JSON.stringify(name)}${needed.has(name) ? "" : "?"}: ${typeOf(schema)};`,
  );
  // Of other fields only their presence can be said: a type for all names would be one for the known names, too.
  if (others !== undefined && others !== false) fields.push("readonly [name: string]: unknown;");
  return `{ ${fields.join(" ")} }`;
}

/** The description of a field and its unit. */
function comment({ description, unit }: JsonSchema): string {
  // The unit 1 of a number without a dimension says nothing here.
  const words = [description, unit === "1" ? "" : unit]
    .filter((each) => typeof each === "string" && each !== "")
    .join("; ");
  return words === "" ? "" : `/** ${words.replaceAll("*/", "* /").replaceAll(/\s+/g, " ")} */ `;
}

/** A type that can stand before brackets and between bars. */
function wrapped(type: string): string {
  return /^("[^"]*"|[\w.-]+)$/.test(type) ? type : `(${type})`;
}

function union(types: readonly string[]): string {
  const different = [...new Set(types)];
  if (different.length === 0) return "never";
  return different.length === 1 ? different[0]! : different.map(wrapped).join(" | ");
}
