import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import { csrFromTriplets } from "../../numeric/csr.ts";
import { leontiefSystem } from "../../numeric/leontief.ts";
import { dense } from "../../numeric/matrix.ts";
import { CellList } from "./cell-list.ts";
import { ImportError } from "./import-error.ts";
import type { TableDraft } from "./table-draft.ts";

const texts = messages("exchange", {
  solvedOutput: {
    en: "Output was not published with the coefficients; it was solved from final demand.",
    zh: "系数未附总产出；总产出由最终需求求解得到。",
  },

  flowsNeeded: {
    en: "Z.txt was expected in the same folder: coefficients cannot be added up.",
    zh: "旁边应有 Z.txt：系数不能直接相加。",
  },
  outputNeeded: {
    en: "{file}: x.txt is needed in the same folder for a table of {n} rows.",
    zh: "{file}：对于 {n} 行的表，旁边还需要 x.txt。",
  },
});

/** With more rows than this, output is not solved for while reading. */
const MOST_ROWS = 12_000;

/**
 * Turns a draft with A instead of Z into flows, Z = A x̂, in place. If output was not published with A it is
 * solved for: x = (I − A)⁻¹ Y 1.
 */
export async function flowsFromCoefficients(draft: TableDraft, file: string): Promise<void> {
  const n = draft.regions.length * draft.sectors.length;
  const { Z: coefficients, Y: demanded } = draft;
  if (!(coefficients instanceof CellList) || !(demanded instanceof CellList)) {
    throw new ImportError(file, undefined, texts.flowsNeeded());
  }
  if (draft.output.size === 0) {
    if (n > MOST_ROWS) throw new Fault(texts.outputNeeded({ file, n }), { name: "RangeError" });
    const A = csrFromTriplets(n, n, ...columnsOf(coefficients));
    const demand = dense(n, 1);
    demanded.eachPiece(({ row, value }, length) => {
      for (let p = 0; p < length; p++) demand.data[row[p]!]! += value[p]!;
    });
    const { x } = await leontiefSystem(A, draft.sectors.length).solve(demand);
    for (const [place, value] of x.data.entries()) draft.output.set(place, value);
    draft.notes.push(texts.solvedOutput());
  }
  coefficients.eachPiece(({ col, value }, length) => {
    for (let p = 0; p < length; p++) value[p]! *= draft.output.get(col[p]!) ?? 0;
  });
}

/** Rows, columns and values of a list, copied because the list is still needed. */
function columnsOf(cells: CellList): [Int32Array, Int32Array, Float64Array] {
  const copy = [new Int32Array(cells.length), new Int32Array(cells.length), new Float64Array(cells.length)] as const;
  let at = 0;
  cells.eachPiece(({ row, col, value }, length) => {
    copy[0].set(row.subarray(0, length), at);
    copy[1].set(col.subarray(0, length), at);
    copy[2].set(value.subarray(0, length), at);
    at += length;
  });
  return [...copy];
}
