import type { Lexicon } from "../../../lib/dialogue/lexicon/lexicon.ts";
import type { Link } from "../../../lib/dialogue/link.ts";
import type { Json } from "../../../lib/dialogue/plan.ts";
import type { JsonSchema } from "./json-schema.ts";

/** What the arguments of a model's call may repeat. */
export interface Sayable {
  readonly links: readonly Link[];
  /** The question as it was written. */
  readonly text: string;
  readonly lexicon: Pick<Lexicon, "isName">;
  /** The schema of the arguments, whose listed values are no numbers of the model. */
  readonly schema: JsonSchema;
  /** Names with digits of offered datasets, columns and units. */
  readonly names: ReadonlySet<string>;
}

/**
 * Whether arguments have a number, or a text with a digit, that neither the question says nor the program knows as a name. A model
 * may repeat numbers, never bring one.
 */
export function hasOwnLiteral(args: Json, { links, text, lexicon, schema, names }: Sayable): boolean {
  const numbers = numbersSaid(links, text);
  const listed = listedValues(schema);
  const written = text.normalize("NFKC").toLowerCase();
  const isOwn = (value: Json): boolean => {
    if (listed.has(value)) return false;
    if (typeof value === "number") return !numbers.has(value);
    if (typeof value === "string") return /\p{N}/u.test(value) && !isSaid(value);
    if (typeof value !== "object" || value === null) return false;
    // Positions in a list are no keys that anybody wrote.
    if (Array.isArray(value)) return value.some(isOwn);
    return Object.entries(value).some(([key, each]) => isOwn(key) || isOwn(each));
  };
  const isSaid = (value: string) =>
    names.has(value) ||
    lexicon.isName(value) ||
    written.includes(value.normalize("NFKC").toLowerCase()) ||
    (Number.isFinite(Number(value)) && numbers.has(Number(value)));
  return isOwn(args);
}

/** The numbers of a question: years, amounts and numerals as they were read, and digits as they stand. */
function numbersSaid(links: readonly Link[], text: string): Set<number> {
  const read = links.flatMap(({ years, quantity, number }) => [
    ...(years ? Object.values(years) : []),
    quantity?.value,
    number,
  ]);
  const words = [text, ...links.map((link) => link.words)].join(" ").normalize("NFKC");
  const digits = [...words.matchAll(/\d+(?:[,\u202f]\d{3})*(?:\.\d+)?/g)].map(([each]) =>
    Number(each.replaceAll(/[,\u202f]/g, "")),
  );
  return new Set([...read, ...digits].filter((each): each is number => typeof each === "number"));
}

/** The values that a schema lists: of choices and constants. */
function listedValues(schema: unknown, found = new Set<unknown>()): Set<unknown> {
  if (typeof schema !== "object" || schema === null) return found;
  const { enum: choices, const: constant } = schema as { enum?: unknown; const?: unknown };
  if (Array.isArray(choices)) for (const each of choices) found.add(each);
  if (constant !== undefined) found.add(constant);
  for (const each of Object.values(schema)) listedValues(each, found);
  return found;
}
