import { slots } from "../../../lib/dialogue/plan.ts";
import type { JsonSchema } from "./json-schema.ts";
import { MOST_STEPS, MOST_WANTS } from "./read-answer.ts";
import { mayRefer, referenceSchema } from "./reference.ts";
import type { ModelView } from "./view.ts";

/**
 * The JSON Schema of what a model may say to a view: the call of one of the offered tools, a few calls that take results of earlier
 * ones, a question back, or a remark. Transports pass it on, so that a server or a grammar holds the model to it; `read-answer.ts` and
 * `checked-plan.ts` check it anyway.
 */
export function answerSchema({ tools, datasets }: Pick<ModelView, "tools" | "datasets">): JsonSchema {
  const definitions: Record<string, unknown> = { reference: referenceSchema };
  const calls = tools.map(({ name, args }) => {
    const prefix = name.replace(".", "_");
    const { $defs = {}, ...schema } = renamed(args, prefix) as { $defs?: Readonly<Record<string, unknown>> };
    for (const [key, each] of Object.entries($defs)) definitions[`${prefix}_${key}`] = each;
    return { name, args: name === "data.query" ? ofDatasets(schema, datasets) : schema };
  });
  const call = calls.map(({ name, args }) => record({ tool: { const: name }, args }));
  const step = calls.map(({ name, args }) =>
    record({ id, tool: { const: name }, args: withReferences(args, name) as JsonSchema }),
  );
  const want = record({ step: id, path: { type: "string", maxLength: 200 } });
  const plan = {
    type: "object",
    properties: {
      steps: { type: "array", minItems: 1, maxItems: MOST_STEPS, items: { anyOf: step } },
      wants: { type: "array", minItems: 1, maxItems: MOST_WANTS, items: want },
    },
    required: ["steps"],
    additionalProperties: false,
  };
  const back = record({
    ask: { type: "string", maxLength: 200 },
    slot: { enum: [...slots] },
    options: { type: "array", minItems: 2, maxItems: 6, items: { type: "string", maxLength: 80 } },
  });
  const remark = record({ say: { type: "string", maxLength: 300 } });
  if (tools.length === 0) return { anyOf: [back, remark] };
  return { anyOf: [...call, plan, back, remark], $defs: definitions };
}

const id: JsonSchema = { type: "string", minLength: 1, maxLength: 20 };

function record(properties: JsonSchema): JsonSchema {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

/** A query may name the offered datasets only. */
function ofDatasets(schema: JsonSchema, datasets: ModelView["datasets"]): JsonSchema {
  if (datasets.length === 0) return schema;
  const properties = schema.properties as JsonSchema;
  return { ...schema, properties: { ...properties, dataset: { enum: datasets.map(({ name }) => name) } } };
}

/** A schema of arguments in which a reference to an earlier step may stand for the values of their fields and lists. */
function withReferences(schema: JsonSchema, tool: string, at: readonly string[] = []): JsonSchema {
  const inside = (each: unknown, name: string) => withReferences(each as JsonSchema, tool, [...at, name]);
  const { properties, additionalProperties, items } = schema;
  const within = {
    ...schema,
    ...(properties
      ? {
          properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, inside(each, name)])),
        }
      : {}),
    ...(isSchema(additionalProperties) ? { additionalProperties: inside(additionalProperties, "*") } : {}),
    ...(isSchema(items) ? { items: inside(items, "0") } : {}),
  };
  return mayRefer(tool, at) ? { anyOf: [within, { $ref: "#/$defs/reference" }] } : within;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
