import type { AssessedSystem } from "../assessed-system.ts";

/** h, M: the score of each indicator; null if no flow of an activity that runs has a factor, which is not an impact of zero. */
export function indicatorScores({ direct }: AssessedSystem, scaling: Float64Array): (number | null)[] {
  return Array.from({ length: direct.rows }, (_, m) => {
    let score: number | null = null;
    for (let p = direct.rowStarts[m]!; p < direct.rowStarts[m + 1]!; p++) {
      const runs = scaling[direct.columnIndices[p]!]!;
      if (runs !== 0) score = (score ?? 0) + direct.values[p]! * runs;
    }
    return score;
  });
}
