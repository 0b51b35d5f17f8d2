import type {
  CallToolResult,
  InputRequiredResult,
  ServerContext,
  StandardSchemaWithJSON,
  ToolAnnotations,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { ToolInputError } from "../../lib/tool/call.ts";
import { problemsOf } from "../../lib/tool/input-problems.ts";
import { inputSchema } from "../../lib/tool/schema.ts";
import { strict } from "../../lib/tool/strict.ts";

/** The call of a tool. */
export interface ToolContext {
  readonly signal: AbortSignal;
  /** Whether the client puts questions to a person. */
  readonly asksPeople: boolean;
  /** What came back with the answer to an earlier question of this tool. */
  readonly request: Pick<ServerContext["mcpReq"], "requestState" | "inputResponses">;
}

/** A tool as a client of MCP sees it. */
export interface McpTool {
  /** Letters, digits and underscores: many clients take no dot. */
  readonly name: string;
  readonly title: string;
  /** Written by this program only: no text of a notebook or a dataset ever stands in it. */
  readonly description: string;
  readonly input: z.ZodType;
  readonly annotations: ToolAnnotations;
  /** Runs it on an input that is not checked yet. What it rejects with is told to the client as the tool's error. */
  call(input: unknown, context: ToolContext): Promise<CallToolResult | InputRequiredResult>;
}

/** A name without dots: `quantity.convert` is `quantity_convert`. */
export function mcpName(name: string): string {
  return name.replaceAll(".", "_");
}

/** A tool whose input is checked by its schema before it runs, and has no other fields; see `strict`. */
export function checkedTool<Input extends z.ZodType>(tool: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly annotations: ToolAnnotations;
  run(input: z.output<Input>, context: ToolContext): Promise<CallToolResult | InputRequiredResult>;
}): McpTool {
  const { name, title, description, annotations } = tool;
  const input = strict(tool.input);
  return {
    name: mcpName(name),
    title,
    description,
    input,
    annotations,
    async call(given, context) {
      const parsed = input.safeParse(given);
      if (!parsed.success) throw new ToolInputError(name, problemsOf(parsed.error, given));
      return tool.run(parsed.data, context);
    },
  };
}

const advertised = new WeakMap<z.ZodType, StandardSchemaWithJSON>();

/**
 * The schema that a client gets. The input is let through as it is, because the tool checks it itself and says with its own sentences
 * what is wrong.
 */
export function advertisedSchema(input: z.ZodType): StandardSchemaWithJSON {
  const known = advertised.get(input);
  if (known) return known;
  const json = inputSchema(input) as Record<string, unknown>;
  const schema: StandardSchemaWithJSON = {
    "~standard": {
      version: 1,
      vendor: "yuheng",
      jsonSchema: { input: () => json, output: () => json },
      validate: (value) => ({ value }),
    },
  };
  advertised.set(input, schema);
  return schema;
}

/** An input without fields. */
export const nothing = z.object({});
