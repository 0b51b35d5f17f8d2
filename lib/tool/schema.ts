import { z } from "zod";
import type { Tool } from "./tool.ts";

/** JSON Schemas (2020-12) of input and output. */
export function schemasOf(tool: Tool): { input: unknown; output: unknown } {
  return {
    input: inputSchema(tool.input),
    output: z.toJSONSchema(tool.output, { io: "output", unrepresentable: "any" }),
  };
}

/** The JSON Schema of a type's input. */
export function inputSchema(type: z.ZodType): unknown {
  return z.toJSONSchema(type, { io: "input", unrepresentable: "any" });
}
