import type { Text } from "../../lib/message/message.ts";
import { resources } from "../../lib/resources.ts";
import type { OverResources } from "../../lib/tool/over-resources.ts";
import type { ResourceTyping } from "../../lib/tool/resource.ts";
import { rowListsOf } from "../../lib/tool/row-list.ts";
import { inputSchema, schemasOf } from "../../lib/tool/schema.ts";
import type { ColumnDeclaration } from "../../lib/tool/table.ts";
import type { Tool } from "../../lib/tool/tool.ts";
import { docComment } from "./doc-comment.ts";
import { fieldsOf, isOpenRow, type Schema, typeOfSchema } from "./schema-type.ts";

const words = {
  en: { assumes: "Assumes", references: "References", options: "What stands beside the handle." },
  zh: { assumes: "前提", references: "文献", options: "句柄以外的参数。" },
};

/** The types of a resource that declares none. */
const plainTypes = { handle: "ResourceHandle", made: "ResourceHandle", labels: "{}" };

/** The types of a resource in cells, by its name. */
function typesOf(name: string): Pick<ResourceTyping, "handle" | "made" | "labels"> {
  return resources.find(({ kind }) => kind.name === name)?.typing ?? plainTypes;
}

/** The types of resources, which are declared in the modules of their domains. */
function sharedTypes(typings: readonly ResourceTyping[]): string {
  const types = typings.flatMap(({ modules: [module], types }) => types.map((name) => typeFrom(module!, name)));
  return `${typeFrom("lib/tool/resource-handle.ts", "ResourceHandle")}${types.join("")}
/** Records in a list, and the same as a table with units. */
type Rows<Row> = Row[] & { readonly table: Table<Row> };
/** A value of a column that only the data know, such as a column of a query. */
type DataValue = number | string | boolean | null;
/** A record of which only the data know the columns. */
type DataRow = Record<string, DataValue>;
type Labelled<Labels, Result> = Omit<Labels, keyof Result> & Result;
`;
}

function typeFrom(module: string, name: string): string {
  return `type ${name} = import("../../../${module}").${name};\n`;
}

/** The types of namespaces' functions for resources, besides their tools, by namespace. */
function ownTypes(typings: readonly ResourceTyping[]): ReadonlyMap<string, string> {
  return new Map(
    typings.flatMap(({ modules, namespaces }) =>
      Object.entries(namespaces).map(([name, type]) => [name, `import("../../../${modules[0]}").${type}`] as const),
    ),
  );
}

/** The declarations of the accounting library, made from its tools: names, fields, documentation, assumptions, sources. */
export function toolDeclarations(tools: readonly Tool[], language: keyof Text): string {
  const namespaces = new Map<string, string[]>();
  const typings = resources.flatMap(({ typing }) => typing ?? []);
  const types: string[] = [sharedTypes(typings)];
  const own = ownTypes(typings);
  for (const tool of tools) {
    const [namespace = "", operation = ""] = tool.name.split(".");
    const { input, output } = schemasOf(tool) as { input: Schema; output: Schema };
    const base = nameOf(namespace) + nameOf(operation);
    const title = docComment(tool.title[language]);
    types.push(`${title}interface ${base}Input ${fieldsOf(input)}\n`);
    types.push(
      output.properties
        ? `${title}interface ${base} ${fieldsOf(output, "", { instead: rowsIn(tool, output) })}\n`
        : `${title}type ${base} = ${typeOfSchema(output)};\n`,
    );
    if (tool.tablesOut) types.push(`${title}interface ${base}Tables ${tablesOf(tool.tablesOut, language)}\n`);
    const doc = docComment(documentationOf(tool, language), "  ");
    const methods = namespaces.get(namespace) ?? [];
    namespaces.set(namespace, methods);
    methods.push(handleMethod(tool, operation, base, input, doc, language));
    methods.push(`${doc}  ${operation}(input: ${base}Input): Promise<${withTables(base, tool)}>;\n`);
  }
  const declared = [...namespaces].map(([namespace, methods]) => {
    const name = `${nameOf(namespace)}Namespace`;
    const functions = own.get(namespace);
    const type = functions === undefined ? name : `${functions} & ${name}`;
    return `interface ${name} {\n${methods.join("")}}\ndeclare const ${namespace}: ${type};\n`;
  });
  return [...types, ...declared].join("\n");
}

/** The overload of a tool that takes handles in place of resources; empty for a tool without resources. */
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
  const spread = places.find(([, { form }]) => form === "spread");
  const instead = Object.fromEntries(places.map(([name, { resource }]) => [name, typesOf(resource).handle]));
  const result = `Promise<${resultOf(overResources, base, tool)}>`;
  if (!spread) return `${doc}  ${operation}(tables: ${fieldsOf(input, "  ", { instead })}): ${result};\n`;
  const fields = withOptions(input, overResources);
  const { properties = {}, required = [] } = fields;
  const additional = additionalFields(overResources);
  const names = Object.keys(properties).filter((name) => additional.has(name));
  const first = `${spread[0]}: ${instead[spread[0]]}`;
  if (names.length === 0) return `${doc}  ${operation}(${first}): ${result};\n`;
  const optional = names.some((name) => required.includes(name)) ? "" : "?";
  const without = Object.keys(properties).filter((name) => !additional.has(name));
  const options = fieldsOf(fields, "  ", { without, instead });
  const documented = doc.replace(/\s*\*\/\n$/, `\n   * @param options ${words[language].options}\n   */\n`);
  return `${documented}  ${operation}(${first}, options${optional}: ${options}): ${result};\n`;
}

/** An input with the options that only calls on resources take: `inverse` of `consumption.multipliers`. */
function withOptions(input: Schema, { options }: OverResources): Schema {
  const own = inputSchema(options) as Schema;
  return {
    properties: { ...input.properties, ...own.properties },
    required: [...new Set([...(input.required ?? []), ...(own.required ?? [])])],
  };
}

/** The fields of an input in addition to those of a resource that is spread over it: options and other resources. */
function additionalFields({ places, options }: OverResources): ReadonlySet<string> {
  const named = Object.keys(places).filter((place) => places[place]!.form !== "spread");
  const { properties = {} } = inputSchema(options) as Schema;
  return new Set([...named, ...Object.keys(properties)]);
}

/** The result of a tool on handles: labelled by the resource, or a handle of the resource that the tool makes. */
function resultOf({ places, makes }: OverResources, base: string, { tablesOut }: Tool): string {
  if (!makes) {
    const labelled = `Labelled<${typesOf(labelling(places).resource).labels}, ${base}>`;
    return tablesOut ? `${labelled} & ${base}Tables` : labelled;
  }
  const { made } = typesOf(makes.resource);
  return makes.field === undefined ? made : `Omit<${base}, "${makes.field}"> & { ${makes.field}: ${made} }`;
}

/** The place whose resource labels a result: the one that is spread over the input, or the last. */
function labelling(places: OverResources["places"]): OverResources["places"][string] {
  const all = Object.values(places);
  return all.find(({ form }) => form === "spread") ?? all.at(-1)!;
}

/** A result with its tables in addition to its fields. */
function withTables(base: string, { tablesOut }: Tool): string {
  return tablesOut ? `${base} & ${base}Tables` : base;
}

/** The types of fields that are lists of records: such a list is also a table, if its columns are declared. */
function rowsIn(tool: Tool, { properties = {} }: Schema): Record<string, string> {
  const open = Object.entries(properties).filter(([, { items }]) => items && isOpenRow(items));
  return Object.fromEntries([
    ...rowListsOf(tool).map(({ field }) => [field, `Rows<${typeOfSchema(properties[field]!.items!, "  ")}>`]),
    ...open.map(([field]) => [field, "DataRow[]"]),
  ]);
}

/** The type of tables, each column with its description and unit. */
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
