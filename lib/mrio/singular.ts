import { messages } from "../message/message.ts";
import { SingularMatrixError } from "../numeric/lu.ts";
import { TableError } from "./table.ts";

const texts = messages("mrio", {
  singular: {
    en: "Z has no Leontief inverse: I − A is singular (column {column}). Together, some sectors use up all that they produce, so nothing is left for final demand.",
    zh: "Z 没有列昂惕夫逆：I − A 是奇异矩阵（第 {column} 列）。有些部门合起来耗尽了自身的产出，没有剩余可供最终需求。",
  },
});

/** Awaits a solve; the error for a singular system names the table's Z. */
export async function solvable<T>(solving: Promise<T> | T): Promise<T> {
  try {
    return await solving;
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    throw noInverse(error);
  }
}

/** The error of a table whose system is singular. */
function noInverse({ column }: SingularMatrixError): TableError {
  return new TableError("Z", texts.singular({ column }));
}
