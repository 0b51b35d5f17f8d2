/** One line of a key: a code of another classification, the sectors of WIOD 2013 it belongs to, and why. */
export interface SectorKeyRow {
  readonly code: string;
  /** Several where the classifications do not nest; none where the code is no product of a sector. */
  readonly sectors: readonly string[];
  readonly rule: string;
}

/**
 * A key from another classification to the 35 sectors of WIOD 2013 (NACE Rev. 1.1). It carries growth, not levels: a sector grows
 * as the sum over the codes that name it, so a code with several sectors needs no shares.
 */
export type SectorKey = readonly SectorKeyRow[];

/** The key of lines `code code …|sectors|rule`. */
export function sectorKey(lines: string): SectorKey {
  return lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [codes, sectors, rule] = line.split("|") as [string, string, string];
      return codes
        .split(" ")
        .map((code) => ({ code, sectors: sectors.split(" ").filter((each) => each !== ""), rule }));
    });
}

/** The growth of each sector from sums over the codes that name it: later over earlier; null where there is nothing to compare. */
export function growthBySector(
  key: SectorKey,
  sectors: readonly string[],
  earlier: ReadonlyMap<string, number>,
  later: ReadonlyMap<string, number>,
): (number | null)[] {
  return sectors.map((sector) => {
    let [before, after] = [0, 0];
    for (const row of key) {
      if (!row.sectors.includes(sector)) continue;
      before += earlier.get(row.code) ?? 0;
      after += later.get(row.code) ?? 0;
    }
    return before > 0 && after >= 0 ? after / before : null;
  });
}
