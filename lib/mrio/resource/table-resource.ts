import { messages } from "../../message/message.ts";
import { writeMessage } from "../../message/write.ts";
import { defineResource } from "../../tool/resource.ts";
import { lastCarriedYear } from "../carried/carried-year.ts";
import type { InputOutputTable } from "../table.ts";
import { type CachedTable, cachedTable } from "./cached-table.ts";
import { carriedTable } from "./carried-table.ts";
import { firstShippedYear, lastShippedYear } from "./dataset-names.ts";
import { importedTable } from "./imported-table.ts";
import { editedTable } from "./intensity-edit.ts";
import { tableKind } from "./kinds.ts";
import type { TableRequest } from "./request.ts";
import { tableRequest } from "./request-schema.ts";
import { shippedTable } from "./shipped-table.ts";

const texts = messages("mrio", {
  openingTable: {
    en: "opening the table",
    zh: "打开投入产出表",
  },
});

const shippedYears = Array.from({ length: lastShippedYear - firstShippedYear + 1 }, (_, i) => firstShippedYear + i);

/** A multi-regional input–output table with its system and its accounts. */
export const tableResource = defineResource<TableRequest, CachedTable>({
  kind: tableKind,
  request: tableRequest,
  opening: texts.openingTable(),
  async open(request, { read }, work) {
    if (request.modelled) return cachedTable(await carriedTable(request, read, work));
    const open = request.source === undefined ? shippedTable : importedTable;
    return cachedTable(await open(request, read));
  },
  // What a tool makes from tables is a table.
  made: (table) => cachedTable(table as InputOutputTable),
  labels: ({ table }, request) => labelsOfTable(table, request),
  size: ({ table: { Z } }) => (Z.kind === "csr" ? 12 * Z.values.length : 8 * Z.data.length),
  // The kernels' memory has room for the coefficients of one table at a time.
  release: (cached) => cached.release(),
  overlay: {
    base: (request) => ({ ...request, edits: [] }),
    apply: (base, { edits }) => editedTable(base, edits),
  },
  typing: {
    modules: ["lib/mrio/resource/handle.ts", "lib/mrio/resource/request.ts"],
    types: ["TableHandle", "MadeTableHandle", "TableOptions", "TableLabels", "WhatIfHandle"],
    handle: "TableHandle",
    made: "MadeTableHandle",
    labels: "TableLabels",
    namespaces: { consumption: "TableFunctions" },
  },
  staticCall: {
    function: "consumption.table",
    // The shipped tables that a call may open: that of a literal year, or of all years; of a literal size, or of both sizes.
    requests(written) {
      const year = written.get("year");
      const size = written.get("regions");
      const years = typeof year === "number" ? [year] : shippedYears;
      const isModelled = written.has("modelled");
      const sizes = typeof size === "number" ? [size] : written.has("regions") ? [41, 7] : [41];
      const shipped = years.filter((each) => !isModelled || each <= lastShippedYear);
      const published = sizes.flatMap((regions) => shipped.map((each) => ({ year: each, regions, edits: [] })));
      // The datasets of a modelled table are the same for every year.
      return isModelled ? [...published, { year: lastCarriedYear, modelled: true, edits: [] }] : published;
    },
  },
});

/** Labels of a result, so that a notebook can read it without the table. */
export function labelsOfTable(table: InputOutputTable, { year }: TableRequest) {
  const { regions, sectors, stressors, units, names, yRegions, yCategories, modelled } = table;
  const finalDemand = { regions: Array.from(yRegions, (region) => regions[region]!), categories: yCategories };
  return {
    regions,
    sectors,
    stressors,
    units,
    ...(names ? { names } : {}),
    finalDemand,
    year,
    ...labelsOfModel(modelled),
  };
}

function labelsOfModel(modelled: InputOutputTable["modelled"]) {
  if (!modelled) return {};
  const { label, errors } = modelled;
  return { modelled: { label: writeMessage(label), ...(errors && { errors }) } };
}
