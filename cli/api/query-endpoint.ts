import { pipeline } from "node:stream/promises";
import { Bool, Field, Float64, RecordBatch, Schema, Table, Utf8, vectorFromArray } from "apache-arrow";
import { z } from "zod";
import { answer } from "../serve/answer.ts";
import type { Endpoint } from "./endpoint.ts";
import { ARROW_STREAM } from "./endpoints.ts";
import { asksFor, jsonBody } from "./exchange.ts";
import { arrowStream } from "./row-streams.ts";
import type { ServedLibrary } from "./served-library.ts";

const TOOL = "data.query";

/** What of the tool's result an Arrow table has. */
const queried = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  units: z.record(z.string(), z.string()),
  source: z.array(z.unknown()),
});
type Queried = z.output<typeof queried>;

/** Queries a dataset: what the tool `data.query` does, also as a stream of Arrow. */
export function queryEndpoint(library: ServedLibrary): Endpoint {
  return {
    id: "query",
    method: "POST",
    path: "/v1/query",
    scope: "read",
    title: { en: "Queries a dataset: conditions, groups, joins, order", zh: "查询数据集：条件、分组、连接、排序" },
    parameters: {},
    body: { $ref: `#/components/schemas/${TOOL}.input` },
    answers: { "application/json": { $ref: `#/components/schemas/${TOOL}.output` }, [ARROW_STREAM]: null },
    answer: async (exchange) => {
      const { response, signal } = exchange;
      const body = (await jsonBody(exchange)) as Readonly<Record<string, unknown>>;
      const { result } = await library.call(TOOL, body, signal);
      response.setHeader("Vary", "Accept");
      if (!asksFor(exchange, ARROW_STREAM)) return answer(response, 200, result);
      response.setHeader("Content-Type", ARROW_STREAM);
      response.setHeader("Cache-Control", "no-store");
      await pipeline(arrowStream(queriedTable(queried.parse(result))), response, { signal });
    },
  };
}

/** The rows as an Arrow table: each column knows its unit, and the table its sources. */
export function queriedTable({ columns, rows, units, source }: Queried): Table {
  const vectors = columns.map((name) => {
    const values = rows.map((row) => row[name] ?? null);
    return vectorFromArray(values, typeOf(values));
  });
  const fields = columns.map(
    (name, i) => new Field(name, vectors[i]!.type, true, new Map(units[name] ? [["unit", units[name]]] : [])),
  );
  const schema = new Schema(fields, new Map([["source", JSON.stringify(source)]]));
  const plain = new Table(Object.fromEntries(columns.map((name, i) => [name, vectors[i]!])));
  return new Table(
    schema,
    plain.batches.map((batch) => new RecordBatch(schema, batch.data)),
  );
}

/** A column without any value is one of texts. */
function typeOf(values: readonly unknown[]) {
  const first = values.find((value) => value !== null);
  if (typeof first === "number") return new Float64();
  return typeof first === "boolean" ? new Bool() : new Utf8();
}
