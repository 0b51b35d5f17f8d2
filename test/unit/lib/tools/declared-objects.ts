import type { z } from "zod";
import { pathOf } from "../../../../lib/tool/input-problems.ts";

type Schema = z.core.$ZodType;
type Path = readonly (string | number)[];

/** An object with declared fields somewhere in an input. */
export interface DeclaredObject {
  /** Its path as sentences write it; empty for the input itself. */
  readonly path: string;
  readonly fields: readonly string[];
  /** An input of the right types that has there an object with these fields besides the required ones. */
  input(extra: Readonly<Record<string, unknown>>): unknown;
}

/** Every object with declared fields in a schema, at any depth; those of open objects and records are none. */
export function declaredObjects(schema: Schema): DeclaredObject[] {
  return below(schema, [], (value) => value, new Set());
}

function below(
  schema: Schema,
  path: Path,
  around: (value: unknown) => unknown,
  open: ReadonlySet<Schema>,
): DeclaredObject[] {
  if (open.has(schema)) return [];
  const within = new Set([...open, schema]);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object": {
      const fields = Object.keys(def.shape);
      const sample = sampleOf(schema) as Record<string, unknown>;
      const own: DeclaredObject[] =
        def.catchall?._zod.def.type === "never"
          ? [{ path: pathOf(path), fields, input: (extra) => around({ ...sample, ...extra }) }]
          : [];
      const inner = fields.flatMap((field) =>
        below(def.shape[field]!, [...path, field], (value) => around({ ...sample, [field]: value }), within),
      );
      return [...own, ...inner];
    }
    case "array":
      return below(def.element, [...path, 0], (value) => around([value]), within);
    case "tuple": {
      const samples = def.items.map(sampleOf);
      return def.items.flatMap((item, i) =>
        below(item, [...path, i], (value) => around(samples.with(i, value)), within),
      );
    }
    case "record":
      return below(
        def.valueType,
        [...path, nameIn(def.keyType)],
        (value) => around({ [nameIn(def.keyType)]: value }),
        within,
      );
    case "union":
      return def.options.flatMap((option) => below(option, path, around, within));
    case "lazy":
      return below(def.getter(), path, around, within);
    case "pipe":
      return below(def.in._zod.def.type === "transform" ? def.out : def.in, path, around, within);
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "nonoptional":
    case "readonly":
    case "catch":
      return below(def.innerType, path, around, within);
    default:
      return [];
  }
}

function nameIn(keys: Schema): string {
  return String(sampleOf(keys));
}

/** A value of the right type; what schemas check beyond types and bounds need not hold. */
function sampleOf(schema: Schema): unknown {
  const { def, bag } = (schema as z.core.$ZodTypes)._zod as { def: z.core.$ZodTypes["_zod"]["def"]; bag: Bag };
  switch (def.type) {
    case "object": {
      const required = Object.entries(def.shape).filter(([, field]) => field._zod.optin === undefined);
      return Object.fromEntries(required.map(([name, field]) => [name, sampleOf(field)]));
    }
    case "array":
      return Array.from({ length: bag.minimum ?? 0 }, () => sampleOf(def.element));
    case "tuple":
      return def.items.map(sampleOf);
    case "record":
      return {};
    case "string":
      return "a".repeat(Math.max(1, bag.minimum ?? 1));
    case "number":
      return numberIn(bag);
    case "boolean":
      return true;
    case "literal":
      return def.values[0];
    case "enum":
      return Object.values(def.entries)[0];
    case "union":
      return sampleOf(def.options[0]!);
    case "lazy":
      return sampleOf(def.getter());
    case "pipe":
      return sampleOf(def.in._zod.def.type === "transform" ? def.out : def.in);
    case "optional":
    case "default":
    case "prefault":
      return undefined;
    case "nullable":
      return null;
    case "nonoptional":
    case "readonly":
    case "catch":
      return sampleOf(def.innerType);
    default:
      return 1;
  }
}

interface Bag {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

function numberIn({ minimum, maximum, exclusiveMinimum }: Bag): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 1 : exclusiveMinimum + 1);
  return Math.max(least, Math.min(1, maximum ?? 1));
}
