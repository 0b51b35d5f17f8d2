import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { type DatasetService, UnknownDataset } from "./datasets.ts";

const texts = messages("services", {
  noTable: {
    en: "There is no table or dataset named `{name}`. The data panel lists what there is.",
    zh: "没有名为 `{name}` 的表或数据集。“数据”面板列出了现有的数据集。",
  },
  noTableNear: {
    en: "There is no table or dataset named `{name}`. Did you mean `{near}`?",
    zh: "没有名为 `{name}` 的表或数据集。您是不是要用 `{near}`？",
  },
});

/** Thrown for a statement that the database rejected. */
export class QueryError extends Fault {
  override name = "QueryError";
}

/** A QueryError with DuckDB's message, cleaned; for an unknown table, with a suggestion from the catalogue. */
export async function queryError(error: unknown, datasets: Pick<DatasetService, "entry">): Promise<QueryError> {
  const words = plainMessage((error instanceof Error ? error.message : String(error)).trim());
  const missing = missingTable(error);
  if (missing === null) return new QueryError(words);
  return datasets.entry(missing).then(
    () => new QueryError(words),
    (reason) => {
      if (reason instanceof UnknownDataset) return new QueryError(unknownTable(reason));
      // A file of the notebook that may hold the table cannot be read.
      return new QueryError(reason instanceof Fault ? reason.said : words);
    },
  );
}

function unknownTable({ asked: name, near }: UnknownDataset): Message {
  return near === undefined ? texts.noTable({ name }) : texts.noTableNear({ name, near });
}

/** The missing table of a statement; null for other errors. */
export function missingTable(error: unknown): string | null {
  return (
    /Table with name (\S+) does not exist/.exec(error instanceof Error ? error.message : String(error))?.[1] ?? null
  );
}

/** Some of DuckDB's errors, such as those of its parser, are JSON; converts them to a sentence like the others. */
function plainMessage(message: string): string {
  if (!message.startsWith("{")) return message;
  try {
    const { exception_type: kind, exception_message: text } = JSON.parse(message);
    return typeof kind === "string" && typeof text === "string" ? `${kind} Error: ${text}` : message;
  } catch {
    return message;
  }
}
