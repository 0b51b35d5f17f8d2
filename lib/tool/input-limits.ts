import { type Message, messages, type Sentence } from "../message/message.ts";

/** Maximum nesting of lists and records. The deepest input of a tool has six levels. */
const DEPTH = 32;
/** Maximum UTF-16 units of one text. */
const LETTERS = 100_000;
/** Maximum values in an input: the cells of a table of 5,000 rows and columns. Larger tables are opened as resources. */
const VALUES = 25_000_000;

const texts = messages("input", {
  longText: {
    en: "{field} has {count} characters; expected at most {most}.",
    zh: "{field} 应为至多 {most} 个字符的文本，实际为 {count} 个。",
  },
  tooDeep: { en: "{field} is nested more than {depth} levels deep.", zh: "{field} 的嵌套超过 {depth} 层。" },
  prototypeName: {
    en: '{field} has a field "__proto__", which cannot be a name. Rename it.',
    zh: "{field} 含有字段“__proto__”，它不能用作名称，请改名。",
  },
  longName: {
    en: "{field} has a name of {count} characters; at most {most} fit.",
    zh: "{field} 含有长 {count} 个字符的名称；名称至多 {most} 个字符。",
  },
  tooManyValues: {
    en: "{field} makes the input larger than {most} values. Pass less at once.",
    zh: "{field} 使输入超过 {most} 个值，请减少一次给出的数据。",
  },
});

/** The message about the faulty field. */
type Say = (field: Sentence) => Message;
type Path = readonly (string | number)[];

/**
 * Limits of any tool's input that schemas do not check: nesting, lengths of texts and lists, and the
 * one name that a plain object cannot have. Returns the first problem with its path.
 */
export function beyondLimits(input: unknown): { readonly path: Path; readonly say: Say } | undefined {
  let values = 0;
  const visit = (value: unknown, path: Path): { path: Path; say: Say } | undefined => {
    if (typeof value === "string")
      return value.length > LETTERS
        ? {
            path,
            say: (field) => texts.longText({ field, most: LETTERS, count: value.length }),
          }
        : undefined;
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return undefined;
    if (path.length >= DEPTH) return { path: path.slice(0, 4), say: (field) => texts.tooDeep({ field, depth: DEPTH }) };
    if (Array.isArray(value)) {
      values += value.length;
      if (values > VALUES) return tooMany(path);
      for (let i = 0; i < value.length; i++) {
        const each: unknown = value[i];
        // Most of a large input is numbers, which are skipped without a call.
        if (typeof each === "number") continue;
        const found = visit(each, [...path, i]);
        if (found) return found;
      }
      return undefined;
    }
    for (const key of Object.keys(value)) {
      values += 1;
      if (key === "__proto__") return { path, say: (field) => texts.prototypeName({ field }) };
      if (key.length > LETTERS)
        return { path, say: (field) => texts.longName({ field, count: key.length, most: LETTERS }) };
      const found = visit((value as Record<string, unknown>)[key], [...path, key]);
      if (found) return found;
    }
    return values > VALUES ? tooMany(path) : undefined;
  };
  return visit(input, []);
}

function tooMany(path: Path) {
  return { path, say: (field: Sentence) => texts.tooManyValues({ field, most: VALUES }) };
}
