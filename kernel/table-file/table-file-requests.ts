import type { TableFileApi } from "../../lib/files/table/table-file.ts";
import { type Requests, trusted } from "../boundary/rule.ts";

/** Arguments are trusted, because they come from the page; the bytes of files are not, and are read only in the worker. */
export const tableFileRequests: Requests<TableFileApi> = {
  find: [trusted, trusted, trusted],
  read: [trusted, trusted, trusted],
  sheets: [trusted, trusted],
  cells: [trusted, trusted],
  parquet: [trusted, trusted],
};
