import { slots } from "../plan.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { ModelView } from "./view.ts";

/**
 * The JSON Schema of what a model may say to a view: the call of one of the offered tools, a question back, or a remark. Transports
 * pass it on, so that a server or a grammar holds the model to it; `read-answer.ts` checks it anyway.
 */
export function answerSchema({ tools, datasets }: Pick<ModelView, "tools" | "datasets">): JsonSchema {
  const definitions: Record<string, unknown> = {};
  const calls = tools.map(({ name, args }) => {
    const prefix = name.replace(".", "_");
    const { $defs = {}, ...schema } = renamed(args, prefix) as { $defs?: Readonly<Record<string, unknown>> };
    for (const [key, each] of Object.entries($defs)) definitions[`${prefix}_${key}`] = each;
    return record({ tool: { const: name }, args: name === "data.query" ? ofDatasets(schema, datasets) : schema });
  });
  const back = record({
    ask: { type: "string", maxLength: 200 },
    slot: { enum: [...slots] },
    options: { type: "array", minItems: 2, maxItems: 6, items: { type: "string", maxLength: 80 } },
  });
  const remark = record({ say: { type: "string", maxLength: 300 } });
  const whole = { anyOf: [...calls, back, remark] };
  return Object.keys(definitions).length === 0 ? whole : { ...whole, $defs: definitions };
}

function record(properties: JsonSchema): JsonSchema {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

/** A query may name the offered datasets only. */
function ofDatasets(schema: JsonSchema, datasets: ModelView["datasets"]): JsonSchema {
  if (datasets.length === 0) return schema;
  const properties = schema.properties as JsonSchema;
  return { ...schema, properties: { ...properties, dataset: { enum: datasets.map(({ name }) => name) } } };
}

/** A schema that becomes a part of another: its definitions get names of their own there. */
function renamed(schema: unknown, prefix: string): unknown {
  if (Array.isArray(schema)) return schema.map((each) => renamed(each, prefix));
  if (typeof schema !== "object" || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === "$ref" && typeof value === "string"
        ? [key, value.replace("#/$defs/", `#/$defs/${prefix}_`)]
        : [key, renamed(value, prefix)],
    ),
  );
}
