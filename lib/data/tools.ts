import { dataQuery } from "./tools/query.ts";

/** Rows of datasets, without SQL. */
export const data = {
  query: dataQuery,
};
