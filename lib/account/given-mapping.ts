import { Fault } from "../message/fault.ts";
import { type Message, messages } from "../message/message.ts";
import type { InputOf } from "../tool/shape.ts";
import { mappingShape } from "./mapping-shape.ts";

const texts = messages("account.mapping", {
  notJson: { en: "{file} is not a mapping: it is not JSON ({why}).", zh: "{file} 不是对应表：不是 JSON（{why}）。" },
  notObject: { en: "{file} is not a mapping: it is not a JSON object.", zh: "{file} 不是对应表：不是 JSON 对象。" },
  wrongField: {
    en: "{file} is not a mapping: its field {field} is not valid.",
    zh: "{file} 不是对应表：字段 {field} 不符合要求。",
  },
  entryOut: {
    en: "{file}: entry {number} of the mapping (“{name}”) was not used, because its field {field} is not valid. Correct it in the file.",
    zh: "{file}：对应表第 {number} 项（“{name}”）未采用，因为字段 {field} 不符合要求。请在文件中改正。",
  },
});

/** A mapping as a file has it, without the entries that do not fit, each of which is said. */
export interface GivenMapping {
  readonly mapping: InputOf<typeof mappingShape>;
  readonly problems: readonly Message[];
}

/** Reads the text of a mapping's file; an entry that does not fit loses no other. Throws a Fault for what is not a mapping. */
export function givenMapping(file: string, text: string): GivenMapping {
  const written = parse(file, text);
  const parsed = mappingShape.safeParse(written);
  if (parsed.success) return { mapping: parsed.data, problems: [] };
  const { entries } = written;
  const wrong = new Map<number, string>();
  for (const { path } of parsed.error.issues) {
    const [of, at, ...field] = path;
    if (of !== "entries" || typeof at !== "number" || !Array.isArray(entries))
      throw new Fault(texts.wrongField({ file, field: path.join(".") }));
    if (!wrong.has(at)) wrong.set(at, field.join(".") || `entries.${at}`);
  }
  const all = entries as readonly unknown[];
  return {
    mapping: mappingShape.parse({ ...written, entries: all.filter((_, at) => !wrong.has(at)) }),
    problems: [...wrong].map(([at, field]) => texts.entryOut({ file, number: at + 1, name: nameIn(all[at]), field })),
  };
}

function parse(file: string, text: string): Readonly<Record<string, unknown>> {
  let written: unknown;
  try {
    // Some editors begin a file with a mark of its encoding.
    written = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Fault(texts.notJson({ file, why: (error as Error).message }), { cause: error });
  }
  if (typeof written === "object" && written !== null && !Array.isArray(written))
    return written as Readonly<Record<string, unknown>>;
  throw new Fault(texts.notObject({ file }));
}

function nameIn(entry: unknown): string {
  const { name } = (entry ?? {}) as { readonly name?: unknown };
  return typeof name === "string" ? name.slice(0, 100) : "";
}
