import { docComment } from "./doc-comment.ts";

/** The part of a JSON Schema that becomes a type. The rest (limits, patterns) is checked at run time. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  /** The unit of a number; see `lib/tool/unit.ts`. */
  readonly unit?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** The TypeScript type of a JSON Schema; descriptions of fields become documentation. */
export function typeOfSchema(schema: Schema, indent = ""): string {
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return [...new Set(options.map((option) => typeOfSchema(option, indent)))].join(" | ");
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "number":
    case "integer":
      return "number";
    case "array":
      return typeOfArray(schema, indent);
    case "object":
      return typeOfObject(schema, indent);
    default:
      return "unknown";
  }
}

function typeOfArray({ items, prefixItems }: Schema, indent: string): string {
  if (prefixItems) return `[${prefixItems.map((item) => typeOfSchema(item, indent)).join(", ")}]`;
  const item = items ? typeOfSchema(items, indent) : "unknown";
  return /[|&]/.test(item) ? `(${item})[]` : `${item}[]`;
}

function typeOfObject(schema: Schema, indent: string): string {
  const { properties, additionalProperties } = schema;
  if (properties) return fieldsOf(schema, indent);
  // A cell may give a tool any rows that it has; whether they fit is checked at run time.
  if (isOpenRow(schema)) return "any";
  const value = typeof additionalProperties === "object" ? typeOfSchema(additionalProperties, indent) : "unknown";
  return `Record<string, ${value}>`;
}

/** Whether only the data say which columns a record has, and of which kinds these are. */
export function isOpenRow({ type, properties, additionalProperties }: Schema): boolean {
  if (type !== "object" || properties || typeof additionalProperties !== "object") return false;
  const value = typeOfSchema(additionalProperties);
  return value.includes(" | ") && /\bnumber\b/.test(value) && /\bstring\b/.test(value);
}

/** Differences between an object's written fields and its schema. */
export interface FieldChanges {
  /** Fields left out. */
  readonly without?: readonly string[];
  /** Types in place of their schema's. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** An object's fields between braces. */
export function fieldsOf(
  { properties = {}, required = [] }: Schema,
  indent = "",
  { without = [], instead = {} }: FieldChanges = {},
): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties)
    .filter(([name]) => !without.includes(name))
    .map(([name, field]) => {
      const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
      const optional = required.includes(name) ? "" : "?";
      const type = instead[name] ?? typeOfSchema(field, inner);
      return `${docComment(documentationOf(field), inner)}${inner}${key}${optional}: ${type};\n`;
    });
  return `{\n${fields.join("")}${indent}}`;
}

/** The description of a field, with the unit of its numbers. */
function documentationOf(field: Schema): string {
  const unit = unitOf(field);
  const description = field.description ?? "";
  if (!unit || unit === "1") return description;
  const end = description === "" || description.endsWith(".") ? "" : ".";
  return `${description}${end} In \`${unit}\`.`.trim();
}

/** The unit of a field's number, or of the numbers in its list, record or union. */
function unitOf({ unit, items, additionalProperties, anyOf = [], oneOf = [] }: Schema): string | undefined {
  const within = [items, additionalProperties, ...anyOf, ...oneOf].filter((each) => typeof each === "object");
  return unit ?? within.map(unitOf).find((found) => found !== undefined);
}
