import { type McpServer, ResourceNotFoundError, ResourceTemplate } from "@modelcontextprotocol/server";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { UnknownDataset } from "../../kernel/services/datasets.ts";
import { columnsOf } from "../../kernel/values/column.ts";
import { jsonStream } from "../api/row-streams.ts";
import { NoRows, type ServedLibrary } from "../api/served-library.ts";

/** The most rows of a resource; a tool gives those that are wanted. */
const MOST_ROWS = 500;

/** The datasets as resources: `dataset://NAME` describes one, `dataset://NAME/rows` has its first rows. */
export function addDatasetResources(server: McpServer, library: ServedLibrary): void {
  server.registerResource(
    "dataset",
    new ResourceTemplate("dataset://{name}", {
      list: async () => ({
        resources: (await library.datasets()).map(({ name, title, title_zh, summary }) => ({
          uri: `dataset://${name}`,
          name,
          title: `${title} (${title_zh})`,
          description: summary,
          mimeType: "application/json",
        })),
      }),
      complete: { name: async (begun) => (await namesOf(library)).filter((name) => name.startsWith(begun)) },
    }),
    {
      title: "Dataset",
      description: "Columns, units, years, source and licence of a dataset",
      mimeType: "application/json",
    },
    async (uri, { name }) => jsonOf(uri, JSON.stringify(described(await entryNamed(library, uri, String(name))))),
  );
  server.registerResource(
    "rows",
    new ResourceTemplate("dataset://{name}/rows", {
      list: undefined,
      complete: { name: async (begun) => (await namesOf(library)).filter((name) => name.startsWith(begun)) },
    }),
    {
      title: "Rows of a dataset",
      description: `The first ${MOST_ROWS} rows of a dataset, with the units of its columns`,
      mimeType: "application/json",
    },
    async (uri, { name }) => {
      const { licence, citation, sha256, rows } = await entryNamed(library, uri, String(name));
      const table = await library.table(String(name)).catch((error: unknown) => {
        throw error instanceof NoRows ? new ResourceNotFoundError(uri.href, error.message) : error;
      });
      const columns = columnsOf(table).map(({ name: column, unit }) => ({ name: column, unit }));
      const head = { dataset: name, sha256, licence, citation, of: rows, columns };
      return jsonOf(uri, [...jsonStream(table.slice(0, MOST_ROWS), head)].join(""));
    },
  );
}

async function entryNamed(library: ServedLibrary, uri: URL, name: string): Promise<DatasetEntry> {
  return library.dataset(name).catch((error: unknown) => {
    throw error instanceof UnknownDataset ? new ResourceNotFoundError(uri.href, error.message) : error;
  });
}

async function namesOf(library: ServedLibrary): Promise<string[]> {
  return (await library.datasets()).map(({ name }) => name);
}

function described({ file: _, encoding: __, ...entry }: DatasetEntry): object {
  return entry;
}

function jsonOf(uri: URL, text: string) {
  return { contents: [{ uri: uri.href, mimeType: "application/json", text }] };
}
