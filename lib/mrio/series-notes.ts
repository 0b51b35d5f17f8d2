import type { LeontiefSystem } from "../numeric/leontief.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import { list } from "./name-list.ts";
import type { Note } from "./notes.ts";
import { rowName } from "./productive.ts";
import type { InputOutputTable } from "./table.ts";

/**
 * What `requireProductive` refuses, as a note, for accounts: their identities hold whatever the spectral radius is, so that one sector at fault need
 * not stop a whole table, but its multipliers cannot be read. Also says where negative cells leave the question open.
 */
export async function notesOnSeries(
  system: LeontiefSystem,
  table: Pick<InputOutputTable, "regions" | "sectors">,
  work: Work = uninterrupted,
): Promise<Note[]> {
  const series = await system.series(work);
  if (series.kind === "converges") return [];
  if (series.kind === "open") {
    const cells = `${series.negativeCells} negative cell${series.negativeCells === 1 ? "" : "s"}`;
    const sentence = `A has ${cells}, and the spectral radius of its absolute values is not below 1: rounds of supply are not known to die away, and multipliers may be negative.`;
    return [{ kind: "series", sentence, places: [] }];
  }
  const { radius, rows } = series;
  const N = table.sectors.length;
  const places = rows.map((i) => ({
    region: table.regions[Math.floor(i / N)]!,
    sector: table.sectors[i % N]!,
    value: radius,
  }));
  const sentence = `The spectral radius of A is ${radius.toPrecision(4)}, and must be below 1 (Hawkins–Simon condition): multipliers are negative in places and cannot be read, and rounds of supply grow without end. These sectors use up, directly and through each other, all that they make or more: ${list(rows.map(rowName(table)))}.`;
  return [{ kind: "series", sentence, places }];
}
