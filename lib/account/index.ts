/**
 * Files of one's own: their sheets as lines of amounts, and the accounts made of them.
 *
 * @module
 */

export * from "./account.ts";
export * from "./account-maker.ts";
export * from "./account-shapes.ts";
export * from "./line-shape.ts";
export * from "./mapping-shape.ts";
export * from "./reading/read-sheets.ts";
