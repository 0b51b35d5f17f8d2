import type { z } from "zod";
import { hostileNumber, hostileText, hostileValue, own } from "./hostile.ts";
import type { Random } from "./random.ts";

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  getter?(): z.ZodType;
}

/** What the values of one case share: lists of one length fit one another more often, and so do labels of one stock. */
interface Case {
  readonly length: number;
  readonly labels: readonly string[];
  readonly random: Random;
}

/** A value that a schema describes, most of the time. */
export function valueFor(schema: z.ZodType, random: Random): unknown {
  const length = random.chance(0.9) ? 1 + random.below(3) : random.pick([0, 4, 9]);
  const names = ["a", "b", "c", "CN", "CHN", "USA", "CO2", "CH4", "1.A.1", "t CO2", "kt CH4", "reg1", "2020"];
  const labels = Array.from({ length: 4 }, () =>
    random.chance(0.1) ? hostileText(random).slice(0, 60) : random.pick(names),
  );
  return build(schema, { length, labels, random }, 0);
}

function build(schema: z.ZodType, of: Case, depth: number): unknown {
  const { random } = of;
  if (random.chance(0.004)) return hostileValue(random);
  const definition = schema._zod.def as unknown as Definition;
  switch (definition.type) {
    case "object":
      return record(definition, of, depth);
    case "record":
      return dictionary(definition, of, depth);
    case "array":
      return Array.from({ length: lengthOf(schema, of) }, () => build(definition.element!, of, depth + 1));
    case "tuple":
      return definition.items!.map((item) => build(item, of, depth + 1));
    case "union":
      return build(random.pick(definition.options!), of, depth + 1);
    case "optional":
    case "default":
    case "prefault":
      return random.chance(0.5) ? undefined : build(definition.innerType!, of, depth + 1);
    case "nullable":
      return random.chance(0.3) ? null : build(definition.innerType!, of, depth + 1);
    case "readonly":
    case "nonoptional":
    case "catch":
      return build(definition.innerType!, of, depth + 1);
    case "pipe":
      return build(definition.in!, of, depth + 1);
    case "lazy":
      return depth > 12 ? null : build(definition.getter!(), of, depth + 1);
    case "enum":
      return random.pick(Object.values(definition.entries!));
    case "literal":
      return random.pick(definition.values!);
    case "boolean":
      return random.chance(0.5);
    case "number":
      return number(schema, random);
    case "string":
      return random.chance(0.95) ? random.pick(of.labels) : hostileText(random);
    case "null":
      return null;
    default:
      return hostileValue(random);
  }
}

function record(definition: Definition, of: Case, depth: number): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(definition.shape!)) {
    const value = build(field, of, depth + 1);
    if (value !== undefined) made[name] = value;
  }
  return made;
}

function dictionary(definition: Definition, of: Case, depth: number): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (let i = 0; i < of.length; i++) {
    const built = build(definition.keyType!, of, depth + 1);
    const key = typeof built === "string" ? built : "key";
    own(made, key, build(definition.valueType!, of, depth + 1));
  }
  return made;
}

/** The bounds that a schema states, as Zod keeps them. */
function boundsOf(schema: z.ZodType): { minimum?: number; maximum?: number; format?: string } {
  return schema._zod.bag as { minimum?: number; maximum?: number; format?: string };
}

function lengthOf(schema: z.ZodType, { length, random }: Case): number {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = boundsOf(schema);
  if (random.chance(0.05)) return random.below(5);
  return Math.min(Math.max(length, minimum), maximum, 40);
}

function number(schema: z.ZodType, random: Random): number {
  const { minimum, maximum, format } = boundsOf(schema);
  if (random.chance(0.06)) return hostileNumber(random);
  const [lo, hi] = [minimum ?? (random.chance(0.2) ? -50 : 0), maximum ?? 0];
  const top = hi > lo ? Math.min(hi, lo + 300) : lo + random.pick([1, 10, 300, 2500]);
  if (format !== undefined) return Math.round(lo + random.unit() * (top - lo));
  return random.chance(0.3) ? Math.round(lo + random.unit() * (top - lo)) : lo + random.unit() * (top - lo);
}
