import { z } from "zod";
import { keepRemark } from "./remark.ts";

type Schema = z.core.$ZodType;
type Definition = Schema["_zod"]["def"];

const made = new WeakMap<Schema, Schema>();
const fieldsAt = new WeakMap<readonly string[], readonly string[]>();

/**
 * The same schema, in which every object with declared fields refuses others, at every depth: a misspelt field would otherwise be
 * left out in silence, and its default charged. Objects declared as open (`z.looseObject`, `catchall`) and records stay so.
 */
export function strict<T extends Schema>(schema: T): T {
  const known = made.get(schema);
  if (known) return known as T;
  const definition = strictDefinition(schema);
  const copy = definition === undefined ? schema : cloneOf(schema, definition);
  made.set(schema, copy);
  made.set(copy, copy);
  return copy as T;
}

/** The fields of the object that has none of these, which an issue of its schema names. */
export function declaredFields(unknownKeys: readonly string[]): readonly string[] {
  return fieldsAt.get(unknownKeys) ?? [];
}

/** A definition whose parts are strict; undefined if all are already, as those of an array of numbers. */
function strictDefinition(schema: Schema): Definition | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return strictObject(def);
    case "array":
      return withPart(def, "element");
    case "record":
      return withPart(def, "valueType");
    case "lazy":
      return { ...def, getter: () => strict(def.getter()) } as Definition;
    case "tuple": {
      const items = def.items.map(strict);
      const rest = def.rest === null ? null : strict(def.rest);
      const isSame = rest === def.rest && items.every((item, i) => item === def.items[i]);
      return isSame ? undefined : ({ ...def, items, rest } as Definition);
    }
    case "union": {
      const options = def.options.map(strict);
      return options.every((option, i) => option === def.options[i]) ? undefined : ({ ...def, options } as Definition);
    }
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "readonly":
    case "catch":
      return withPart(def, "innerType");
    case "pipe": {
      const [from, to] = [strict(def.in), strict(def.out)];
      return from === def.in && to === def.out ? undefined : ({ ...def, in: from, out: to } as Definition);
    }
    default:
      return undefined;
  }
}

function withPart<Name extends string>(def: Definition & Readonly<Record<Name, Schema>>, name: Name) {
  const part = strict(def[name]);
  return part === def[name] ? undefined : { ...def, [name]: part };
}

function strictObject(def: z.core.$ZodObjectDef): Definition {
  const names = Object.keys(def.shape);
  const shape = Object.fromEntries(names.map((name) => [name, strict(def.shape[name]!)]));
  const object = { ...def, shape, catchall: def.catchall ? strict(def.catchall) : z.never() };
  const errorOf = def.error as z.core.$ZodErrorMap | undefined;
  return {
    ...object,
    // The library of schemas leaves the schema out of its issues; the list of keys, which it hands over, stands for it.
    error(issue: z.core.$ZodRawIssue) {
      if (issue.code === "unrecognized_keys") fieldsAt.set(issue.keys as readonly string[], names);
      return errorOf?.(issue);
    },
  } as Definition;
}

function cloneOf(schema: Schema, definition: Definition): Schema {
  const clone = z.core.clone(schema, definition as never);
  const meta = z.globalRegistry.get(schema);
  if (meta) z.globalRegistry.add(clone, meta);
  keepRemark(schema, clone);
  return clone;
}
