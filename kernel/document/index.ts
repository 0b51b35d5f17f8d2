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
export { serializeNotebook } from "./serialize.ts";
export { type Editing, parseEditing, parseHistory, stringifyEditing, stringifyHistory } from "./storage.ts";
export { cellsIn, languageAttribute, languageOf, otherLanguages, titleIn } from "./translations.ts";
export { isJson, isOperation } from "./validate.ts";
export { type InputValues, isInputOf, readValues, valueAttribute } from "./values.ts";
