/**
 * The accounting library: every tool as a typed function, by namespace and name, as in a notebook. The functions behind the
 * tools, which work on typed arrays, are in separate modules: `yuheng/lib/mrio`, `yuheng/lib/uncertainty`, ….
 *
 * @module
 */

import { functionsOf } from "./tool/function-of.ts";
import { namespaces } from "./tools.ts";

export type { Text } from "./message/message.ts";
export { callTool, ToolInputError } from "./tool/call.ts";
export {
  functionOf,
  functionsOf,
  type ToolContext,
  type ToolFunction,
  type ToolFunctions,
} from "./tool/function-of.ts";
export type { DatasetColumns, Read } from "./tool/read.ts";
export { schemasOf } from "./tool/schema.ts";
export type { Tool } from "./tool/tool.ts";
export { findTool, suggestTools, tools } from "./tools.ts";

/** Consumption and trade transfer on multi-regional input–output tables. */
export const consumption = functionsOf(namespaces.consumption);

/** Units, gases and metrics that cannot be mixed. */
export const quantity = functionsOf(namespaces.quantity);

/** Regions, categories and concordances. */
export const classification = functionsOf(namespaces.classification);

/** The choice of emission factors, with its reason. */
export const factors = functionsOf(namespaces.factors);

/** Production: equations and tiers of the IPCC Guidelines, inventories of countries and companies. */
export const inventory = functionsOf(namespaces.inventory);

/** The global budgets of CO2, CH4 and N2O, with every model. */
export const budget = functionsOf(namespaces.budget);

/** Natural sources and sinks. */
export const natural = functionsOf(namespaces.natural);

/** Production, consumption and nature in one table of accounts. */
export const panorama = functionsOf(namespaces.panorama);

/** Emissions per head, per GDP, cumulative; convergence, decoupling, gases by source. */
export const indicators = functionsOf(namespaces.indicators);

/** Propagation of uncertainty, and its sources. */
export const uncertainty = functionsOf(namespaces.uncertainty);

/** Product systems: requirements and elementary flows of a functional unit. */
export const lifecycle = functionsOf(namespaces.lifecycle);

/** Plants: unit operations, flowsheets, balances and plans. */
export const industry = functionsOf(namespaces.industry);

/** The carbon border adjustment mechanism of the European Union. */
export const cbam = functionsOf(namespaces.cbam);

/** Emissions that exported goods avoid abroad. */
export const avoided = functionsOf(namespaces.avoided);

/** Rows of datasets by conditions, groups and joins. */
export const data = functionsOf(namespaces.data);

/** Files of one's own read into lines of amounts, and made into accounts. */
export const account = functionsOf(namespaces.account);
