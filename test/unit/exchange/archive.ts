import type { SourceFiles } from "../../../lib/exchange/mrio/source-files.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";

/** Files in memory, handed out in chunks of the size given. */
export function archive(files: Readonly<Record<string, string>>, size = 1 << 20): SourceFiles {
  return {
    paths: Object.keys(files),
    async *open(path) {
      const text = files[path]!;
      for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
    },
  };
}

/** The one table of an archive, as plain numbers that can be compared. */
export function plain(table: {
  regions: readonly string[];
  sectors: readonly string[];
  Z: { row: Int32Array; col: Int32Array; value: Float64Array };
  Y: { row: Int32Array; col: Int32Array; value: Float64Array };
  F: { row: Int32Array; col: Int32Array; value: Float64Array };
  FY: { row: Int32Array; col: Int32Array; value: Float64Array };
  demand: readonly { region: string; category: string }[];
  stressors: readonly { name: string; unit: string }[];
  x: Float64Array;
  notes: readonly Sentence[];
}) {
  const n = table.x.length;
  const C = table.demand.length;
  const K = table.stressors.length;
  const full = (cells: typeof table.Z, rows: number, columns: number) => {
    const matrix = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
    cells.value.forEach((value, p) => {
      matrix[cells.row[p]!]![cells.col[p]!]! += value;
    });
    return matrix;
  };
  return {
    regions: [...table.regions],
    sectors: [...table.sectors],
    demand: table.demand.map(({ region, category }) => `${region} ${category}`),
    stressors: table.stressors.map(({ name, unit }) => `${name} [${unit}]`),
    Z: full(table.Z, n, n),
    Y: full(table.Y, n, C),
    F: full(table.F, K, n),
    FY: full(table.FY, K, C),
    x: [...table.x],
    notes: table.notes.map((note) => writeMessage(note)),
  };
}
