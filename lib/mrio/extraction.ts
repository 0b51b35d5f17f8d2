import { messages } from "../message/message.ts";
import { mapCells } from "../numeric/csr.ts";
import { leontiefSystem } from "../numeric/leontief.ts";
import { type DenseMatrix, dense } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { calcA, calcS } from "./coefficients.ts";
import { requireProductive, rowName } from "./productive.ts";
import { solvable } from "./singular.ts";
import { type InputOutputTable, TableError } from "./table.ts";

const texts = messages("mrio", {
  rowNotExtracted: {
    en: "Row {row} cannot be extracted: the table has rows 0 … {last}.",
    zh: "无法抽取第 {row} 行：表的行号为 0 … {last}。",
  },
});

/** "whole": the sectors are removed; "purchases": they buy nothing from others; "sales": they sell nothing to other sectors. */
export type ExtractionForm = "whole" | "purchases" | "sales";

export interface Extraction {
  /** Output without the sectors, n. */
  readonly x: Float64Array;
  /** x before − x after, n. */
  readonly loss: Float64Array;
  /** Emissions of the lost output, K × n: S ∘ loss. */
  readonly emissions: DenseMatrix;
  readonly residual: number;
}

/**
 * Hypothetical extraction: the loss of output and emissions if some sectors did not exist. `purchases` and
 * `sales` keep the sectors' deliveries to themselves and to final demand; "whole" also drops their final demand.
 *
 *     Δx = x − (I − A*)⁻¹ y*,   ΔD_k = Σ_i S_ki Δx_i
 *
 * where A* (and y*) lack the cells that the form drops. Units of x and of F.
 * Dietzenbacher & Lahr (2013), doi:10.1080/09535314.2013.774266; Miller & Blair (2009), chapter 12.
 *
 * @param rows the extracted rows, 0 … n − 1. Throws TableError if one is not in the table.
 */
export async function extractSectors(
  table: InputOutputTable,
  rows: readonly number[],
  form: ExtractionForm = "whole",
  work: Work = uninterrupted,
): Promise<Extraction> {
  const n = table.x.length;
  const out = new Uint8Array(n);
  for (const row of rows) {
    if (!(Number.isInteger(row) && row >= 0 && row < n)) {
      throw new TableError("rows", texts.rowNotExtracted({ row, last: n - 1 }));
    }
    out[row] = 1;
  }
  const cut = (i: number, j: number) => {
    if (form === "purchases") return out[j] === 1 && out[i] === 0;
    if (form === "sales") return out[i] === 1 && out[j] === 0;
    return out[i] === 1 || out[j] === 1;
  };
  const A = mapCells(calcA(table.Z, table.x), (i, j, value) => (cut(i, j) ? 0 : value));
  const { Y } = table;
  const demand = dense(n, 1);
  for (let i = 0; i < n; i++) {
    if (form === "whole" && out[i] === 1) continue;
    for (let c = 0; c < Y.columns; c++) demand.data[i]! += Y.data[i * Y.columns + c]!;
  }
  const system = leontiefSystem(A, table.sectors.length);
  await requireProductive(system, rowName(table), work);
  const solved = await solvable(system.solve(demand, work));
  const x = solved.x.data;
  const loss = table.x.map((output, i) => output - x[i]!);
  const S = calcS(table.F, table.x);
  const emissions = dense(
    S.rows,
    n,
    S.data.map((intensity, p) => intensity * loss[p % n]!),
  );
  return { x, loss, emissions, residual: solved.residual };
}
