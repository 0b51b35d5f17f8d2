import { messages } from "../../message/message.ts";
import { type CsrMatrix, csrFromTriplets } from "../../numeric/csr.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { Characteriser } from "./characterisation.ts";

const texts = messages("lifecycle.impact", {
  flowCount: {
    en: "The biosphere has {rows} elementary flows, but {flows} were characterised.",
    zh: "生物圈矩阵有 {rows} 个基本流，而特征化的有 {flows} 个。",
  },
  placeCount: {
    en: "The biosphere has {columns} activities, but {places} places were given.",
    zh: "生物圈矩阵有 {columns} 个活动，而给出的地点有 {places} 个。",
  },
});

/**
 * What the own elementary flows of each activity score, each by the factors of its place: D = C B if no factor is regional, and
 * otherwise column by column with the C of the activity's place. h = D s with regional factors, too, although no single C is.
 *
 * @param biosphere B, E × A.
 * @param places Where each activity is; null if it is not said.
 * @returns D, M × A. Throws LifecycleError if the counts do not fit.
 */
export function directImpacts(
  biosphere: CsrMatrix,
  places: readonly (string | null)[],
  characteriser: Characteriser,
): CsrMatrix {
  if (places.length !== biosphere.columns)
    throw new LifecycleError("places", texts.placeCount({ columns: biosphere.columns, places: places.length }));
  const atPlaces = new Map<string | null, CsrMatrix>();
  const factorsAt = (place: string | null) => {
    const known = atPlaces.get(place);
    if (known) return known;
    const { matrix } = characteriser.at(place);
    if (matrix.columns !== biosphere.rows)
      throw new LifecycleError("biosphere", texts.flowCount({ rows: biosphere.rows, flows: matrix.columns }));
    // By flow: the factors of one flow in all indicators stand together.
    const byFlow = transposed(matrix);
    atPlaces.set(place, byFlow);
    return byFlow;
  };
  const rows: number[] = [];
  const columns: number[] = [];
  const values: number[] = [];
  for (let flow = 0; flow < biosphere.rows; flow++)
    for (let p = biosphere.rowStarts[flow]!; p < biosphere.rowStarts[flow + 1]!; p++) {
      const activity = biosphere.columnIndices[p]!;
      const factors = factorsAt(places[activity]!);
      for (let q = factors.rowStarts[flow]!; q < factors.rowStarts[flow + 1]!; q++) {
        rows.push(factors.columnIndices[q]!);
        columns.push(activity);
        values.push(factors.values[q]! * biosphere.values[p]!);
      }
    }
  return csrFromTriplets(characteriser.indicators.length, biosphere.columns, rows, columns, values);
}

function transposed(matrix: CsrMatrix): CsrMatrix {
  const rowOf = new Int32Array(matrix.values.length);
  for (let i = 0; i < matrix.rows; i++) rowOf.fill(i, matrix.rowStarts[i]!, matrix.rowStarts[i + 1]!);
  return csrFromTriplets(matrix.columns, matrix.rows, matrix.columnIndices, rowOf, matrix.values);
}
