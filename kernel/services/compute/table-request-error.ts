/** A request for a table that the data at hand cannot meet, as a sentence. */
export class TableRequestError extends Error {
  override name = "TableRequestError";
}
