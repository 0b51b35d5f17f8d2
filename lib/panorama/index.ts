/**
 * One table of accounts over production, consumption and nature, its ladder and its identities.
 *
 * @module
 */

export * from "./account.ts";
export * from "./announced.ts";
export * from "./avoided.ts";
export * from "./edition.ts";
export * from "./fossil-accounts.ts";
export * from "./gas-accounts.ts";
export * from "./ladder.ts";
export * from "./land-accounts.ts";
export * from "./national-series.ts";
export * from "./ordered-effects.ts";
export * from "./panorama.ts";
export * from "./reconciliation.ts";
export * from "./reported-land.ts";
export * from "./trade-accounts.ts";
