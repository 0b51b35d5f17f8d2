import { z } from "zod";
import { messages } from "../../message/message.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn } from "../../tool/unit.ts";
import { NaturalInputError } from "../estimate.ts";
import { RegionSummer, regionSumShape } from "../grid-sum.ts";

const texts = messages("natural", {
  columnsNeeded: {
    en: "columns is missing; expected an object with a Float32Array.",
    zh: "给出 Float32Array 时须同时给出 columns，实际没有给出。",
  },
  cellsOfRow: {
    en: "{name}[{row}] has {count} cells where the grid has {columns} columns.",
    zh: "{name}[{row}] 有 {count} 个格点，而网格有 {columns} 列。",
  },
});

const rowsOfNumbers = z.array(z.array(z.number().nullable())).describe("rows × columns, null where there is no value");

export const naturalGridSums = defineTool({
  name: "natural.gridSums",
  title: { en: "Sum a gridded field by region", zh: "按区域汇总格点场" },
  summary: {
    en: "Σ of the values, Σ value × cell area, area and missing cells of every region of a mask on a grid of longitude and latitude; single-precision values, sums in double precision.",
    zh: "在经纬度网格上按区域掩码求和：数值之和、按面积积分、面积与缺测格点数；单精度数据，双精度求和。",
  },
  input: z.object({
    values: z.union([rowsOfNumbers, z.instanceof(Float32Array)]).describe("Rows, or a Float32Array row by row"),
    mask: z
      .union([z.array(z.array(z.int().min(0).max(255))), z.instanceof(Uint8Array)])
      .describe("Region of every cell, 1 to 255; 0 is none"),
    columns: z.int().positive().optional().describe("Needed for a Float32Array"),
    firstLatitude: numberIn("°").default(90).describe("Edge of the first row"),
    lastLatitude: numberIn("°").default(-90),
    longitudes: numberIn("°").default(360).describe("What a row spans"),
  }),
  output: z.object({
    regions: z.array(regionSumShape),
  }),
  assumptions: [
    "The Earth is a sphere of its own area; a cell belongs to one region.",
    "Values are rounded to single precision before they are summed.",
  ],
  references: ["Cell area R² Δλ |sin φ₁ − sin φ₂| with R = 6,371,007 m (GRS 80, authalic)."],
  async run({ values, mask, columns, ...edges }, work) {
    const width = columns ?? (Array.isArray(values) ? values[0]?.length : undefined);
    if (!width) throw new NaturalInputError("columns", texts.columnsNeeded());
    const field = Array.isArray(values) ? flat(values, width, "values") : values;
    const cells = Array.isArray(mask) ? flat(mask, width, "mask") : mask;
    const grid = { columns: width, rows: cells.length / width, ...edges };
    const summer = new RegionSummer(grid, Uint8Array.from(cells), work.kernels);
    // A megabyte between two pauses.
    for (let at = 0; at < field.length; at += 262_144) {
      summer.add(field.subarray(at, at + 262_144));
      await work.pause();
    }
    return { regions: summer.finish().map((region) => ({ ...region })) };
  },
});

function flat(rows: readonly (readonly (number | null)[])[], width: number, name: string): Float32Array {
  const values = new Float32Array(rows.length * width);
  for (const [r, row] of rows.entries()) {
    if (row.length !== width)
      throw new NaturalInputError(name, texts.cellsOfRow({ name, row: r, count: row.length, columns: width }));
    row.forEach((value, c) => {
      values[r * width + c] = value ?? Number.NaN;
    });
  }
  return values;
}
