import type { JsonSchema, OpenApi, Operation } from "./open-api.ts";
import { referenceName, typeOf } from "./schema-type.ts";

/** What every client begins with: the call itself. Nothing is imported, `fetch` is the platform's. */
const preamble = `/** A client of the HTTP interface of Yuheng Notebook, generated from its OpenAPI description. */

export interface ClientOptions {
  /** The server's address, as \`http://127.0.0.1:5180\`. */
  readonly address: string;
  readonly token: string;
  /** The language of sentences. */
  readonly language?: "en" | "zh";
  readonly fetch?: typeof globalThis.fetch;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** Thrown for a request that was not done. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

interface Sent {
  readonly query?: object;
  readonly body?: unknown;
  readonly accept?: string;
  readonly signal?: AbortSignal | undefined;
}
`;

const plumbing = `  async #send(method: string, path: string, { query = {}, body, accept = "application/json", signal }: Sent): Promise<Response> {
    const address = new URL(path, this.#options.address);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) address.searchParams.set(name, String(value));
    }
    const { token, language = "en", fetch = globalThis.fetch } = this.#options;
    const headers: Record<string, string> = { Authorization: \`Bearer \${token}\`, Accept: accept, "Accept-Language": language };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const response = await fetch(address, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    if (response.ok) return response;
    throw new ProblemError((await response.json()) as Problem);
  }

  async #json<T>(method: string, path: string, sent: Sent): Promise<T> {
    return (await (await this.#send(method, path, sent)).json()) as T;
  }
`;

/** One operation with its place. */
interface Placed {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

/** A typed client of the described interface, as one module of TypeScript without dependencies. */
export function clientSource({ paths, components }: OpenApi): string {
  const placed: readonly Placed[] = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${referenceName(name)} = ${typeOf(schema)};`,
  );
  const isTool = ({ operation, path }: Placed) => path === `/v1/tools/${operation.operationId}`;
  const plain = placed.filter(({ path, operation }) => path.startsWith("/v1/") && !operation.operationId.includes("."));
  const ofTools = placed.filter(isTool);
  const namespaces = new Set(ofTools.map(({ operation }) => namespaceName(operation)));
  return [
    preamble,
    ...types,
    "",
    "export class YuhengClient {",
    "  readonly #options: ClientOptions;",
    "",
    "  constructor(options: ClientOptions) {",
    "    this.#options = options;",
    "  }",
    "",
    ...plain.flatMap(methodsOf),
    ...[...namespaces].map((name) =>
      namespaceOf(
        name,
        ofTools.filter(({ operation }) => namespaceName(operation) === name),
      ),
    ),
    plumbing.trimEnd(),
    "}",
    "",
  ].join("\n");
}

function namespaceName({ operationId }: Operation): string {
  return operationId.split(".")[0]!;
}

/** The method of an operation, and for each form besides JSON one that gives its bytes as they arrive. */
function methodsOf({ path, method, operation }: Placed): string[] {
  const { operationId, parameters = [], requestBody, responses } = operation;
  const inPath = parameters.filter((each) => each.in === "path");
  const inQuery = parameters.filter((each) => each.in === "query" && each.name !== "format");
  const schemas = responses["200"]?.content ?? {};
  const body = requestBody && typeOf(requestBody.content["application/json"]?.schema);
  const query = inQuery.map(({ name, schema }) => `readonly ${name}?: ${typeOf(schema)}`).join("; ");
  const given = [
    ...inPath.map(({ name, schema }) => `${name}: ${typeOf(schema)}`),
    ...(body ? [`body: ${body}`] : []),
    ...(query ? [`query: { ${query} } = {}`] : []),
    "{ signal }: CallOptions = {}",
  ].join(", ");
  const address = `\`${path.replaceAll(/\{(\w+)\}/g, (_, name) => `\${encodeURIComponent(${name})}`)}\``;
  const sent = [...(query ? ["query"] : []), ...(body ? ["body"] : []), "signal"];
  const json = schemas["application/json"]?.schema;
  const lines = [`  /** ${operation.summary}. */`];
  lines.push(`  ${operationId}(${given}): Promise<${typeOf(json)}> {`);
  lines.push(`    return this.#json("${method}", ${address}, { ${sent.join(", ")} });`, "  }", "");
  const hasFormat = parameters.some(({ name }) => name === "format");
  for (const mediaType of Object.keys(schemas).filter((each) => each !== "application/json")) {
    const form = mediaType === "text/csv" ? "csv" : "arrow";
    const name = operationId + form.charAt(0).toUpperCase() + form.slice(1);
    const asked = hasFormat
      ? sent.map((each) => (each === "query" ? `query: { ...query, format: "${form}" }` : each))
      : sent;
    lines.push(`  /** ${operation.summary}, as ${mediaType}. */`);
    lines.push(`  async ${name}(${given}): Promise<ReadableStream<Uint8Array>> {`);
    lines.push(`    const accept = "${mediaType}";`);
    lines.push(
      `    return (await this.#send("${method}", ${address}, { ${asked.join(", ")}, accept })).body!;`,
      "  }",
      "",
    );
  }
  return lines;
}

/** The tools of a namespace: `client.quantity.convert(input)`. */
function namespaceOf(name: string, tools: readonly Placed[]): string {
  const functions = tools.map(({ path, method, operation }) => {
    const input = typeOf(schemaIn(operation.requestBody?.content));
    const output = typeOf(schemaIn(operation.responses["200"]?.content));
    const call = `this.#json("${method}", "${path}", { body, signal })`;
    const named = operation.operationId.split(".")[1]!;
    return `    /** ${operation.summary}. */\n    ${named}: (body: ${input}, { signal }: CallOptions = {}): Promise<${output}> => ${call},`;
  });
  return `  readonly ${name} = {\n${functions.join("\n")}\n  };\n`;
}

function schemaIn(content: Readonly<Record<string, { readonly schema: JsonSchema }>> | undefined) {
  return content?.["application/json"]?.schema;
}
