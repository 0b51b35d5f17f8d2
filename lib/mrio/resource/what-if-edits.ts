import { z } from "zod";
import { toRows } from "../../numeric/matrix.ts";
import { ratio } from "../../tool/unit.ts";
import type { InputOutputTable } from "../table.ts";
import { regionIndex, rowIndex, rowReference, stressorIndex } from "../table-index.ts";
import type { WhatIfFrame } from "../what-if.ts";
import type { Edit } from "../what-if-edit.ts";

const rows = z.array(rowReference).optional();
const factor = ratio.nonnegative().describe("Multiplies what is selected; 1 leaves it.");
const edit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("coefficients"), rows, columns: rows, factor }),
  z.object({
    kind: z.literal("demand"),
    rows,
    consumers: z.array(z.union([z.string(), z.number().int()])).optional(),
    factor,
  }),
  z.object({ kind: z.literal("intensity"), rows, stressor: z.string().optional(), factor }),
]);

/** The edits of a what-if with their own factors. */
export const whatIfOptions = z.object({ edits: z.array(edit).min(1) });

/** The edits in rows and regions of the table. Throws TableError, which names the edit. */
export function editsOf(table: InputOutputTable, edits: z.output<typeof whatIfOptions>["edits"]): Edit[] {
  return edits.map((given, e) => editOf(table, given, e));
}

export function frameToJson(frame: WhatIfFrame) {
  return {
    D_pba: toRows(frame.D_pba),
    D_cba: toRows(frame.D_cba),
    D_imp: toRows(frame.D_imp),
    D_exp: toRows(frame.D_exp),
    flows: frame.flows.map(toRows),
  };
}

function editOf(table: InputOutputTable, given: z.output<typeof edit>, e: number): Edit {
  const list = (references: readonly (string | number)[] | undefined, field: string) =>
    references?.map((reference, p) => rowIndex(table, reference, `edits[${e}].${field}[${p}]`));
  const selected = list(given.rows, "rows");
  const rows = selected ? { rows: selected } : {};
  if (given.kind === "coefficients") {
    const columns = list(given.columns, "columns");
    return { kind: "coefficients", ...rows, ...(columns ? { columns } : {}) };
  }
  if (given.kind === "demand") {
    const consumers = given.consumers?.map((region, p) => regionIndex(table, region, `edits[${e}].consumers[${p}]`));
    return { kind: "demand", ...rows, ...(consumers ? { consumers } : {}) };
  }
  return {
    kind: "intensity",
    ...rows,
    ...(given.stressor === undefined ? {} : { stressor: stressorIndex(table, given.stressor) }),
  };
}
