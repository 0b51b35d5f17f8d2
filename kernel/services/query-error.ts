import type { DatasetService } from "./datasets.ts";

/** A statement that the database refused, as a sentence with its place. */
export class QueryError extends Error {
  override name = "QueryError";
}

/** DuckDB's message without its noise; an unknown table becomes a sentence that knows the catalogue. */
export async function queryError(error: unknown, datasets: Pick<DatasetService, "entry">): Promise<QueryError> {
  const message = plainMessage((error instanceof Error ? error.message : String(error)).trim());
  const missing = missingTable(error);
  if (missing === null) return new QueryError(message);
  const why = await datasets.entry(missing).then(
    () => message,
    (reason: Error) => reason.message,
  );
  return new QueryError(why.replace("dataset", "table or dataset"));
}

/** The table that a statement names and that there is not; null where the error is another. */
export function missingTable(error: unknown): string | null {
  return (
    /Table with name (\S+) does not exist/.exec(error instanceof Error ? error.message : String(error))?.[1] ?? null
  );
}

/** Some of DuckDB's errors, those of its parser among them, arrive as JSON: as the sentence that the others are. */
function plainMessage(message: string): string {
  if (!message.startsWith("{")) return message;
  try {
    const { exception_type: kind, exception_message: text } = JSON.parse(message);
    return typeof kind === "string" && typeof text === "string" ? `${kind} Error: ${text}` : message;
  } catch {
    return message;
  }
}
