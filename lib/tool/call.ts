import type { z } from "zod";
import { inEnglish } from "../message/english.ts";
import { Fault } from "../message/fault.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";
import { writeMessage } from "../message/write.ts";
import { SingularMatrixError } from "../numeric/lu.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { firstNotFinite, type NotFinite } from "./finite-output.ts";
import { beyondLimits } from "./input-limits.ts";
import { notesOnInput, notesOnRefused } from "./input-notes.ts";
import { fieldOf, pathOf, problemsOf } from "./input-problems.ts";
import type { Made, OverResources, Resources } from "./over-resources.ts";
import { nothingToRead, type Read } from "./read.ts";
import type { ResultOf } from "./shape.ts";
import { suspectNumbers } from "./suspect-numbers.ts";
import { watchYears } from "./table-year.ts";
import type { Tool } from "./tool.ts";

const texts = messages("tool", {
  ofTool: { en: "{tool}: {problems:lines}", zh: "{tool}：{problems:lines}" },
  notFinite: {
    en: "{field} is not a finite number ({value}): the inputs are too large or too small, or the formula divides by zero.",
    zh: "{field} 不是有限的数（{value}）：输入中的数过大或过小而无法计算，或公式以零作除数。",
  },
  notDefined: {
    en: "{field} has no value for this input: the formula divides zero by zero, or takes a root or logarithm of a negative number.",
    zh: "{field} 对此输入没有值：公式出现零除以零，或对负数开方、取对数。",
  },
  takesNoResource: { en: "It does not accept handles; pass plain data.", zh: "它不接受句柄，请给出普通数据。" },
  makesNoResource: { en: "It makes no resource.", zh: "它不生成资源。" },
  wantsResource: {
    en: "{place} is missing; expected a handle on a `{resource}`.",
    zh: "缺少 {place}，应为 `{resource}` 的句柄。",
  },
});

/** Thrown if an input does not fit. Each problem names the field: path, expected and received value. */
export class ToolInputError extends Fault {
  override readonly name = "ToolInputError";
  constructor(tool: string, problems: readonly Sentence[], field?: string) {
    super(texts.ofTool({ tool, problems }), field === undefined ? { problems } : { problems, field });
  }
}

/**
 * Checks the input against the schema, runs the tool, and returns its output, whose numbers are finite: missing values are
 * null, and an overflow is an error. Messages of the output are in English. Throws ToolInputError.
 */
export async function callTool<Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
  input: unknown,
  work: Work = uninterrupted,
  read: Read = nothingToRead,
): Promise<z.output<Output>> {
  return inEnglish(await runTool(tool, input, work, read)) as z.output<Output>;
}

/** The same, with messages kept as values, which can be written in any language. */
export async function runTool<Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
  input: unknown,
  work: Work = uninterrupted,
  read: Read = nothingToRead,
): Promise<ResultOf<Output>> {
  return runOnInput(tool, tool.input, input, async (parsed) => {
    const watched = watchYears(tool.input, parsed, read);
    const throwIfOutside = () => {
      const outside = watched.outside();
      if (outside) throw new ToolInputError(tool.name, [outside]);
    };
    try {
      const output = await tool.run(parsed, work, watched.read);
      throwIfOutside();
      return output;
    } catch (error) {
      // What breaks on a year that no table has is told as that.
      if (!(error instanceof Fault)) throwIfOutside();
      throw error;
    }
  });
}

/** Runs a function on an input that is within its limits and fits its schema. Throws ToolInputError. */
async function runOnInput<Input extends z.ZodType, T>(
  tool: Tool,
  schema: Input,
  input: unknown,
  run: (parsed: z.output<Input>) => Promise<T> | T,
  noted: (output: T, notes: readonly Message[]) => T = withNotes,
): Promise<T> {
  const beyond = beyondLimits(input);
  if (beyond) throw new ToolInputError(tool.name, [beyond.say(fieldOf(beyond.path))]);
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new ToolInputError(tool.name, problemsOf(parsed.error, input));
  let output: T;
  try {
    output = noted(await run(parsed.data), notesOnInput(schema, parsed.data));
  } catch (error) {
    if (error instanceof SingularMatrixError) throw new ToolInputError(tool.name, [error.said]);
    // The fault of a part that has the right type but does not fit the others names its field. What is odd about the input may be why.
    if (error instanceof Fault && error.field !== undefined && !(error instanceof ToolInputError))
      throw new ToolInputError(tool.name, [error.said, ...reasons(schema, parsed.data, input, error)], error.field);
    throw error;
  }
  const broken = firstNotFinite(output);
  if (broken) {
    const problem = notFinite(broken);
    const suspects = suspectNumbers(input, writeMessage(problem));
    throw new ToolInputError(tool.name, suspects ? [problem, suspects] : [problem]);
  }
  return output;
}

/** What about a refused input may be why: of the numbers those that were given, not the defaults. */
function reasons(schema: z.ZodType, parsed: unknown, input: unknown, { message, field }: Fault): Message[] {
  const notes = notesOnRefused(schema, parsed);
  const suspects = suspectNumbers(input, [message, ...notes.map((note) => writeMessage(note))].join("\n"), field);
  return suspects ? [...notes, suspects] : notes;
}

/** A result with more notes; what one of its own says already is not said twice. */
function withNotes<T>(output: T, more: readonly Message[]): T {
  if (more.length === 0 || typeof output !== "object" || output === null || Array.isArray(output)) return output;
  const { notes = [], ...rest } = output as T & { readonly notes?: readonly Sentence[] };
  const own = notes.map((note) => writeMessage(note));
  const fresh = more.filter((note) => !own.includes(writeMessage(note)));
  return { ...rest, notes: [...notes, ...fresh] } as T;
}

function notFinite({ path, value }: NotFinite): Message {
  const field = pathOf(["result", ...path]);
  return Number.isNaN(value) ? texts.notDefined({ field }) : texts.notFinite({ field, value });
}

/** Runs the tool on opened resources, with `options` as the rest of its input; messages stay values. Throws ToolInputError. */
export async function callToolOver(
  tool: Tool,
  resources: Resources,
  options: unknown,
  work: Work = uninterrupted,
): Promise<unknown> {
  const over = tool.overResources;
  if (!over) throw new ToolInputError(tool.name, [texts.takesNoResource()]);
  return runOnResources(tool, over, resources, options, (parsed) => over.run(resources, parsed, work));
}

/** The resource that the tool makes from opened ones, and the rest of its output. Throws ToolInputError. */
export async function makeResource(
  tool: Tool,
  resources: Resources,
  options: unknown,
  work: Work = uninterrupted,
): Promise<Made> {
  const over = tool.overResources;
  const makes = over?.makes;
  if (!makes) throw new ToolInputError(tool.name, [texts.makesNoResource()]);
  return runOnResources(
    tool,
    over,
    resources,
    options,
    (parsed) => makes.run(resources, parsed, work),
    ({ made, rest }, notes) => ({ made, rest: withNotes(rest, notes) }),
  );
}

async function runOnResources<T>(
  tool: Tool,
  over: OverResources,
  resources: Resources,
  options: unknown,
  run: (options: unknown) => Promise<T>,
  noted?: (output: T, notes: readonly Message[]) => T,
): Promise<T> {
  const missing = Object.entries(over.places).filter(([place, { form }]) => form !== "optional" && !resources[place]);
  if (missing.length > 0)
    throw new ToolInputError(
      tool.name,
      missing.map(([place, { resource }]) => texts.wantsResource({ place, resource })),
    );
  return runOnInput(tool, over.options, options, run, noted);
}
