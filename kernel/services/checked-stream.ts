import { RecordBatchReader } from "apache-arrow";
import { QueryError } from "./query-error.ts";

/**
 * The bytes of a query's result, looked at before they are handed on: a schema, batches of as many values as they say, in
 * buffers that lie within the bytes. Throws QueryError.
 */
export function checkedStream(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  try {
    const reader = RecordBatchReader.from(bytes).open();
    const { schema } = reader;
    if (!schema) throw new Error("schema");
    for (const batch of reader) {
      if (batch.data.children.length !== schema.fields.length) throw new Error("columns");
      for (const { length } of batch.data.children) if (length !== batch.numRows) throw new Error("rows");
    }
    return bytes;
  } catch {
    throw new QueryError("The result of this query is damaged and was not used. Run it again.");
  }
}
