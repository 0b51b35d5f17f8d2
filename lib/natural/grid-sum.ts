import { z } from "zod";
import { messages } from "../message/message.ts";
import type { Kernels } from "../numeric/kernels.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import type { ResultOf } from "../tool/shape.ts";
import { numberIn, ratio } from "../tool/unit.ts";
import { NaturalInputError } from "./estimate.ts";
import { cellAreas, type LatLonGrid } from "./grid-area.ts";

const texts = messages("natural", {
  maskSize: {
    en: "The mask has {count} cells where the grid has {rows} × {columns}.",
    zh: "掩码有 {count} 个格点，而网格为 {rows} × {columns}。",
  },
  tooManyCells: {
    en: "The data have more cells than the grid's {rows} × {columns}.",
    zh: "数据多于网格的 {rows} × {columns} 个格点。",
  },
  tooFewCells: {
    en: "The field ended after {cells} cells, but the grid has {rows} × {columns}.",
    zh: "场在 {cells} 个格点后结束，而网格为 {rows} × {columns}。",
  },
});

/** Bytes of rows summed between two pauses; they fit in a core's own cache. */
const STAGE_BYTES = 262_144;

/** The sums of a region. */
export const regionSumShape = z.object({
  region: z.number(),
  /** Σ of the cells' values. */
  sum: z.number(),
  /** Σ value × cell area: the total of a field per m². */
  integral: z.number().describe("Σ value × area in m²: the total of a field per m²"),
  /** Area of the cells with a value, m². */
  area_m2: numberIn("m2"),
  cells: ratio,
  /** Cells that are NaN. */
  missing: ratio,
});
export type RegionSum = ResultOf<typeof regionSumShape>;

/**
 * Sums a single-precision field by region in f64 while it is read, in chunks of any length, even if cut within a number.
 *
 * The block of the sum is a row of the grid: its cells are added in the kernels' fixed order, then the rows in order,
 * each times the area of its cells. So neither chunks nor kernels change a bit. The mask stays in the kernels' memory
 * without copies and serves any number of fields.
 */
export class RegionSummer {
  readonly #columns: number;
  readonly #rows: number;
  readonly #areas: Float64Array;
  readonly #kernels: Kernels;
  readonly #mask: Uint8Array;
  readonly #stage: Float32Array;
  readonly #stageBytes: Uint8Array;
  readonly #rowSums: Float64Array;
  readonly #rowCounts: Float64Array;
  readonly #totals = new Float64Array(256 * 5);
  readonly #most: number;
  #filled = 0;
  #row = 0;

  /** @param mask region of every cell, row by row; 0 means no region. */
  constructor(grid: LatLonGrid, mask: Uint8Array, kernels: Kernels = uninterrupted.kernels) {
    this.#areas = cellAreas(grid);
    this.#columns = grid.columns;
    this.#rows = grid.rows;
    this.#kernels = kernels;
    if (mask.length !== grid.rows * grid.columns)
      throw new NaturalInputError(
        "mask",
        texts.maskSize({ count: mask.length, rows: grid.rows, columns: grid.columns }),
      );
    const stageRows = Math.max(1, Math.floor(STAGE_BYTES / (4 * grid.columns)));
    const [stage, cells] = [stageRows * grid.columns, mask.length];
    const arena = kernels.arena(4 * stage + cells + 8 * 768 + 1024);
    // Arenas allocate doubles: half as many for single precision, an eighth for bytes.
    const housed = arena.floats(Math.ceil(cells / 8));
    this.#mask = new Uint8Array(housed.buffer, housed.byteOffset, cells);
    this.#mask.set(mask);
    const staged = arena.floats(Math.ceil(stage / 2));
    this.#stage = new Float32Array(staged.buffer, staged.byteOffset, stage);
    this.#stageBytes = new Uint8Array(staged.buffer, staged.byteOffset, 4 * stage);
    this.#rowSums = arena.floats(256);
    this.#rowCounts = arena.floats(512);
    this.#most = mask.reduce((most, region) => Math.max(most, region), 0);
  }

  /** Adds the next cells: numbers, or the bytes of little-endian numbers. Throws if there are more than in the grid. */
  add(chunk: Float32Array | Uint8Array): void {
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = 0; at < bytes.length; ) {
      if (this.#row >= this.#rows)
        throw new NaturalInputError("values", texts.tooManyCells({ rows: this.#rows, columns: this.#columns }));
      const rowsLeft = (this.#rows - this.#row) * this.#columns * 4;
      const limit = Math.min(this.#stageBytes.length, rowsLeft);
      const taken = Math.min(limit - this.#filled, bytes.length - at);
      this.#stageBytes.set(bytes.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled === limit) this.#sumStage(limit / (4 * this.#columns));
    }
  }

  /** Returns the sums of the field and resets for the next one. Throws if cells are missing at the end. */
  finish(): RegionSum[] {
    if (this.#row !== this.#rows || this.#filled > 0) {
      const cells = this.#row * this.#columns + this.#filled / 4;
      throw new NaturalInputError("values", texts.tooFewCells({ cells, rows: this.#rows, columns: this.#columns }));
    }
    const result = Array.from({ length: this.#most }, (_, i) => {
      const at = 5 * (i + 1);
      const [sum, integral, area, cells, missing] = this.#totals.subarray(at, at + 5);
      return { region: i + 1, sum: sum!, integral: integral!, area_m2: area!, cells: cells!, missing: missing! };
    });
    this.#totals.fill(0);
    this.#row = 0;
    return result;
  }

  #sumStage(rows: number): void {
    for (let r = 0; r < rows; r++) {
      const values = this.#stage.subarray(r * this.#columns, (r + 1) * this.#columns);
      this.#sumRow(values);
    }
    this.#filled = 0;
  }

  #sumRow(values: Float32Array): void {
    const start = this.#row * this.#columns;
    const [sums, counts, totals] = [this.#rowSums, this.#rowCounts, this.#totals];
    sums.fill(0);
    counts.fill(0);
    this.#kernels.regionSums(values, this.#mask.subarray(start, start + this.#columns), sums, counts);
    const area = this.#areas[this.#row]!;
    for (let r = 1; r <= this.#most; r++) {
      const [cells, missing] = [counts[2 * r]!, counts[2 * r + 1]!];
      if (cells + missing === 0) continue;
      const at = 5 * r;
      totals[at]! += sums[r]!;
      totals[at + 1]! += sums[r]! * area;
      totals[at + 2]! += cells * area;
      totals[at + 3]! += cells;
      totals[at + 4]! += missing;
    }
    this.#row++;
  }
}

/** The sums of a streamed field by region; pauses between chunks. */
export async function sumByRegion(
  grid: LatLonGrid,
  mask: Uint8Array,
  chunks: Iterable<Float32Array | Uint8Array> | AsyncIterable<Float32Array | Uint8Array>,
  work: Work = uninterrupted,
): Promise<RegionSum[]> {
  const summer = new RegionSummer(grid, mask, work.kernels);
  for await (const chunk of chunks) {
    summer.add(chunk);
    await work.pause();
  }
  return summer.finish();
}
