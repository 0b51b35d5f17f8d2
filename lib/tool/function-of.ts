import type { z } from "zod";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { callTool } from "./call.ts";
import { nothingToRead, type Read } from "./read.ts";
import type { Tool } from "./tool.ts";

/** The context of a call. */
export interface ToolContext {
  /** Pauses, progress and cancellation of long work; default: runs without interruption. */
  readonly work?: Work;
  /** Reads shipped datasets for the tools that need them; if omitted, such a tool needs its rows in the input. */
  readonly read?: Read;
}

/** A tool as a function that checks its input against the schema. Rejects with a ToolInputError that names the field. */
export type ToolFunction<T extends Tool> = (
  input: z.input<T["input"]>,
  context?: ToolContext,
) => Promise<z.output<T["output"]>>;

/** The function of a tool. */
export function functionOf<Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): ToolFunction<Tool<Input, Output>> {
  return (input, { work = uninterrupted, read = nothingToRead } = {}) => callTool(tool, input, work, read);
}

/** A record of tools as functions, by the same names. */
export type ToolFunctions<Tools extends Readonly<Record<string, Tool>>> = {
  readonly [Name in keyof Tools]: ToolFunction<Tools[Name]>;
};

/** The functions of a record of tools. */
export function functionsOf<Tools extends Readonly<Record<string, Tool>>>(tools: Tools): ToolFunctions<Tools> {
  const functions = Object.entries(tools).map(([name, tool]) => [name, functionOf(tool)]);
  return Object.fromEntries(functions) as ToolFunctions<Tools>;
}
