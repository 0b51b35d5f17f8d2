import { z } from "zod";
import type { Tool } from "./tool.ts";

/** JSON Schemas (2020-12) of input and output. */
export function schemasOf(tool: Tool): { input: unknown; output: unknown } {
  return {
    input: z.toJSONSchema(tool.input, { io: "input", unrepresentable: "any" }),
    output: z.toJSONSchema(tool.output, { io: "output", unrepresentable: "any" }),
  };
}
