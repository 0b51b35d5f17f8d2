import { SingularMatrixError } from "../numeric/lu.ts";
import { TableError } from "./table.ts";

/** Gives what the solve gives; says of a singular system that it is the table's Z that admits no answer. */
export async function solvable<T>(solving: Promise<T> | T): Promise<T> {
  try {
    return await solving;
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    throw noInverse(error);
  }
}

/** What a singular system says of the table that it was made of. */
function noInverse({ column }: SingularMatrixError): TableError {
  return new TableError(
    "Z",
    `Z admits no Leontief inverse: I − A is singular (column ${column}). Some sectors use up all that they make together, so that nothing is left for final demand.`,
  );
}
