import { z } from "zod";
import type { Tool } from "./tool.ts";

/** JSON Schemas (2020-12) of input and output. */
export function schemasOf(tool: Tool): { input: unknown; output: unknown } {
  return {
    input: inputSchema(tool.input),
    output: outputSchema(tool),
  };
}

const outputs = new WeakMap<Tool, unknown>();

/** The JSON Schema of a tool's output, made once: a worker reads in it where units are, and where provenance is. */
export function outputSchema(tool: Tool): unknown {
  const schema = outputs.get(tool) ?? z.toJSONSchema(tool.output, { io: "output", unrepresentable: "any" });
  outputs.set(tool, schema);
  return schema;
}

/** The JSON Schema of a type's input. */
export function inputSchema(type: z.ZodType): unknown {
  return z.toJSONSchema(type, { io: "input", unrepresentable: "any" });
}
