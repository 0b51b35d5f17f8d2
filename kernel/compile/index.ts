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
export { defaultBuiltins, guardName, importName } from "./names.ts";
