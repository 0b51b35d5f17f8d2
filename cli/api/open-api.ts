import { z } from "zod";
import type { Text } from "../../lib/message/message.ts";
import { schemasOf } from "../../lib/tool/schema.ts";
import type { Tool } from "../../lib/tool/tool.ts";
import type { Endpoint } from "./endpoint.ts";
import { sourcesSchema } from "./endpoints.ts";
import { problemStatus } from "./problem.ts";

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** An operation of the description, as far as the client and the documentation read it. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly ParameterDescription[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

export interface ParameterDescription {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** The description of the interface by OpenAPI 3.1. */
export interface OpenApi {
  readonly openapi: "3.1.1";
  readonly info: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

/**
 * Describes the endpoints, and each tool as an operation of its own, whose path is the tool's name: the schemas are those by which
 * the server reads its input.
 */
export function describeApi(endpoints: readonly Endpoint[], tools: readonly Tool[], version: string): OpenApi {
  const schemas: Record<string, JsonSchema> = { Text: textSchema, Problem: problemSchema };
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of endpoints) {
    const methods = paths[endpoint.path] ?? {};
    methods[endpoint.method.toLowerCase()] = operationOf(endpoint, schemas);
    paths[endpoint.path] = methods;
  }
  const describing = endpoints.find(({ id }) => id === "describeTool");
  for (const tool of tools) {
    const { input, output } = schemasOf(tool) as { input: JsonSchema; output: JsonSchema };
    schemas[`${tool.name}.input`] = withDefinitions(input, `${tool.name}.input`, schemas);
    schemas[`${tool.name}.output`] = withDefinitions(output, `${tool.name}.output`, schemas);
    paths[`/v1/tools/${tool.name}`] = { post: toolOperation(tool) };
    // A path without parameters comes before one with them, so it has all methods.
    if (describing)
      paths[`/v1/tools/${tool.name}`]!.get = {
        ...operationOf({ ...describing, parameters: {} }, schemas),
        operationId: `describeTool.${tool.name}`,
      };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Yuheng Notebook",
      version,
      summary: "Carbon accounting: tools, datasets and questions.",
      license: { name: "MIT", identifier: "MIT" },
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token of this server; `yuheng serve --api` makes it.",
        },
      },
    },
  };
}

const problemSchema: JsonSchema = {
  type: "object",
  description: "RFC 9457",
  properties: {
    type: { type: "string", enum: Object.keys(problemStatus).map((kind) => `/docs#${kind}`) },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "The sentence, in the language of Accept-Language" },
    said: { $ref: "#/components/schemas/Text" },
    field: { type: "string", description: "The field of the input at fault" },
    problems: { type: "array", items: { $ref: "#/components/schemas/Text" } },
  },
  required: ["type", "title", "status", "detail", "said"],
};

const textSchema: JsonSchema = {
  type: "object",
  properties: { en: { type: "string" }, zh: { type: "string" } },
  required: ["en", "zh"],
};

function operationOf(
  { id, scope, title, parameters, body, answers, path }: Endpoint,
  components: Record<string, JsonSchema>,
): Operation {
  const described = (schema: z.ZodType | object, io: "input" | "output") =>
    withDefinitions(schemaOf(schema, io), `${id}.${io}`, components);
  return {
    operationId: id,
    summary: title.en,
    description: both(title),
    tags: [path.split("/")[2] ?? "documents"],
    security: scope === null ? [] : [{ token: [scope] }],
    parameters: Object.entries(parameters).map(([name, parameter]) => ({
      name,
      in: parameter.in,
      required: parameter.in === "path",
      description: both(parameter.description),
      schema: described(parameter.schema, "input"),
    })),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: described(body, "input") } } } }),
    responses: {
      "200": {
        description: "The answer",
        content: Object.fromEntries(
          Object.entries(answers).map(([mediaType, schema]) => [
            mediaType,
            { schema: schema === null ? { type: "string" } : described(schema, "output") },
          ]),
        ),
      },
      ...problems,
    },
  };
}

function toolOperation({ name, title, summary }: Tool): Operation {
  const result = { $ref: `#/components/schemas/${name}.output` };
  return {
    operationId: name,
    summary: title.en,
    description: both(summary),
    tags: [name.split(".")[0]!],
    security: [{ token: ["compute"] }],
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: `#/components/schemas/${name}.input` } } },
    },
    responses: {
      "200": {
        description: "The result, and the rows of datasets that it depends on",
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: { result, sources: withDefinitions(schemaOf(sourcesSchema, "output"), name, {}) },
              required: ["result", "sources"],
            },
          },
        },
      },
      ...problems,
    },
  };
}

const problems: Operation["responses"] = {
  default: {
    description: "Why it was not done",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  },
};

/** What a schema defines for itself becomes components of the whole description, named after its operation. */
function withDefinitions(schema: JsonSchema, name: string, components: Record<string, JsonSchema>): JsonSchema {
  const { $schema: _, $defs, ...own } = schema;
  if ($defs === undefined) return own;
  const shared = (text: string) => text.replaceAll('"#/$defs/', `"#/components/schemas/${name}.`);
  for (const [definition, each] of Object.entries($defs as Readonly<Record<string, JsonSchema>>)) {
    components[`${name}.${definition}`] = JSON.parse(shared(JSON.stringify(each)));
  }
  return JSON.parse(shared(JSON.stringify(own)));
}

function schemaOf(schema: z.ZodType | object, io: "input" | "output"): JsonSchema {
  if (!(schema instanceof z.ZodType)) return schema as JsonSchema;
  return z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema;
}

function both({ en, zh }: Text): string {
  return `${en}\n\n${zh}`;
}
