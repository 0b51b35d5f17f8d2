import { request as httpRequest } from "node:http";
import { text as textOf } from "node:stream/consumers";
import { type Table, tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newAccessToken } from "../../../../cli/api/access-token.ts";
import { type ApiServer, serveApi } from "../../../../cli/api/api-server.ts";
import type { Endpoint } from "../../../../cli/api/endpoint.ts";
import { allEndpoints } from "../../../../cli/api/serve-command.ts";
import { ServedLibrary } from "../../../../cli/api/served-library.ts";

const reader = newAccessToken("reader", ["read"]);
const user = newAccessToken("user", ["read", "compute"]);
const hasty = newAccessToken("hasty", ["read"]);

let library: ServedLibrary;
let server: ApiServer;
let now = 0;
const logged: unknown[] = [];

beforeAll(async () => {
  library = await ServedLibrary.open();
  server = await serveApi({
    endpoints: allEndpoints(library),
    tokens: [reader.stored, user.stored, hasty.stored],
    rate: { burst: 20, perMinute: 60 },
    host: "127.0.0.1",
    port: 0,
    clock: () => now,
    log: (error) => logged.push(error),
  });
});

afterAll(async () => {
  await server.close();
  await library.close();
});

interface Asked {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Each request comes a minute after the last, so that only the test of rates meets them. */
function ask(path: string, { token = user.token, body, headers = {} }: Asked = {}): Promise<Response> {
  now += 60_000;
  return fetch(new URL(path, server.address), {
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...(token === "" ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const problem = async (response: Promise<Response>) => {
  const { status, headers } = await response;
  return { status, type: headers.get("content-type"), ...(await (await response).json()) };
};

describe("The HTTP interface", { timeout: 60_000 }, () => {
  test("lists tools, describes them with their schemas, and runs them", async () => {
    const listed = await (await ask("/v1/tools")).json();
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(["quantity.convert"]));
    const effects = new Map(listed.map(({ name, effect }: { name: string; effect: string }) => [name, effect]));
    expect([effects.get("quantity.convert"), effects.get("data.query")]).toEqual(["compute", "read"]);
    const described = await (await ask("/v1/tools/quantity.convert")).json();
    expect(described).toMatchObject({
      title: { en: expect.any(String) },
      input: { required: ["value", "from", "to"] },
    });
    const input = { value: 1, from: "kWh", to: "MJ" };
    const called = await ask("/v1/tools/quantity.convert", { body: input });
    expect([called.status, await called.json()]).toEqual([
      200,
      { result: expect.objectContaining({ value: 3.6 }), sources: [] },
    ]);
  });

  test("names the rows of datasets that a result depends on", async () => {
    const body = { wanted: { category: "1.A.1", activity: "Other bituminous coal", gas: "CO2" } };
    const { result, sources } = await (await ask("/v1/tools/factors.select", { body })).json();
    expect(result.factor).toBeTypeOf("object");
    expect(sources.length).toBeGreaterThan(0);
    expect(sources[0]).toEqual({ dataset: expect.any(String), where: expect.any(String) });
  });

  test("describes datasets, and gives their rows as JSON and CSV", async () => {
    const listed = await (await ask("/v1/datasets")).json();
    const { rows: count } = listed.find(({ name }: { name: string }) => name === "countries");
    expect(await (await ask("/v1/datasets/countries")).json()).toMatchObject({ name: "countries", rows: count });
    const table = await library.table("countries");
    const json = await (await ask("/v1/datasets/countries/rows")).json();
    expect(json.rows).toHaveLength(count);
    expect(json.rows[3].iso3).toBe(table.getChild("iso3")!.get(3));
    const part = await (await ask("/v1/datasets/countries/rows?offset=3&limit=2")).json();
    expect(part.rows).toEqual(json.rows.slice(3, 5));
    const csv = await (await ask("/v1/datasets/countries/rows?format=csv&limit=2")).text();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(3);
  });

  test.each(["countries", "gases_countries"])(
    "streams %s as Arrow, in batches, with the same rows and units",
    async (name) => {
      const response = await ask(`/v1/datasets/${name}/rows?format=arrow`);
      expect(response.headers.get("content-type")).toBe("application/vnd.apache.arrow.stream");
      const [streamed, stored] = [tableFromIPC(await response.arrayBuffer()), await library.table(name)];
      expect(streamed.batches.length).toBe(Math.ceil(stored.numRows / 16_384));
      const units = ({ schema }: Table) => schema.fields.map((field) => [field.name, field.metadata.get("unit")]);
      expect(units(streamed)).toEqual(units(stored));
      for (const { name: column } of stored.schema.fields) {
        expect([...streamed.getChild(column)!], column).toEqual([...stored.getChild(column)!]);
      }
    },
  );

  test("answers queries as JSON and as Arrow, with the same rows, units and sources", async () => {
    const body = {
      dataset: "population",
      select: ["iso3", "year", "population"],
      where: { year: [2000, 2010] },
    };
    const json = await (await ask("/v1/query", { token: reader.token, body })).json();
    expect(json.rows.length).toBeGreaterThan(300);
    const arrow = await ask("/v1/query", { body, headers: { Accept: "application/vnd.apache.arrow.stream" } });
    const table = tableFromIPC(await arrow.arrayBuffer());
    expect(table.toArray().map((row) => row.toJSON())).toEqual(json.rows);
    for (const field of table.schema.fields) expect(field.metadata.get("unit") ?? "").toBe(json.units[field.name]);
    expect(JSON.parse(table.schema.metadata.get("source")!)).toEqual(json.source);
    expect(await problem(ask("/v1/query", { body: { ...body, dataset: "populatin" } }))).toMatchObject({ status: 422 });
  });

  /** What the Global Carbon Budget says of a country in 2018, in Mt CO2. */
  async function fossilIn2018(iso3: string): Promise<number> {
    const table = await library.table("carbon_budget_countries");
    const row = table.toArray().find((each) => each.iso3 === iso3 && each.year === 2018);
    return row!.production_mtco2;
  }

  test("answers questions in words, asks back, and takes what was chosen", async () => {
    const answered = await (await ask("/v1/ask", { body: { turns: ["fossil CO2 of Spain in 2018"] } })).json();
    expect(answered).toMatchObject({ kind: "answer", plan: [{ tool: "data.query" }] });
    expect(answered.values[0]).toMatchObject({ value: await fossilIn2018("ESP"), unit: "Mt CO2", primary: true });
    const text = "fossil CO2 of Congo in 2018";
    const asked = await (await ask("/v1/ask", { body: { turns: [text], lang: "zh" } })).json();
    expect(asked).toMatchObject({ kind: "ask", ask: { slot: "place", question: expect.stringMatching(/[一-龥]/) } });
    const [{ value: iso3 }] = asked.ask.options;
    const turns = [{ text, chosen: { place: iso3 } }];
    const { values } = await (await ask("/v1/ask", { body: { turns } })).json();
    expect(values[0].value).toBe(await fossilIn2018(iso3));
    const none = await (await ask("/v1/ask", { body: { turns: ["the weather of tomorrow"] } })).json();
    expect(none).toMatchObject({ kind: "refuse", refuse: { reason: expect.any(String) } });
    expect(await problem(ask("/v1/ask", { body: { turns: [] } }))).toMatchObject({ status: 422 });
    expect(await problem(ask("/v1/ask", { token: reader.token, body: { turns: [text] } }))).toMatchObject({
      status: 403,
    });
  });

  test("refuses with a problem document, in the asked language", async () => {
    expect(await problem(ask("/v1/tools/quantity.convrt"))).toMatchObject({
      status: 404,
      type: "/docs#unknown-tool",
      detail: expect.stringMatching(/^There is no tool `quantity\.convrt`\. Did you mean `quantity\.convert`/),
    });
    const chinese = { "Accept-Language": "fr, zh-CN;q=0.9, en;q=0.5" };
    expect(await problem(ask("/v1/datasets/populatin", { headers: chinese }))).toMatchObject({
      type: "/docs#unknown-dataset",
      detail: "没有名为 `populatin` 的数据集。您是不是要用 `population`？",
      said: { en: expect.stringContaining("Did you mean `population`?") },
    });
    const wrong = await problem(ask("/v1/tools/quantity.convert", { body: { value: "x" } }));
    expect(wrong).toMatchObject({ status: 422, type: "/docs#wrong-input" });
    expect(wrong.problems.map(({ en }: { en: string }) => en).join()).toMatch(/value.*from.*to/s);
    expect(await problem(ask("/v1/datasets/world_110m/rows"))).toMatchObject({ status: 422 });
    expect(await problem(ask("/v1/datasets/countries/rows?format=xml"))).toMatchObject({ status: 422 });
    expect(await problem(ask("/v1/nothing"))).toMatchObject({ status: 404, type: "/docs#nothing-there" });
    const posted = await ask("/v1/datasets", { body: {} });
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET"]);
    expect(logged).toEqual([]);
  });

  test("refuses fields and parameters that it does not have, and names the nearest", async () => {
    const refused = async (path: string, body?: unknown) => {
      const { status, detail } = await problem(ask(path, body === undefined ? {} : { body }));
      return `${status} ${detail}`;
    };
    const conversion = { value: 1, from: "kWh", to: "MJ" };
    expect(await refused("/v1/tools/quantity.convert", { ...conversion, form: "GWh" })).toBe(
      '422 quantity.convert: the input has no field "form". Did you mean "from"?',
    );
    const goods = { steel: { activityLevel_t: 1, attributed_t: 1, precursor: {} } };
    expect(await refused("/v1/tools/cbam.embedded", { goods })).toContain(
      'goods.steel has no field "precursor". Did you mean "precursors"?',
    );
    expect(await refused("/v1/query", { dataset: "population", filter: [] })).toContain(
      'the input has no field "filter"',
    );
    expect(await refused("/v1/ask", { turns: [{ text: "hello", choosen: {} }] })).toContain('Did you mean "chosen"?');
    expect(await refused("/v1/datasets/countries/rows?limits=3")).toContain('no field "limits". Did you mean "limit"?');
    expect(await refused("/v1/datasets/countries/rows?limit=3&limit=4")).toContain("limit is a list of 2");
    expect(await refused("/v1/tools?namespace=cbam")).toContain('the input has no field "namespace"');
    expect(await refused("/v1/tools/quantity.convert?form=GWh", conversion)).toContain('the input has no field "form"');
    expect((await ask("/docs?lang=zh")).status).toBe(200);
    expect(await refused("/docs?lnag=zh")).toContain('Did you mean "lang"?');
  });

  test("publishes its inputs as closed objects", async () => {
    const { components, paths } = await (await ask("/openapi.json")).json();
    expect(components.schemas["cbam.embedded.input"]).toMatchObject({ additionalProperties: false });
    const { content } = paths["/v1/ask"].post.requestBody;
    expect(content["application/json"].schema).toMatchObject({ additionalProperties: false });
  });

  test.each([
    ["/v1/tools/quantity.convert", 10_000],
    ["/v1/query", 10_000],
    ["/v1/ask", 10_000],
    ["/v1/tools/quantity.convert", 1_000_000],
  ])("refuses for %s what is nested %i levels deep, as its client's fault", async (path, depth) => {
    now += 60_000;
    const refused = await fetch(new URL(path, server.address), {
      method: "POST",
      headers: { Authorization: `Bearer ${user.token}`, "Content-Type": "application/json" },
      body: `{"value": ${"[".repeat(depth)}${"]".repeat(depth)}}`,
    });
    const { detail } = await refused.json();
    expect(detail).toMatch(/is nested more than 32 levels deep\.|is not JSON/);
    expect([400, 422]).toContain(refused.status);
    expect(logged).toEqual([]);
  });

  test("takes JSON only, whole and within its limit", async () => {
    const form = { "Content-Type": "text/plain" };
    expect(await problem(ask("/v1/tools/quantity.convert", { body: {}, headers: form }))).toMatchObject({
      status: 400,
    });
    const large = "x".repeat(33 * 1024 * 1024);
    expect(await problem(ask("/v1/tools/quantity.convert", { body: { large } }))).toMatchObject({ status: 413 });
  });

  test("lets in by token and scope", async () => {
    const none = await ask("/v1/tools", { token: "" });
    expect([none.status, none.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="yuheng"']);
    expect((await ask("/v1/tools", { token: `${user.token}x` })).status).toBe(401);
    expect((await ask("/v1/tools", { token: reader.token })).status).toBe(200);
    const refused = await problem(ask("/v1/tools/quantity.convert", { token: reader.token, body: {} }));
    expect(refused).toMatchObject({ status: 403, type: "/docs#missing-scope" });
    for (const path of ["/openapi.json", "/docs", "/docs.css"]) {
      expect((await ask(path, { token: "" })).status, path).toBe(200);
    }
  });

  test("limits how often a token is used, by itself, and says how long to wait", async () => {
    const use = () =>
      fetch(new URL("/v1/tools/quantity.convert", server.address), {
        headers: { Authorization: `Bearer ${hasty.token}` },
      });
    const statuses = [];
    for (let i = 0; i < 20; ++i) statuses.push((await use()).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const refused = await use();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    now += 1000;
    expect((await use()).status).toBe(200);
    expect((await use()).status).toBe(429);
    expect((await ask("/v1/tools", { token: reader.token })).status).toBe(200);
  });

  /** A request whose headers a browser would not let a page choose. */
  const raw = (path: string, headers: Readonly<Record<string, string>>) =>
    new Promise<{ status: number; body: string; headers: object }>((resolve, reject) => {
      const { hostname, port } = new URL(server.address);
      const sent = httpRequest({
        hostname,
        port,
        path,
        headers: { Authorization: `Bearer ${user.token}`, ...headers },
      });
      sent.on("response", async (response) =>
        resolve({ status: response.statusCode!, body: await textOf(response), headers: response.headers }),
      );
      sent.on("error", reject).end();
    });

  test.each([
    ["a name that leads here", { Host: "evil.example" }],
    ["a page of another site", { Origin: "https://evil.example" }],
    ["a frame without an origin", { Origin: "null" }],
    ["an image of another site", { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" }],
  ])("does not answer %s", async (_, headers) => {
    now += 60_000;
    const { status, body, headers: sent } = await raw("/v1/tools", headers);
    expect([status, JSON.parse(body).type]).toEqual([403, "/docs#foreign-request"]);
    expect(sent).not.toHaveProperty("access-control-allow-origin");
  });

  test.each([
    "/v1/datasets/..%2f..%2fpackage.json/rows",
    "/v1/datasets/%2e%2e/rows",
    "/../package.json",
    "/v1/tools/%ff",
  ])("gives no file for %s", async (path) => {
    now += 60_000;
    const { status, body } = await raw(path, {});
    expect([400, 404]).toContain(status);
    expect(body).not.toContain("devDependencies");
  });

  test("beyond this machine is reached by its address, and not by a name that leads here", async () => {
    const other = await serveApi({
      endpoints: allEndpoints(library),
      tokens: [user.stored],
      rate: { burst: 1, perMinute: 1 },
      host: "0.0.0.0",
      port: 0,
      clock: () => 0,
      log: (error) => logged.push(error),
    });
    const { port } = new URL(other.address);
    const statusFor = (host: string) =>
      new Promise<number>((resolve, reject) => {
        const sent = httpRequest({ hostname: "127.0.0.1", port, path: "/docs.css", headers: { Host: host } });
        sent.on("response", (response) => resolve(response.resume().statusCode!)).on("error", reject);
        sent.end();
      });
    expect(await Promise.all(["192.0.2.7", `[2001:db8::1]:${port}`, "localhost"].map(statusFor))).toEqual([
      200, 200, 200,
    ]);
    expect(await Promise.all(["evil.example", "192.0.2.7.evil.example"].map(statusFor))).toEqual([403, 403]);
    await other.close();
  });

  // A client that believes the default of five seconds finds its request reset after a computation that took as long.
  test("keeps a connection that is not used for a minute, and says so", async () => {
    expect((await ask("/docs.css")).headers.get("keep-alive")).toBe("timeout=65");
  });

  test("ends what it does when the client goes away", async () => {
    let begin = (_: AbortSignal) => {};
    const begun = new Promise<AbortSignal>((resolve) => {
      begin = resolve;
    });
    const waiting: Endpoint = {
      id: "wait",
      method: "GET",
      path: "/wait",
      scope: null,
      title: { en: "Waits", zh: "等待" },
      parameters: {},
      answers: {},
      answer: ({ signal }) => {
        begin(signal);
        return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      },
    };
    const other = await serveApi({
      endpoints: [waiting],
      tokens: [],
      rate: { burst: 1, perMinute: 1 },
      host: "127.0.0.1",
      port: 0,
      clock: () => 0,
      log: (error) => logged.push(error),
    });
    const client = new AbortController();
    const asked = fetch(new URL("/wait", other.address), { signal: client.signal });
    const signal = await begun;
    const aborted = new Promise((resolve) => signal.addEventListener("abort", resolve));
    client.abort();
    await expect(asked).rejects.toThrow();
    await aborted;
    await other.close();
    expect(logged).toEqual([]);
  });
});
