import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import * as topojson from "topojson-client";
import * as fault from "../../lib/message/fault.ts";
import * as message from "../../lib/message/message.ts";
import * as write from "../../lib/message/write.ts";
import * as quantity from "../../lib/quantity/quantity.ts";
import * as givenTable from "../output/figure/given-table.ts";
import * as sentences from "../services/compute/sentences.ts";
import * as column from "../values/column.ts";
import type { sharedModuleNames } from "./shared-module-names.ts";

/** The shared modules by name. */
export const sharedModules = {
  "@observablehq/plot": Plot,
  d3,
  "topojson-client": topojson,
  "lib/message/fault.ts": fault,
  "lib/message/message.ts": message,
  "lib/message/write.ts": write,
  "lib/quantity/quantity.ts": quantity,
  "kernel/output/figure/given-table.ts": givenTable,
  "kernel/values/column.ts": column,
  "kernel/services/compute/sentences.ts": sentences,
} satisfies Record<(typeof sharedModuleNames)[number], unknown>;

export type SharedModules = typeof sharedModules;
