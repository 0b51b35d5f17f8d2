import { z } from "zod";
import { messages } from "../../message/message.ts";
import { defineResource } from "../../tool/resource.ts";
import { frameTable } from "../results/what-if-table.ts";
import { prepareWhatIf, type WhatIf } from "../what-if.ts";
import type { HeldTable } from "./held-table.ts";
import { tableKind, whatIfKind } from "./kinds.ts";
import type { WhatIfRequest } from "./request.ts";
import { whatIfRequest } from "./request-schema.ts";
import { labelsOfTable } from "./table-resource.ts";
import { editsOf, frameToJson } from "./what-if-edits.ts";

const said = messages("mrio", {
  preparingWhatIf: {
    en: "preparing the what-if",
    zh: "准备情景推演",
  },
});

interface Prepared {
  readonly whatIf: WhatIf;
  readonly labels: ReturnType<typeof labelsOfTable>;
  /** The accounts as they are. */
  readonly before: ReturnType<typeof frameToJson>;
}

/** Edits of a table, prepared once for whatever factors. */
export const whatIfResource = defineResource<WhatIfRequest, Prepared>({
  kind: whatIfKind,
  request: whatIfRequest,
  opening: said.preparingWhatIf(),
  async open({ table: request, edits }, { open }, work) {
    const held = (await open({ name: tableKind.name, request })) as HeldTable;
    const before = await held.accounts(work);
    const given = { system: await held.system(work), xByConsumer: before.xByConsumer };
    return {
      whatIf: await prepareWhatIf(held.table, editsOf(held.table, edits), work, given),
      labels: labelsOfTable(held.table, request),
      before: frameToJson(before),
    };
  },
  keyOf: ({ table, edits }) => ({ table, edits: edits.map((edit) => ({ ...edit, factor: 1 })) }),
  labels: ({ whatIf, labels, before }, { edits }) => ({
    ...labels,
    before,
    factors: edits.map(({ factor }) => factor),
    rank: whatIf.rank,
    residual: whatIf.residual,
  }),
  size: ({ whatIf }) => whatIf.size,
  // Each may hold on to the system of its table.
  most: 8,
  views: {
    /** The accounts under other factors than those that the edits carry: no solve. */
    frame: {
      input: z.object({ factors: z.array(z.number()) }),
      answer: ({ whatIf }: Prepared, { factors }: { factors: readonly number[] }) => frameToJson(whatIf.frame(factors)),
      tablesOut: { balance: frameTable },
    },
  },
});
