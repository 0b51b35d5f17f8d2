import { z } from "zod";
import type { Text } from "../message/message.ts";
import type { Work } from "../numeric/work.ts";
import type { Effect } from "./effect.ts";
import { notesOut } from "./outcome.ts";
import type { OverResources } from "./over-resources.ts";
import type { Read } from "./read.ts";
import type { ResultOf } from "./shape.ts";
import { strict } from "./strict.ts";
import type { TableDeclaration } from "./table.ts";

/**
 * An operation of the library, declared once. The declaration defines the function in a notebook, its form and
 * documentation, and `yuheng call NAME`.
 */
export interface Tool<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** `namespace.operation`, e.g. `consumption.accounts`. Never changes after publication. */
  readonly name: string;
  readonly title: Text;
  /** One or two sentences: input and output. */
  readonly summary: Text;
  readonly input: Input;
  readonly output: Output;
  /** The formula in the field's symbols; the docstring of the function has more. */
  readonly formula?: string;
  /** Assumptions under which the result is valid. */
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
  /** The shipped datasets that the tool may read. */
  readonly datasets?: readonly string[];
  /** What running it does beside giving its result; `effectOf` says what holds for a tool that leaves it out. */
  readonly effect?: Effect;
  /** The solver that it runs, a program of its own: pages carry it if one of their cells calls such a tool. */
  readonly solver?: "highs";
  /** Additional tables of its result in a notebook, by name. */
  readonly tablesOut?: Readonly<Record<string, TableDeclaration>>;
  // A method, not a property, so that tools of different inputs fit in one registry.
  run(input: z.output<Input>, work: Work, read: Read): Promise<ResultOf<Output>> | ResultOf<Output>;
  /** For tools on large objects that are opened once and cached: the same on opened resources. */
  readonly overResources?: OverResources;
}

/**
 * Declares a tool. Its input, and the options of its calls on resources, refuse fields that they do not declare; see `strict`. Its
 * output has `notes`, declared or not: whoever calls it adds what there is to note on the input; see `notesOnInput`.
 */
export function defineTool<Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  const { input, output, overResources: over } = tool;
  return {
    ...tool,
    input: strict(input),
    output: withNotes(output),
    ...(over && { overResources: { ...over, options: strict(over.options) } }),
  };
}

function withNotes<Output extends z.ZodType>(output: Output): Output {
  if (!(output instanceof z.ZodObject) || "notes" in output.shape) return output;
  return output.safeExtend({ notes: notesOut.optional() }) as unknown as Output;
}
