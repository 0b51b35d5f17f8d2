import { z } from "zod";
import { Fault } from "../message/fault.ts";
import { messages, type Sentence, type Text } from "../message/message.ts";
import { noInverse } from "../mrio/singular.ts";
import type { InputOutputTable } from "../mrio/table.ts";
import { SingularMatrixError } from "../numeric/lu.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { firstNotFinite } from "./finite-output.ts";
import type { HeldTable } from "./held-table.ts";
import { beyondLimits } from "./input-limits.ts";
import { nothingToRead, type Read } from "./read.ts";

const said = messages("tool", {
  ofTool: { en: "{tool}: {problems:lines}", zh: "{tool}：{problems:lines}" },
});

/**
 * An operation of the library, declared once. From the declaration come the function in a notebook, its form and
 * documentation, `yuheng call NAME`, the MCP tool, and what a dialogue may plan with.
 */
export interface Tool<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** `room.operation`, e.g. `consumption.accounts`. Never changes once published. */
  readonly name: string;
  readonly title: Text;
  /** One or two sentences: what goes in, what comes out. */
  readonly summary: Text;
  readonly input: Input;
  readonly output: Output;
  /** What is computed, in the field's own symbols; the docstring of the function behind it says more. */
  readonly formula?: string;
  /** What must be true for the result to mean what it says. */
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
  /** The shipped datasets that the tool may read. */
  readonly datasets?: readonly string[];
  // A method, not a property: tools of different inputs then share one registry.
  run(input: z.output<Input>, work: Work, read: Read): Promise<z.input<Output>> | z.input<Output>;
  /** For tools that work on whole tables: the same on tables that are at hand. */
  readonly overTables?: OverTables;
}

export interface OverTables {
  /** The tables by name, and where each stands in the input. */
  readonly places: Readonly<Record<string, "spread" | "required" | "optional">>;
  /** What is left of the input when the tables are taken out. */
  readonly options: z.ZodType;
  run(tables: Readonly<Record<string, HeldTable | undefined>>, options: unknown, work: Work): Promise<unknown>;
  /** For tools whose output is a table ("whole"), or has one in its field `table`: the same with the table as it is. */
  readonly makes?: TableMaker;
}

export interface TableMaker {
  readonly place: "whole" | "field";
  run(
    tables: Readonly<Record<string, HeldTable | undefined>>,
    options: unknown,
    work: Work,
  ): Promise<{ readonly table: InputOutputTable; readonly rest: Readonly<Record<string, unknown>> }>;
}

/** Raised when an input does not fit. Each problem names the field: path, what was expected, what came. */
export class ToolInputError extends Fault {
  override readonly name = "ToolInputError";
  constructor(tool: string, problems: readonly Sentence[], field?: string) {
    super(said.ofTool({ tool, problems }), field === undefined ? { problems } : { problems, field });
  }
}

export function defineTool<Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}

/**
 * Checks the input against the schema, runs the tool, and gives its output, whose numbers are finite: what may be missing is
 * null, and an overflow is an error. Throws ToolInputError.
 */
export async function callTool<Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
  input: unknown,
  work: Work = uninterrupted,
  read: Read = nothingToRead,
): Promise<z.input<Output>> {
  return answered(tool, tool.input, input, (parsed) => tool.run(parsed, work, read));
}

/** What comes of an input within its limits that fits its schema. Throws ToolInputError. */
async function answered<Input extends z.ZodType, T>(
  tool: Tool,
  schema: Input,
  input: unknown,
  run: (parsed: z.output<Input>) => Promise<T> | T,
): Promise<T> {
  const beyond = beyondLimits(input);
  if (beyond) throw new ToolInputError(tool.name, [beyond.say(pathOf(beyond.path) || "the input")]);
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new ToolInputError(tool.name, problemsOf(parsed.error, input));
  let output: T;
  try {
    output = await run(parsed.data);
  } catch (error) {
    if (error instanceof SingularMatrixError) throw new ToolInputError(tool.name, [noInverse(error).message]);
    // A part that has the right type but does not fit the others carries the field it stands in.
    if (error instanceof Fault && error.field !== undefined)
      throw new ToolInputError(tool.name, [error.said], error.field);
    throw error;
  }
  const broken = firstNotFinite(output);
  if (broken) throw new ToolInputError(tool.name, [notFinite(broken)]);
  return output;
}

function notFinite({ path, value }: NonNullable<ReturnType<typeof firstNotFinite>>): string {
  const field = pathOf(["result", ...path]);
  return `${field} is no finite number (${value}): numbers of the input are too large or too small to compute with, or the formula divides by zero.`;
}

/** The tool on tables that are at hand, `options` being the rest of its input. Throws ToolInputError. */
export async function callToolOver(
  tool: Tool,
  tables: Readonly<Record<string, HeldTable | undefined>>,
  options: unknown,
  work: Work = uninterrupted,
): Promise<unknown> {
  const over = tool.overTables;
  if (!over) throw new ToolInputError(tool.name, ["It takes no table; give it plain data."]);
  return checked(tool, over, tables, options, (parsed) => over.run(tables, parsed, work));
}

/** The table that the tool makes of tables at hand, and what else its output says. Throws ToolInputError. */
export async function makeTable(
  tool: Tool,
  tables: Readonly<Record<string, HeldTable | undefined>>,
  options: unknown,
  work: Work = uninterrupted,
): ReturnType<TableMaker["run"]> {
  const over = tool.overTables;
  const makes = over?.makes;
  if (!makes) throw new ToolInputError(tool.name, ["It makes no table."]);
  return checked(tool, over, tables, options, (parsed) => makes.run(tables, parsed, work));
}

async function checked<T>(
  tool: Tool,
  over: OverTables,
  tables: Readonly<Record<string, HeldTable | undefined>>,
  options: unknown,
  run: (options: unknown) => Promise<T>,
): Promise<T> {
  const missing = Object.keys(over.places).filter((name) => over.places[name] !== "optional" && !tables[name]);
  if (missing.length > 0)
    throw new ToolInputError(
      tool.name,
      missing.map((name) => `${name} should be a table.`),
    );
  return answered(tool, over.options, options, run);
}

/** JSON Schemas (2020-12) of input and output. */
export function schemasOf(tool: Tool): { input: unknown; output: unknown } {
  return {
    input: z.toJSONSchema(tool.input, { io: "input", unrepresentable: "any" }),
    output: z.toJSONSchema(tool.output, { io: "output", unrepresentable: "any" }),
  };
}

const SHOWN = 5;

function problemsOf(error: z.ZodError, input: unknown): string[] {
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
function pathOf(path: readonly PropertyKey[]): string {
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
