export type { BinnedCell } from "./bin.ts";
export type { CellContent } from "./cell.ts";
export {
  arrangeRows,
  type Change,
  type Choice,
  type Comparison,
  compareVersions,
  findDifferences,
  preselect,
  type Row,
} from "./comparison.ts";
export { createNotebook, type NotebookContent } from "./create.ts";
export { cellAdditions, formatVersion, notebookAdditions } from "./format.ts";
export {
  defaultLimits,
  emptyHistory,
  type History,
  type HistoryEntry,
  type HistoryLimits,
  perform,
  redo,
  restoreCell,
  type Step,
  sealHistory,
  undo,
} from "./history.ts";
export { isSameCell } from "./matching.ts";
export { type DesiredNotebook, findOperations, mergeVersions } from "./merge.ts";
export {
  type Cell,
  type CellMarkup,
  findCell,
  type Json,
  type Notebook,
  type NotebookPart,
  nextCellId,
  type Problem,
  untitled,
} from "./notebook.ts";
export type {
  CellOperation,
  NotebookOperation,
  Operation,
  OrderOperation,
  Outcome,
  Refusal,
  Spelling,
} from "./operation.ts";
export { type Applied, applyOperation } from "./operations.ts";
export { parseNotebook } from "./parse.ts";
export { findLink, isLinkOf, LinkError, type NotebookLink, packLink, unpackLink } from "./patch/link.ts";
export { followLink, type Linked } from "./patch/linked.ts";
export { findPatch, isEmptyPatch, type NotebookPatch } from "./patch/patch.ts";
export { type Patched, patchNotebook } from "./patch/patched.ts";
export { PatchError, readPatch } from "./patch/read-patch.ts";
export { isPatch, writePatch } from "./patch/write-patch.ts";
export { serializeNotebook } from "./serialize.ts";
export { type Editing, parseEditing, parseHistory, stringifyEditing, stringifyHistory } from "./storage.ts";
export { isJson, isOperation } from "./validate.ts";
export { readValues } from "./values.ts";
