import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { tableFromIPC } from "apache-arrow";
import { transform } from "sucrase";
import ts from "typescript6";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newAccessToken } from "../../../../cli/api/access-token.ts";
import { type ApiServer, serveApi } from "../../../../cli/api/api-server.ts";
import { clientSource } from "../../../../cli/api/client-source.ts";
import type { OpenApi } from "../../../../cli/api/open-api.ts";
import { allEndpoints } from "../../../../cli/api/serve-command.ts";
import { ServedLibrary } from "../../../../cli/api/served-library.ts";
import { tools } from "../../../../lib/tools.ts";

const { token, stored } = newAccessToken("client", ["read", "compute"]);
let folder: string;
let library: ServedLibrary;
let server: ApiServer;
let description: OpenApi;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-client-"));
  library = await ServedLibrary.open();
  server = await serveApi({
    endpoints: allEndpoints(library),
    tokens: [stored],
    rate: { burst: 1000, perMinute: 1000 },
    host: "127.0.0.1",
    port: 0,
    clock: () => 0,
    log: (error) => expect.fail(String(error)),
  });
  description = await (await fetch(new URL("/openapi.json", server.address))).json();
});

afterAll(async () => {
  await server.close();
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every record within a value, with its path. */
function* recordsIn(value: unknown, path = "#"): Generator<[path: string, record: Readonly<Record<string, unknown>>]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Readonly<Record<string, unknown>>];
  for (const [name, each] of Object.entries(value)) yield* recordsIn(each, `${path}/${name}`);
}

function resolve(reference: string): unknown {
  const [first, ...names] = reference.split("/");
  expect(first).toBe("#");
  return names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], description);
}

describe("The description by OpenAPI", () => {
  test("has every tool, with its schemas", () => {
    expect(description.openapi).toBe("3.1.1");
    for (const { name } of tools) {
      const operation = description.paths[`/v1/tools/${name}`]?.post;
      expect(operation?.requestBody?.content["application/json"]?.schema).toEqual({
        $ref: `#/components/schemas/${name}.input`,
      });
      expect(operation?.responses["200"]?.content, name).toHaveProperty("application/json");
    }
  });

  test("refers to nothing that is not there", () => {
    const references = [...recordsIn(description)].flatMap(([path, { $ref }]) =>
      typeof $ref === "string" ? [[path, $ref] as const] : [],
    );
    expect(references.length).toBeGreaterThan(2 * tools.length);
    expect(references.filter(([, reference]) => resolve(reference) === undefined)).toEqual([]);
  });

  test("has schemas that a validator takes, and that input fits", () => {
    // Units and provenance are annotations of this project.
    const ajv = new Ajv2020({
      strict: false,
      formats: { uri: true, "date-time": true },
      // What is compiled is hardly run: to make it faster takes longer than all else.
      code: { optimize: false },
    });
    ajv.addSchema({ $id: "api", ...description });
    for (const name of Object.keys(description.components.schemas)) {
      expect(() => ajv.compile({ $ref: `api#/components/schemas/${name}` }), name).not.toThrow();
    }
    const convert = ajv.compile({ $ref: "api#/components/schemas/quantity.convert.input" });
    expect([convert({ value: 1, from: "kWh", to: "MJ" }), convert({ value: "1" })]).toEqual([true, false]);
  });

  test("names operations once, and declares each part of a path", () => {
    const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const inPath = (operation.parameters ?? []).filter((each) => each.in === "path").map(({ name }) => name);
      expect(inPath, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });
});

describe("The generated client", { timeout: 120_000 }, () => {
  test("compiles strictly, with the types of input and output", async () => {
    const use = `import { YuhengClient } from "./client.ts";
export const client = new YuhengClient({ address: "", token: "" });
export const right: Promise<{ result: { value: number } }> = client.quantity.convert({ value: 1, from: "kWh", to: "MJ" });
// @ts-expect-error a number is a number
client.quantity.convert({ value: "1", from: "kWh", to: "MJ" });
// @ts-expect-error there is no such tool
client.quantity.convrt;
`;
    const files = { "client.ts": clientSource(description), "use.ts": use };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const program = ts.createProgram([join(folder, "use.ts")], {
      strict: true,
      noEmit: true,
      noUncheckedIndexedAccess: true,
      allowImportingTsExtensions: true,
      types: [],
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    });
    const found = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(found).toEqual([]);
  });

  test("calls the server", async () => {
    const source = clientSource(description);
    expect(/^import\b|\brequire\(/m.test(source)).toBe(false);
    const script = transform(source, { transforms: ["typescript"], disableESTransforms: true }).code;
    const module = await import(
      /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(script).toString("base64")}`
    );
    const client = new module.YuhengClient({ address: server.address, token, language: "zh" });
    const { result } = await client.quantity.convert({ value: 1, from: "kWh", to: "MJ" });
    expect(result.value).toBe(3.6);
    const { rows } = await client.rows("countries", { limit: 2 });
    expect(rows).toHaveLength(2);
    const streamed = await new Response(await client.rowsArrow("countries", { offset: 1, limit: 3 })).arrayBuffer();
    expect(tableFromIPC(streamed).numRows).toBe(3);
    const refused = client.describeDataset("nothing").catch((error: unknown) => error);
    expect(await refused).toMatchObject({
      name: "ProblemError",
      problem: { status: 404, said: { en: expect.any(String) } },
    });
    expect((await refused).message).toMatch(/没有名为/);
  });
});

describe("The documentation", () => {
  test("has every tool, operation and problem, in either language, and asks for nothing from elsewhere", async () => {
    const problems = (description.components.schemas.Problem as { properties: { type: { enum: string[] } } })
      .properties;
    for (const [language, title] of [
      ["en", "HTTP interface of"],
      ["zh", "的 HTTP 接口"],
    ] as const) {
      const response = await fetch(new URL(`/docs?lang=${language}`, server.address));
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      const html = await response.text();
      expect(html).toContain(title);
      for (const { name } of tools) expect(html).toContain(`id="${name}"`);
      for (const kind of problems.type.enum) expect(html).toContain(`id="${kind.split("#")[1]}"`);
      expect(html).not.toMatch(/<script|https?:\/\/(?!127\.0\.0\.1)/);
    }
  });

  test("is dark where the reader's system is", async () => {
    const css = await (await fetch(new URL("/docs.css", server.address))).text();
    expect(css).toMatch(/@media \(prefers-color-scheme: dark\) \{:root \{\s*color-scheme: dark/);
    expect(css).not.toMatch(/url\(|@import/);
  });
});
