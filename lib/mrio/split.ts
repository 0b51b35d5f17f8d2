import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { type CsrMatrix, toCsr } from "../numeric/csr.ts";
import { dense } from "../numeric/matrix.ts";
import type { InputOf } from "../tool/shape.ts";
import { ratio } from "../tool/unit.ts";
import { type InputOutputTable, TableError } from "./table.ts";

const texts = messages("mrio", {
  noSuchSector: {
    en: '"{sector}" is none of the sectors.',
    zh: "部门中没有“{sector}”。",
  },
  namesInUse: {
    en: 'The parts of "{sector}" need names that no other sector has.',
    zh: "“{sector}”拆分后各部分的名称不能与其他部门相同。",
  },
  sales: { en: "sales", zh: "销售" },
  purchases: { en: "purchases", zh: "采购" },
  emissionsOf: { en: "emissions of {stressor}", zh: "{stressor} 排放" },
  shares: {
    en: "The shares of {kind} add up to {sum}; they must add up to 1.",
    zh: "{kind}份额合计为 {sum}，应为 1。",
  },
});

/** A part of a sector. The shares of all parts add up to 1 for each kind. */
export const sectorPartShape = z.object({
  name: z.string(),
  /** Share of the sector's sales: its row of Z and Y, and of its output. */
  sales: ratio,
  /** Share of its purchases: its column of Z. Default: `sales` (the parts then have the same input structure). */
  purchases: ratio.optional(),
  /** Share of its emissions, one per stressor. Default: `sales`. */
  emissions: z.array(ratio).optional().describe("One share per stressor."),
});
export type SectorPart = InputOf<typeof sectorPartShape>;

/** Visits every new row of old row i, with its share. */
type Spread = (i: number, shares: readonly number[], put: (row: number, share: number) => void) => void;

interface Splitting {
  readonly isSplit: (i: number) => boolean;
  /** First new row of old row i. */
  readonly place: (i: number) => number;
  readonly spread: Spread;
  readonly sales: readonly number[];
  readonly purchases: readonly number[];
}

/** Tolerance for the sum of shares, which users round. */
const TOLERANCE = 1e-9;

/**
 * Splits one sector in every region. Deliveries within the sector use the product of both shares. Aggregating the
 * parts restores the original table; the added detail is only as good as the shares.
 * Wolsky (1984), Rev. Econ. Stat. 66: 283–291; Lindner, Legault & Guan (2012), doi:10.1080/09535314.2012.689954.
 * Throws TableError if the sector is unknown or the shares of a kind do not add up to 1.
 */
export function splitSector(table: InputOutputTable, sector: string, parts: readonly SectorPart[]): InputOutputTable {
  const { regions, sectors, Z, Y, F, stressors } = table;
  const at = sectors.indexOf(sector);
  if (at < 0) throw new TableError("sector", texts.noSuchSector({ sector }));
  const sales = parts.map((part) => part.sales);
  const purchases = parts.map((part) => part.purchases ?? part.sales);
  requireWhole(texts.sales(), sales);
  requireWhole(texts.purchases(), purchases);
  const emissions = stressors.map((_, k) => parts.map((part) => part.emissions?.[k] ?? part.sales));
  stressors.forEach((stressor, k) => {
    requireWhole(texts.emissionsOf({ stressor }), emissions[k]!);
  });

  const N = sectors.length;
  const names = [...sectors.slice(0, at), ...parts.map(({ name }) => name), ...sectors.slice(at + 1)];
  if (new Set(names).size !== names.length) {
    throw new TableError("parts", texts.namesInUse({ sector }));
  }
  const wide = names.length;
  const n = regions.length * wide;
  const isSplit = (i: number) => i % N === at;
  /** First new row of old row i. */
  const place = (i: number) => Math.floor(i / N) * wide + (i % N) + (i % N > at ? parts.length - 1 : 0);
  const spread: Spread = (i, shares, put) => {
    if (!isSplit(i)) put(place(i), 1);
    else for (const [p, share] of shares.entries()) put(place(i) + p, share);
  };

  const demand = dense(n, Y.columns);
  const x = new Float64Array(n);
  const satellite = dense(F.rows, n);
  for (let i = 0; i < table.x.length; i++) {
    spread(i, sales, (row, share) => {
      x[row] = table.x[i]! * share;
      for (let c = 0; c < Y.columns; c++) demand.data[row * Y.columns + c] = Y.data[i * Y.columns + c]! * share;
    });
    for (let k = 0; k < F.rows; k++) {
      spread(i, emissions[k]!, (row, share) => {
        satellite.data[k * n + row] = F.data[k * F.columns + i]! * share;
      });
    }
  }
  return {
    ...table,
    names: table.names?.regions ? { regions: table.names.regions } : {},
    sectors: names,
    Z: splitCells(toCsr(Z), n, { place, isSplit, spread, sales, purchases }),
    Y: demand,
    x,
    F: satellite,
  };
}

function requireWhole(kind: Message, shares: readonly number[]): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > TOLERANCE) throw new TableError("parts", texts.shares({ kind, sum }));
}

/** Z with the rows split by sales and the columns by purchases. New rows and columns keep the order of the old ones. */
function splitCells(Z: CsrMatrix, n: number, { place, isSplit, spread, sales, purchases }: Splitting): CsrMatrix {
  const first = Int32Array.from({ length: Z.columns + 1 }, (_, j) => (j < Z.columns ? place(j) : n));
  const rowStarts = new Int32Array(n + 1);
  for (let i = 0; i < Z.rows; i++) {
    let entries = 0;
    for (let p = Z.rowStarts[i]!; p < Z.rowStarts[i + 1]!; p++) {
      const j = Z.columnIndices[p]!;
      entries += first[j + 1]! - first[j]!;
    }
    spread(i, sales, (row) => {
      rowStarts[row + 1] = entries;
    });
  }
  for (let row = 0; row < n; row++) rowStarts[row + 1]! += rowStarts[row]!;
  const columnIndices = new Int32Array(rowStarts[n]!);
  const values = new Float64Array(rowStarts[n]!);
  for (let i = 0; i < Z.rows; i++) {
    spread(i, sales, (row, rowShare) => {
      let at = rowStarts[row]!;
      for (let p = Z.rowStarts[i]!; p < Z.rowStarts[i + 1]!; p++) {
        const j = Z.columnIndices[p]!;
        const parts = first[j + 1]! - first[j]!;
        const value = Z.values[p]! * rowShare;
        for (let part = 0; part < parts; part++) {
          columnIndices[at] = first[j]! + part;
          values[at++] = isSplit(j) ? value * purchases[part]! : value;
        }
      }
    });
  }
  return { kind: "csr", rows: n, columns: n, rowStarts, columnIndices, values };
}
