/** Labels of columns and fields that bw2io reads. */
export const column = {
  product: "reference product",
  cas: "cas number",
  uncertainty: "uncertainty type",
} as const;

/** First cells of blocks, in lower case. */
export const blockHeads = ["database", "activity", "project parameters", "database parameters"];

/** The first cell of the block of parameters that is written. */
export const parametersHead = "Database parameters";
