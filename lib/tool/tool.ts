import type { z } from "zod";
import type { Text } from "../message/message.ts";
import type { Work } from "../numeric/work.ts";
import type { OverResources } from "./over-resources.ts";
import type { Read } from "./read.ts";
import type { TableDeclaration } from "./table.ts";

/**
 * An operation of the library, declared once. From the declaration come the function in a notebook, its form and
 * documentation, `yuheng call NAME`, the MCP tool, and what a dialogue may plan with.
 */
export interface Tool<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** `namespace.operation`, e.g. `consumption.accounts`. Never changes once published. */
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
  /** The tables that its result gives besides in a notebook, by name. */
  readonly tablesOut?: Readonly<Record<string, TableDeclaration>>;
  // A method, not a property: tools of different inputs then share one registry.
  run(input: z.output<Input>, work: Work, read: Read): Promise<z.input<Output>> | z.input<Output>;
  /** For tools that work on something large, which is opened once and kept: the same on what is at hand. */
  readonly overResources?: OverResources;
}

export function defineTool<Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}
