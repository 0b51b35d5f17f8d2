import { z } from "zod";
import { csrFromDense, toDense } from "../../numeric/csr.ts";
import { toRows } from "../../numeric/matrix.ts";
import { matrix, matrixOf } from "../../tool/matrix.ts";
import { numberIn } from "../../tool/unit.ts";
import { emissions, money } from "../results/table-units.ts";
import { type InputOutputTable, inputOutputTable } from "../table.ts";

/** The fields of a table in the input of every consumption tool. R regions, N sectors, RN rows, region by region. */
export const tableFields = {
  regions: z.array(z.string()).min(1).describe("Codes of the R regions, in table order."),
  sectors: z.array(z.string()).min(1).describe("Codes of the N sectors, in table order."),
  Z: matrix("Intermediate deliveries, RN × RN. Rows sell to columns; row r·N + s is sector s of region r.", money),
  Y: matrix("Final demand, RN × C. Negative cells (inventories) are kept.", money),
  yRegions: z
    .array(z.union([z.string(), z.number().int()]))
    .meta({ mayRepeat: true })
    .optional()
    .describe("The consuming region of each column of Y, by code or index. Needed unless Y has one column per region."),
  F: matrix("Emissions of production, K × RN.", emissions),
  FY: matrix("Direct emissions of final demand, K × C. Zero when left out.", emissions).optional(),
  stressors: z.array(z.string()).min(1).describe("Names of the K stressors."),
  units: z
    .object({ money: z.string().optional(), stressors: z.array(z.string()).meta({ mayRepeat: true }).optional() })
    .optional()
    .describe("Unit of Z, Y and x, and one unit per stressor; they are handed on with the result."),
  x: z.array(numberIn(money)).optional().describe("Gross output, RN. The row sums of Z and Y when left out."),
} as const;

/** A whole table as one field, for tools with two tables. */
export const tableShape = z.object(tableFields);

export function unitsToJson({ units }: InputOutputTable): { money: string; stressors: string[] } {
  return { money: units.money, stressors: [...units.stressors] };
}

/** A table in the form of tool input. */
export function tableToJson(table: InputOutputTable) {
  return {
    regions: [...table.regions],
    sectors: [...table.sectors],
    Z: toRows(toDense(table.Z)),
    Y: toRows(table.Y),
    yRegions: Array.from(table.yRegions, (region) => table.regions[region]!),
    F: toRows(table.F),
    FY: toRows(table.FY),
    stressors: [...table.stressors],
    x: Array.from(table.x),
    units: unitsToJson(table),
  };
}

/** The table of a tool's input. Throws TableError, which names the field. */
export function tableOf(input: z.output<typeof tableShape>): InputOutputTable {
  return inputOutputTable({
    regions: input.regions,
    sectors: input.sectors,
    Z: csrFromDense(matrixOf("Z", input.Z)),
    Y: matrixOf("Y", input.Y),
    ...(input.yRegions ? { yRegions: input.yRegions } : {}),
    ...(input.x ? { x: Float64Array.from(input.x) } : {}),
    F: matrixOf("F", input.F),
    ...(input.FY ? { FY: matrixOf("FY", input.FY) } : {}),
    stressors: input.stressors,
    units: {
      ...(input.units?.money === undefined ? {} : { money: input.units.money }),
      ...(input.units?.stressors === undefined ? {} : { stressors: input.units.stressors }),
    },
  });
}
