import type { DatasetColumn, DatasetEntry } from "../../kernel/services/catalogue.ts";
import { docComment } from "./doc-comment.ts";

/** The declarations of `datasets`, from the catalogue: an overload of `load` for each dataset, typed by its columns. */
export function datasetDeclarations(catalogue: readonly DatasetEntry[], language: "en" | "zh"): string {
  const rows = catalogue.filter(({ format }) => format === "arrow").map((entry) => rowOf(entry, language));
  const loads = catalogue.map((entry) => {
    const result = entry.format === "topojson" ? `import("./topojson.d.ts").Topology` : `Table<${rowName(entry)}>`;
    const doc = docComment(documentationOf(entry, language), "  ");
    return `${doc}  load(name: ${JSON.stringify(entry.name)}): Promise<${result}>;\n`;
  });
  const names = catalogue.map(({ name }) => JSON.stringify(name)).join(" | ") || "string";
  const files = [...new Set(catalogue.flatMap(({ own }) => own?.file ?? []))];
  const fileNames = files.map((name) => JSON.stringify(name)).join(" | ") || "never";
  return `${rows.join("\n")}
/** The files of the notebook in which there are tables. */
type FileName = ${fileNames};
type DatasetName = ${names};
type DatasetEntry = import("../../../kernel/services/catalogue.ts").DatasetEntry;
interface Datasets {
  /** Every dataset with its columns, units, source and licence. */
  list(): readonly DatasetEntry[];
  /** What the catalogue says of one dataset; undefined if it is not there. */
  describe(name: DatasetName | (string & {})): DatasetEntry | undefined;
  /** A line below a figure: publisher, vintage, licence. */
  cite(...names: (DatasetName | (string & {}))[]): HTMLElement;
${loads.join("")}  /** The data of a dataset: an Arrow table, or the parsed TopoJSON of a map. */
  load(name: string): Promise<any>;
}
/** The shipped datasets: their catalogue, and the data in it. */
declare const datasets: Datasets;
`;
}

function rowOf(entry: DatasetEntry, language: "en" | "zh"): string {
  const fields = entry.columns.map((column) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(column.name) ? column.name : JSON.stringify(column.name);
    return `${docComment(columnDocumentation(column), "  ")}  ${key}: ${typeOfColumn(column.type)};\n`;
  });
  return `${docComment(titleOf(entry, language))}interface ${rowName(entry)} {\n${fields.join("")}}\n`;
}

function documentationOf(entry: DatasetEntry, language: "en" | "zh"): string {
  const columns = entry.columns.map(
    ({ name, unit, description }) => `- \`${name}\`${unit === "none" ? "" : ` (${unit})`}: ${description}`,
  );
  return [
    `**${titleOf(entry, language)}.** ${entry.summary}`,
    "",
    ...columns,
    "",
    `${entry.publisher}, ${entry.vintage} (${entry.licence}).`,
    ...entry.traps.flatMap((trap) => ["", `⚠ ${trap}`]),
  ].join("\n");
}

/** The documentation of a column, as shown in the editor. */
export function columnDocumentation({ unit, description }: DatasetColumn): string {
  return unit === "none" ? description : `${description} Unit: ${unit}.`.replace(/([^.])( Unit: )/, "$1.$2");
}

function titleOf(entry: DatasetEntry, language: "en" | "zh"): string {
  return language === "zh" ? entry.title_zh : entry.title;
}

function rowName({ name }: DatasetEntry): string {
  return `Row_${name.replaceAll(/\W/g, "_")}`;
}

/** The TypeScript type of a column by its Arrow type. */
export function typeOfColumn(type: string): string {
  if (/^Bool/.test(type)) return "boolean";
  if (/^U?int64/i.test(type)) return "bigint";
  if (/^(U?int|float|date|timestamp)/i.test(type)) return "number";
  if (/^(Utf8|LargeUtf8|Dictionary)/.test(type)) return "string";
  return "any";
}
