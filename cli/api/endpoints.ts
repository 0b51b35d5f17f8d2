import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Table } from "apache-arrow";
import { z } from "zod";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { columnsOf } from "../../kernel/values/column.ts";
import { messages } from "../../lib/message/message.ts";
import { ToolInputError } from "../../lib/tool/call.ts";
import { effectOf, effects } from "../../lib/tool/effect.ts";
import { problemsOf } from "../../lib/tool/input-problems.ts";
import { schemasOf } from "../../lib/tool/schema.ts";
import type { Tool } from "../../lib/tool/tool.ts";
import { findTool, suggestTools, tools } from "../../lib/tools.ts";
import { answer } from "../serve/answer.ts";
import type { Endpoint } from "./endpoint.ts";
import { type Exchange, jsonBody } from "./exchange.ts";
import { Problem } from "./problem.ts";
import { arrowStream, csvStream, jsonStream } from "./row-streams.ts";
import type { ServedLibrary } from "./served-library.ts";

const texts = messages("interface", {
  unknownTool: {
    en: "There is no tool `{name}`. GET /v1/tools lists them.",
    zh: "没有工具 `{name}`。GET /v1/tools 列出全部工具。",
  },
  unknownToolNear: {
    en: "There is no tool `{name}`. Did you mean {near:or}?",
    zh: "没有工具 `{name}`。您是不是要用 {near:or}？",
  },
});

/** The media type of an Arrow IPC stream. */
export const ARROW_STREAM = "application/vnd.apache.arrow.stream";

const text = z.string();
const bilingual = z.object({ en: text, zh: text });
export const sourcesSchema = z
  .array(z.object({ dataset: text, where: text.describe("The rows, as an SQL condition; empty for all") }))
  .describe("The rows of datasets that the result depends on");

const toolCard = z.object({
  name: text,
  title: bilingual,
  summary: bilingual,
  effect: z
    .enum(effects)
    .describe("Beside giving its result it does nothing, reads datasets, or acts outside the program"),
});
const column = z.object({ name: text, type: text, unit: text, description: text });
const datasetCard = z.looseObject({
  name: text,
  title: bilingual,
  summary: text,
  kind: text,
  rows: z.int().nullable().describe("null for a map"),
  years: z.tuple([z.int(), z.int()]).nullable(),
  publisher: text,
  vintage: text,
  licence: text,
});
const datasetDescription = datasetCard.extend({
  columns: z.array(column),
  citation: text,
  source: text,
  sha256: text,
  traps: z.array(text).describe("What is easily misread in it"),
});
const rowsQuery = z.object({
  format: z.enum(["json", "csv", "arrow"]).default("json"),
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().nonnegative().optional(),
});
const rowsAnswer = z.object({
  dataset: text,
  sha256: text.describe("Of the dataset's file"),
  licence: text,
  citation: text,
  columns: z.array(z.object({ name: text, unit: text })),
  rows: z.array(z.record(text, z.union([text, z.number(), z.boolean(), z.null()]))),
});

const named = (en: string, zh: string, example: string) => ({
  in: "path" as const,
  schema: z.string().meta({ examples: [example] }),
  description: { en, zh },
});

/** What can be asked of the tools and the datasets. */
export function libraryEndpoints(library: ServedLibrary): readonly Endpoint[] {
  return [
    {
      id: "listTools",
      method: "GET",
      path: "/v1/tools",
      scope: "read",
      title: { en: "Lists the tools", zh: "列出工具" },
      parameters: {},
      answers: { "application/json": z.array(toolCard) },
      answer: async ({ response }) => answer(response, 200, tools.map(cardOf)),
    },
    {
      id: "describeTool",
      method: "GET",
      path: "/v1/tools/{name}",
      scope: "read",
      title: {
        en: "Describes a tool, with the schemas of its input and output",
        zh: "说明一个工具及其输入、输出的模式",
      },
      parameters: { name: named("The tool's name", "工具的名称", "quantity.convert") },
      answers: {
        "application/json": toolCard.extend({
          formula: text.optional(),
          assumptions: z.array(text),
          references: z.array(text),
          input: z.looseObject({}).describe("JSON Schema"),
          output: z.looseObject({}).describe("JSON Schema"),
        }),
      },
      answer: async ({ response, parameters }) => {
        const tool = toolNamed(parameters.name!);
        const { formula, assumptions, references } = tool;
        answer(response, 200, { ...cardOf(tool), formula, assumptions, references, ...schemasOf(tool) });
      },
    },
    {
      id: "callTool",
      method: "POST",
      path: "/v1/tools/{name}",
      scope: "compute",
      title: { en: "Runs a tool", zh: "运行一个工具" },
      parameters: { name: named("The tool's name", "工具的名称", "quantity.convert") },
      body: z.looseObject({}),
      answers: { "application/json": z.object({ result: z.unknown(), sources: sourcesSchema }) },
      answer: async (exchange) => {
        const { name } = toolNamed(exchange.parameters.name!);
        const input = (await jsonBody(exchange)) as Readonly<Record<string, unknown>>;
        answer(exchange.response, 200, await library.call(name, input, exchange.signal));
      },
    },
    {
      id: "listDatasets",
      method: "GET",
      path: "/v1/datasets",
      scope: "read",
      title: { en: "Lists the datasets", zh: "列出数据集" },
      parameters: {},
      answers: { "application/json": z.array(datasetCard) },
      answer: async ({ response }) => answer(response, 200, (await library.datasets()).map(shortEntry)),
    },
    {
      id: "describeDataset",
      method: "GET",
      path: "/v1/datasets/{name}",
      scope: "read",
      title: { en: "Describes a dataset: columns, units, source, licence", zh: "说明一个数据集：列、单位、来源和许可" },
      parameters: { name: named("The dataset's name", "数据集的名称", "population") },
      answers: { "application/json": datasetDescription },
      answer: async ({ response, parameters }) => {
        const entry = await library.dataset(parameters.name!);
        const { columns, citation, source, sha256, traps } = entry;
        answer(response, 200, { ...shortEntry(entry), columns, citation, source, sha256, traps });
      },
    },
    {
      id: "rows",
      method: "GET",
      path: "/v1/datasets/{name}/rows",
      scope: "read",
      title: { en: "Gives the rows of a dataset", zh: "给出数据集的行" },
      parameters: {
        name: named("The dataset's name", "数据集的名称", "population"),
        format: {
          in: "query",
          schema: rowsQuery.shape.format,
          description: { en: "The form of the rows", zh: "行的格式" },
        },
        offset: {
          in: "query",
          schema: z.int().nonnegative().default(0),
          description: { en: "How many rows are left out first", zh: "先略去的行数" },
        },
        limit: {
          in: "query",
          schema: z.int().nonnegative().optional(),
          description: { en: "The most rows that are given; all if left out", zh: "最多给出的行数；省略时给出全部" },
        },
      },
      answers: { "application/json": rowsAnswer, "text/csv": null, [ARROW_STREAM]: null },
      answer: async (exchange) => {
        const { format, offset, limit } = parseQuery("rows", rowsQuery, exchange.query);
        const name = exchange.parameters.name!;
        const [entry, table] = await Promise.all([library.dataset(name), library.table(name)]);
        await sendRows(exchange, format, entry, table.slice(offset, limit === undefined ? undefined : offset + limit));
      },
    },
  ];
}

function cardOf(tool: Tool) {
  const { name, title, summary } = tool;
  return { name, title, summary, effect: effectOf(tool) };
}

function shortEntry({
  name,
  title,
  title_zh,
  summary,
  kind,
  format,
  rows,
  years,
  publisher,
  vintage,
  licence,
}: DatasetEntry) {
  const count = format === "arrow" ? rows : null;
  return { name, title: { en: title, zh: title_zh }, summary, kind, rows: count, years, publisher, vintage, licence };
}

/** Throws Problem. */
function toolNamed(name: string): Tool {
  const tool = findTool(name);
  if (tool) return tool;
  const near = suggestTools(name).map((each) => `\`${each}\``);
  const shown = name.slice(0, 200);
  throw new Problem(
    "unknown-tool",
    near.length > 0 ? texts.unknownToolNear({ name: shown, near }) : texts.unknownTool({ name: shown }),
  );
}

/** Throws ToolInputError. */
export function parseQuery<T extends z.ZodType>(endpoint: string, schema: T, given: unknown): z.output<T> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new ToolInputError(endpoint, problemsOf(parsed.error, given));
  return parsed.data;
}

async function sendRows(
  { response, signal }: Exchange,
  format: "json" | "csv" | "arrow",
  { name, sha256, licence, citation }: DatasetEntry,
  table: Table,
): Promise<void> {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  if (format === "arrow") {
    response.setHeader("Content-Type", ARROW_STREAM);
    return pipeline(arrowStream(table), response, { signal });
  }
  if (format === "csv") {
    response.setHeader("Content-Type", "text/csv; charset=utf-8");
    return pipeline(Readable.from(csvStream(table)), response, { signal });
  }
  const columns = columnsOf(table).map(({ name: column, unit }) => ({ name: column, unit }));
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  return pipeline(Readable.from(jsonStream(table, { dataset: name, sha256, licence, citation, columns })), response, {
    signal,
  });
}
