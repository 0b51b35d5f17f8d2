import { columnsFrom, type Read } from "../../../lib/tool/read.ts";
import { tableOf } from "../../unit/datasets/shipped.ts";

const opened = new Map<string, ReturnType<typeof columnsFrom>>();

/** The shipped datasets as a worker reads them: numeric columns as typed arrays. */
export const shipped: Read = async (dataset) => {
  const known = opened.get(dataset);
  if (known) return known;
  const table = tableOf(dataset);
  const columns = columnsFrom(
    dataset,
    Object.fromEntries(
      table.schema.fields.map(({ name }) => {
        const column = table.getChild(name)!;
        return [name, column.nullCount === 0 ? column.toArray() : [...column]];
      }),
    ),
  );
  opened.set(dataset, columns);
  return columns;
};
