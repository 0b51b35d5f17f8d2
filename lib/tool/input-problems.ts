import type { z } from "zod";
import zhCN from "zod/v4/locales/zh-CN.js";
import { isMessage, type Message, messages, type Sentence } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";
import { nearestName } from "./nearest-name.ts";
import { declaredFields } from "./strict.ts";

const SHOWN = 5;
/** The most fields that are listed for one that an object does not have. */
const FIELDS = 12;

const texts = messages("input", {
  wrong: { en: "{field} is {received}; expected {expected}.", zh: "{field} 应为{expected}，实际为{received}。" },
  unknownFieldNear: {
    en: '{field} has no field "{key}". Did you mean "{near}"?',
    zh: "{field} 没有字段“{key}”。您是不是要用“{near}”？",
  },
  unknownField: {
    en: '{field} has no field "{key}"; it has {fields:and}.',
    zh: "{field} 没有字段“{key}”；可用的字段有 {fields:and}。",
  },
  noFields: { en: '{field} has no field "{key}": it has no fields.', zh: "{field} 没有字段“{key}”，它不含任何字段。" },
  andMore: { en: "{count} more", zh: "另外 {count} 个" },
  tooFewEntries: {
    en: "{field} is {received}; expected a list of at least {least}.",
    zh: "{field} 应至少有 {least} 项，实际为{received}。",
  },
  notMoreEntries: {
    en: "{field} is {received}; expected a list of more than {least}.",
    zh: "{field} 应多于 {least} 项，实际为{received}。",
  },
  tooManyEntries: {
    en: "{field} is {received}; expected a list of at most {most}.",
    zh: "{field} 至多有 {most} 项，实际为{received}。",
  },
  notFewerEntries: {
    en: "{field} is {received}; expected a list of fewer than {most}.",
    zh: "{field} 应少于 {most} 项，实际为{received}。",
  },
  refused: { en: "{field} is {received}; {reason}.", zh: "{field}：{reason}，实际为{received}。" },
  refusedWhole: { en: "{field}: {reason}.", zh: "{field}：{reason}。" },
  more: { en: "… and {count} more problems.", zh: "……另有 {count} 个问题。" },
  theInput: { en: "the input", zh: "输入" },
  atLeast: { en: "a number ≥ {least}", zh: "不小于 {least} 的数" },
  longer: { en: "a text of at least {least} {least:character|characters}", zh: "至少 {least} 个字符的文本" },
  shorter: { en: "a text of at most {most} {most:character|characters}", zh: "至多 {most} 个字符的文本" },
  above: { en: "a number > {least}", zh: "大于 {least} 的数" },
  atMost: { en: "a number ≤ {most}", zh: "不大于 {most} 的数" },
  below: { en: "a number < {most}", zh: "小于 {most} 的数" },
  oneOf: { en: "one of {values}", zh: "{values} 之一" },
  either: { en: "{first} or {next}", zh: "{first}或{next}" },
  nothing: { en: "missing", zh: "空缺" },
  listOf: { en: "a list of {count}", zh: "含 {count} 项的列表" },
  theText: { en: 'the text "{text}"', zh: "文本“{text}”" },
  list: { en: "a list", zh: "列表" },
  text: { en: "a text", zh: "文本" },
  object: { en: "an object", zh: "对象" },
  wholeNumber: { en: "an integer", zh: "整数" },
  number: { en: "a number", zh: "数字" },
  boolean: { en: "a boolean", zh: "布尔值" },
  other: { en: "a {expected}", zh: "{expected}" },
});

/** The problems of an input, which name the fields: path, expected and received value. */
export function problemsOf(error: z.ZodError, input: unknown): Message[] {
  const issues = error.issues.flatMap(withinOption);
  // A misspelt name first: a field that is missing may be the one that was meant.
  const sorted = [...issues.filter(isUnknownField), ...issues.filter((issue) => !isUnknownField(issue))];
  const problems = sorted.flatMap((issue) => problemsOfIssue(issue, input));
  const unique = [...new Map(problems.map((problem) => [writeMessage(problem), problem])).values()];
  if (unique.length <= SHOWN) return unique;
  return [...unique.slice(0, SHOWN), texts.more({ count: unique.length - SHOWN })];
}

/** Of alternatives, the problems of the one that has the type of the value, if there is just one: they name the field within it. */
function withinOption(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const ofType = issue.errors.filter((problems) =>
    problems.every((problem) => problem.path.length > 0 || isUnknownField(problem)),
  );
  if (ofType.length !== 1) return [issue];
  return ofType[0]!.flatMap((inner) => withinOption({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isUnknownField(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === "unrecognized_keys";
}

function problemsOfIssue(issue: z.core.$ZodIssue, input: unknown): Message[] {
  if (!isUnknownField(issue)) return [problemOf(issue, input)];
  const declared = declaredFields(issue.keys);
  return issue.keys.map((key) => unknownField(fieldOf(issue.path), key, declared));
}

/** The nearest field that an object has, or else all that it has. */
function unknownField(field: Sentence, unknown: string, declared: readonly string[]): Message {
  const key = brief(unknown);
  const near = nearestName(unknown, declared);
  if (near !== undefined) return texts.unknownFieldNear({ field, key, near });
  if (declared.length === 0) return texts.noFields({ field, key });
  const rest = declared.length - FIELDS;
  const fields = rest > 0 ? [...declared.slice(0, FIELDS), texts.andMore({ count: rest })] : declared;
  return texts.unknownField({ field, key, fields: [...fields] });
}

function problemOf(issue: z.core.$ZodIssue, input: unknown): Message {
  const field = fieldOf(issue.path);
  const received = describeReceived(valueAt(input, issue.path));
  switch (issue.code) {
    case "invalid_type":
      return texts.wrong({ field, expected: nounOf(issue.expected), received });
    case "invalid_value":
      return texts.wrong({ field, expected: oneOf(issue.values), received });
    case "too_small": {
      const least = String(issue.minimum);
      const isOpen = issue.inclusive === false;
      if (issue.origin === "array")
        return isOpen
          ? texts.notMoreEntries({ field, least, received })
          : texts.tooFewEntries({ field, least, received });
      if (issue.origin === "string")
        return texts.wrong({ field, expected: texts.longer({ least: Number(least) }), received });
      return texts.wrong({ field, expected: isOpen ? texts.above({ least }) : texts.atLeast({ least }), received });
    }
    case "too_big": {
      const most = String(issue.maximum);
      const isOpen = issue.inclusive === false;
      if (issue.origin === "array")
        return isOpen
          ? texts.notFewerEntries({ field, most, received })
          : texts.tooManyEntries({ field, most, received });
      if (issue.origin === "string")
        return texts.wrong({ field, expected: texts.shorter({ most: Number(most) }), received });
      return texts.wrong({ field, expected: isOpen ? texts.below({ most }) : texts.atMost({ most }), received });
    }
    case "invalid_union": {
      // A discriminated union whose field fits no option has no errors of the options.
      if (issue.errors.length === 0) break;
      return texts.wrong({ field, expected: eitherOf(issue.errors.flat().map(expectedOf)), received });
    }
  }
  const value = valueAt(input, issue.path);
  // Of a row or a list, that it is one says nothing.
  if (issue.code === "custom" && typeof value === "object" && value !== null)
    return texts.refusedWhole({ field, reason: schemaWords(issue) });
  return texts.refused({ field, reason: schemaWords(issue), received });
}

/** The field at a path of the input. */
export function fieldOf(path: readonly PropertyKey[]): Sentence {
  return pathOf(path) || texts.theInput();
}

/** The schema library's own text and its locales, for issues without our own message. */
function schemaWords(issue: z.core.$ZodIssue): Sentence {
  const english = issue.message.replace(/^Invalid input: /, "").replace(/\.$/, "");
  // A refinement has its own message.
  if (issue.code === "custom") return isMessage(issue.params?.said) ? issue.params.said : english;
  const written = chineseOf(issue as z.core.$ZodRawIssue);
  const chinese = typeof written === "string" ? written : (written?.message ?? english);
  return { code: "input.ofSchema", texts: { en: english, zh: chinese }, values: {} };
}

const { localeError: chineseOf } = zhCN();

function expectedOf(option: z.core.$ZodIssue): Sentence {
  if (option.code === "invalid_value") return oneOf(option.values);
  return nounOf("expected" in option ? String(option.expected) : option.message);
}

function eitherOf(expected: readonly Sentence[]): Sentence {
  const unique = [...new Map(expected.map((each) => [writeMessage(each), each])).values()];
  return unique.reduce((first, next) => texts.either({ first, next }));
}

/** The allowed values; a single one is written alone. */
function oneOf(values: readonly unknown[]): Sentence {
  const written = values.map((value) => (typeof value === "string" ? `"${value}"` : String(value)));
  return written.length === 1 ? written[0]! : texts.oneOf({ values: written });
}

/** `["Z", 2, 1]` → `Z[2][1]`. */
export function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : `${at === 0 ? "" : "."}${brief(String(step))}`))
    .join("");
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function describeReceived(value: unknown): Sentence {
  if (value === undefined) return texts.nothing();
  if (Array.isArray(value)) return texts.listOf({ count: value.length });
  if (typeof value === "object" && value !== null) return texts.object();
  if (typeof value === "string") return texts.theText({ text: brief(value) });
  return String(value);
}

/** A name or text of the input, truncated for a message. */
function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function nounOf(expected: string): Message {
  const nouns: Record<string, () => Message> = {
    array: texts.list,
    string: texts.text,
    object: texts.object,
    int: texts.wholeNumber,
    number: texts.number,
    boolean: texts.boolean,
  };
  return nouns[expected]?.() ?? texts.other({ expected });
}
