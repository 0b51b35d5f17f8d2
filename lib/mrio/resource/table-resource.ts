import { messages } from "../../message/message.ts";
import { defineResource } from "../../tool/resource.ts";
import type { InputOutputTable } from "../table.ts";
import { called } from "./called-in-text.ts";
import { type HeldTable, heldTable } from "./held-table.ts";
import { importedTable } from "./imported-table.ts";
import { editedTable } from "./intensity-edit.ts";
import { tableKind } from "./kinds.ts";
import type { TableRequest } from "./request.ts";
import { tableRequest } from "./request-schema.ts";
import { shippedTable } from "./shipped-table.ts";

const said = messages("mrio", {
  openingTable: {
    en: "opening the table",
    zh: "打开投入产出表",
  },
});

/** A multi-regional input–output table with its system and its accounts. */
export const tableResource = defineResource<TableRequest, HeldTable>({
  kind: tableKind,
  request: tableRequest,
  opening: said.openingTable(),
  async open(request, { read }) {
    const open = request.source === undefined ? shippedTable : importedTable;
    return heldTable(await open(request, read));
  },
  // What a tool makes of tables is a table.
  made: (table) => heldTable(table as InputOutputTable),
  labels: ({ table }, request) => labelsOfTable(table, request),
  size: ({ table: { Z } }) => (Z.kind === "csr" ? 12 * Z.values.length : 8 * Z.data.length),
  // The kernels hold the coefficients of one table at a time.
  rest: (held) => held.rest(),
  overlay: {
    base: (request) => ({ ...request, edits: [] }),
    lay: (base, { edits }) => editedTable(base, edits),
  },
  typing: {
    modules: ["lib/mrio/resource/handle.ts", "lib/mrio/resource/request.ts"],
    types: ["TableHandle", "MadeTableHandle", "TableOptions", "TableLabels", "WhatIfHandle"],
    handle: "TableHandle",
    made: "MadeTableHandle",
    labels: "TableLabels",
    namespaces: { consumption: "TableFunctions" },
  },
  called,
});

/** What belongs to a result, so that a notebook can read it without the table. */
export function labelsOfTable(table: InputOutputTable, { year }: TableRequest) {
  const { regions, sectors, stressors, units, names, yRegions, yCategories } = table;
  const finalDemand = { regions: Array.from(yRegions, (region) => regions[region]!), categories: yCategories };
  return { regions, sectors, stressors, units, ...(names ? { names } : {}), finalDemand, year };
}
