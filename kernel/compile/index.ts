export type {
  CellImport,
  CellSource,
  CompiledCell,
  CompileOptions,
  Diagnostic,
  ImportedName,
  Position,
  Severity,
} from "./cell.ts";
export { compileCell } from "./compile.ts";
export { guardName, importName } from "./names.ts";
