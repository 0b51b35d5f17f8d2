import type { TableFileApi } from "./table-file.ts";

const load = async () => (await import("./table-files.ts")).tableFiles;

/** Reads tables where it is called; its code is loaded when a file is first read, which few notebooks do. */
export const laterTableFiles: TableFileApi = {
  find: async (...given) => (await load()).find(...given),
  read: async (...given) => (await load()).read(...given),
  sheets: async (...given) => (await load()).sheets(...given),
  cells: async (...given) => (await load()).cells(...given),
  parquet: async (...given) => (await load()).parquet(...given),
};
