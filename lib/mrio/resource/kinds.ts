import { messages } from "../../message/message.ts";
import type { ResourceKind } from "../../tool/resource-kind.ts";
import { datasetsOfTable } from "./dataset-names.ts";
import { MadeTableHandle, TableHandle, type TableLabels } from "./handle.ts";
import { madeTableBy, madeTableRequest, type TableRequest, type WhatIfRequest } from "./request.ts";

const texts = messages("mrio.resource", {
  table: { en: "input–output table", zh: "投入产出表" },
  whatIf: { en: "prepared what-if", zh: "已准备的情景" },
});

/** A multi-regional input–output table. */
export const tableKind: ResourceKind<TableRequest> = {
  name: "table",
  title: texts.table(),
  datasets: datasetsOfTable,
  made: { by: madeTableBy, request: madeTableRequest },
  handle: (request, labels) =>
    "regions" in labels ? new MadeTableHandle(request, labels as unknown as TableLabels) : new TableHandle(request),
};

/** Edits of a table, prepared for any factors. */
export const whatIfKind: ResourceKind<WhatIfRequest> = {
  name: "whatIf",
  title: texts.whatIf(),
  tool: "consumption.whatIf",
  datasets: ({ table }, of) => of({ name: "table", request: table }),
};
