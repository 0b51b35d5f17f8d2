/**
 * Queries on datasets as plain records: conditions, groups, ratios, joins by keys, and units that are converted or refused.
 *
 * @module
 */

export * from "./data-error.ts";
export * from "./query.ts";
export * from "./request.ts";
