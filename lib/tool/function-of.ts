import type { z } from "zod";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { callTool } from "./call.ts";
import { nothingToRead, type Read } from "./read.ts";
import type { Tool } from "./tool.ts";

/** What a tool finds where it is called. */
export interface ToolSurroundings {
  /** How long work pauses, reports and is given up; left out, it runs to its end. */
  readonly work?: Work;
  /** Gives shipped datasets to the tools that read them; left out, such a tool takes its rows in its input. */
  readonly read?: Read;
}

/** A tool as a function: its input is checked against its schema. Rejects with a ToolInputError that names the field. */
export type ToolFunction<T extends Tool> = (
  input: z.input<T["input"]>,
  surroundings?: ToolSurroundings,
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
