import { z } from "zod";
import { messages } from "../../message/message.ts";
import { defineResource } from "../../tool/resource.ts";
import { frameTable } from "../results/what-if-table.ts";
import { prepareWhatIf, type WhatIf } from "../what-if.ts";
import type { CachedTable } from "./cached-table.ts";
import { tableKind, whatIfKind } from "./kinds.ts";
import type { WhatIfRequest } from "./request.ts";
import { whatIfRequest } from "./request-schema.ts";
import { labelsOfTable } from "./table-resource.ts";
import { editsOf, frameToJson } from "./what-if-edits.ts";

const texts = messages("mrio", {
  preparingWhatIf: {
    en: "preparing the what-if",
    zh: "准备情景推演",
  },
});

interface Prepared {
  readonly whatIf: WhatIf;
  readonly labels: ReturnType<typeof labelsOfTable>;
  /** The accounts before the edits. */
  readonly before: ReturnType<typeof frameToJson>;
}

/** Edits of a table, prepared once for any factors. */
export const whatIfResource = defineResource<WhatIfRequest, Prepared>({
  kind: whatIfKind,
  request: whatIfRequest,
  opening: texts.preparingWhatIf(),
  async open({ table: request, edits }, { open }, work) {
    const cached = (await open({ name: tableKind.name, request })) as CachedTable;
    const before = await cached.accounts(work);
    const given = { system: await cached.system(work), xByConsumer: before.xByConsumer };
    return {
      whatIf: await prepareWhatIf(cached.table, editsOf(cached.table, edits), work, given),
      labels: labelsOfTable(cached.table, request),
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
  // Each may keep the system of its table in memory.
  most: 8,
  views: {
    /** The accounts under other factors than the edits' own, without a solve. */
    frame: {
      input: z.object({ factors: z.array(z.number()) }),
      answer: ({ whatIf }: Prepared, { factors }: { factors: readonly number[] }) => frameToJson(whatIf.frame(factors)),
      tablesOut: { balance: frameTable },
    },
  },
});
