import type { z } from "zod";

const SHOWN = 5;

/** What does not fit of an input, as sentences that name the fields: path, what was expected, what came. */
export function problemsOf(error: z.ZodError, input: unknown): string[] {
  const sentences = error.issues.map((issue) => sentenceOf(issue, input));
  const unique = [...new Set(sentences)];
  if (unique.length <= SHOWN) return unique;
  return [...unique.slice(0, SHOWN), `… and ${unique.length - SHOWN} more problems.`];
}

function sentenceOf(issue: z.core.$ZodIssue, input: unknown): string {
  const field = pathOf(issue.path) || "the input";
  const came = whatCame(valueAt(input, issue.path));
  if (issue.code === "invalid_type") return `${field} should be ${article(issue.expected)}, but ${came} came.`;
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys
      .slice(0, SHOWN)
      .map((key) => `"${brief(key)}"`)
      .join(", ");
    return `${field} has no field ${keys}.`;
  }
  if (issue.code === "invalid_value") return `${field} should be ${oneOf(issue.values)}, but ${came} came.`;
  if (issue.code === "too_small") {
    const least = `${issue.inclusive === false ? "above" : "at least"} ${issue.minimum}`;
    return `${field} should ${issue.origin === "array" ? `hold ${least} entries` : `be ${least}`}, but ${came} came.`;
  }
  if (issue.code === "too_big") {
    const most = `${issue.inclusive === false ? "below" : "at most"} ${issue.maximum}`;
    return `${field} should ${issue.origin === "array" ? `hold ${most} entries` : `be ${most}`}, but ${came} came.`;
  }
  // A union that is told apart by a field which fits no option has no errors of the options.
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const expected = issue.errors.flat().map(expectedOf);
    return `${field} should be ${[...new Set(expected)].join(" or ")}, but ${came} came.`;
  }
  const message = issue.message.replace(/^Invalid input: /, "").replace(/\.$/, "");
  return `${field}: ${message}, but ${came} came.`;
}

function expectedOf(option: z.core.$ZodIssue): string {
  if (option.code === "invalid_value") return oneOf(option.values);
  return "expected" in option ? article(String(option.expected)) : article(option.message);
}

/** The values there are to choose from; one alone stands for itself. */
function oneOf(values: readonly unknown[]): string {
  const written = values.map((value) => (typeof value === "string" ? `"${value}"` : String(value)));
  return written.length === 1 ? written[0]! : `one of ${written.join(", ")}`;
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

function whatCame(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `the text "${brief(value)}"`;
  return String(value);
}

/** A name or text of the input as far as a sentence has room for it. */
function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function article(expected: string): string {
  const nouns: Record<string, string> = {
    array: "a list",
    string: "a text",
    object: "an object",
    int: "a whole number",
  };
  return nouns[expected] ?? `a ${expected}`;
}
