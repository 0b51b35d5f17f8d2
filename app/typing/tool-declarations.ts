import type { Text } from "../../lib/message/message.ts";
import { tableFields } from "../../lib/mrio/tools/table-schema.ts";
import { schemasOf } from "../../lib/tool/schema.ts";
import type { ColumnDeclaration } from "../../lib/tool/table.ts";
import type { Tool } from "../../lib/tool/tool.ts";
import { docComment } from "./doc-comment.ts";
import { fieldsOf, type Schema, typeOfSchema } from "./schema-type.ts";

/** The fields by which a tool takes a whole table, and in whose place a handle may stand. */
const tableNames = Object.keys(tableFields);

const words = {
  en: { assumes: "Assumes", references: "References", options: "What stands beside the table." },
  zh: { assumes: "前提", references: "文献", options: "表以外的参数。" },
};

const stdlib = '"../../../kernel/stdlib/consumption.ts"';

/** Types that every tool on tables speaks of. */
const shared = `/** A multi-regional input–output table that stays in the worker. A cell holds this handle and hands it to tools. */
type TableHandle = import(${stdlib}).TableHandle;
type MadeTableHandle = import(${stdlib}).MadeTableHandle;
type TableOptions = import(${stdlib}).TableOptions;
type WhatIfHandle = import(${stdlib}).WhatIfHandle;

/** What belongs to the result of a tool on a handle, so that a notebook can read it without the table. */
interface TableLabels {
  /** Codes of the R regions, in table order. */
  regions: string[];
  /** Codes of the N sectors, in table order. */
  sectors: string[];
  /** Names of the K stressors. */
  stressors: string[];
  units: { money: string; stressors: string[] };
  /** English names of regions and sectors, in the order of their codes, where they are known. */
  names?: { regions?: string[]; sectors?: string[] };
  /** Year of the input–output structure. */
  year: number;
}
type Labelled<Result> = Omit<TableLabels, keyof Result> & Result;
`;

/** What namespaces have besides their tools; see `kernel/stdlib`. */
const own: Readonly<Record<string, string>> = {
  consumption: `  /** A handle on an input–output table, of a year and a source. The table stays in its worker. */
  table(options?: TableOptions): TableHandle;
  /** Edits of a table, prepared in the worker: \`frame(factors)\` of the result then costs no solve. */
  whatIf(table: TableHandle, edits: ConsumptionWhatIfInput["edits"]): Promise<WhatIfHandle>;
`,
};

/** The accounting library as declarations, from its tools alone: names, fields, documentation, assumptions, sources. */
export function toolDeclarations(tools: readonly Tool[], language: keyof Text): string {
  const rooms = new Map<string, string[]>();
  const types: string[] = [shared];
  for (const tool of tools) {
    const [room = "", operation = ""] = tool.name.split(".");
    const { input, output } = schemasOf(tool) as { input: Schema; output: Schema };
    const base = nameOf(room) + nameOf(operation);
    const title = docComment(tool.title[language]);
    types.push(`${title}interface ${base}Input ${fieldsOf(input)}\n`);
    types.push(
      output.properties
        ? `${title}interface ${base} ${fieldsOf(output)}\n`
        : `${title}type ${base} = ${typeOfSchema(output)};\n`,
    );
    if (tool.tablesOut) types.push(`${title}interface ${base}Tables ${tablesOf(tool.tablesOut, language)}\n`);
    const doc = docComment(documentationOf(tool, language), "  ");
    const methods = rooms.get(room) ?? [];
    rooms.set(room, methods);
    methods.push(handleMethod(tool, operation, base, input, doc, language));
    methods.push(`${doc}  ${operation}(input: ${base}Input): Promise<${withTables(base, tool)}>;\n`);
  }
  const declared = [...rooms].map(([room, methods]) => {
    const name = `${nameOf(room)}Room`;
    return `interface ${name} {\n${own[room] ?? ""}${methods.join("")}}\ndeclare const ${room}: ${name};\n`;
  });
  return [...types, ...declared].join("\n");
}

/** The form of a tool that takes handles where it takes tables; nothing for a tool without tables. */
function handleMethod(
  tool: Tool,
  operation: string,
  base: string,
  input: Schema,
  doc: string,
  language: keyof Text,
): string {
  const { overResources } = tool;
  if (!overResources) return "";
  const places = Object.entries(overResources.places);
  const isSpread = places.some(([, place]) => place === "spread");
  const instead = Object.fromEntries(places.map(([name]) => [name, "TableHandle"]));
  const result = `Promise<${resultOf(overResources, base, tool)}>`;
  if (!isSpread) return `${doc}  ${operation}(tables: ${fieldsOf(input, "  ", { instead })}): ${result};\n`;
  const { properties = {}, required = [] } = input;
  const names = Object.keys(properties).filter((name) => !tableNames.includes(name));
  if (names.length === 0) return `${doc}  ${operation}(table: TableHandle): ${result};\n`;
  const optional = names.some((name) => required.includes(name)) ? "" : "?";
  const options = fieldsOf(input, "  ", { without: tableNames, instead });
  const said = doc.replace(/\s*\*\/\n$/, `\n   * @param options ${words[language].options}\n   */\n`);
  return `${said}  ${operation}(table: TableHandle, options${optional}: ${options}): ${result};\n`;
}

/** A table that a tool makes is a handle again. */
function resultOf({ makes }: NonNullable<Tool["overResources"]>, base: string, tool: Tool): string {
  if (!makes) return `Labelled<${base}>${tool.tablesOut ? ` & ${base}Tables` : ""}`;
  return makes.place === "whole" ? "MadeTableHandle" : `Omit<${base}, "table"> & { table: MadeTableHandle }`;
}

/** A result with the tables that it gives besides its fields. */
function withTables(base: string, { tablesOut }: Tool): string {
  return tablesOut ? `${base} & ${base}Tables` : base;
}

/** Tables between braces, each column with what it means and its unit. */
function tablesOf(tables: NonNullable<Tool["tablesOut"]>, language: keyof Text): string {
  const fields = Object.entries(tables).map(([name, { description, columns }]) => {
    const row = Object.entries(columns).map(([column, declared]) => columnOf(column, declared, language));
    const doc = docComment(description[language], "  ");
    return `${doc}  readonly ${name}: Table<{\n${row.join("")}  }>;\n`;
  });
  return `{\n${fields.join("")}}`;
}

const columnTypes = { text: "string", number: "number", integer: "number", boolean: "boolean" };

function columnOf(name: string, { type, unit, description }: ColumnDeclaration, language: keyof Text): string {
  const said =
    typeof unit === "string" && unit !== "1" ? `${description[language]} \`${unit}\`` : description[language];
  return `${docComment(said, "    ")}    ${name}: ${columnTypes[type]};\n`;
}

function documentationOf({ title, summary, formula, assumptions, references }: Tool, language: keyof Text): string {
  const { assumes, references: sources } = words[language];
  const list = (head: string, items: readonly string[]) =>
    items.length === 0 ? [] : ["", `${head}:`, ...items.map((item) => `- ${item}`)];
  return [
    `**${title[language]}.** ${summary[language]}`,
    ...(formula ? ["", formula] : []),
    ...list(assumes, assumptions),
    ...list(sources, references),
  ].join("\n");
}

function nameOf(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
