import { importedDatasets } from "../../kernel/services/import/imported-datasets.ts";
import { ImportedStore } from "../../kernel/services/import/imported-store.ts";
import type { ImportedTable } from "../../lib/exchange/mrio/table-draft.ts";
import { numbersFrom, type Shape } from "./bench-mrio-table.ts";

/** Cells that are not zero; column sums of A; weight of the domestic cells: as in the tables of `bench:mrio`. */
const DENSITY = 0.46;
const SUMS = [0.2, 0.8] as const;
const HOME = 3;

/** A seeded synthetic table as an import leaves it: in the browser's own storage, sorted by rows, with its own output. */
self.onmessage = async ({ data }: MessageEvent<Shape & { source: string; year: number }>) => {
  const store = new ImportedStore();
  const files = [{ name: "synthetic", bytes: 0, modified: new Date(0).toISOString(), sha256: "" }];
  const origin = { at: new Date().toISOString(), files };
  await store.write(importedDatasets(synthetic(data, data.source, data.year), origin));
  self.postMessage("stored");
};

function synthetic({ regions: R, sectors: N }: Shape, source: string, year: number): ImportedTable {
  const n = R * N;
  const next = numbersFrom(20_260_101);
  const most = Math.ceil(n * n * (DENSITY + 0.005)) + n;
  const Z = { row: new Int32Array(most), col: new Int32Array(most), value: new Float64Array(most) };
  const [bought, sold] = [new Float64Array(n), new Float64Array(n)];
  let p = 0;
  for (let i = 0; i < n; i++) {
    const first = i - (i % N);
    for (let j = 0; j < n; j++) {
      if (next() >= DENSITY) continue;
      const value = -Math.log(1 - next()) * (j >= first && j < first + N ? HOME * R : 1);
      Z.row[p] = i;
      Z.col[p] = j;
      Z.value[p++] = value;
      bought[j]! += value;
      sold[i]! += value;
    }
  }
  const cells = { row: Z.row.subarray(0, p), col: Z.col.subarray(0, p), value: Z.value.subarray(0, p) };
  const x = bought.map((sum) => sum / (SUMS[0] + (SUMS[1] - SUMS[0]) * next()));
  // What is not bought by sectors is final demand, shared out among the regions.
  const Y = { row: new Int32Array(n * R), col: new Int32Array(n * R), value: new Float64Array(n * R) };
  for (let i = 0; i < n; i++) {
    const shares = Float64Array.from({ length: R }, next);
    const all = shares.reduce((sum, share) => sum + share, 0);
    for (let c = 0; c < R; c++) {
      Y.row[i * R + c] = i;
      Y.col[i * R + c] = c;
      Y.value[i * R + c] = ((x[i]! - sold[i]!) * shares[c]!) / all;
    }
  }
  const names = Array.from({ length: R }, (_, r) => `R${r}`);
  return {
    source,
    year,
    money: "M.EUR",
    regions: names,
    sectors: Array.from({ length: N }, (_, s) => `s${s}`),
    demand: names.map((region) => ({ region, category: "final demand" })),
    stressors: [{ name: "CO2", unit: "kt", account: "satellite" }],
    Z: cells,
    Y,
    x,
    F: { row: new Int32Array(n), col: Int32Array.from(x.keys()), value: x.map((output) => output * next()) },
    FY: { row: new Int32Array(0), col: new Int32Array(0), value: new Float64Array(0) },
    notes: [],
  };
}
